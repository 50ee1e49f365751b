import type { SpellingMatch } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../analysis/analyse.js'
import { isRead } from './reads.js'
import type { ProseSuggestion } from './rule.js'

/** What a rule reports about a term that is written wrongly. */
export interface Misspelling {
  readonly segment: AnalysedSegment
  readonly match: SpellingMatch
  readonly actual: string
}

/** Misspelt terms, in the order of the file. Quotes are read only when asked for; addresses, code and law titles never. */
export function* misspellings(
  segments: readonly AnalysedSegment[],
  { quotes }: { readonly quotes: boolean },
): Generator<Misspelling> {
  for (const segment of segments) {
    for (const match of segment.misspellings) {
      const isOpen = segment
        .guardsAt(match.span)
        .every((kind) => isRead(kind, { quotes, references: false, names: false }))
      if (isOpen) yield { segment, match, actual: segment.prose.slice(match.span.start, match.span.end) }
    }
  }
}

/** The parts of a report that all rules about spelling have in common. */
export function misspellingReport({ segment, match }: Misspelling, right: string, reasons: readonly string[]) {
  const { span, concept, term, certain } = match
  const suggestion: ProseSuggestion = { span, text: right, safe: certain && segment.map.isPlain(span) }
  const sources = term.sources ?? concept.sources ?? []
  return { segment, span, conceptId: concept.id, reasons, sources, suggestions: [suggestion] }
}
