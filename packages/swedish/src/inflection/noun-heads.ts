import type { Gender } from './grammar.js'
import { isVowel } from './spelling.js'

// Simple nouns whose gender or plural no ending tells. Compounds inherit from their last part, so a
// word here answers for all that end in it. Own compilation of common words; not meant to be complete.

/** What is known of a simple noun. */
export interface NounHead {
  readonly head: string
  readonly gender: Gender
  readonly plural: string | false
  /** When not by rule. */
  readonly definite?: string
  readonly pluralDefinite?: string
}

/** Final m or n is doubled before a vowel: rum, rummet. */
const DOUBLED_NEUTER = `rum hem gram program lim rim brum slam slem skum gum gym stim krim glam trim dam flum
  timmgram diagram telegram kilogram trum kram grin`.split(/\s+/)
// Words that only look like compounds of the above.
const NOT_DOUBLED = new Set('forum serum kvorum spektrum centrum plektrum mantrum gravidarium arum'.split(' '))

const COMMON_AR =
  `arm bil dag gång väg stol båt häst hund katt fågel buss säng vägg blick bank bänk kund sjö ö å by bro sko
  app knapp lapp kopp topp propp klubb stubb kropp grupp häck säck skräck stock rock bock block kock skock tick
  hjälm dom film form-  ström dröm söm lem kam damm stam bom lom klimp strimp våg tåg-  led- ring ting- stig
  skog krig- borg ost häst rest- test- post- kvist tvist brist frist list rist mast gast kust
  eld bild- ved sked tråd stad- gård värld vård- kväll boll kull vall häll tall båll spegel nyckel cykel artikel
  partikel titel bil pil sil stil kil mil- ål mål- själ säl påle väg vik rik- park mark- verk- sak- väska-
  hals vals puls gris is vis- ris- lås- säng tång- stång- kung vinge ring sång- gång äng spring säng
  del andel fördel nackdel modell- kväll stol sal val- dal skål ål
  våning hörn- dörr burk tvätt rätt- katt natt- hatt matt-
  plats- tjuv korg sorg borg arg fisk disk risk mask flask bisk tusk
  sten ben- man- son- ton- måne zon-
  mun dröm tröm gom lom rem stam stäm gren mur tur- hyr lur bur dur myr tår tjur skur
  åker teater- peng pojke kudde timme
  ände ände- bulle backe skrake spole låge rulle lunge hage häge droppe galge kotte kille bubbe nalle farbroder-
  råtta- snubbe gubbe tumme nackde tröske handske rike- kanne bonde- stolpe påse lampa-
  hylsa- vante svale spade hacke krage mage tunge- make-
  afton morgon sommar djävul fröken öken socken
  fläck bäck säck läck drick stick trick prick klick tick dick blick kick mick nick
  ask kask mask flaska- rask dask task bask  luft- loft- hov-
  plog skog krog smog dag lag- flag
  hängslе- slips- keps- burs
  skatt skott- natt- krets sats hets nos
  lott tott spott kapplöpning
  påk tok kok- tank plank- bänk länk skänk tänk vink sink
  mur stav sav väv ref hov-
  kniv liv- giv driv skiv
  lök bök rök- stök- tak-
  dokt
  pump svamp lamp kamp ramp kramp sump klump stump
  kur tur- skarv varv- larv karl kärl- pärl
  häl fil- vil bräd-
  päls fäls hals-
  svan kran gran fan plan- tran- span- bran
  hållplats-
  fest- präst fröst
  teg deg väg våg båg säg-
  sjuksyster- mamma-
  hud kod- nöd- bod brud
  gata-
  trädgård borggård bondgård
  stopp- smäll skäll- häll
  hamn namn- gavel handel- vandel mandel sedel fördel pendel
  verkstad- frukost säsong- lång
  tröja- hövding konung
  adel-
  himmel trumpet-
  kappsäck gäst yngling främling lärling flykting
  tumör- sjuksköterska-
  röst löst kost- tröst
  blomma-
  kommun-
  sjukdom ungdom lärdom
  ålder fader- åder
  läger- svåger
  avgång ingång utgång tillgång övergång uppgång nedgång omgång framgång
  penning
  skärm larm- arm farm
  mejl- chatt spärr kärr-
  nål kål- strål
  resurs- kurs- 
  dröjsmål-`
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('-'))

