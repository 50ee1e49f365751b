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

/** Everyday words that would be taken for others without what looks like their ending: ”dotter” is not ”dött”. By form. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  ['dotter', 'dotterns', 'dottern', 'dotters', 'döttrar', 'döttrarna'].map((form) => [form, 'dotter']),
)

/** The word without its ending: `körde`, `köra` and `kör` give `kör`. At least three letters are left. */
export function everydayStem(key: string): string {
  const whole = WHOLE.get(key)
  if (whole !== undefined) return whole
  for (const ending of ENDINGS)
    if (key.length - ending.length >= SHORTEST_STEM && key.endsWith(ending))
      return undouble(key.slice(0, -ending.length))
  return undouble(key)
}

/** `missnöjd`, `missnöjt`; `hemmet`, `hem`: a doubled last consonant says nothing here. */
function undouble(stem: string): string {
  return stem.length > SHORTEST_STEM && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}
