/** Words that say nothing about what somebody needs help with. As keys. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `jag du han hon hen vi ni de dem man mig dig sig oss er en ett den det denna detta dessa min mitt mina din ditt dina sin
  sitt sina vår vårt våra hans hennes deras och eller men att som om på i av för till från med vid hos åt ur över under efter
  innan mellan utan är var vara varit blir bli blev blivit har hade haft ha ska skulle vill kan kunde kunna måste får fick få
  fått göra gör gjorde gjort hur vad när vem vilken vilket vilka varför där här då nu så ju bara också mycket lite alla
  allt någon något några ingen inget inga annan annat andra hela sådan själv igen redan än tror behöver vet finns gå går
  gått gick kommer komma kom ta tar tog tagit ska åka på längre länge ofta alltid snart kanske väldigt jätte ganska helt
  mer mest flera många samma fast ens dock ändå sedan sen väl visst faktiskt egentligen behövde behöva börja börjat började
  försöker försökt hej snälla tack undrar vart`.split(/\s+/u),
)

/** Words that say who, where or when and not what: they count for less than the others. As keys. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `inte ej aldrig hemma hem dag år tid tiden hjälp hjälpa hjälper händer
  barn barnet barnen barns
  mamma mammas pappa pappas mor far mormor morfar farmor farfar fru sambo bror syster vän`.split(/\s+/u),
)

/** Begins the name of an idea among stems; no word can. */
export const IDEA_MARK = '='
export const isIdea = (stem: string): boolean => stem.startsWith(IDEA_MARK)

/**
 * Everyday words that people use for the same thing. Each row is one idea; the words are keys in their
 * base form. Own compilation, kept small on purpose: a row too many pulls the wrong answers up.
 */
export const SAME_IDEA: readonly (readonly string[])[] = [
  [
    'mamma',
    'mor',
    'pappa',
    'far',
    'förälder',
    'föräldrar',
    'mormor',
    'morfar',
    'farmor',
    'farfar',
    'anhörig',
    'närstående',
  ],
  ['barn', 'son', 'dotter', 'unge', 'bebis', 'tonåring', 'flicka', 'pojke'],
  ['fru', 'sambo', 'partner', 'pojkvän', 'flickvän', 'make', 'maka', 'gubbe'],
  ['vän', 'kompis', 'väninna'],
  ['ung', 'tonåring', 'ungdom', 'tonåren'],
  ['gammal', 'äldre', 'åldring', 'pensionär'],
  ['läkare', 'doktor', 'doktorn', 'husläkare', 'överläkare'],
  ['sköterska', 'sjuksköterska', 'syster'],
  ['medicin', 'läkemedel', 'tablett', 'piller'],
  ['räkning', 'faktura', 'avgift', 'betala'],
  ['kosta', 'kostar', 'kostnad', 'pris', 'dyr', 'avgift'],
  ['pengar', 'ekonomi', 'inkomst', 'hyra', 'fattig'],
  ['skuld', 'lån', 'inkasso', 'kronofogden'],
  ['jobb', 'arbete', 'arbetsgivare', 'jobba', 'arbeta', 'arbetslös'],
  ['ont', 'värk', 'smärta', 'värker'],
  ['ångest', 'oro', 'orolig', 'nedstämd', 'deprimerad', 'ledsen'],
  ['prata', 'samtal', 'tala', 'samtala'],
  ['sova', 'sömn', 'sömnlös', 'vaken', 'somna'],
  ['trött', 'orkar', 'utmattad', 'slut', 'utbränd'],
  ['bråka', 'gräla', 'konflikt', 'osams', 'skilja', 'skilsmässa', 'skils'],
  ['slår', 'slagen', 'misshandlar', 'misshandel', 'våld', 'hotar', 'stryper'],
  ['dö', 'dött', 'död', 'avliden', 'avlidit', 'dog', 'gick bort'],
  ['dricker', 'super', 'alkohol', 'full'],
  ['svalde', 'svalt', 'sväljer'],
  ['kramp', 'kramper', 'krampanfall', 'krampar'],
  ['alvedon', 'panodil', 'ipren', 'paracetamol', 'tablett'],
  ['knarkar', 'droger', 'narkotika', 'missbruk', 'beroende', 'hasch'],
  ['ändra', 'byta', 'omboka', 'avboka', 'ställa'],
  ['missnöjd', 'klaga', 'klagomål', 'felbehandlad', 'anmäla'],
  ['bil', 'buss', 'körkort', 'resa', 'skjuts'],
  ['taxi', 'skjuts', 'sjukresa'],
  ['slut', 'förnya', 'påfyllning'],
  ['app', 'mobil', 'telefon', 'surfplatta'],
  ['nätet', 'internet', 'digitalt', 'dator', 'webben'],
  ['prov', 'test', 'testa'],
  ['spruta', 'vaccin', 'vaccinera', 'vaccination'],
  ['utlandet', 'utomlands', 'spanien'],
  ['läsa', 'se', 'titta', 'visa'],
  ['sjuk', 'sjukdom', 'förkyld', 'feber', 'symtom'],
  ['gravid', 'graviditet', 'havande'],
  ['trasig', 'sönder', 'kaputt'],
  ['vänta', 'väntat', 'kö', 'väntan', 'väntetid'],
  ['bo', 'bostad', 'lägenhet', 'boende'],
  ['ramla', 'ramlar', 'faller', 'fallit', 'trillar', 'trillat'],
  ['glömmer', 'glömsk', 'minne', 'minnet', 'minns'],
]