const COMMON_ER =
  `tid bild färg form gräns plats sats- tjänst konst kvinns- dam myt tub vas sak punkt text lön del- frukt
  person telefon situation station region regim miljö kö vy meny by- fil profil bok- kod metod period nivå-
  skuld bygd jord hjord nord- trakt makt jakt- akt slakt- dräkt släkt vikt bukt dukt insikt utsikt åsikt avsikt sikt plikt
  dikt adress process kris pris- kurs resurs utgift avgift uppgift gift skrift drift- trift stift- klyft luft-
  vinst svulst kust- furst händelse- rörelse- vän son hall- ton zon plan- kanal portal signal final
  journal terminal pokal ritual- skandal central regel möbel muskel fabel fiber fabrik butik teknik- klinik
  panel modell novell kartell hotell- tablett cigarrett biljett paket- toalett rakett etikett
  diet enhet poet planet magnet pilot student patient klient agent moment- process present-
  docent produkt objekt- projekt- effekt defekt dialekt insekt subjekt- arkitekt aspekt prospekt- respekt-
  konflikt distrikt- kontakt kontrakt- fakt exakt
  avtal- apparat automat byråkrat demokrat kandidat advokat diplomat soldat
  olycka- nota- natur kultur figur struktur signatur temperatur procedur mixtur
  lektion kommun institution funktion aktör direktör chaufför ingenjör markör servitör likör frisör
  sort port- art karta- fart- start- sport- transport import- export- rapport
  idé allé armé entré filé vig
  familj linje- kvalitet grupp- region dos diagnos prognos hypotes protes syntes
  analys paralys katalys kris bas fas fras- gas- klass- chans balans ambulans instans substans
  referens konferens licens frekvens konsekvens kompetens residens preferens
  remiss- premiss miss kompromiss kuliss 
  maskin medicin rutin vitamin margin- kusin termin
  roman ocean organ- kran- mulatt-
  chef reliev-
  kamrat automat not fot- pot rot-
  galleri- detalj medalj
  kedja- ägg- 
  tidskrift föreskrift underskrift påskrift utskrift
  hastighet sjukhus-
  nackdel-
  bostad- 
  marknad byggnad kostnad månad skillnad
  farm alarm- reform uniform norm storm-
  alkohol- monopol- symbol idol pol
  mobil profil bil- fossil- skill
  webbsida-
  sekreterare-
  våning-
  lag- 
  process recept- koncept-
  dag-
  massör
  tand- 
  kollektiv- narrativ-
  musiker- muskel
  aveny- vers ters 
  teater zygot
  kontroll roll pall- 
  dossié- sfär affär karaktär atmosfär sekretär militär miljonär
  röst- kamp-
  häst-
  prestation
  polis avis-
  epok period 
  mån-
  attityd studie-
  instans garant variant konsonant 
  elefant diamant
  vakt drakt takt mat-
  ledamot-
  gravid-
  enkät pott
  sektor faktor doktor motor rektor lektor inspektor traktor
  video-
  fiende-
  kultur
  sked- räds-
  skuld
  bransch match
  fälg dust-
  energi strategi terapi akademi kategori teori hierarki allergi biopsi
  pension aktion
  dräng- flod stund bygd
  hud- ålder-
  saft kraft
  syn- bön-
  hälft luns- lunch
  färd värld
  gärd-
  pest-
  brygg-
  människa-`
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('-'))

const UMLAUT = `hand:händer tand:tänder strand:stränder rand:ränder brand:bränder and:änder tång:tänger stång:stänger
  stad:städer natt:nätter bok:böcker fot:fötter rot:rötter bot:böter not-
  son:söner ledamot:ledamöter rand:ränder spång:spänger
  dotter:döttrar fästmö-`
  .split(/\s+/)
  .filter((pair) => pair.includes(':'))
  .map((pair) => pair.split(':') as [string, string])

