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
const DOUBLED_NEUTER = list(`
  diagram gram gym hem kilogram lim program rim rum skum slem stim telegram`)
/** Words that only look like compounds of the above. */
const NOT_DOUBLED = new Set('forum serum kvorum spektrum centrum plektrum mantrum arum'.split(' '))

const COMMON_AR = list(`
  alm and arm artikel ask asp avvisning axel back backe bakgård balk bank basker biff bil bit bjälke bjässe björk
  björn blick blixt block bläckfisk bock bod boj bok boll borg borr borste boss bov bro broms brud brunn bugg buk
  bulle bult bur burk buse buske buss bygel byggklots bäck bädd bänk båge bår båt böld chatt cirkel cykel dag dal
  damm del disk dom drake drottning dräng dröm duk dusch dvärg dyrk dörr ek eld en fil filt fink finne fisk fjärd
  fjäril flod flykting fläck fläkt fläns fors frans främling furste fälg fågel fåle fördel förälder gadd gaffel
  galge gam gamling gavel glugg gosse grabb gran granne grav gren greve grind gris grop gross grupp gång gård gök
  haj hake hall hals halvlek hamn handel handske hanne hare hassel hatt herre hink hjord hjort hjälm holk holme hov
  hud hund hyvel häck häger hägg häl häll härd häst håv hök höst igel igelkott jarl jolle jord jude julle järv kagge
  kalk kalv kam kapsel karl keps kil kille kittel kjol klack klamp klapp klase klave klick klimp kloss klots klubb
  klump klunk knall knapp kniv knopp knut knöl ko kock kod koltrast kolv konung kopp korg kork korp korv kotte krage
  kran krans krets krig krog krok kropp kross kub kudde kull kulle kung kuse kvarn kvast kvist kväll kägel kämpe
  käpp kätting köl labbe lag lagn lans lapp larm lax lek lem lind lo lov lugg lur lyft länk lärling låge lök mack
  mage mall mandel mangel mantel mejsel mes mick moppe mugg munk mur myr månad måndag måne mård nackdel nacke nagel
  nalle narr nick nisse nubb nubbe nyckel näve nål orgel orm orre ost oxe oxel pall parkering partikel parvel pastej
  pendel peng penning pets pigg pik pil pinne pitch plattform plog plåt pojke port potatis press prick prins propp
  puckel pudel puls pump puss pust pyssling päls påle påse ram ring rock rulle rygg rännil räv rök rönn sabel sadel
  sax sedel seger sil sill simhall sits sjukling själ sjö skalk skalle skans skarv sked skog skolgård skorsten skorv
  skott skrake skruv skräck skur skyffel skylt skymt skytt skänk skärm skål slang slant slav slev slips slyngel
  släde släng smörgås snabel snaps snibb snigel snok snubbe snårskog sockel socken soss spade sparv spegel spets
  spik spindel spis spole spärr spång stack stake stam stege stek sten stick stig stil stjälk stjärt stock stol
  stolle stolpe stork storm strand stropp strupe strut stråle stråt ström stubb stubbe stump stuv stängel stång stöt
  stövel sump sval svale svamp svan svans svarv svärm syssling säck säl sälg säng såg söm taffel tagg tall tallrik
  tank tanke tapp tarm task teg timme tistel titel tjur tjuv tofs tok tolk topp tork torsk toss trast tratt
  trollkarl tross trädgård träff tråd tröskel tumme tupp tvestjärt tvilling tvätt tvål tärning tågvagn tång tår udde
  ugn ungdom unge utblick uv vagn val vall vals vante varg varv vask veke vev vigg vik vimpel vind vindel vinge vink
  vinkel virvel visp vråk vurm väg vägg vägren värd värld väv våg vång våning vår yngling älg älv ände ängel ättling
  å åker ål ås ö öring örn`)

