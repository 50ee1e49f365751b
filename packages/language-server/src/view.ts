import type { AnalysedSegment, Finding, Linted, Relinter, SourceFile } from '@klarsprak/linter'
import type { Span } from '@klarsprak/swedish'
import type { Match, Sense } from '@klarsprak/termbank'
import type { Lines } from './documents/lines.js'
import type { OpenDocument } from './documents/open-document.js'
import type { Checker, Project } from './projects/project.js'

/** One version of a text, understood. Each part is worked out when a feature first asks for it. */
export interface View {
  readonly uri: string
  readonly version: number | undefined
  readonly file: SourceFile
  readonly lines: Lines
  readonly project: Project
  readonly checker: Checker
  /** Of `checker`, for this text and the versions of it that are to come. */
  readonly relinter: Relinter
  readonly findings: readonly Finding[]
  /** What is kept for the rules about several texts. */
  readonly noted: readonly Finding[]
  /** The pieces of Swedish prose, with their words and the bank's terms among them. */
  readonly passages: readonly AnalysedSegment[]
}

export function createView(
  { uri, text, lines }: Pick<OpenDocument, 'uri' | 'text' | 'lines'>,
  {
    path,
    version,
    project,
    checker,
    relinter = checker.relinter(),
  }: Pick<View, 'version' | 'project' | 'checker'> & {
    readonly path: string
    /** That of the version before; left out, it has none that counts. */
    readonly relinter?: Relinter | undefined
  },
): View {
  const file: SourceFile = { path, text }
  let linted: Linted | undefined
  const inspected = () => (linted ??= relinter.inspect(file))
  let passages: readonly AnalysedSegment[] | undefined
  return {
    uri,
    version,
    file,
    lines,
    project,
    checker,
    relinter,
    get findings() {
      return inspected().findings
    },
    get noted() {
      return inspected().noted
    },
    get passages() {
      return (passages ??= relinter.segments(file))
    },
  }
}

/** A term of the bank in a view; `span` is in the file. */
export interface TermAt {
  readonly passage: AnalysedSegment
  readonly match: Match
  readonly span: Span
}

/** Every term of the bank in the text, in order. */
export function* termsIn({ passages }: View): Generator<TermAt> {
  for (const passage of passages) {
    for (const match of passage.matches) yield { passage, match, span: passage.map.toSource(match.span) }
  }
}

/** The term that stands at `offset` of the file, or ends there. */
export function termAt(view: View, offset: number): TermAt | undefined {
  let ending: TermAt | undefined
  for (const found of termsIn(view)) {
    if (found.span.start <= offset && offset < found.span.end) return found
    if (found.span.end === offset) ending = found
  }
  return ending
}

/** The findings that `span` touches, in the order of the file. */
export const findingsAt = ({ findings }: View, span: Span): readonly Finding[] =>
  findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)

export const swedishSenses = ({ senses }: Match): readonly Sense[] => senses.filter(({ term }) => term.lang === 'sv')
