import {
  type ConfiguredRule,
  createLinter,
  type Document,
  extensionOf,
  type Finding,
  type FixedFile,
  type ParserFor,
  prepareEnglish,
  prepareParsers,
  type Rewriter,
  type Segment,
  type SourceFile,
  type TermSearch,
} from '@klarsprak/linter'
import type { TokenisedText } from '@klarsprak/swedish'
import type { Concept, Match, Place, TermIndex } from '@klarsprak/termbank'
import { remembering } from './remembering.js'

/** A piece of Swedish prose of a file, with its words and the bank's terms among them; offsets are in its prose. */
export interface Passage extends Segment {
  readonly words: TokenisedText
  readonly matches: readonly Match[]
}

/** The linter with the reader for one kind of file at hand. */
export interface Checker {
  lint(file: SourceFile): readonly Finding[]
  /** The safe suggestions applied, as `klarsprak lint --fix` does. */
  fix(file: SourceFile): FixedFile
  passages(file: SourceFile): readonly Passage[]
}

/** What texts are checked against: the terms and the settings of one folder's project. */
export interface Project {
  readonly index: TermIndex
  readonly rewrite: Rewriter
  /** Today, as 2027-01-31, for dates of review and comments that count until a day. */
  readonly today?: (() => string) | undefined
  /** Where a concept is written, when the bank is files. */
  placeOf(concept: Concept): Place | undefined
  /** Whether the project's settings leave the file out. */
  isIgnored(path: string): Promise<boolean>
  /** For a text as it is now: it may say itself who it is for. */
  checkerFor(file: SourceFile): Promise<Checker>
}

export interface ProjectParts {
  readonly index: TermIndex & TermSearch
  readonly rewrite: Rewriter
  /** Default: the recommended rules. */
  readonly rulesFor?: (file: SourceFile) => Promise<readonly ConfiguredRule[]>
  readonly placeOf?: (concept: Concept) => Place | undefined
  readonly isIgnored?: (path: string) => Promise<boolean>
  /** Today, as 2027-01-31, for comments that count until a day. */
  readonly today?: () => string
}

export function createProject(parts: ProjectParts): Project {
  const { index, rulesFor, today, placeOf = () => undefined, isIgnored = async () => false } = parts
  const words = remembering(parts)
  const readers = new Map<string, Promise<ParserFor>>()
  const readerFor = (path: string): Promise<ParserFor> => {
    const extension = extensionOf(path)
    const known = readers.get(extension) ?? prepareParsers([extension])
    readers.set(extension, known)
    return known
  }

  return {
    index,
    rewrite: words.rewrite,
    today,
    placeOf,
    isIgnored,
    async checkerFor(file) {
      const parserFor = readingOnce(await readerFor(file.path))
      const rules = await rulesFor?.(file)
      const english = await prepareEnglish(rules ?? [])
      const day = today?.()
      const linter = createLinter({
        ...words,
        parserFor,
        english,
        ...(rules === undefined ? {} : { rules }),
        ...(day === undefined ? {} : { today: day }),
      })
      return {
        lint: linter.lint,
        fix: (asked) => linter.fix(asked),
        passages: (asked) =>
          parserFor(asked)
            .parse(asked.text)
            .segments.filter(({ lang }) => lang.toLowerCase().startsWith('sv'))
            .map((segment) => {
              const tokens = words.tokenise(segment.prose)
              return { ...segment, words: tokens, matches: words.index.search(tokens) }
            }),
      }
    },
  }
}

/** The last text read is kept: its findings and its terms are asked for one after the other. */
function readingOnce(parserFor: ParserFor): ParserFor {
  let last: { readonly path: string; readonly document: Document } | undefined
  return (file) => ({
    parse(text) {
      if (last?.path !== file.path || last.document.text !== text) {
        last = { path: file.path, document: parserFor(file).parse(text) }
      }
      return last.document
    },
  })
}