const COMMON_ER = list(`
  admiral adress advokat affisch affär agent agentur akademi akt aktion aktör alkyl allergi allians allé ambulans
  analys anod antenn apparat arkad arkitekt armatur armé art asket aspekt atmosfär attack attest attityd audiens
  automat aveny avgift avsikt balans balett balkong ballad ballong banan barack baron barrikad bas basar bask
  bastion batalj bataljon beduin bekantskap bild biljett biograf biopsi bomb bransch brant bredd brigad bris brist
  brosch broschyr bukett bukt butik bygd byggnad byrå byråkrat cell censor central chans chaufför chef cigarr
  cigarrett clown coach dam dans debatt defekt dekad dekal deklaration dekor delfin demokrat depå despot detalj
  detektiv diagnos diakon dialekt dialog diamant diet dimension diplomat direktör disciplin disput division docent
  doktor doktorand donation donator dos drift drog dräkt dukt dygd effekt egenhet egenskap elefant elektrod elev
  elit emigrant endemi enkät entré entusiast epidemi episod epok essens etapp etikett etyd fabel fabrik fabrikör
  faktor familj fantasi fantast farao farkost farm farmaceut fas fasad fasan festival fiber figur figurant fil film
  filosof filé final finans finess fjord flank flod fond fontän form frakt fraktion fraktur fras fregatt frekvens
  frist frisyr frisör front frukt fröjd funktion fusion färd färg färs föreskrift galax garderob gas gazell
  gemenskap general generation genre gest giraff grad gravyr grund grupp gräns gunst guvernör gymnasist gymnast gäst
  hallucination handskrift harpun helg herald hermelin hierarki hord horisont hydrant hymn hypotes höjd idol idé
  ikon illusion impuls incident industri ingenjör insekt insikt inspektor instans instinkt institution intrig invit
  jakt journal jurist juvel kabaré kadens kadett kaj kalori kalsong kamel kamp kampanj kamrat kanal kandidat kanin
  kannibal kanon kanot kant kanyl kapten karaktär karavan kardinal karneval karott karton karusell kasern kaskad
  kassett kastrull katakomb katalog katapult katastrof katedral kategori katt kavaj kavalkad klang klass klausur
  klient klinik klyft kod kohort koj koloni kolonn kolorit kommission kommun kompetens kompost kompromiss konferens
  konflikt konsekvens konsonant konst konsul konsult kontakt kontroll kopi korridor kostnad kostym kotlett kredit
  kris kristall krokodil kuliss kultur kulör kunskap kupong kurs kusin kust kvalitet kvart kvot kår labyrint larv
  last led legend lektion lektor leverans licens likör livré lokal lotion lott lunch lön magnat magnet makt mark
  marknad mask maskin maskot mast matador match matros medalj melodi meny metafor metall metod militär miljonär
  miniatyr minut mission mobil modell motion motor muskel must myt mytoman månad möbel narkoman nation natur neuron
  nisch nivå nomad norm not novell novis nyans nymf oas ocean omsorg orgasm orkan ort ottoman pagod paj paladin palm
  pamflett panel pantomim parabol parad paragraf parfym park parkett parodi part pastor patient patron patrull pedal
  pendyl pension pensé perenn period perrong person personal pest pilot pincett piruett pistol pistong plan planet
  platon plats platå plikt plym poet pokal polis ponton portal portion post pott poäng pralin preferens premiss
  present prestation princip prioritet procedur process produkt profess profet profil prognos projektil projektor
  promenad protes protest provins präst psalm punkt pyramid påskrift rabatt rad raket ramp ranson rapport rast
  ration recension reception receptor referens reflex reform refräng regel regim region regissör reklam rektor rekyl
  relation religion relik remiss renässans repertoar replik reptil republik respons rest restaurang resurs retort
  revisor revolt ridå risk rist rival robot roll roman romb rondell roulett ruin rutin saft sak salong sandal sardin
  satellit satir sats schablon schakal sekretär sektor sekvens sensor sergeant servett servitör session sfär signal
  signatur silhuett situation skandal skatt sketch skillnad skrift skuld skulptur slakt släkt smed soldat sonat sond
  sorg sort spalt spion spiral sponsor sport stab staffett start station staty stav stipendiat strategi strof
  struktur student stund substans subvention succé sufflör svit svulst symbol syn synd syntes säsong sång tabell
  tablett tablå takt talang talong tant tapet tariff teknik telefon temperatur tendens tenor tension teori terapeut
  terapi term termin terminal tes testator text textil tid tidskrift tinktur tjänst toalett tomt ton torped
  tradition tragedi trakt traktor transport triumf trofé trupp trust tub tulpan tunik tur turbin tvist tyrann tös
  underskrift undulat uniform union uppgift utgift utsikt utskrift vakt vampyr vandal variant vas ventil vers
  version vetenskap veteran vignett vinst virtuos vision visit vokabel volym vulkan vy vän växt zon zygot åsikt`)

