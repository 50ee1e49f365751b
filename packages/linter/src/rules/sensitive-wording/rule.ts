import { type Features, selectForm } from '@klarsprak/swedish'
import { type AnalysedSegment, isWord, tokenText } from '../../analysis/analyse.js'
import { createPhraseRewriter, type PhraseMatch, phraseList, phrasesIn } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions, type ProseSuggestion } from '../rule.js'
import { HAVE, ILLNESS_ENDING, ILLNESSES, NOT_PERSONAL, SENSITIVE, SUFFER, SUFFER_ALONE } from './data.js'

const sensitive = phraseList(
  'sensitive-wording/sensitive',
  () => SENSITIVE,
  ({ words }) => words,
)
const suffering = phraseList(
  'sensitive-wording/suffering',
  () => [SUFFER_ALONE],
  (verb) => [verb],
)
const rewrite = createPhraseRewriter()

export const sensitiveWording = defineRule({
  id: 'sensitive-wording',
  summary: 'Skriv om människor på ett sätt som de själva känner igen sig i.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  presetOptions: { recommended: { advice: false } },
  reach: 'segment',
  hears: [sensitive, suffering],
  messages: {
    replace: 'Skriv ”{plain}” i stället för ”{actual}”.',
    example: 'Skriv till exempel ”{plain}” i stället för ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      advice: z.boolean().default(true).describe('Anmärk också på ord som ibland passar, till exempel ”drabbas av”.'),
      ...guardOptions(z),
    }),
  check({ segments, report }, { advice, ...options }) {
    for (const { segment, match, actual } of phrasesIn(segments, sensitive, options)) {
      const { entry, span, last, lexeme } = match
      if (entry.level === 'advice' && !advice) continue
      if (entry === SUFFER && !isIllness(segment, last + 1)) continue
      if (lexeme.label.startsWith('drabba') && !isPersonal(segment, last + 1)) continue
      const suggestions = entry.to === undefined ? [] : rewrite(segment, match, entry.to)
      const [best] = suggestions
      const severity = entry.level === 'advice' ? ({ severity: 'info' } as const) : {}
      const common = { segment, span, reasons: [entry.reason], suggestions, ...severity }
      if (best !== undefined) report({ ...common, messageId: 'replace', data: { actual, plain: best.text } })
      else report({ ...common, messageId: 'example', data: { actual, plain: inNumberOf(segment, match, entry.plain) } })
    }
    for (const { segment, match } of phrasesIn(segments, suffering, options)) {
      const suggestion = suffersOf(segment, match)
      if (suggestion === undefined) continue
      const { span, text } = suggestion
      const actual = segment.prose.slice(span.start, span.end)
      const data = { actual, plain: text }
      report({ segment, span, messageId: 'replace', data, reasons: [SUFFER.reason], suggestions: [suggestion] })
    }
  },
})

/** ”åldringar” are ”äldre personer”. What may be one or several, as ”missbrukare”, stays as the list has it. */
function inNumberOf({ words }: AnalysedSegment, { first, features }: PhraseMatch<unknown>, plain: string): string {
  const isOne = features.some(({ number, definite }) => number === 'singular' && definite !== true)
  if (isOne || !features.some(({ number }) => number === 'plural')) return plain
  if (first > 0 && /^(?:den|det|denna|denne|detta)$/u.test(words.key(first - 1))) return plain
  return plain.replace(/^svart person/u, 'svarta person').replace(/^(\p{Ll}+ )?(person|familj)(?= |$)/u, '$1$2er')
}

/** Words after ”av” in which the illness is looked for: ”av en svår kronisk sjukdom”. */
const REACH = 4

function isIllness({ words }: AnalysedSegment, token: number): boolean {
  for (let at = token; at < token + REACH && isWord(words, at); at++) {
    const key = words.key(at)
    if (ILLNESS_ENDING.test(key) || ILLNESSES.some((stem) => key.startsWith(stem))) return true
  }
  return false
}

/** Whether what token `token` begins may be an illness; after an article, the word behind it. */
function isPersonal({ words }: AnalysedSegment, token: number): boolean {
  let at = token
  if (at < words.count && /^(?:en|ett|den|de|flera|många|stora|stor)$/u.test(words.key(at))) at++
  if (!isWord(words, at)) return false
  const key = words.key(at)
  return !NOT_PERSONAL.some((stem) => key.startsWith(stem))
}

/** Who suffers, between the verb and ”av”. */
const SUFFERERS = new Set('du ni han hon hen de man personen patienten barnet'.split(' '))

/** ”Lider du av” as ”har du”. */
function suffersOf(segment: AnalysedSegment, { first, features }: PhraseMatch<unknown>): ProseSuggestion | undefined {
  const { words } = segment
  const of = first + 2
  if (of >= words.count || words.key(of) !== 'av' || !SUFFERERS.has(words.key(first + 1))) return undefined
  if (!isIllness(segment, of + 1)) return undefined
  const saysWhen = ({ verbForm, voice }: Features) => voice === 'active' && /^(?:present|past)$/u.test(verbForm ?? '')
  const finite = features.find(saysWhen)
  const form = finite && selectForm(HAVE.label, HAVE.grammar, finite)
  if (form === undefined) return undefined
  const verb = /^\p{Lu}/u.test(tokenText(words, first)) ? capitalised(form) : form
  const span = { start: words.starts[first]!, end: words.ends[of]! }
  return { span, text: `${verb} ${tokenText(words, first + 1)}`, safe: false }
}
