import type { Features } from '@klarsprak/swedish'

const NAMES: Readonly<Record<string, string>> = {
  singular: 'singular',
  plural: 'plural',
  nominative: '',
  genitive: 'genitiv',
  common: 'utrum',
  neuter: 'neutrum',
  positive: 'positiv',
  comparative: 'komparativ',
  superlative: 'superlativ',
  infinitive: 'infinitiv',
  present: 'presens',
  past: 'preteritum',
  supine: 'supinum',
  imperative: 'imperativ',
  'present-participle': 'presens particip',
  'past-participle': 'perfekt particip',
  active: '',
  passive: 'passiv',
}

/** What a form says, in Swedish: ”plural, bestämd, genitiv”. */
export function showFeatures(features: Features): string {
  const { verbForm, voice, degree, gender, number, definite } = features
  return [
    verbForm,
    voice,
    degree,
    number,
    definite === undefined ? undefined : definite ? 'bestämd' : 'obestämd',
    gender,
    features.case,
  ]
    .map((value) => (value === undefined ? '' : (NAMES[value] ?? value)))
    .filter((name) => name !== '')
    .join(', ')
}