const NEUTER =
  `år hår spår sår får lår svar skåp hus barn bord namn ord brev blad land- språk djur folk lag- mål skäl val tal hål
  svin- fall tillfälle- ställ tåg svårt- kort sätt rätt- blad band sand- bröd ljud ljus råd tråd- träd våld- bud mod-
  stöd flöd- skydd ledd tryck stycke- steg krig intyg verktyg tyg- torg berg ting förslag slag lag förtag
  avslag anslag uppslag inslag utslag beslag bidrag utdrag avdrag uppdrag fördrag drag företag uttag intag mottag
  bolag lån län vin- mönster fönster kloster nummer register filter minister- center test- protokoll kvarter
  hjul spel fel skal stall mått svar- prov- bekymmer rum-
  besök försök recept dokument instrument argument moment element departement experiment sakrament segment
  system problem diagram- program- fenomen organ alternativ initiativ motiv objektiv perspektiv direktiv adjektiv substantiv
  arkiv motiv kollektiv kort kvitto- avtal samtal antal tal kapital material lokal- signal- mineral-
  avsnitt snitt gränssnitt mått mått fack skick skott lås väsen vapen tecken vatten
  resultat mandat attentat citat referat formulär kar rör hör- kör- bär kärr par svar varv skärp harv-
  beslut slut utskott mord mord bord ord fjärd- kors mörk- verk märke- ark kök bibliotek- tak vrak besked
  sken ben men sten- ägg lägg- tillägg inlägg pålägg vägg- bygg- skägg
  block paket recept objekt projekt subjekt distrikt konstrukt kontrakt format plakat
  system rekord ackord blod- kött- tips lopp stopp hopp lapp- 
  behov prov lov hov löv liv- klipp klapp- grepp begrepp skepp släpp utsläpp knep 
  bevis pris ris- hus mus- lass pass glas gräs bås 
  nät tält fält bält- bett- ljus hus us-
  minut- medel exempel kapitel segel tempel orakel
  sjukhus ägg ägg skrin
  läger väder hinder rekvisit- 
  undantag stadgand- villkor kontor 
  telefonnummer formulär honorar seminar- kommentar-
  samband förband förbund förbud anbud utbud bud sund- pund
  yttrande- 
  äventyr klimat lokal- apotek kartotek 
  horn korn hörn hjärn- barn garn torn
  näste- hotell kapell
  kilo- kit-
  uttryck intryck tryck avtryck
  mejl- larm alarm 
  skrot- bibliotek- 
  moln voln- 
  hål mål
  skift- stift 
  porträtt 
  universitet privilegi- 
  samhälle-
  problem teorem poem 
  nej-
  kvantum-
  decennium-
  preparat sår-
  handikapp 
  betyg intyg 
  övergrepp 
  tvång- 
  djup-
  intervall
  konto-`
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('-'))

const NEUTER_ER =
  `land:länder vin:viner bibliotek:bibliotek museum:museer seminarium:seminarier stadium:stadier medium:medier
  privilegium:privilegier kriterium:kriterier laboratorium:laboratorier bi:bin foto:foton konto:konton
  gift:gifter salt:salter fängelse:fängelser öga:ögon öra:öron hjärta:hjärtan huvud:huvuden centrum:centrum kvitto:kvitton
  spektrum:spektrum datum:datum faktum:fakta kafé:kaféer bo:bon knä:knän trä:trän träd:träd tå-
  liv:liv ämne:ämnen öde:öden universitet:universitet syskon:syskon
  garage:garage`
    .split(/\s+/)
    .filter((pair) => pair.includes(':'))
    .map((pair) => pair.split(':') as [string, string])

/** Nouns that have no plural in ordinary use. */
const COMMON_NO_PLURAL =
  `vård omvård- omsorg hälsa ohälsa åtkomst luft mat mjölk kött- hjälp skam ström- nytta miljö- tro
  ro oro tur otur sorg- kärlek glädje ilska ork lust trafik musik politik statistik grafik logistik ekonomi-
  demokrati- kraft- värme kyla sömn hunger törst frid ved jord- sand lera- handel el olja- bensin sprit
  forskning- information- ålderdom rikedom- barndom välfärd debut- hänsyn tillsyn uppsyn insyn brådska
  bevakning- utrustning- längtan väntan tvekan samverkan inverkan påverkan medverkan åverkan
  betalning- värld- frånvaro närvaro samvaro tillvaro vila-
  folkhälsa psykvård trygghet- hygien sekretess integritet- kännedom personal assistans- städning- läxhjälp`
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('-'))

const NEUTER_NO_PLURAL =
  `ansvar kött blod stål guld silver järn kaffe te- vatten- snus smör salt- socker mjöl ris gräs- regn damm-
  våld buller skydd- stöd- samtycke medvetande- utanförskap innanförskap medborgarskap ledarskap entreprenörskap
  förtroende- inflytande beteende- deltagande mottagande- tålamod mod självförtroende virke 
  bistånd uppehåll- underhåll försvar- virrvarr väder- klimat- latin`
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('-'))

const DOUBLED_COMMON =
  'dam:damer kam:kammar stam:stammar lem:lemmar rem:remmar dröm:drömmar söm:sömmar ström:strömmar mun:munnar gom:gommar bom:bommar lom:lommar töm:tömmar våm:våmmar vän:vänner ham:hammar'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string])

