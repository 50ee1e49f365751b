import { type Grammar, inflect, type Lexicon } from '@klarsprak/swedish'
import type { Candidate, Context } from './candidate.js'
import type { AbbreviationTally, PhraseTally, Tally } from './extract-terms.js'
import { GENERAL_NOUNS } from './general-words.js'
import { adjectiveLemma, agreeing, grammarFrom, type Lemma, lemmasOf } from './lemma.js'
import type { NounClass } from './words-and-phrases.js'

export interface Tallies {
  readonly phrases: ReadonlyMap<string, PhraseTally>
  readonly abbreviations: ReadonlyMap<string, AbbreviationTally>
  readonly lexicon: Lexicon
  readonly nounClass: (key: string) => NounClass
}

/** The forms of one term. */
interface Group {
  readonly adjectives: readonly string[]
  readonly noun: string
  readonly parts: number
  readonly isListed: boolean
  readonly forms: [form: string, tally: PhraseTally][]
  readonly readings: Grammar[]
  count: number
  isInBank: boolean
}

const MOST_CONTEXTS = 3
/** A compound that is in every dictionary is seldom a term of a trade. */
const LISTED = 0.1
/** A word that no dictionary knows is likely one. */
const UNKNOWN = 1.5

/**
 * Puts the forms of a term together and ranks the terms, longer ones and those of many files first: the C-value of
 * Frantzi, Ananiadou and Mima (2000), with the parts of compounds counted as words, times a measure of spread.
 */
export function groupTerms(
  { phrases, abbreviations, lexicon, nounClass }: Tallies,
  fewest: number,
): readonly Candidate[] {
  const lemmas = lemmasOf(new Set([...phrases.values()].map(({ noun }) => noun)), lexicon)
  const groups = groupsOf(phrases, lemmas, lexicon, nounClass)
  const longer = longerBy(groups)
  const found: Candidate[] = []
  for (const [key, group] of groups) {
    if (group.count < fewest || group.isInBank || !isTermLike(group)) continue
    found.push(asCandidate(group, longer.get(key) ?? []))
  }
  for (const [label, tally] of abbreviations) {
    if (tally.count >= fewest) found.push(abbreviationCandidate(label, tally))
  }
  return found.sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1))
}

function groupsOf(
  phrases: ReadonlyMap<string, PhraseTally>,
  lemmas: ReadonlyMap<string, Lemma>,
  lexicon: Lexicon,
  nounClass: (key: string) => NounClass,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  for (const [form, tally] of phrases) {
    const { lemma, grammar } = lemmas.get(tally.noun)!
    const adjectives = tally.adjectives.map((adjective) => adjectiveLemma(adjective, lexicon) ?? adjective)
    const key = [...adjectives, lemma].join(' ')
    const { parts, isListed } = nounClass(tally.noun)
    let group = groups.get(key)
    if (group === undefined) {
      group = { adjectives, noun: lemma, parts, isListed, forms: [], readings: [], count: 0, isInBank: false }
      groups.set(key, group)
    }
    group.forms.push([form, tally])
    group.readings.push(grammar)
    group.count += tally.count
    group.isInBank ||= tally.isInBank
  }
  return groups
}

/** For each term, the counts of the terms that hold it and one adjective more. */
function longerBy(groups: ReadonlyMap<string, Group>): ReadonlyMap<string, readonly number[]> {
  const longer = new Map<string, number[]>()
  for (const { adjectives, noun, count } of groups.values()) {
    if (adjectives.length === 0) continue
    const inner = [...adjectives.slice(1), noun].join(' ')
    const counts = longer.get(inner)
    if (counts === undefined) longer.set(inner, [count])
    else counts.push(count)
  }
  return longer
}

/** A noun of its own must be more than an everyday word; a phrase must not rest on an empty one. */
function isTermLike({ adjectives, noun, parts, isListed, forms }: Group): boolean {
  if (!forms.some(([, { hasSmallLetter }]) => hasSmallLetter)) return false
  if (adjectives.length > 0) return !GENERAL_NOUNS.has(noun)
  if (parts > 1) return true
  // An unknown word in -a that is also written with -t, -r or -de is a verb: mappa, mappat.
  const isVerb = noun.endsWith('a') && forms.some(([form]) => /a(?:t|r|de|ts|des)$/u.test(form))
  return !isListed && !isVerb
}

function asCandidate(group: Group, longer: readonly number[]): Candidate {
  const { adjectives, noun, parts, isListed, count, readings } = group
  const forms = [...group.forms].sort((a, b) => b[1].count - a[1].count)
  const grammar = grammarFrom(noun, readings)
  const label = [...adjectives.map((adjective) => agreeing(adjective, grammar.gender)), noun].join(' ')
  const files = new Set(forms.flatMap(([, tally]) => [...tally.files])).size
  const within = longer.length === 0 ? 0 : longer.reduce((sum, one) => sum + one, 0) / longer.length
  const length = parts + adjectives.length
  const weight = adjectives.length > 0 ? 1 : isListed ? LISTED : parts === 1 ? UNKNOWN : 1
  return {
    kind: adjectives.length > 0 ? 'phrase' : parts > 1 ? 'compound' : 'word',
    label,
    grammar: adjectives.length > 0 ? phraseGrammar(adjectives, grammar) : grammar,
    forms: forms.map(([form]) => form),
    count,
    files,
    contexts: spread(forms.map(([, tally]) => tally)),
    score: weight * Math.log2(length + 1) * (count - within) * Math.log2(files + 1),
  }
}

/** As a term of several words is declared in a concept file. */
function phraseGrammar(adjectives: readonly string[], grammar: Grammar): Grammar {
  const { gender, plural } = grammar
  if (typeof plural !== 'string') return { pos: 'noun', gender, plural }
  return { pos: 'noun', gender, plural: [...adjectives.map(pluralOf), plural].join(' ') }
}

const pluralOf = (adjective: string): string =>
  inflect(adjective, { pos: 'adjective' }).find(
    ({ features }) => features.number === 'plural' && features.degree === 'positive' && features.case === undefined,
  )?.form ?? adjective

function abbreviationCandidate(label: string, tally: AbbreviationTally): Candidate {
  const expansion = [...tally.expansions].sort((a, b) => b[1] - a[1])[0]?.[0]
  return {
    kind: 'abbreviation',
    label,
    grammar: { pos: 'abbreviation' },
    ...(expansion === undefined ? {} : { expansion }),
    forms: [label],
    count: tally.count,
    files: tally.files.size,
    contexts: spread([tally]),
    // As a word of three parts would score: an abbreviation is nearly always a term.
    score: 2 * tally.count * Math.log2(tally.files.size + 1),
  }
}

/** A few contexts from as many files as possible. */
function spread(tallies: readonly Tally[]): readonly Context[] {
  const all = tallies.flatMap(({ contexts }) => contexts)
  const first = all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
  return [...first, ...all.filter((context) => !first.includes(context))].slice(0, MOST_CONTEXTS)
}
