import type { ExampleWords } from '@klarsprak/linter'
import {
  type ConfiguredRule,
  createLinter,
  extensionOf,
  type FixedFile,
  type Linter,
  type ParserFor,
  prepareEnglish,
  prepareParsers,
  presetRules,
  type Relinter,
  type Rewriter,
  type SourceFile,
  type TermSearch,
} from '@klarsprak/linter'
import type { Bank, Concept, Place, TermIndex } from '@klarsprak/termbank'
import { rememberedRewriter } from './remembered-rewriter.js'

/** The linter with the reader for one kind of file at hand. The same one for as long as it would be made alike. */
export interface Checker {
  /** For the versions of one text. */
  relinter(): Relinter
  /** The safe suggestions applied, as `klarsprak lint --fix` does. */
  fix(file: SourceFile): FixedFile
  /** Texts with the same rules, of any format, may be compared. */
  readonly rules: readonly ConfiguredRule[]
  /** What the rules about several texts say of them together; see `Linter`. */
  readonly acrossFiles: Linter['acrossFiles']
}

/** What texts are checked against: the terms and the settings of one folder's project. */
export interface Project {
  readonly index: TermIndex
  readonly rewrite: Rewriter
  /** Today, as 2027-01-31, for dates of review and comments that count until a day. */
  readonly today?: (() => string) | undefined
  /** For trying the examples of concepts. Left out where banks cannot be made ready. */
  readonly exampleWords?: ExampleWords | undefined
  /** The settings name a bank of one's own that cannot be read here: the national one alone is used. */
  readonly hasUnreadBank: boolean
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
  /** Makes another bank ready. */
  readonly compile?: ((bank: Bank) => TermSearch) | undefined
  /** Default: the recommended rules. */
  readonly rulesFor?: (file: SourceFile) => Promise<readonly ConfiguredRule[]>
  readonly hasUnreadBank?: boolean | undefined
  readonly placeOf?: (concept: Concept) => Place | undefined
  readonly isIgnored?: (path: string) => Promise<boolean>
  /** Today, as 2027-01-31, for comments that count until a day. */
  readonly today?: () => string
}

interface Made {
  readonly day: string | undefined
  readonly checker: Checker
}

export function createProject(parts: ProjectParts): Project {
  const { index, compile, rulesFor, today, placeOf = () => undefined, isIgnored = async () => false } = parts
  const rewrite = rememberedRewriter(parts.rewrite)
  const readers = new Map<string, Promise<ParserFor>>()
  const readerFor = (extension: string): Promise<ParserFor> => {
    const known = readers.get(extension) ?? prepareParsers([extension])
    readers.set(extension, known)
    return known
  }
  const presets = presetRules('recommended')
  /** By the rules, and then by the extension. */
  const checkers = new WeakMap<readonly ConfiguredRule[], Map<string, Made>>()

  return {
    index,
    rewrite,
    today,
    exampleWords: compile === undefined ? undefined : { index, rewrite, compile },
    hasUnreadBank: parts.hasUnreadBank === true,
    placeOf,
    isIgnored,
    async checkerFor(file) {
      const extension = extensionOf(file.path)
      const parserFor = await readerFor(extension)
      const rules = (await rulesFor?.(file)) ?? presets
      const english = await prepareEnglish(rules)
      const day = today?.()
      const made = checkers.get(rules) ?? new Map<string, Made>()
      checkers.set(rules, made)
      const known = made.get(extension)
      if (known !== undefined && known.day === day) return known.checker
      const linter = createLinter({
        index,
        rewrite,
        parserFor,
        english,
        rules,
        ...(day === undefined ? {} : { today: day }),
      })
      const checker = { ...linter, rules }
      made.set(extension, { day, checker })
      return checker
    },
  }
}
