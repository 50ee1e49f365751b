import { TokenKind } from '@klarsprak/swedish'
import { type AnalysedSegment, isSentenceStart, isWord, tokenText } from '../../analysis/analyse.js'
import { defineRule } from '../rule.js'

const PRONOUNS = new Set(['Du', 'Dig', 'Din', 'Ditt', 'Dina', 'Dej', 'Ni', 'Er', 'Ert', 'Era'])
/** Words that a sentence goes on after, so that a line break behind them is no end of anything. */
const GOES_ON = new Set(
  'till för om att som och eller med av från hos på i vid när kan ska vill får måste behöver har där hur vad men så innan efter mot åt genom utan ger'.split(
    ' ',
  ),
)

export const pronounCase = defineRule({
  id: 'pronoun-case',
  summary: 'Skriv ”du” och ”ni” med liten bokstav inne i meningen.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    lower: 'Skriv ”{lower}” med liten bokstav.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, text, report }) {
    for (const segment of segments) {
      const { words, map } = segment
      for (let token = 1; token < words.count; token++) {
        const first = words.text.charCodeAt(words.starts[token]!)
        // D, N and E begin them all; other words cost nothing.
        if (first !== 68 && first !== 69 && first !== 78) continue
        const pronoun = tokenText(words, token)
        if (!PRONOUNS.has(pronoun) || !isInside(segment, token)) continue
        const span = { start: words.starts[token]!, end: words.ends[token]! }
        const gap = text.slice(
          map.toSource({ start: words.starts[token - 1]!, end: words.ends[token - 1]! }).end,
          map.toSource(span).start,
        )
        if (!followsOn(gap, words.key(token - 1)) || segment.guardsAt(span).length > 0) continue
        const lower = pronoun.toLowerCase()
        report({
          segment,
          span,
          messageId: 'lower',
          data: { lower },
          suggestions: [{ span, text: lower, safe: true }],
        })
      }
    }
  },
})

/** Whether the word stands inside a sentence for certain, and in no name or title in capitals. */
function isInside(segment: AnalysedSegment, token: number): boolean {
  const { words } = segment
  const before = words.kinds[token - 1]
  const isWordBefore = before === TokenKind.Word || before === TokenKind.Number
  if (!isWordBefore && !/^[,;)]$/u.test(tokenText(words, token - 1))) return false
  if (isSentenceStart(segment, token)) return false
  const isCapital = (at: number) => isWord(words, at) && /^\p{Lu}/u.test(tokenText(words, at))
  const isPronoun = (at: number) => PRONOUNS.has(tokenText(words, at))
  // A name or a title: ”Läs Din Hälsa”, ”Region Din Väg”, ”Ni Chen”.
  if (isCapital(token - 1) && !isPronoun(token - 1) && !isSentenceStart(segment, token - 1)) return false
  return !isCapital(token + 1) || isPronoun(token + 1)
}

/** Whether what stands in the file between two words lets the sentence go on. */
function followsOn(gap: string, before: string): boolean {
  if (/<br|<\/|\\/u.test(gap) || / {2}\r?\n/u.test(gap)) return false
  // A heading or a point without its mark may stand on the line before.
  if (/[\r\n]/u.test(gap)) return GOES_ON.has(before)
  // ”**Obs** Du”: the bold word may be a label.
  return !/(?:\*\*|__)\s/u.test(gap)
}
