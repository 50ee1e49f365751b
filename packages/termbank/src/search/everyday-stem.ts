/**
 * Endings that Swedish inflection adds, longest first. Cutting them brings a word's forms together for
 * the guide, where a wrong guess costs a place in a list. Terms are never matched this way: their
 * forms are declared.
 */
const ENDINGS = [
  'arnas',
  'ernas',
  'ornas',
  'heten',
  'andes',
  'arna',
  'erna',
  'orna',
  'ande',
  'ende',
  'ades',
  'aste',
  'ade',
  'are',
  'ast',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'an',
  'na',
  'as',
  'es',
  'at',
  'de',
  'te',
  'it',
  'a',
  'e',
  's',
  't',
].sort((a, b) => b.length - a.length)

const SHORTEST_STEM = 3

/** The word without its ending: `körde`, `köra` and `kör` give `kör`. At least three letters are left. */
export function everydayStem(key: string): string {
  for (const ending of ENDINGS)
    if (key.length - ending.length >= SHORTEST_STEM && key.endsWith(ending))
      return undouble(key.slice(0, -ending.length))
  return undouble(key)
}

/** `missnöjd`, `missnöjt`; `hemmet`, `hem`: a doubled last consonant says nothing here. */
function undouble(stem: string): string {
  return stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}