const UMLAUT = pairs(`
  afton:aftnar and:änder bibel:biblar bok:böcker brand:bränder dotter:döttrar fot:fötter get:getter hand:händer
  ledamot:ledamöter morgon:morgnar natt:nätter rand:ränder rot:rötter semester:semestrar sommar:somrar son:söner
  stad:städer strand:stränder stång:stänger tand:tänder tång:tänger`)

const NEUTER = list(`
  ackord adjektiv adverb adverbial agremang alarm alternativ anbud anfall anlag anslag antal apotek arbetslag
  argument ark arkiv armband arrangemang attentat attribut avdrag avfall avslag avsnitt avstånd avtal avtryck bad
  band barn begrepp behov bekymmer ben berg besked beslag beslut bestånd besvär besök bett betyg bevis bibliotek
  bidrag bihang blad bleck block bolag bord bortfall brev brott bruk bryn bråck bråk bröd bröllop bröst bud budskap
  buller bäcken bär bål bås certifikat citat dagis dekanat departement diplom direktiv dis diskotek distrikt djup
  djur dokument don drag drev drägg däck däggdjur element engagemang entreprenörskap episkop exempel exemplar
  experiment fack fall fartyg fat fel fenomen filter fjäll fjät flor flyg fläsk foder fodral folk fordon format
  formulär foster fragment fundament fynd fält fång får fönster fönsterbleck förband förbud förbund fördrag företag
  förfall förhör förråd förslag försök förval galler gap gevär glas golv grepp gruff gryn gräl gränssnitt gupp gäng
  hagel halster handikapp hav hinder hjul honorar hopp hormon horn hot hotell hov hugg hus hål håll hår hörn ideal
  infall initiativ inlägg inslag institut instrument intag intryck intyg jobb järn kadaver kalas kaos kap kapell
  kapital kapitel kar kartotek kast kex kit kiv klimat klipp kliv kloster klot knack knep knytt knäck kollektiv
  konstverk kontor kontrakt korn kors kort krav kreatur krig krull krus krut kruts kryss kräk kummel kuvert kval
  kvarter kvitter kylskåp käk kärl kärr kök lag lager lakan landskap larm lass lavemang ledarskap legat lejon lik
  ljud ljus lock lod loft lopp läger län lån lås lödder löv magasin mandat manus material medborgarskap medel
  medlemskap membran memorial mikroskop mirakel missförstånd moln moment monument mord motiv motstånd mummel munspel
  murbruk mygg mynt mästerskap mål mått mönster mörker namn negativ nummer nyår näs nät objekt objektiv offer ok
  ollon ombud omslag orakel ord organ ornament otek paket pansar par parlament pass perspektiv piller plagg plakat
  plank plex plåster poem porträtt problem program projekt protokoll prov puder pulver pund päron påbud pålägg ras
  recept redskap referat register regn rekord resultat rev roder rov rus ryck räck råd råmaterial rån rör rös
  sakrament samband samfund samkväm samtal schakt sediment segel segment sekretariat sigill signalement sjok skaft
  skal skelett sken skepp skick skift skikt skinn skjul skop skott skrev skrin skydd skyfall skägg skäl skämt skärp
  skåp slag slott slut släp släpp snitt snår spann spektakel spel spett spex spjut spjäll spratt språk språng spån
  spår spörsmål staket stall stativ steg stetoskop stick stift sting stoft stopp straff streck stråk stup stygn
  ställ stål stånd stöd stön subjekt substantiv substitut sund svalg svar svek svin svärd symptom syndrom syskon
  system sällskap sätt sår tack tag tak tal team tecken teleskop tempel temperament tenn test testament tillstånd
  tillägg timmer ting tips torg torn torp trick tryck träd tråg tutorial tält tåg undantag under underlag unikat
  universitet uppdrag upplag uppslag urval utanförskap utbud utdrag utfall utkast utskott utslag utsläpp uttag
  uttryck valv vapen varv vatten veck verb verk verktyg vick vikariat villkor virus vrak vrål väder värn väsen våp
  ägg äktenskap ärr äventyr åk år överfall övergrepp`)

