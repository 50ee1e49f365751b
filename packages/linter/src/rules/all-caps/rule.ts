import { type AnalysedSegment, isWord, tokenText } from '../../analysis/analyse.js'
import { limit } from '../levels.js'
import { unguarded } from '../prose.js'
import { defineRule } from '../rule.js'

const REPEATED = /(?<![!?])(?:!{2,}|\?{2,})(?![!?])/gu

export const allCaps = defineRule({
  id: 'all-caps',
  summary: 'Skriv inte hela ord med stora bokstäver, och bara ett utropstecken.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    shouting: 'Skriv med små bokstäver: text med bara stora bokstäver är svårläst.',
    marks: 'Skriv bara ett ”{mark}”.',
  },
  options: (z) =>
    z.strictObject({
      words: limit(z, 3, 'Så många ord i rad med stora bokstäver anmärks det på. 0 stänger av.'),
    }),
  check({ segments, report }, { words: least }) {
    for (const segment of segments) {
      if (least > 0) {
        for (const { from, to } of shoutedRuns(segment)) {
          const span = { start: segment.words.starts[from]!, end: segment.words.ends[to - 1]! }
          if (to - from < least || segment.guardsAt(span).length > 0) continue
          report({ segment, span, messageId: 'shouting', data: {} })
        }
      }
      for (const { span, found } of unguarded(segment, REPEATED)) {
        const mark = found[0][0]!
        report({
          segment,
          span,
          messageId: 'marks',
          data: { mark },
          suggestions: [{ span, text: mark, safe: true }],
        })
      }
    }
  },
})

interface Run {
  readonly from: number
  readonly to: number
}

/** Words in capitals with nothing but white space between. Codes and abbreviations alone are no shouting. */
function* shoutedRuns({ words }: AnalysedSegment): Generator<Run> {
  let from = 0
  let long = 0
  for (let at = 0; at <= words.count; at++) {
    const text = isWord(words, at) ? tokenText(words, at) : ''
    if (/^\p{Lu}[\p{Lu}-]*$/u.test(text)) {
      if (text.length > 3) long++
      continue
    }
    if (at > from && long >= 2) yield { from, to: at }
    from = at + 1
    long = 0
  }
}
