/**
 * What a reader is told to do, in the imperative and the infinitive. Only verbs whose forms are no
 * noun or adjective too; that leaves out ”besök”, ”svar”, ”tack”.
 */
const VERBS =
  'anmäl anmäla ange använd använda avboka avbryt avbryta avsluta avsluta backa bekräfta bered beskriv beskriva beställ beställa betala bifoga boka byt byta fortsätt fortsätta fyll fylla följ följa förbered förbereda förklara gå ge ha hitta hämta höra hör identifiera installera jämför jämföra klicka komma kom komplettera kontakta kontrollera ladda logga lämna lägg lägga läsa läs lös lösa meddela öppna prata registrera ring ringa scanna se skapa skicka skriv skriva sluta söka spara starta stäng stänga säg säga ta tala titta tryck trycka undvik undvika uppdatera uppge utse vara var vänd vända vänta välj välja överklaga ändra öva'
const NOT_SURE = new Set([
  'hör',
  'var',
  'lös',
  'se',
  'kom',
  'tala',
  'ha',
  'tryck',
  'ring',
  'öva',
  'ta',
  'gå',
  'ge',
  'höra',
])
const CERTAIN_VERBS = new Set(VERBS.split(' ').filter((verb) => !NOT_SURE.has(verb)))

/** Endings that only nouns have; the word before them must be long enough to be a stem. */
const NOUN_ENDING =
  /^\p{Ll}{3,}(?:ning|ningen|ningar|ningarna|ering|eringen|eringar|eringarna|tion|tionen|tioner|tionerna|het|heten|heter|skap|skapet|tjänst|tjänsten|tjänster|avgift|avgiften|avgifter|uppgift|uppgiften|uppgifter|nummer|numret|ansökan)$/u

export type FirstWord = 'verb' | 'noun'

/** What kind of word a point begins with, where its form leaves no doubt. */
export function kindOfFirstWord(key: string): FirstWord | undefined {
  if (CERTAIN_VERBS.has(key)) return 'verb'
  return NOUN_ENDING.test(key) ? 'noun' : undefined
}