const NEUTER_OTHER = pairs(`
  batteri:batterier bi:bin bo:bon centrum:centrum datum:datum drama:dramer faktum:fakta finger:fingrar foder:foder
  foto:foton fängelse:fängelser garage:garage garn:garner gift:gifter gille:gillen gummi:gummin hjärta:hjärtan
  hormon:hormoner huvud:huvuden hygge:hyggen hänge:hängen hölje:höljen index:index intervall:intervaller
  intresse:intressen kafé:kaféer knippe:knippen knä:knän kompani:kompanier konto:konton kriterium:kriterier
  kvitto:kvitton laboratorium:laboratorier lack:lacker land:länder lexikon:lexikon medikament:medikamenter
  medium:medier minne:minnen museum:museer papper:papper parti:partier pergament:pergamenter piano:pianon
  pris:priser privilegium:privilegier protein:proteiner salt:salter schema:scheman seminarium:seminarier
  sinne:sinnen skri:skrin smycke:smycken spektrum:spektrum stadium:stadier stycke:stycken ställe:ställen tema:teman
  trä:trän tyg:tyger vin:viner värde:värden ämne:ämnen äpple:äpplen öde:öden öga:ögon öra:öron öre:ören`)

/** Nouns that have no plural in ordinary use. */
const COMMON_NO_PLURAL = list(`
  adel aska avel bensin blygsel bomull brådska bulk choklad danska ekonomi el energi engelska finska flykt folkhälsa
  franska frid frost frånvaro fukt fysik glans glädje grädde halm hets hetta hjälp hosta hunger hy hygien hälsa
  hänsyn ilska insyn inverkan juridik kemi koppar kraft kyla kännedom kärlek kål köld logistik luft längtan maj mat
  matematik medverkan mjölk moral musik norska nytta närvaro ohälsa ondska oro otur peppar politik polska prakt
  prosa punsch påverkan ro ryska rätt samvaro samverkan sand sekretess senap sjuka skötsel snö soda sprit statistik
  svenska sömn tillit tillsyn tillvaro tillväxt tobak torka torv trafik tran trivsel tro trängsel tvekan tyska törst
  ull ved vetskap vila vinäger välfärd väntan värme väta vård yrsel ävlan ångest åtkomst åverkan`)

const NEUTER_NO_PLURAL = list(`
  ansvar armod babbel bistånd blod bly damm fett fiske fläsk fusk försvar godis gods grus gräs guld hån hö högmod
  innanförskap jubel jämmer kaffe koffein kol kött latin liv lugn läder mjöl mod mörker prassel ris silver
  självförtroende slarv smicker smör snus socker sorl stoj syre tenn trots tvivel tålamod vete vilt virke virrvarr
  väte våld`)

function list(words: string): readonly string[] {
  return words.split(/\s+/u).filter((word) => word !== '')
}

function pairs(words: string): readonly (readonly [string, string])[] {
  return list(words).map((pair) => pair.split(':') as [string, string])
}

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
  { head: 'miljö', gender: 'common', plural: 'miljöer' },
  { head: 'historia', gender: 'common', plural: 'historier' },
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
  for (const [head, plural] of NEUTER_OTHER) put({ head, gender: 'neuter', plural })
  for (const head of MORE) put(head)
  return heads
}

const STRESSED = /^[^aeiouyåäö]+e[lrn]$|^(?:an|för|nack)?del$|(?:sten|gren|scen|panel|kapten|ben|spel|sel|men)$/u

/** nyckel → nycklar, pojke → pojkar, park → parker. */
export function pluralWithVowel(word: string, ending: 'ar' | 'er' | 'or'): string {
  const stem = /[^aeiouyåäö]e[lrn]$/u.test(word) && !STRESSED.test(word) ? syncopated(word) : word.replace(/[ae]$/, '')
  return stem + ending
}

/** The stem without its unstressed vowel: nyckel → nyckl, nummer → numr, vunnen → vunn. */
export function syncopated(word: string): string {
  const stem = word.slice(0, -2)
  const last = word[word.length - 1] ?? ''
  const single = stem.endsWith('mm') || (last === 'n' && stem.endsWith('nn'))
  return (single ? stem.slice(0, -1) : stem) + last
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

/** Words that other words only happen to end in: specialist, ansats, uppfattning. */
const ALONE = new Set(
  'list ting gran ask al en alm ek is tok lat rad ton ris ur ras nit rast term ed as arm- lo pol'.split(' '),
)

function canPrecede(word: string, start: number): boolean {
  if (word[start - 1] === '-') return true
  const rest = word.length - start
  if (ALONE.has(word.slice(start))) return false
  // ö, år and and end too many words to be trusted in a compound without a hyphen.
  if (rest < 3) return rest === 2 && start >= 5 && isVowel(word[start]) && word.slice(start) === 'år'
  if (start < 2) return false
  for (let i = 0; i < start; i++) if (isVowel(word[i])) return true
  return false
}
