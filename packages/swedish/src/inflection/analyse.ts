import { sameFeatures } from './features.js'
import type { Features, Grammar } from './grammar.js'
import { completeGrammar, inflect } from './inflect.js'

/** What an unknown form may be a form of. Always a guess: only the ending speaks for it. */
export interface FormReading {
  readonly lemma: string
  readonly grammar: Grammar
  readonly features: Features
  readonly guess: true
}

/**
 * How a lemma is won back from a form: an ending taken off and another put on, and the word class
 * and grammar that would make the one from the other.
 */
interface Reversal {
  readonly ending: string
  readonly put: readonly string[]
  readonly grammar: (lemma: string, form: string) => Grammar
}

const common =
  (plural?: (lemma: string) => string) =>
  (lemma: string): Grammar => ({
    pos: 'noun',
    gender: 'common',
    ...(plural && { plural: plural(lemma) }),
  })
const neuter =
  (plural?: (lemma: string) => string) =>
  (lemma: string): Grammar => ({
    pos: 'noun',
    gender: 'neuter',
    ...(plural && { plural: plural(lemma) }),
  })
/** The plural that the form itself shows: all but its definite ending. */
const shown =
  (gender: 'common' | 'neuter', cut: number) =>
  (_: string, form: string): Grammar => ({
    pos: 'noun',
    gender,
    plural: form.slice(0, form.length - cut),
  })
const adjective = (): Grammar => ({ pos: 'adjective' })
const verb = (): Grammar => ({ pos: 'verb' })
const second = (lemma: string): Grammar => ({ pos: 'verb', present: `${lemma.slice(0, -1)}er`, past: pastOf(lemma) })
const pastOf = (lemma: string): string => {
  const stem = lemma.slice(0, -1)
  return /[kpstx]$/u.test(stem) ? `${stem}te` : `${stem}de`
}

/** Longer endings first, since they say more. */
const REVERSALS: readonly Reversal[] = [
  {
    ending: 'arna',
    put: ['', 'e', 'are'],
    grammar: (lemma, form) =>
      lemma.endsWith('are') ? { pos: 'noun', gender: 'common', plural: lemma } : shown('common', 2)(lemma, form),
  },
  { ending: 'larna', put: ['el'], grammar: shown('common', 2) },
  { ending: 'rarna', put: ['er'], grammar: shown('common', 2) },
  { ending: 'lar', put: ['el'], grammar: shown('common', 0) },
  { ending: 'rar', put: ['er'], grammar: shown('common', 0) },
  { ending: 'orna', put: ['a'], grammar: shown('common', 2) },
  { ending: 'erna', put: ['', 'e'], grammar: shown('common', 2) },
  { ending: 'ena', put: ['e'], grammar: shown('neuter', 1) },
  { ending: 'ar', put: ['', 'e'], grammar: shown('common', 0) },
  { ending: 'or', put: ['a'], grammar: shown('common', 0) },
  { ending: 'er', put: ['', 'e'], grammar: shown('common', 0) },
  { ending: 'en', put: [''], grammar: common() },
  { ending: 'et', put: [''], grammar: neuter((lemma) => lemma) },
  { ending: 'en', put: [''], grammar: neuter((lemma) => lemma) },
  { ending: 'n', put: [''], grammar: common() },
  { ending: 't', put: [''], grammar: neuter((lemma) => `${lemma}n`) },
  { ending: 'n', put: [''], grammar: shown('neuter', 0) },
  { ending: 'ades', put: ['a'], grammar: verb },
  { ending: 'ade', put: ['a', 'ad'], grammar: (lemma) => (lemma.endsWith('a') ? verb() : adjective()) },
  { ending: 'ats', put: ['a'], grammar: verb },
  { ending: 'at', put: ['a', 'ad'], grammar: (lemma) => (lemma.endsWith('a') ? verb() : adjective()) },
  { ending: 'ad', put: ['a'], grammar: verb },
  { ending: 'ande', put: ['a'], grammar: verb },
  { ending: 'ar', put: ['a'], grammar: verb },
  { ending: 'as', put: ['a'], grammar: verb },
  { ending: 'a', put: ['a'], grammar: verb },
  { ending: 'er', put: ['a'], grammar: second },
  { ending: 'de', put: ['a'], grammar: second },
  { ending: 'te', put: ['a'], grammar: second },
  { ending: 'are', put: [''], grammar: adjective },
  { ending: 'aste', put: [''], grammar: adjective },
  { ending: 'ast', put: [''], grammar: adjective },
  { ending: 'la', put: ['el'], grammar: adjective },
  { ending: 'ra', put: ['er'], grammar: adjective },
  { ending: 'na', put: ['en'], grammar: adjective },
  { ending: 'a', put: [''], grammar: adjective },
  { ending: 't', put: ['', 'n', 'd'], grammar: adjective },
  {
    ending: '',
    put: [''],
    grammar: (lemma) => ({ pos: 'noun', ...(/are$/u.test(lemma) && { gender: 'common', plural: lemma }) }),
  },
  { ending: '', put: [''], grammar: adjective },
]

const SHORTEST_LEMMA = 2

/**
 * The words that `form` may be a form of, by reversing the rules; the most usual kind first. Each
 * reading is checked by inflecting it, so every one does have the form. Costs about forty
 * inflections: for single words that nothing else explains, not for running text.
 */
export function analyse(form: string): readonly FormReading[] {
  const word = form.trim()
  if (word === '' || /\s/u.test(word)) return []
  const readings: FormReading[] = []
  for (const nominative of withoutGenitive(word)) {
    for (const reversal of REVERSALS) {
      if (!nominative.endsWith(reversal.ending)) continue
      const stem = nominative.slice(0, nominative.length - reversal.ending.length)
      for (const put of reversal.put) addReadings(readings, word, stem + put, reversal, nominative)
    }
  }
  return readings
}

/** The word itself, and without the s that may be a genitive's. */
const withoutGenitive = (word: string): readonly string[] =>
  /[^sxz]s$/u.test(word) && word.length > SHORTEST_LEMMA + 1 ? [word, word.slice(0, -1)] : [word]

function addReadings(to: FormReading[], word: string, lemma: string, { grammar }: Reversal, nominative: string): void {
  if (lemma.length < SHORTEST_LEMMA) return
  const byEnding = grammar(lemma, nominative)
  // No verb ends in two vowels of which the last is -a, save a few; no adjective that inflects ends in -a or -e.
  if (byEnding.pos === 'verb' && /[aeouyåäö]a$/u.test(lemma)) return
  if (byEnding.pos === 'adjective' && /[ae]$/u.test(lemma)) return
  const completed = completeGrammar(lemma, byEnding).grammar
  for (const candidate of inflect(lemma, completed)) {
    if (candidate.form !== word || candidate.rare) continue
    const known = to.some(
      (other) =>
        other.lemma === lemma &&
        other.grammar.pos === completed.pos &&
        other.grammar.gender === completed.gender &&
        sameFeatures(other.features, candidate.features),
    )
    if (!known) to.push({ lemma, grammar: completed, features: candidate.features, guess: true })
  }
}
