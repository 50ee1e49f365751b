import {
  type AnalysedSegment,
  analyse,
  analyseEnglish,
  englishTerms,
  type TermSearch,
  type Tokenise,
  type Understand,
  understandWith,
} from './analysis/analyse.js'
import type { EnglishReader } from './analysis/english.js'
import type { Understood } from './analysis/understood.js'
import type { Document, DocumentParser, Fault, SourceFile } from './documents/document.js'
import type { Finding } from './findings/finding.js'
import { inFileOrder } from './findings/in-file-order.js'
import type { Suppressed } from './findings/suppress.js'
import { withoutOverlap } from './findings/without-overlap.js'
import { withoutSuppressed } from './findings/without-suppressed.js'
import { byAudience } from './rules/by-audience.js'
import { askedBy } from './rules/hears.js'
import type { Replacer } from './rules/replacement.js'
import { type ConfiguredRule, run } from './rules/run.js'

export interface Setup {
  readonly parserFor: (file: SourceFile) => DocumentParser
  readonly understanders: Understanders
  readonly replace: Replacer
  /** In the order of precedence: where two report the same words, the first is kept. */
  readonly rules: readonly ConfiguredRule[]
  /** For rules about English; see `prepareEnglish`. Left out, they find nothing. */
  readonly english?: EnglishReader | undefined
  /** Today, as 2027-01-31, for comments that count until a day. Left out, none is too old. */
  readonly today?: string | undefined
  /** Measures a stage or, by its id, a rule. */
  readonly timed?: Timed | undefined
  /** Left out, a file may take any time. */
  readonly timeLimit?: TimeLimit | undefined
}

/** How long one file may take. Looked at between blocks and between rules. */
export interface TimeLimit {
  readonly milliseconds: number
  /** Milliseconds since any moment. */
  readonly now: () => number
}

/** Does `work` and returns what it gives. */
export type Timed = <Result>(name: string, work: () => Result) => Result

export interface Linted {
  readonly findings: readonly Finding[]
  /** What comments in the file ask to leave out. */
  readonly suppressed: readonly Suppressed[]
  /** What rules about several files have noted here, for `acrossFiles`. */
  readonly noted: readonly Finding[]
  /** Where the file stops being what it calls itself: some of it may not have been read. */
  readonly fault?: Fault
  /** The file took longer than it may, so nothing is said of it: half an answer would be another one each time. */
  readonly isOverdue?: true
}

const OVERDUE: Linted = { findings: [], suppressed: [], noted: [], isOverdue: true }

const untimed: Timed = (_, work) => work()

/** A file, read and understood. Nothing has been said of it yet. */
export interface Understanding {
  readonly document: Document
  readonly segments: readonly Understood[]
  /** Left out when no rule reads English. */
  readonly english?: readonly Understood[] | undefined
}

/** Who finds out about segments: see `understandWith`, and `createRecall` for later versions of a text. */
export interface Understanders {
  readonly swedish: Understand
  readonly english: Understand
}

/** For texts that `rules` are asked about. */
export const createUnderstanders = (
  tokenise: Tokenise,
  index: TermSearch,
  rules: readonly ConfiguredRule[],
): Understanders => ({
  swedish: understandWith(tokenise, index, askedBy(rules)),
  english: understandWith(tokenise, englishTerms(index)),
})

/** From a file to its findings. The stages run in the order they are written. */
export function lint(file: SourceFile, setup: Setup): Linted {
  const isOverdue = clockOf(setup.timeLimit)
  const understood = understand(file, setup, () => setup.understanders, isOverdue)
  return judge(understood, setup, isOverdue)
}

/** What a file says. `understandersOf` is asked when it has been read. */
export function understand(
  file: SourceFile,
  { parserFor, english, timed = untimed }: Setup,
  understandersOf: (document: Document) => Understanders,
  isOverdue: () => boolean = never,
): Understanding {
  // documents/: prose, with a map back to the file
  const document = timed('läsa', () => parserFor(file).parse(file.text))
  // analysis/: sentences, words, terms of the bank
  return timed('ord och termer', () => {
    const understanders = understandersOf(document)
    const segments = analyse(document, understanders.swedish, isOverdue)
    if (english === undefined || isOverdue()) return { document, segments }
    return { document, segments, english: analyseEnglish(document, understanders.english) }
  })
}

/** What the rules say of a file. Segments that the rules about one segment have been asked about are not asked about again. */
export function judge(
  { document, segments, english }: Understanding,
  setup: Setup,
  isOverdue: () => boolean = never,
): Linted {
  const { replace, rules, today, timed = untimed } = setup
  if (isOverdue()) return OVERDUE
  const inEnglish =
    setup.english === undefined || english === undefined ? undefined : { segments: english, reader: setup.english }
  const apart: Finding[] = []
  for (const { isWhole, segments: own, rules: theirs } of byAudience(segments, rules)) {
    const found: Finding[] = []
    const unknown = own.filter(({ findings }) => findings === undefined)
    const foundIn = new Map<AnalysedSegment, Finding[]>()
    // rules/: what each reports
    for (const rule of theirs) {
      const isOfSegment = rule.rule.reach === 'segment'
      timed(rule.rule.id, () =>
        run(
          rule,
          {
            segments: isOfSegment ? unknown : own,
            all: own,
            english: isWhole ? inEnglish : undefined,
            text: document.text,
            replace,
          },
          (finding, segment) => {
            if (!isOfSegment) found.push(finding)
            else if (foundIn.get(segment)?.push(finding) === undefined) foundIn.set(segment, [finding])
          },
        ),
      )
      if (isOverdue()) return OVERDUE
    }
    for (const segment of unknown) segment.findings = foundIn.get(segment) ?? NOTHING
    for (const { findings } of own) if (findings !== undefined) for (const one of findings) found.push(one)
    // findings/: one for each stretch of text
    for (const one of withoutOverlap(found, theirs)) apart.push(one)
  }
  const { kept, suppressed } = withoutSuppressed(apart, document, rules, today)
  const told = kept.filter(({ noted }) => noted === undefined)
  return {
    findings: inFileOrder(told),
    suppressed,
    noted: kept.filter(({ noted }) => noted !== undefined),
    ...(document.fault === undefined ? {} : { fault: document.fault }),
  }
}

const NOTHING: readonly Finding[] = []
const never = () => false

function clockOf(limit: TimeLimit | undefined): () => boolean {
  if (limit === undefined) return never
  const { milliseconds, now } = limit
  const end = now() + milliseconds
  return () => now() > end
}
