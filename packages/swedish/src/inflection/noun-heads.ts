import { once } from '../once.js'
import type { Gender } from './grammar.js'
import { isVowel } from './spelling.js'

// Simple nouns whose gender or plural no ending tells. Compounds inherit from their last part, so a
// word here answers for all that end in it. Own compilation of common words; not meant to be complete:
// it serves words that come without grammar. A term in the bank declares its own.

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
  diagram gram gym hem kilogram lim program rim rum slem stim telegram`)
/** Words that only look like compounds of the above. */
const NOT_DOUBLED = new Set('forum serum kvorum spektrum centrum plektrum mantrum arum'.split(' '))

const COMMON_AR = list(`
  alm arm artikel ask asp avvisning axel back backe bakgård balk bas basker bebis biff bil bindel biskop bit bjälke
  bjässe björk björn blick blixt blogg bluff blus bläckfisk bock bod boll bonus borg borr borste boss bov box bro
  broms brud brunn bugg buk bulle bult bunke bunt bur burk buse buske buss bygel bäck bädd bänk båge bår båt chatt
  cirkel cirkus cykel dag dal deg del disk dom drake drottning dräng dröm duk dunk dusch dvärg dyrk dåre dörr ek en
  falk fidus filt fimp fink finne fisk fjärd fjäril flik flykting fläck fläkt fläns fogde fors frans fru fräkne
  främling furste fyr fälg fäll fågel fåle fördel gadd gaffel galge galt gam gamling gavel glugg gosse grabb gran
  granne grav gren greve grill grind gris grop gross gröt gud gång gård gök gördel haj hake hall hals halvlek hamn
  handske hane hanne hare harv hassel hatt herde herre hertig hink hiss hjord hjort hjälm hjälte holk holme hop hud
  hund huv hyvel häck häger hägg häl häll härd häst håv hög hök höst igel igelkott jarl jolle jord jude julle jäkel
  järv jätte kagge kaktus kalk kalv kam kapsel karl kavel kavle keps kil kille kis kittel kjol klack klaff klamp
  klapp klase klave klick klimax klimp kloss klots klubb klump klunk klöv knall knapp knekt kniv knop knopp knut
  knutte knöl kock koltrast kolv kompis konung kopp korg kork korp korv kotte krage kran krans krets krog krok kropp
  kross kub kudde kull kulle kung kuse kvarn kvast kvist kväll kyss kägel kälke kämpe kändis käpp kärve kätting köl
  labbe lagn lans lapp lax lek lem lind lo lots lugg lur lut lyft läm länk läpp lärling lök mack mage makrill mall
  mandel mangel mantel marulk mask matrikel mejsel mes mick moppe mugg munk mur myr måndag måne mård mås nackdel
  nacke nagel nalle narr nick nisse njure nos nubb nubbe nyckel näktergal näve nål orgel orm orre ost oxe oxel pall
  palt parkering partikel parvel pastej pendel peng penning pigg pik pil pinne pitch plattform plog plätt plåt pojke
  port potatis press prick prins propp pryl puckel pudel puls pump pung puss pust pyssling päls påle påse påve pöl
  racket ram rigg ring rink robot rock rulle rygg rännil räv rök rönn sabel sadel sal sax sedel seger sele sil sill
  simhall sits sjal sjukling själ sjö skalk skalle skans skarv sked skjuts skog skolgård skorsten skrake skrud skruv
  skräck skur skurk skyffel skylt skymt skytt skänk skänkel skärm skål sköld skörd sladd slang slant slav slev slips
  slyngel släde släng smyg smäll smörgås snabel snaps snibb snigel snodd snok snubbe snårskog sockel socken sol sork
  spade spark sparv spegel spets spik spindel spis spole spärr spång stack stake stam stav stege stek stekel sten
  stickel stig stil stjälk stjärt stock stol stolle stolpe stomme stork storm stropp strupe strut sträng stråke
  stråle stråt ström stubb stubbe stump stuv stängel stöt stövel sug sump sval svale svamp svan svans svarv svensk
  svärm syssling säck säl sälg säng såg såte söm taffel tagg tall tallrik tank tanke tapp tarm task tass teg
  testikel timme tistel titel tjur tjuv toddy tofs tok tolk tomte topp tork torsk trast tratt trollkarl tross
  trädgård träff tråd tröskel tull tumme tupp tuss tvestjärt tvilling tvätt tvål tysk tärning tår udd udde ugn
  ungdom unge utblick uv vagn vajer vall valp vante varg vask veke vev vigg vik vimpel vind vindel vinge vink vinkel
  virvel visp vråk vurm väg vägg vägren värd värk värld väst väv vålm vång våning vår yngling älg älv ände äng ängel
  ärm ättling å åker ål ås ö öring örn överste`)

const COMMON_ER = list(`
  admiral adress advokat affisch affär agent agentur akademi akt aktion aktör alg alkyl allergi allians allé alp
  ambulans analogi analys anod antenn apologi apparat arkad arkitekt armatur armé art asket aspekt atmosfär attack
  attest attityd audiens automat aveny avgift avsikt bal balans balett balkong ballad ballong banan bank barack
  baron barrikad basar bask bassäng bastion batalj bataljon beduin bekantskap bild biljett biograf biografi biopsi
  boj bomb bransch brant bredd brigad bris brist brons brosch broschyr bukett bukt butik bygd byggnad byrå byråkrat
  böld cell censor central chans chaufför chef cigarr cigarrett clown coach dam dans debatt defekt dekad dekal
  deklaration dekor delfin demokrat demokrati dental depå despot detalj detektiv diagnos diakon dialekt dialog
  diamant diet dimension diplomat direktör disciplin division docent doktor doktorand donation donator dos drift
  drog dryck dräkt dukt dygd effekt egenhet egenskap ekonomi elefant elektrod elev elit emigrant endemi energi enkät
  entré entusiast epidemi episod epok essens etapp etikett etyd fabel fabrik fabrikör faktor familj fanfar fantasi
  fantast farao farkost farm farmaceut fas fasad fasan festival fiber figur figurant fil film filosof filosofi filé
  final finans finess fjord flank flod fobi fond fontän form formel frakt fraktion fraktur fras fregatt frekvens
  frist frisyr frisör front frukt fröjd funktion fusion färd färg färs föreskrift galax garderob gas gemenskap gen
  general generation genre gest giraff gitarr grad gravyr grund grupp gräns gunst guvernör gymnasist gymnast gäst
  hallucination halt handskrift hangar harpun helg hermelin hierarki hord horisont hydrant hymn hypotes höjd
  ideologi idol idé ikon illusion impuls incident industri ingenjör insekt insikt inspektor instans instinkt
  institution intrig invit jakt journal jurist juvel kabaré kadens kadett kaj kalori kalsong kamel kamp kampanj
  kamrat kanal kandidat kanin kannibal kanon kanot kansler kant kanyl kapten karaktär karavan kardinal karneval
  karott karton karusell kasern kaskad kassett kastrull katakomb katalog katapult katarr katastrof katedral kategori
  katt kavaj kavaljer kavalkad klan klang klass klausur klient klinik klyft kod kohort koj koloni kolonn kolorit
  kommission kommun kompass kompetens kompost kompromiss konferens konflikt konsekvens konsonant konsul konsult
  konsument kontakt kontrast kontroll korridor kostnad kostym kotlett kredit kris kristall krokodil kuliss kultur
  kulör kunskap kupong kupp kur kurs kusin kust kvalitet kvart kvot kår labyrint larv last lavin led legend lektion
  lektor leverans licens likör litografi liturgi livré lokal lord lotion lott lunch lön magnat magnet makt mani mark
  marknad maskin maskot massaker mast matador match materia matros medalj melodi meny metafor metall metod militär
  miljonär miniatyr minut mission mobil modell moral motion motor muskel muslim must myt mytologi mytoman månad
  möbel narkoman nation natur neuron neuros nisch nivå nomad norm not novell novis nyans nymf oas ocean omsorg
  orgasm orkan ort ottoman pagod paj paladin palm palp pamflett panel pant pantomim parabol parad paragraf parfym
  park parkett parodi part pastor patient patron patrull pedal pendyl pension pensé perenn periferi period perrong
  person personal pest pilot pincett pingvin piruett pistol pistong plan planet plats platå plikt plym poet pokal
  polis ponton portal portion post pott poäng pralin preferens premiss present prestation princip prior prioritet
  procedur process produkt profet profil prognos projektil projektor promenad protes protest provins präst psalm
  punkt pyramid påskrift rabatt rad raket ramp ranson rapport rast ration ravin recension reception receptor
  referens reflex reform refräng regel regim region regissör reklam rektor rekyl relation religion relik remiss
  renässans repertoar replik repris reptil republik respons rest restaurang resurs retort revisor revolt ridå risk
  rist rival roll roman romb rondell roulett ruin rutin saft sak salong sandal sardin satellit satir sats scen
  schablon schakal sekretär sekt sektor sekvens sensor sergeant servett servitör session sfär signal signatur
  silhuett situation skandal skatt sketch skillnad skleros skrift skuld skulptur slakt släkt smed soldat sonat sond
  sopran sorg sort spalt spion spiral sponsor sport spray stab stafett start station staty stipendiat strategi strof
  struktur student stund substans subvention succé sufflör svit svulst symbol symmetri sympati syn synd syntes
  säsong sång tabell tablett tablå takt talang talong tant tapet tariff teism teknik teknologi telefon temperatur
  tendens tenor tension teori terapeut terapi term termin terminal terräng tes testator text textil tid tidskrift
  tinktur tjänst toalett tomat tomt ton torped tradition tragedi trakt traktor transport triumf trofé trupp trust
  tub tulpan tunik tur turbin tvist tyrann tös underskrift undulat uniform union uppgift utgift utsikt utskrift vakt
  vals vampyr vandal variabel variant vas ven ventil vers version vetenskap veteran vignett vinst violin virtuos
  vision visit vokabel volym vulkan vy vän växt yacht zon zygot ärt ätt åsikt ört`)

const WITH_PLURAL = pairs(`
  afton:aftnar and:änder anmälan:anmälningar ansökan:ansökningar bibel:biblar bok:böcker bokstav:bokstäver
  brand:bränder dotter:döttrar fordran:fordringar fot:fötter försäkran:försäkringar get:getter hand:händer
  inbjudan:inbjudningar ledamot:ledamöter morgon:morgnar natt:nätter nöt:nötter rand:ränder rot:rötter
  semester:semestrar sommar:somrar son:söner stad:städer strand:stränder stång:stänger tand:tänder tång:tänger`)

const NEUTER = list(`
  ackord adjektiv adverb adverbial aggregat agremang alarm alfabet alster alternativ anbud anfall anlag anrop anslag
  antal apotek arbetslag argument ark arkiv armband arr arrangemang arv attentat attribut avdrag avfall avslag
  avsnitt avstånd avtal avtryck axiom bad band barn barr befäl begrepp begär behag behov bekymmer ben berg besked
  beslag beslut bestånd besvär besök bett betyg bevis bibliotek bidrag bihang blad bleck block blomster bloss blot
  bolag bolster bord bortfall brev brosk brott bruk bryn bråck bråk bröd bröllop bröst bud budskap buller bäcken bär
  bål bås certifikat citat dagis dekanat departement derivat diadem diplom direktiv diskotek distrikt djup djur
  dokument don dop drag drev drägg dun dussin dygn däck däggdjur dåd edikt eksem element engagemang entreprenörskap
  episkop ess exempel exemplar experiment fabrikat fack fall fartyg fat fel fenomen fikon filter fjäll fjät flak
  flor flygplan fodral folk fordon format formulär foster fragment fundament fynd fält fång får fönster fönsterbleck
  förband förbud förbund fördrag företag förfall förhör förråd förslag försök galler gap garnityr gehäng gevär
  gitter glas golv grepp grin gruff gryn gräl gränssnitt gupp gäng hagel hallon halster halvår handikapp hang hav
  heat helgon hinder hjon hjul honorar hopp horn hospice hot hotell hov hugg humör hus hål håll hår hölster hörn
  ideal implantat infall initiativ inlägg inslag institut instrument intag intryck intrång intyg jobb järn kabinett
  kadaver kalas kaos kapell kapital kapitel kar kartotek kast kex kit kiv klimat klipp kliv kloster klot kluster
  knack knep knäck kok kollektiv kolon koncept konstverk kontor kontrakt korn korrektur kors kort krav kreatur
  kreditiv krig krull krus kryp kryss kräk kummel kuvert kval kvarter kvitter kylskåp käk kärl kärr kök kön köp lag
  lager lakan laminat landskap larm lasarett lass lavemang ledarskap legat lejon lik ljud ljus lock lod loft lok
  lopp lov läger län lån lår lås löv magasin mail mandat manifest manus manuskript massiv material medborgarskap
  medel medlemskap membran memorial mikroskop mirakel missförstånd moln moment monopol monster monument mord motiv
  motstånd mummel munspel mygg mynt mys mästerskap mål mått mönster mörker namn nav negativ nummer nyår näs nät
  objekt objektiv odjur offer ok ollon ombud omslag orakel ord organ ornament otek paket palats pansar par parlament
  particip pass perspektiv piller plagg plakat plank plommon plåster poem porträtt positiv postulat prejudikat
  preparat problem proffs projekt prospekt protokoll prov puder pulver pund pussel päron påbud påfund påhitt pålägg
  ras raster recept redskap referat register regn rekord rep reservat resultat rev roder rop rov rus russin ryck
  räck råd råmaterial rån rön rör rös sakrament samband samfund samkväm samtal schakt sediment segel segment
  sekretariat servitut set sigill signalement sjok skaft skal skalv skelett sken skepp skick skift skikt skinn skjul
  skop skott skov skratt skred skrev skrik skrin skydd skyfall skägg skäl skämt skär skärp skåp slag slott slut släp
  släpp smultron snitt snår spann spant spektakel spel spett spex spjut spjäll spratt språk språng spröt spygatt
  spån spår spörsmål staket stall stativ steg stetoskop stick stift sting stoft stop stopp straff streck stråk stup
  stygn styng ställ stängsel stänk stål stånd stöd stön subjekt substantiv substitut sund svalg svar svek svin svärd
  symptom symtom syndikat syndrom syskon system sällskap sätt sår tack tag tak tal team tecken tegel teleskop tempel
  temperament tenn teorem test tillbehör tillstånd tillägg timmer ting tips tjut topplock torg torn torp trick troll
  tryck träd träsk tråg tutorial tält tåg undantag under underlag unikat universitet uppdrag upplag uppror uppslag
  urval utanförskap utbud utdrag utfall utkast utskott utslag utsläpp uttag uttryck val valv vapen varsel varv
  vatten veck verb verk verktyg vick vikariat villkor virus vrak vrål väder värn värv väsen våp yngel ägg äktenskap
  ärr äventyr åk år ödem ögonblick överfall övergrepp`)

const NEUTER_OTHER = pairs(`
  batteri:batterier bi:bin bo:bon bygge:byggen center:center centrum:centrum datum:datum delta:deltan drama:dramer
  elände:eländen faktum:fakta fiasko:fiaskon finger:fingrar fly:flyn foder:foder foto:foton fotografi:fotografier
  fängelse:fängelser garage:garage garn:garner geni:genier gift:gifter gille:gillen gummi:gummin gänge:gängen
  histamin:histaminer hjärta:hjärtan hormon:hormoner huvud:huvuden hygge:hyggen hänge:hängen hölje:höljen
  index:index intervall:intervaller intresse:intressen kafé:kaféer kansli:kanslier knippe:knippen knä:knän
  kompani:kompanier konto:konton kriterium:kriterier kvitto:kvitton laboratorium:laboratorier lack:lacker
  land:länder lexikon:lexikon medikament:medikamenter medium:medier minne:minnen museum:museer papper:papper
  parti:partier pergament:pergamenter piano:pianon pris:priser privilegium:privilegier protein:proteiner rike:riken
  samhälle:samhällen schema:scheman seminarium:seminarier sinne:sinnen skri:skrin smycke:smycken snille:snillen
  spektrum:spektrum spö:spön stadium:stadier strå:strån stycke:stycken ställe:ställen tema:teman
  tillfälle:tillfällen trä:trän tyg:tyger umgänge:umgängen vax:vaxer vin:viner värde:värden yrke:yrken ämne:ämnen
  äpple:äpplen öde:öden öga:ögon öra:öron öre:ören`)

/** Nouns that have no plural in ordinary use. */
const COMMON_NO_PLURAL = list(`
  adel anda aska astma avel avund bensin blygsel blåst bomull boskap brådska bulk börd cellulosa censur choklad dagg
  danska diplomati dvala el eld engelska etik finska flit flykt folkhälsa fostran fotboll franska frid frost fruktan
  frånvaro fukt fysik föda glans glädje golf gotik gotiska grekiska grädde gympa halka halm handboll handel havre
  heder hets hetta hjälp hockey hosta humor hunger hy hygien hälsa hämnd hänsyn högfärd ilska imma insyn inverkan
  iver jazz juridik jäst kemi kinesiska klagan koll konst koppar kost kraft krasse kyla kännedom kärlek kål köld
  ljung logistik luft lyrik lyx längtan maj marmor massage mat matematik medverkan mens metodik mjölk motorik musik
  märg mässing måga nederbörd norska nytta närvaro nåd nöd ohälsa olja ondska optik oro otur peppar persilja politik
  polska prakt prosa proviant publik punsch puts påverkan ro romantik rost ryska rädsla rätt råg röntgen röta
  salpeter samvaro samverkan sand sekretess senap service sikt sirap sjuka sjöfart skorv skärpa skötsel snuva snö
  soda sot sprit statik statistik stress svenska svett symbolik säd sämja sömn tennis terror tillit tillsyn tillvaro
  tillväxt tobak torka torv trafik tran trivsel tro trängsel trängtan tröst tukt turbulens tvekan tyska törst ull
  ved vetskap vila vinäger välfärd väntan värme väta vård yrsel ära ärg ättika ävlan ånger ångest åtkomst åverkan
  öst`)

const NEUTER_NO_PLURAL = list(`
  agg allvar aluminium ansvar armod artilleri babbel beck beroende bistånd blod bly bläck brak brus damm dis etter
  fett fiffel fiske flimmer flyg fläsk fusk fylleri förakt fördärv förnuft förstånd försvar förtryck godis gods
  grums grus gräs guld göra hat helium hån hö högmod innanförskap inseende jubel jämmer kaffe kalium kel kitt klirr
  klister koffein kol krams krut kurage kött latin lin liv lugn läder lödder mjöl mod mos murbruk mögel patos plock
  prassel raseri rassel ris rytteri salt schack sex siden silver självförtroende skimmer skrammel skrot skryt skum
  slam slarv slask smicker smör snack snus socker sorl spad spill spionage spott stoj stryk syre trassel trots tugg
  tvivel tvång tålamod uppehälle vansinne vetande vete vett vilt virke virrvarr väte våld ylle`)

function list(words: string): () => readonly string[] {
  return () => words.split(/\s+/u).filter((word) => word !== '')
}

function pairs(words: string): () => readonly (readonly [string, string])[] {
  return () => list(words)().map((pair) => pair.split(':') as [string, string])
}

const DOUBLED_COMMON = pairs(
  'dam:damer kam:kammar stam:stammar lem:lemmar rem:remmar dröm:drömmar söm:sömmar ström:strömmar mun:munnar gom:gommar bom:bommar lom:lommar töm:tömmar våm:våmmar vän:vänner ham:hammar',
)

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
  { head: 'hammare', gender: 'common', plural: 'hamrar' },
  { head: 'kammare', gender: 'common', plural: 'kamrar' },
  { head: 'officer', gender: 'common', plural: 'officerare', definite: 'officeren' },
  { head: 'hustru', gender: 'common', plural: 'hustrur' },
  ...['studerande', 'resande', 'ordförande', 'närstående'].map(
    (head) => ({ head, gender: 'common', plural: head }) as const,
  ),
  { head: 'flaska', gender: 'common', plural: 'flaskor' },
  { head: 'sjuksyster', gender: 'common', plural: 'sjuksystrar' },
  { head: 'guide', gender: 'common', plural: 'guider' },
  { head: 'jungfru', gender: 'common', plural: 'jungfrur' },
  { head: 'toffel', gender: 'common', plural: 'tofflor' },
  { head: 'åder', gender: 'common', plural: 'ådror' },
  { head: 'våg', gender: 'common', plural: 'vågor' },
  { head: 'passage', gender: 'common', plural: 'passager' },
  { head: 'same', gender: 'common', plural: 'samer' },
  { head: 'klo', gender: 'common', plural: 'klor' },
  { head: 'förmåga', gender: 'common', plural: 'förmågor' },
  { head: 'miljö', gender: 'common', plural: 'miljöer' },
  { head: 'historia', gender: 'common', plural: 'historier' },
  { head: 'ros', gender: 'common', plural: 'rosor' },
  { head: 'data', gender: 'neuter', plural: 'data', definite: 'datat' },
]

/** How each noun is inflected, by what its list says of all that are in it: a page asks about few of them. */
function compile(): ReadonlyMap<string, (head: string) => NounHead> {
  const heads = new Map<string, (head: string) => NounHead>()
  const put = (words: readonly string[], inflected: (head: string) => NounHead): void => {
    for (const word of words) heads.set(word, inflected)
  }
  put(COMMON_NO_PLURAL(), (head) => ({ head, gender: 'common', plural: false }))
  put(NEUTER_NO_PLURAL(), (head) => ({ head, gender: 'neuter', plural: false }))
  put(COMMON_AR(), (head) => ({ head, gender: 'common', plural: pluralWithVowel(head, 'ar') }))
  put(COMMON_ER(), (head) => ({ head, gender: 'common', plural: pluralWithVowel(head, 'er') }))
  put(NEUTER(), (head) => ({ head, gender: 'neuter', plural: head }))
  put(DOUBLED_NEUTER(), (head) => ({ head, gender: 'neuter', plural: head, definite: `${head}${head.at(-1)}et` }))
  for (const [word, plural] of [...WITH_PLURAL(), ...DOUBLED_COMMON()]) {
    heads.set(word, (head) => ({ head, gender: 'common', plural }))
  }
  for (const [word, plural] of NEUTER_OTHER()) heads.set(word, (head) => ({ head, gender: 'neuter', plural }))
  for (const known of MORE) heads.set(known.head, () => known)
  return heads
}

const STRESSED = /^[^aeiouyåäö]+e[lrn]$|^(?:an|för|nack)?del$|(?:sten|gren|scen|panel|kapten|ben|spel|men)$/u

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

const heads = once(compile)
const LONGEST = 16

/** The longest listed noun that `word` is or ends in, when what is left can be a first part. */
export function nounHead(word: string): NounHead | undefined {
  if (NOT_DOUBLED.has(word)) return undefined
  for (let start = Math.max(0, word.length - LONGEST); start < word.length; start++) {
    const last = word.slice(start)
    const inflected = heads().get(last)
    if (inflected && (start === 0 || canPrecede(word, start))) return inflected(last)
  }
  return undefined
}

const ALONE = new Set('list ting aska al en alm ek is tok lat ton ur ras nit rast term ed as lo pol'.split(' '))

function canPrecede(word: string, start: number): boolean {
  if (word[start - 1] === '-') return true
  const rest = word.length - start
  if (ALONE.has(word.slice(start))) return false
  // ö, år and and end too many words to be trusted in a compound without a hyphen.
  if (rest < 3) return rest === 2 && start >= 5 && isVowel(word[start]) && word.slice(start) === 'år'
  if (start < 2 || (word[start - 1] === word[start] && word[start] === 'f')) return false
  for (let i = 0; i < start; i++) if (isVowel(word[i])) return true
  return false
}
