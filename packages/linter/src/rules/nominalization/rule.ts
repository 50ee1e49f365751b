import { createRewriter, type Features, type Lexeme, selectForm, type TokenisedText } from '@klarsprak/swedish'
import { type AnalysedSegment, tokenText } from '../../analysis/analyse.js'
import { bankAdvises, type PhraseMatch, phraseList, readsTokens } from '../phrase-list.js'
import { defineRule, guardOptions, type ProseSuggestion } from '../rule.js'
import { ADVERBS, AUXILIARIES, HAPPEN, HAPPENINGS, HIDDEN_VERBS, type HiddenVerb, SUBJECTS, SUPPORT } from './data.js'

const rewrite = createRewriter()
const support = phraseList(
  'nominalization/support',
  () => SUPPORT,
  (verb) => [verb],
)
/** One entry for each noun, with all that may stand around it. */
const actions = phraseList(
  'nominalization/actions',
  () => [...byNoun(HIDDEN_VERBS)],
  ([first]) => [first.noun],
)
const happenings = phraseList(
  'nominalization/happenings',
  () => HAPPENINGS,
  ([noun]) => [noun],
)
const happen = phraseList(
  'nominalization/happen',
  () => [HAPPEN],
  (verb) => [verb],
)

export const nominalization = defineRule({
  id: 'nominalization',
  summary: 'Låt verbet säga vad som händer.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  presetOptions: { recommended: { advice: false } },
  reach: 'segment',
  hears: [actions, happen],
  messages: {
    replace: 'Skriv ”{plain}” i stället för ”{actual}”.',
    verb: 'Skriv med verbet ”{verb}” i stället för ”{actual}”.',
    happens: 'Skriv vem som gör vad i stället för ”{actual}”, med verbet ”{verb}”.',
  },
  options: (z) =>
    z.strictObject({
      advice: z
        .boolean()
        .default(true)
        .describe('Anmärk också där substantivet ibland passar, till exempel ”anmälan sker” och ”fatta beslut om”.'),
      ...guardOptions(z),
    }),
  check({ segments, report }, { advice, ...options }) {
    for (const segment of segments) {
      // The nouns are rarer than the verbs, so they are looked for first.
      for (const noun of actions.search(segment)) {
        const found = hiddenVerbAround(segment, noun)
        if (found === undefined || isLeftAlone(segment, found, options)) continue
        const { span, to, isAdvice } = found
        if (isAdvice && !advice) continue
        const actual = segment.prose.slice(span.start, span.end)
        const suggestions = rewritten(segment, found)
        const [best] = suggestions
        const severity = isAdvice ? ({ severity: 'info' } as const) : {}
        const common = { segment, span, reasons: [WHY], suggestions, ...severity }
        if (best === undefined) report({ ...common, messageId: 'verb', data: { actual, verb: to.label } })
        else report({ ...common, messageId: 'replace', data: { actual, plain: best.text } })
      }
      if (!advice) continue
      for (const sker of happen.search(segment)) {
        const found = happeningAround(segment, sker)
        if (found === undefined || isLeftAlone(segment, found, options)) continue
        const { span, verb } = found
        const actual = segment.prose.slice(span.start, span.end)
        report({ segment, span, messageId: 'happens', data: { actual, verb }, reasons: [WHY], severity: 'info' })
      }
    }
  },
})

const WHY = 'När handlingen är ett substantiv blir texten tyngre, och det syns inte vem som gör något.'

interface Stretch {
  /** Tokens `[first, last]`. */
  readonly first: number
  readonly last: number
  readonly span: { readonly start: number; readonly end: number }
}

interface Hidden extends Stretch {
  readonly verb: PhraseMatch<Lexeme>
  readonly to: Lexeme
  readonly isAdvice: boolean
  /** The subject and adverbs after the verb, as written. */
  readonly between: string
  /** The article, the noun and the preposition, as written. */
  readonly rest: string
}

function byNoun(all: readonly HiddenVerb[]): Iterable<readonly [HiddenVerb, ...HiddenVerb[]]> {
  const nouns = new Map<string, [HiddenVerb, ...HiddenVerb[]]>()
  for (const one of all) {
    const known = nouns.get(one.noun.label)
    if (known === undefined) nouns.set(one.noun.label, [one])
    else known.push(one)
  }
  return nouns.values()
}

function stretch({ starts, ends }: TokenisedText, first: number, last: number): Stretch {
  return { first, last, span: { start: starts[first]!, end: ends[last]! } }
}

const isLeftAlone = (segment: AnalysedSegment, found: Stretch, options: Parameters<typeof readsTokens>[2]) =>
  bankAdvises(segment, found.first, found.last) || !readsTokens(segment, found, options)

/** Adverbs between a verb and its object, at most. */
const MOST_ADVERBS = 2

