import type { Gender } from '../inflection/grammar.js'

/**
 * The words of Swedish that can be listed once and for all: determiners, pronouns, prepositions,
 * conjunctions, the adverbs of a sentence, copulas and auxiliaries. All keys are word keys (see
 * `wordKey`). Source: general Swedish grammar (Svenska Akademiens språklära, chapters on
 * pronouns, adverbs and prepositions); the lists are our own.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** What a determiner says about the noun phrase it opens. */
export interface Determiner {
  /** The form of the adjectives after it: en **ny** app, min **nya** app. */
  readonly adjective: 'strong' | 'weak'
  /** The form of the noun after it: en **app**, den nya **appen**. Demonstrative `den` takes both. */
  readonly noun: 'indefinite' | 'definite' | 'either'
  readonly number?: 'singular' | 'plural'
  readonly gender?: Gender
  /** The same determiner before a noun of the other gender. Absent when it does not show gender. */
  readonly otherGender?: string
  readonly kind: 'article' | 'demonstrative' | 'possessive' | 'quantifier' | 'genitive'
}

/** Pairs of one kind: the form before an en-word and before an ett-word. */
function pairs(list: string, shared: Pick<Determiner, 'adjective' | 'noun' | 'kind'>): [string, Determiner][] {
  return list
    .trim()
    .split(/\s+/u)
    .flatMap((pair): [string, Determiner][] => {
      const [common, neuter] = pair.split('/') as [string, string]
      return [
        [common, { ...shared, number: 'singular', gender: 'common', otherGender: neuter }],
        [neuter, { ...shared, number: 'singular', gender: 'neuter', otherGender: common }],
      ]
    })
}

const each = (list: string, determiner: Determiner): [string, Determiner][] =>
  [...words(list)].map((word) => [word, determiner])

export const determiners: ReadonlyMap<string, Determiner> = new Map<string, Determiner>([
  ...pairs('en/ett', { adjective: 'strong', noun: 'indefinite', kind: 'article' }),
  ...pairs(
    'någon/något nån/nåt ingen/inget vilken/vilket annan/annat sådan/sådant sån/sånt all/allt mången/månget varannan/vartannat varenda/vartenda hurdan/hurdant varsin/varsitt endera/ettdera',
    { adjective: 'strong', noun: 'indefinite', kind: 'quantifier' },
  ),
  ...each('varje', { adjective: 'strong', noun: 'indefinite', number: 'singular', kind: 'quantifier' }),
  ...pairs('min/mitt din/ditt sin/sitt vår/vårt er/ert', {
    adjective: 'weak',
    noun: 'indefinite',
    kind: 'possessive',
  }),
  ...each('mina dina sina våra era', { adjective: 'weak', noun: 'indefinite', number: 'plural', kind: 'possessive' }),
  ...each('hans hennes hens dess deras ens vars vems vilkas allas någons ingens varandras bådas', {
    adjective: 'weak',
    noun: 'indefinite',
    kind: 'possessive',
  }),
  ...pairs('denna/detta', { adjective: 'weak', noun: 'indefinite', kind: 'demonstrative' }),
  [
    'denne',
    {
      adjective: 'weak',
      noun: 'indefinite',
      number: 'singular',
      gender: 'common',
      otherGender: 'detta',
      kind: 'demonstrative',
    },
  ],
  ...each('dessa', { adjective: 'weak', noun: 'indefinite', number: 'plural', kind: 'demonstrative' }),
  ...pairs('den/det', { adjective: 'weak', noun: 'either', kind: 'article' }),
  ...each('de dom', { adjective: 'weak', noun: 'either', number: 'plural', kind: 'article' }),
  ...each('samma nästa följande nedanstående ovanstående föregående ifrågavarande motsvarande', {
    adjective: 'weak',
    noun: 'indefinite',
    kind: 'demonstrative',
  }),
  ...each(
    'flera fler många några nåra inga få färre samtliga vissa somliga åtskilliga otaliga diverse vilka sådana såna två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio hundra tusen hundratals tusentals tiotals dussintals',
    { adjective: 'strong', noun: 'indefinite', number: 'plural', kind: 'quantifier' },
  ),
  ...each('alla båda bägge', { adjective: 'weak', noun: 'either', number: 'plural', kind: 'quantifier' }),
])

/**
 * Words before a definite noun phrase that has no article of its own until an adjective comes:
 * hela appen, hela **den** nya appen. A new article goes after them.
 */
export const predeterminers = words('hela halva själva alla båda bägge')

