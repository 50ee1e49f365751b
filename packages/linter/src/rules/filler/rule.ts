import { TokenKind } from '@klarsprak/swedish'
import { type AnalysedSegment, isSentenceStart, isWord, tokenText } from '../../analysis/analyse.js'
import { type PhraseMatch, phraseList, phrasesIn, readsTokens } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions, type ProseSuggestion } from '../rule.js'
import { wantedWords } from '../wanted-words.js'
import { FILLERS, type Filler, MANNERS, OPENERS } from './data.js'

const fillers = phraseList(
  'filler/fillers',
  () => FILLERS,
  ({ words }) => words,
)
/** ”På ett enkelt sätt” */
const ways = wantedWords((key) => key === 'sätt')
const openers: ReadonlySet<Filler> = new Set(OPENERS)

export const filler = defineRule({
  id: 'filler',
  summary: 'Stryk ord som inte säger något.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [fillers, ways],
  messages: {
    drop: 'Stryk ”{actual}” och gå rakt på sak.',
    shorter: 'Skriv ”{shorter}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, fillers, options)) {
      const { span, first, last, entry } = match
      if (entry.shorter === '') {
        if (openers.has(entry) && !opensClause(segment, match)) continue
        const suggestions = openers.has(entry) ? withoutOpener(segment, first, last) : []
        report({ segment, span, messageId: 'drop', data: { actual }, suggestions })
        continue
      }
      const shorter = isSentenceStart(segment, first) ? capitalised(entry.shorter) : entry.shorter
      // ”Det finns möjlighet att” needs a subject, and only the writer knows which.
      const needsSubject = entry.shorter === 'du kan'
      const suggestions = needsSubject ? [] : [{ span, text: shorter, safe: false }]
      report({ segment, span, messageId: 'shorter', data: { actual, shorter }, suggestions })
    }
    for (const segment of segments) {
      const { words } = segment
      for (const last of ways.tokensIn(segment)) {
        const token = last - 3
        if (token < 0 || words.key(token) !== 'på' || words.key(token + 1) !== 'ett') continue
        const manner = words.key(token + 2)
        if (!MANNERS.has(manner) || isSentenceStart(segment, token)) continue
        // ”På ett enkelt sätt som …” says which way.
        if (token + 4 < words.count && /^(?:som|att|där|så|och|eller)$/u.test(words.key(token + 4))) continue
        const span = { start: words.starts[token]!, end: words.ends[token + 3]! }
        if (!readsTokens(segment, { first: token, last: token + 3, span }, options)) continue
        const actual = segment.prose.slice(span.start, span.end)
        const suggestions = [{ span, text: manner, safe: false }]
        report({ segment, span, messageId: 'shorter', data: { actual, shorter: manner }, suggestions })
      }
    }
  },
})

/** Pronouns that the clause after ”att” may begin with, and verbs that may follow at once. */
const SUBJECTS = new Set('du vi ni det de den jag man'.split(' '))
const VERBS = new Set('är har ska kan måste får behöver blir finns gäller bör kommer kunde hade var vill'.split(' '))

/** Whether the clause after ”att” can stand by itself: ”det är viktigt att du kommer”, not ”… att kunna komma”. */
function opensClause(segment: AnalysedSegment, { first, last, lexeme }: PhraseMatch<Filler>): boolean {
  const { words } = segment
  if (/^(?:observera|notera|obs) /u.test(lexeme.label)) return first === 0 || words.key(first - 1) !== 'att'
  return isSentenceStart(segment, first) && last + 1 < words.count && SUBJECTS.has(words.key(last + 1))
}

/** ”Observera att du behöver” as ”Du behöver”, where the order of words stays the same. */
function withoutOpener(segment: AnalysedSegment, first: number, last: number): readonly ProseSuggestion[] {
  const { words } = segment
  const [subject, verb] = [last + 1, last + 2]
  if (!isSentenceStart(segment, first) || verb >= words.count || words.kinds[subject] !== TokenKind.Word) return []
  if (!SUBJECTS.has(words.key(subject)) || !isWord(words, verb) || !VERBS.has(words.key(verb))) return []
  const span = { start: words.starts[first]!, end: words.ends[subject]! }
  return [{ span, text: capitalised(tokenText(words, subject)), safe: false }]
}
