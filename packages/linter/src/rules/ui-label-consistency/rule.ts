import type { AnalysedSegment } from '../../analysis/analyse.js'
import { capitalised, wholeOf } from '../prose.js'
import { defineRule, type ProseSuggestion } from '../rule.js'
import { SAME } from './data.js'

/** Which group each label is in. */
const GROUPS: ReadonlyMap<string, number> = new Map(
  SAME.flatMap((labels, group) => labels.map((label) => [label, group] as const)),
)

export const uiLabelConsistency = defineRule({
  id: 'ui-label-consistency',
  summary: 'Kalla samma sak för samma sak på knappar och i fält.',
  severity: 'warning',
  presets: ['strict'],
  about: 'text',
  messages: {
    other: 'Samma sak heter ”{usual}” på andra ställen i filen. Skriv ”{usual}” här också, eller byt på alla ställen.',
  },
  options: (z) =>
    z.strictObject({
      ignore: z.array(z.string()).default([]).describe('Texter som får skilja sig, till exempel ”Skicka in”.'),
    }),
  check({ segments, report }, { ignore }) {
    const ignored = new Set(ignore.map((text) => plainOf(text)))
    for (const uses of usesByGroup(segments, ignored)) {
      const usual = mostUsed(uses)
      for (const { segment, label } of uses) {
        if (label === usual.label) continue
        const span = wholeOf(segment)
        const text = /^\p{Ll}/u.test(segment.prose.trimStart()) ? usual.label : capitalised(usual.label)
        const end = /[:*.\s]*$/u.exec(segment.prose.slice(span.start, span.end))?.[0].length ?? 0
        const suggestions: readonly ProseSuggestion[] = [
          { span: { start: span.start, end: span.end - end }, text, safe: false },
        ]
        report({ segment, span, messageId: 'other', data: { usual: text }, suggestions })
      }
    }
  },
})

interface Use {
  readonly segment: AnalysedSegment
  readonly label: string
}

/** The buttons and labels of each group. Buttons and labels are kept apart: a field is no button. */
function usesByGroup(segments: readonly AnalysedSegment[], ignored: ReadonlySet<string>): Iterable<readonly Use[]> {
  const groups = new Map<string, Use[]>()
  for (const segment of segments) {
    if (segment.kind !== 'button' && segment.kind !== 'label') continue
    const label = plainOf(segment.prose)
    const group = GROUPS.get(label)
    if (group === undefined || ignored.has(label)) continue
    const key = `${segment.kind} ${group}`
    const uses = groups.get(key)
    if (uses === undefined) groups.set(key, [{ segment, label }])
    else uses.push({ segment, label })
  }
  return groups.values()
}

/** The label that most have; the first of them when several do. */
function mostUsed(uses: readonly Use[]): Use {
  const counts = new Map<string, number>()
  for (const { label } of uses) counts.set(label, (counts.get(label) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return uses.find(({ label }) => counts.get(label) === most)!
}

/** As labels are compared: lower case, one space, without colon, star and full stop after. */
const plainOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s:*.…]+$/u, '')
    .trim()
