import { lixBand, segmentsReadability } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../../analysis/analyse.js'
import { levelOf, limit } from '../levels.js'
import { isBorrowed, isRunningText, looksForeign, sentencesIn, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'

export const lixRule = defineRule({
  id: 'lix',
  summary: 'Håll texten lättläst, mätt med läsbarhetsindex (LIX).',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  messages: {
    hard: 'Texten har LIX {lix} och är {band}. Skriv kortare meningar och byt ut långa ord.',
  },
  options: (z) =>
    z.strictObject({
      info: limit(z, 40, 'Ge ett råd om text med högre LIX än så. 0 stänger av.'),
      warning: limit(z, 50, 'Varna för text med högre LIX än så. 0 stänger av.'),
      minWords: z.int().min(1).default(100).describe('Kortare texter än så mäts inte, för måttet blir osäkert.'),
    }),
  check({ segments, report }, { minWords, ...limits }) {
    const running = segments.filter(isMeasured)
    const { words, lix } = segmentsReadability(running.map((segment) => segment.words))
    if (lix === undefined || words < minWords) return
    const severity = levelOf(lix, limits)
    if (severity === undefined) return
    for (const segment of running) {
      const [first] = sentencesIn(segment)
      if (first === undefined) continue
      report({
        segment,
        span: first.span,
        messageId: 'hard',
        data: { lix: Math.round(lix), band: lixBand(lix) },
        severity,
      })
      return
    }
  },
})

/** Running text of the writer's own. In a file of texts only whole sentences: its labels are no sentences. */
function isMeasured(segment: AnalysedSegment): boolean {
  if (!isRunningText(segment) || isBorrowed(segment, wholeOf(segment)) || looksForeign(segment.words)) return false
  return segment.keyPath === undefined || /[.!?…][”"’)»]{0,2}$/u.test(segment.prose.trimEnd())
}