function hiddenVerbAround(
  { words }: AnalysedSegment,
  noun: PhraseMatch<readonly [HiddenVerb, ...HiddenVerb[]]>,
): Hidden | undefined {
  const key = (at: number) => (at >= 0 ? words.key(at) : '')
  const last = noun.last + 1
  if (last >= words.count || !noun.features.some(isIndefinite)) return undefined
  const preposition = words.key(last)
  const possible = noun.entry.filter(({ after }) => Object.hasOwn(after, preposition))
  if (possible.length === 0) return undefined
  let at = noun.first - 1
  if (key(at) === 'en' || key(at) === 'ett') at--
  const restFrom = at + 1
  for (let count = 0; count < MOST_ADVERBS && ADVERBS.has(key(at)); count++) at--
  if (SUBJECTS.has(key(at))) at--
  const verb = at >= 0 ? support.at(words, at) : undefined
  if (verb === undefined || verb.last !== at || verb.features.every(isParticiple)) return undefined
  const action = possible.find((one) => one.with.has(verb.lexeme.label))
  if (action === undefined) return undefined
  return {
    ...stretch(words, at, last),
    verb,
    to: action.after[preposition]!,
    isAdvice: action.isAdvice,
    between: words.text.slice(words.starts[at + 1]!, words.starts[restFrom]!),
    rest: words.text.slice(words.starts[restFrom]!, words.ends[last]!),
  }
}

/** ”Genomförda intervjuer”: what has been done, not who does it. */
const isParticiple = ({ verbForm }: Features) => verbForm?.endsWith('participle') === true

const isIndefinite = ({ definite, case: ofCase }: Features) => definite !== true && ofCase !== 'genitive'

/** ”Gör en kartläggning av” as ”kartlägger”, in the same tense. */
function rewritten(segment: AnalysedSegment, found: Hidden): readonly ProseSuggestion[] {
  const { verb } = found
  const active = verb.features.filter(({ voice }) => voice !== 'passive')
  if (active.length === 0) return []
  const { words, map } = segment
  const { first, last, span, to, between, rest, isAdvice } = found
  const isSure = !isAdvice && words.key(last) === 'av' && isWholeObject(segment, last) && map.isPlain(span)
  if (between === '') {
    const from = withTail(verb.lexeme, rest)
    const { rewrites } = rewrite({ text: words, first, last, span, part: 'whole', features: active, from, to })
    return rewrites.map(({ span, text, safe }) => ({ span, text, safe: safe && isSure }))
  }
  // A subject or an adverb after it: the verb is finite.
  const finite = active.find(({ verbForm }) => verbForm === 'present' || verbForm === 'past')
  const form = finite && selectForm(to.label, to.grammar, finite)
  if (form === undefined || !SUBJECTS.has(words.key(first + 1))) return []
  const [head = '', ...particle] = form.split(' ')
  const text = [head, between.trim(), ...particle].join(' ')
  return [
    {
      span,
      text: /^\p{Lu}/u.test(tokenText(words, first)) ? text[0]!.toUpperCase() + text.slice(1) : text,
      safe: false,
    },
  ]
}

/** The verb as the first word of a phrase. */
function withTail({ label, grammar }: Lexeme, tail: string): Lexeme {
  const add = (form: string | undefined) => (form === undefined ? undefined : `${form} ${tail}`)
  return {
    label: `${label} ${tail}`,
    grammar: { ...grammar, present: add(grammar.present), past: add(grammar.past), supine: add(grammar.supine) },
  }
}

/**
 * Whether what follows is the object for certain. ”En analys av behoven och en plan” has two objects, and only the
 * first belongs to the new verb.
 */
function isWholeObject(segment: AnalysedSegment, last: number): boolean {
  const { words } = segment
  const end = words.sentences[segment.sentenceOf(last) + 1] ?? words.count
  if (last + 1 >= end || /^(?:att|om|[.,;:!?)])$/u.test(words.key(last + 1))) return false
  for (let at = last + 1; at < end; at++) {
    if (/^(?:och|eller|samt|men|respektive|[,;:/(–-])$/u.test(words.key(at))) return false
  }
  return true
}

/** ”Anmälan sker”, ”anmälan ska ske”, ”sker en anmälan”. */
function happeningAround({ words }: AnalysedSegment, { first, last, features }: PhraseMatch<Lexeme>) {
  const key = (at: number) => (at >= 0 && at < words.count ? words.key(at) : '')
  if (features.some(isParticiple)) return undefined
  let before = first - 1
  if (ADVERBS.has(key(before))) before--
  if (AUXILIARIES.has(key(before))) before--
  if (ADVERBS.has(key(before))) before--
  const noun = before >= 0 ? happenings.at(words, before) : undefined
  if (noun !== undefined && noun.last === before && noun.features.some(({ case: of }) => of !== 'genitive')) {
    return { ...stretch(words, noun.first, last), verb: noun.entry[1] }
  }
  let after = last + 1
  if (key(after) === 'en' || key(after) === 'ett') after++
  const next = after < words.count ? happenings.at(words, after) : undefined
  if (next?.features.some(isIndefinite)) return { ...stretch(words, first, next.last), verb: next.entry[1] }
  return undefined
}
