/** Words that say nothing about what somebody needs help with. As keys. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `jag du han hon hen vi ni de dem man mig dig sig oss er en ett den det denna detta dessa min mitt mina din ditt dina sin
  sitt sina vår vårt våra hans hennes deras och eller men att som om på i av för till från med vid hos åt ur över under efter
  innan mellan utan är var vara varit blir bli blev blivit har hade haft ha ska skulle vill kan kunde kunna måste får fick få
  fått göra gör gjorde gjort hur vad när vem vilken vilket vilka varför där här då nu så ju bara också mycket lite alla
  allt någon något några ingen inget inga annan annat andra hela sådan själv igen redan än tror behöver vet finns gå går
  gått gick kommer komma kom ta tar tog tagit ska åka på`.split(/\s+/u),
)

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
  ['barn', 'son', 'dotter', 'unge', 'bebis', 'tonåring'],
  ['medicin', 'läkemedel', 'tablett', 'piller'],
  ['räkning', 'faktura', 'avgift', 'betala'],
  ['pengar', 'ekonomi', 'inkomst', 'hyra', 'råd'],
  ['jobb', 'arbete', 'arbetsgivare', 'jobba', 'arbeta'],
  ['ont', 'värk', 'smärta'],
  ['ångest', 'oro', 'orolig', 'nedstämd', 'deprimerad', 'ledsen'],
  ['sova', 'sömn', 'sömnlös', 'vaken'],
  ['bråka', 'gräla', 'konflikt', 'osams', 'skilja'],
  ['ändra', 'byta', 'flytta', 'omboka', 'avboka'],
  ['missnöjd', 'klaga', 'klagomål', 'felbehandlad'],
  ['bil', 'buss', 'körkort', 'resa', 'skjuts'],
  ['slut', 'förnya', 'påfyllning'],
  ['app', 'mobil', 'telefon', 'surfplatta'],
  ['prov', 'test', 'testa'],
  ['utlandet', 'utomlands', 'spanien'],
  ['läsa', 'se', 'titta', 'visa'],
  ['sjuk', 'sjukdom', 'förkyld', 'feber', 'symtom'],
]