const MORE: readonly NounHead[] = [
  { head: 'man', gender: 'common', plural: 'män', definite: 'mannen' },
  { head: 'far', gender: 'common', plural: 'fäder', definite: 'fadern' },
  { head: 'fader', gender: 'common', plural: 'fäder', definite: 'fadern' },
  { head: 'mor', gender: 'common', plural: 'mödrar', definite: 'modern' },
  { head: 'moder', gender: 'common', plural: 'mödrar', definite: 'modern' },
  { head: 'bror', gender: 'common', plural: 'bröder', definite: 'brodern' },
  { head: 'broder', gender: 'common', plural: 'bröder', definite: 'brodern' },
  { head: 'bonde', gender: 'common', plural: 'bönder', definite: 'bonden' },
  { head: 'gås', gender: 'common', plural: 'gäss', definite: 'gåsen', pluralDefinite: 'gässen' },
  { head: 'mus', gender: 'common', plural: 'möss', definite: 'musen', pluralDefinite: 'mössen' },
  { head: 'lus', gender: 'common', plural: 'löss', definite: 'lusen', pluralDefinite: 'lössen' },
  { head: 'förälder', gender: 'common', plural: 'föräldrar', definite: 'föräldern' },
  { head: 'himmel', gender: 'common', plural: 'himlar', definite: 'himlen' },
  { head: 'examen', gender: 'common', plural: 'examina', definite: 'examen', pluralDefinite: 'examina' },
  { head: 'tentamen', gender: 'common', plural: 'tentamina', definite: 'tentamen', pluralDefinite: 'tentamina' },
  { head: 'botten', gender: 'common', plural: 'bottnar', definite: 'botten' },
  { head: 'fiende', gender: 'common', plural: 'fiender', definite: 'fienden' },
  { head: 'studie', gender: 'common', plural: 'studier', definite: 'studien' },
  { head: 'linje', gender: 'common', plural: 'linjer', definite: 'linjen' },
  { head: 'aktie', gender: 'common', plural: 'aktier', definite: 'aktien' },
  { head: 'serie', gender: 'common', plural: 'serier', definite: 'serien' },
  { head: 'sko', gender: 'common', plural: 'skor', definite: 'skon' },
  { head: 'tå', gender: 'common', plural: 'tår', definite: 'tån' },
  { head: 'ko', gender: 'common', plural: 'kor', definite: 'kon' },
  { head: 'skam', gender: 'common', plural: false, definite: 'skammen' },
  { head: 'skilsmässa', gender: 'common', plural: 'skilsmässor' },
  { head: 'ros', gender: 'common', plural: 'rosor' },
  { head: 'data', gender: 'neuter', plural: 'data', definite: 'datat' },
]

function compile(): ReadonlyMap<string, NounHead> {
  const heads = new Map<string, NounHead>()
  const put = (head: NounHead) => heads.set(head.head, head)
  for (const head of COMMON_NO_PLURAL) put({ head, gender: 'common', plural: false })
  for (const head of NEUTER_NO_PLURAL) put({ head, gender: 'neuter', plural: false })
  for (const head of COMMON_AR) put({ head, gender: 'common', plural: pluralWithVowel(head, 'ar') })
  for (const head of COMMON_ER) put({ head, gender: 'common', plural: pluralWithVowel(head, 'er') })
  for (const head of NEUTER) put({ head, gender: 'neuter', plural: head })
  for (const head of DOUBLED_NEUTER) {
    put({ head, gender: 'neuter', plural: head, definite: `${head}${head[head.length - 1]}et` })
  }
  for (const [head, plural] of [...UMLAUT, ...DOUBLED_COMMON]) put({ head, gender: 'common', plural })
  for (const [head, plural] of NEUTER_ER) put({ head, gender: 'neuter', plural })
  for (const head of MORE) put(head)
  return heads
}

/** nyckel → nycklar, pojke → pojkar, park → parker. */
export function pluralWithVowel(word: string, ending: 'ar' | 'er' | 'or'): string {
  const stem = /[^aeiouyåäö]e[lrn]$/.test(word) && word.length > 3 ? syncopated(word) : word.replace(/[ae]$/, '')
  return stem + ending
}

/** The stem without its unstressed vowel: nyckel → nyckl, nummer → numr, sommar → somr. */
export function syncopated(word: string): string {
  const stem = word.slice(0, -2)
  const last = word[word.length - 1] ?? ''
  return (stem.endsWith('mm') ? stem.slice(0, -1) : stem) + last
}

const HEADS = compile()
const LONGEST = 16

/** The longest listed noun that `word` is or ends in, when what is left can be a first part. */
export function nounHead(word: string): NounHead | undefined {
  if (NOT_DOUBLED.has(word)) return undefined
  for (let start = Math.max(0, word.length - LONGEST); start < word.length; start++) {
    const head = HEADS.get(word.slice(start))
    if (head && (start === 0 || canPrecede(word, start))) return head
  }
  return undefined
}

function canPrecede(word: string, start: number): boolean {
  if (word[start - 1] === '-') return true
  const rest = word.length - start
  // ö, år and and end too many words to be trusted in a compound without a hyphen.
  if (rest < 3) return rest === 2 && start >= 5 && isVowel(word[start]) && word.slice(start) === 'år'
  if (start < 2) return false
  for (let i = 0; i < start; i++) if (isVowel(word[i])) return true
  return false
}
