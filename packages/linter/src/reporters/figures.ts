import { type Span, segmentsReadability, type TokenisedText, tokenise } from '@klarsprak/swedish'
import { type Concept, isDeprecated, isOfficialese, type Sense } from '@klarsprak/termbank'
import { type AnalysedSegment, analyse, type TermSearch, understandWith } from '../analysis/analyse.js'
import type { DocumentParser, SourceFile } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'
import { isRunningText } from '../rules/prose.js'
import { reads } from '../rules/reads.js'
import { type Passage, passageIn } from './passage.js'

/** What a report tells of a file beside its findings. */
export interface FileFigures {
  /** Words and numbers in Swedish prose. */
  readonly words: number
  /** Readability index of the running text; left out for texts of fewer than 100 words, where it says little. */
  readonly lix?: number
  /** Terms of the bank in the text, each concept's together. */
  readonly concepts: readonly ConceptUse[]
  /** The sentence that a finding stands in, for those in Swedish prose. */
  readonly passages: ReadonlyMap<Finding, Passage>
}

/** How often a concept is written with which term. */
export interface ConceptUse {
  readonly conceptId: string
  /** Its preferred term. Concepts without one are left out: how often they are written right cannot be counted. */
  readonly preferred: string
  readonly terms: readonly { readonly label: string; readonly kind: TermKind; readonly count: number }[]
}

/** `avoided`: deprecated or superseded. */
export type TermKind = 'preferred' | 'admitted' | 'avoided'

/** Fewest words for which LIX is shown. */
const LIX_WORDS = 100

export interface FiguresSetup {
  readonly parserFor: (file: SourceFile) => DocumentParser
  readonly index: TermSearch
}

/** The figures of one file. `findings` are those of the same text. */
export function figuresOf(
  file: SourceFile,
  findings: readonly Finding[],
  { parserFor, index }: FiguresSetup,
): FileFigures {
  const segments = analyse(parserFor(file).parse(file.text), understandWith(tokenise, index))
  const { words } = segmentsReadability(segments.map((segment) => segment.words))
  const running = segmentsReadability(segments.filter(isRunningText).map((segment) => segment.words))
  return {
    words,
    ...(running.words < LIX_WORDS || running.lix === undefined ? {} : { lix: running.lix }),
    concepts: conceptUses(segments),
    passages: passagesOf(findings, segments),
  }
}

/**
 * Quotes, names and the like are left out, as rules leave them; so are words that may mean several
 * things, and officialese: ”inte” and ”ska” are no terms and would drown those that are.
 */
function conceptUses(segments: readonly AnalysedSegment[]): readonly ConceptUse[] {
  const uses = new Map<
    string,
    { readonly concept: Concept; readonly counts: Map<string, { kind: TermKind; count: number }> }
  >()
  for (const segment of segments) {
    for (const match of segment.matches) {
      const sense = onlySense(match.senses)
      if (sense === undefined || match.part !== 'whole') continue
      if (!reads(segment, match, { quotes: false, references: false, names: false })) continue
      const { concept, term } = sense
      if (isOfficialese(concept)) continue
      let use = uses.get(concept.id)
      if (use === undefined) uses.set(concept.id, (use = { concept, counts: new Map() }))
      const count = use.counts.get(term.label)
      if (count === undefined) use.counts.set(term.label, { kind: kindOf(term.status), count: 1 })
      else count.count++
    }
  }
  return [...uses].flatMap(([conceptId, { concept, counts }]) => {
    const preferred = concept.terms.find(({ lang, status }) => lang === 'sv' && status === 'preferred')?.label
    if (preferred === undefined) return []
    return [{ conceptId, preferred, terms: [...counts].map(([label, { kind, count }]) => ({ label, kind, count })) }]
  })
}

function onlySense(senses: readonly Sense[]): Sense | undefined {
  const swedish = senses.filter(({ term }) => term.lang === 'sv')
  const [first] = swedish
  return first !== undefined &&
    first.term.homograph !== true &&
    swedish.every(({ concept }) => concept.id === first.concept.id)
    ? first
    : undefined
}

const kindOf = (status: string): TermKind =>
  isDeprecated(status) ? 'avoided' : status === 'preferred' ? 'preferred' : 'admitted'

function passagesOf(findings: readonly Finding[], segments: readonly AnalysedSegment[]): ReadonlyMap<Finding, Passage> {
  const passages = new Map<Finding, Passage>()
  if (findings.length === 0) return passages
  const placed = segments
    .filter(({ prose }) => prose.length > 0)
    .map((segment) => ({ segment, start: segment.map.toSource({ start: 0, end: segment.prose.length }).start }))
    .sort((a, b) => a.start - b.start)
  for (const finding of findings) {
    const { span } = finding
    let low = 0
    let high = placed.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (placed[middle]!.start <= span.start) low = middle + 1
      else high = middle
    }
    // A segment may lie inside another, as an image's text does inside a paragraph's.
    for (let at = low - 1; at >= Math.max(0, low - MOST_NESTED); at--) {
      const { segment } = placed[at]!
      const start = segment.map.toProse(span.start)
      const last = segment.map.toProse(Math.max(span.start, span.end - 1))
      if (start === undefined || last === undefined || last < start) continue
      const words = { start, end: last + 1 }
      passages.set(finding, passageIn(segment.prose, words, sentencesAround(segment.words, words)))
      break
    }
  }
  return passages
}

/** Segments tried for a finding. */
const MOST_NESTED = 16

/** From the start of the sentence of `start` to the end of that of `end`. */
function sentencesAround({ sentences, starts, ends, text }: TokenisedText, { start, end }: Span): Span {
  const last = sentences.length - 1
  let low = 0
  let high = last
  // The first sentence that ends after the start.
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[sentences[middle + 1]! - 1]! <= start) low = middle + 1
    else high = middle
  }
  if (low >= last) return { start: 0, end: text.length }
  let stop = low
  while (stop + 1 < last && ends[sentences[stop + 1]! - 1]! < end) stop++
  return { start: Math.min(start, starts[sentences[low]!]!), end: Math.max(end, ends[sentences[stop + 1]! - 1]!) }
}