/**
 * Weak modifiers that may stand before a definite noun without an article (första appen). When
 * the noun gets another adjective, the article goes before them: den första nya appen.
 */
export const barelyDefinite = words(
  `ena andra första tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte sista förra senaste
   enda bästa största minsta närmaste nuvarande dåvarande tidigare övre nedre yttre inre högra vänstra nya gamla stora lilla
   befintliga aktuella svenska nationella regionala kommunala nämnda vanliga`,
)

/** Nouns of measure whose genitive leaves the adjective strong: två dagars **nytt** besök. */
export const measureGenitives = words(
  'sekunders minuters timmars dagars dygns nätters veckors månaders kvartals terminers års kronors meters kilometers kilos grams procents graders slags sorts typs',
)

/** Nouns after which a bare noun is in the plural: antalet **besök**. */
export const pluralHeads = words('antal antalet mängd mängder mängden par flertal flertalet fåtal rad majoriteten')

/** Pronouns that are a subject and nothing else. */
export const subjectPronouns = words('jag du vi ni han hon hen man de dom')
/** The reflexive pronoun of each subject. */
export const reflexives: ReadonlyMap<string, string> = new Map([
  ['jag', 'mig'],
  ['du', 'dig'],
  ['vi', 'oss'],
  ['ni', 'er'],
  ['han', 'sig'],
  ['hon', 'sig'],
  ['hen', 'sig'],
  ['man', 'sig'],
  ['de', 'sig'],
  ['dom', 'sig'],
])
export const objectPronouns = words('mig dig oss er honom henne hen dem den det sig')
export const pronouns = words(
  'jag du vi ni han hon hen man de dom mig dig oss er honom henne dem sig den det denna detta dessa vem vad vilken vilket vilka som någon något några ingen inget alla allt allting ingenting någonting varandra',
)

export const prepositions = words(
  `i på av till för med från om vid hos mot under över efter före genom mellan bland utan inom utom utanför innanför
   ovanför nedanför bakom framför bredvid intill enligt via per trots kring omkring runt åt ur sedan längs utefter utmed
   gällande rörande angående beträffande avseende inklusive exklusive förutom tillsammans jämte sen förbi igenom
   utifrån gentemot tack`,
)

export const coordinators = words('och eller samt respektive men & och/eller resp')
export const subjunctions = words(
  'att om när då eftersom medan innan så fast fastän trots ifall huruvida tills sedan såvida därför liksom som än ju där dit vart var hur varför vad',
)

/** Adverbs that stand between a finite verb and what follows it, or before a predicative. */
export const sentenceAdverbs = words(
  `inte ej icke aldrig alltid alltså antagligen bara blott da då därefter därför därmed dessutom däremot dock egentligen
   endast exempelvis faktiskt fortfarande fortsatt förmodligen först gärna genast givetvis helst heller här hittills ibland
   idag igen ikväll imorgon ju just kanske knappast längre ännu lite möjligen naturligtvis nog normalt nu numera nämligen
   också ofta oftast omedelbart redan rent sannolikt sedan sen snarast snart säkert så sålunda sällan tidigare tillfälligt
   troligen trots tyvärr vanligen vanligtvis väl verkligen visserligen återigen även åter där direkt snabbt enkelt automatiskt
   själv själva tillbaka hem dit hit ut in upp ner ned fram bort kvar nere uppe inne ute borta framme hemma igång`,
)
/** Adverbs of degree: they stand before an adjective and change nothing. */
export const degreeAdverbs = words(
  `både varken mycket väldigt helt ganska rätt så för alltför lite något mer mest mindre minst extra väl nästan delvis särskilt
   speciellt lika ännu ytterst oerhört fullt tillräckligt betydligt mera olika bara minst högst allt nog långt`,
)

/** Verbs that join a subject with a predicative that agrees with it. Finite and infinite forms. */
export const copulas = words(
  `är var vara varit bli blir blev blivit blivi verkar verkade verka verkat anses ansågs anse ansetts känns kändes kännas känts
   förblir förblev förbli tycks tycktes tyckas ter framstår upplevs upplevdes upplevas låter bedöms bedömdes bedömas räknas
   ser hålls hölls hållas hållits görs gjordes göras gjorts lämnas lämnades står ligger stod låg förklaras finns fanns finnas`,
)
/** Verbs that take an object and a predicative about it: gör appen **säker**. */
export const objectPredicativeVerbs = words(
  'gör gjorde göra gjort görs håll håller höll hålla hållit ha har hade haft få får fick fått anser ansåg finner fann finna lämnar lämnade lämna vill hitta hittar hittade göras gjordes',
)
/** After these comes an infinitive. */
export const modals = words(
  `ska skall skulle kan kunde kunna kunnat måste bör borde böra vill ville vilja velat får fick få fått brukar brukade bruka
   behöver behövde behöva behövt tänker tänkte hinner hann orkar slipper slapp vågar tycks verkar lär må måtte börjar började
   börja fortsätter försöker försök försöka låt låter låta lät kommer`,
)
/**
 * Modals that are as often the main verb, with a noun after them or last in their clause: ”får **besök**”, ”om du inte
 * **kommer**”, ”den vård du **får**”.
 */
export const mainVerbsToo = words(
  `får fick få fått behöver behövde behöva behövt vill ville vilja velat kommer låt låter låta lät börjar började börja
   fortsätter försöker försök försöka`,
)
/** After these comes a supine. */
export const perfectAuxiliaries = words('har hade ha haft')

/** Common verb forms that shape alone would take for a noun, an adjective or a genitive. */
export const commonVerbs = words(
  `använd sänd vänd tänd finns fanns finnas funnits är var vara blir blev bli har hade ha gör gjorde göra ger gav ge ges tar tog ta tas går gick gå
   får fick få kommer kom komma ser såg se ses står stod stå ligger låg ligga sitter satt sitta säger sade sa säga vet visste
   veta heter hette heta betyder innebär avser gäller krävs krävdes kräver behövs behövdes behöver används använde använder
   använda används användes skickas skickades skickar skicka skapas skapar skapa skapade visas visades visar visa öppnas
   öppnar öppna öppnade stängs stänger stäng stänga erbjuds erbjuder erbjuda erbjöd läs läser läsa läste skriv skriver skriva
   skrev välj väljer välja valde hitta hittar hittade hittas boka bokar bokade bokas ring ringer ringa ringde logga loggar
   loggade följ följer följa följde följs kallas kallades kallar lämna lämnar lämnade lämnas ordna ordnas varnas värnas lånas
   betala betalar betalas betalade ersätter ersätta ersatte ersätts saknas saknar saknade hanteras hanterar hantera anges anger
   ange angav byt byter byta bytte starta startar startade startas ladda laddar laddade laddas spara sparar sparas sök söker
   söka sökte söks kontakta kontaktar kontaktade beställ beställer beställa installera installerar installerade installeras
   uppdatera uppdaterar uppdaterade uppdateras besök besöker besöka besökte besöks lyckas hoppas trivs tycks minns känns
   beslutas fungerar fungera fungerade stödjer stöder hjälper hjälp hjälpa hjälpte handlar handla låt låter låta ändra ändrar
   granska granskar kontrollera kontrollerar registrera registrerar rapportera rapporterar meddela meddelar kunna bör klicka
   klickar tryck trycker fyll fyller hämta hämtar hämtas lägg lägger lägga avsluta avslutar lanserar lanseras lanserades
   inför införs införde ersattes publicerar publiceras besvara besvarar testa testar prova provar utveckla utvecklar utvecklas
   driva driver drivs rensa rensar vill ska kan måste bruka utvärdera utvärderar bygga bygger byggs samla samlar samlas ta
   begär begära godkänna godkänner gillar gilla föredrar älskar vända vänder tacka tackar nå når nås nådde`,
)

/** Weak adjectives that are infinitives and imperatives too. */
export const alsoVerbs = words(
  'vända sända använda öppna säkra fria klara jämna lätta rena tysta tända låsta friska trötta trygga snabba korta glada värna öva fasta leda lugna jobba',
)

/** Usual first names, for telling ”Annas” from a verb in -s at the start of a sentence. */
export const firstNames = words(
  `anna maria eva karin kristina lena sara emma elin malin johanna linda amanda ida sofia alice maja elsa ella lisa åsa helena
   marie ingrid birgitta margareta jenny hanna ulla mona fatima aisha erik lars karl anders johan per nils lennart mikael jan hans peter olle
   jonas andreas tobias mattias thomas tomas klas marcus niklas oskar viktor elias hugo liam noah lucas adam ali mohammed ahmed fredrik daniel magnus stefan sven gustav emil björn mats`,
)

/** Everything in the lists above that can never be an adjective or a noun before the matched noun. */
export const functionWords: ReadonlySet<string> = new Set([
  ...determiners.keys(),
  ...pronouns,
  ...prepositions,
  ...coordinators,
  ...subjunctions,
  ...copulas,
  ...modals,
  ...perfectAuxiliaries,
])
