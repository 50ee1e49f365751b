import { tokenise as swedishTokenise } from '@klarsprak/swedish'
import type { TermSearch, Tokenise } from './analysis/analyse.js'
import type { EnglishReader } from './analysis/english.js'
import type { DocumentParser, SourceFile } from './documents/document.js'
import { parserFor as builtInParserFor } from './documents/parsers.js'
import { acrossFiles } from './findings/across-files.js'
import type { Finding } from './findings/finding.js'
import { applyFixes } from './findings/fix.js'
import { createUnderstanders, type Linted, lint, type Timed, type TimeLimit } from './lint.js'
import { createRelinter, type Relinter } from './relint.js'
import { presetRules } from './rules/preset-rules.js'
import { createReplacer, type Rewriter } from './rules/replacement.js'
import type { NotedFile } from './rules/rule.js'
import type { ConfiguredRule } from './rules/run.js'

export interface LinterOptions {
  /** The bank's terms, as `compileIndex` makes them. */
  readonly index: TermSearch
  /** How a term is written in another's place; what `createRewriter` of `@klarsprak/swedish` makes. */
  readonly rewrite: Rewriter
  /** Default: the recommended rules as they are when no settings say otherwise. */
  readonly rules?: readonly ConfiguredRule[]
  /** Default: by the file's extension; see `parserFor`. */
  readonly parserFor?: (file: SourceFile) => DocumentParser
  /** Default: `tokenise` of `@klarsprak/swedish`. */
  readonly tokenise?: Tokenise
  /** For rules about English; `prepareEnglish` loads it. Left out, they find nothing. */
  readonly english?: EnglishReader | undefined
  /** Today, as 2027-01-31, for comments that count until a day. Left out, none is too old. */
  readonly today?: string
  /** Measures the stages and the rules. */
  readonly timed?: Timed
  /** How long one file may take. Left out, any time. */
  readonly timeLimit?: TimeLimit | undefined
}

/** A fixed text, and what is left to report in it. */
export interface FixedFile extends Linted {
  readonly text: string
}

/** Whether a finding in `text` may be fixed. */
export type IsFixed = (finding: Finding, text: string) => boolean

export interface Linter {
  lint(file: SourceFile): readonly Finding[]
  /** The findings, and those that comments in the file ask to leave out. */
  inspect(file: SourceFile): Linted
  /**
   * What the rules about several files say of them together, by path; a finding is added to the file's own.
   * Call it when every file of the run has been inspected or fixed.
   */
  acrossFiles(files: readonly NotedFile[]): ReadonlyMap<string, readonly Finding[]>
  /** For the versions of one text. It takes any time. */
  relinter(): Relinter
  /** Applies the safe suggestions, or those of the findings that `isFixed` names, until none is left. */
  fix(file: SourceFile, isFixed?: IsFixed): FixedFile
}

/** Passes of fixing: one for fixes that lie apart, the rest for those that overlapped. */
const MOST_PASSES = 10

/** Makes a linter that can be used for any number of files. */
export function createLinter(options: LinterOptions): Linter {
  const {
    index,
    rewrite,
    rules = presetRules('recommended'),
    parserFor = builtInParserFor,
    tokenise = swedishTokenise,
    today,
    timed,
    timeLimit,
    english,
  } = options
  const setup = {
    parserFor,
    understanders: createUnderstanders(tokenise, index, rules),
    replace: createReplacer(rewrite),
    rules,
    today,
    timed,
    timeLimit,
    english,
  }
  return {
    lint: (file) => lint(file, setup).findings,
    inspect: (file) => lint(file, setup),
    relinter: () => createRelinter(setup),
    acrossFiles: (files) => acrossFiles(files, setup.rules),
    fix(file, isFixed) {
      let { text } = file
      let linted = lint(file, setup)
      // What a broken file says may be read wrongly, so nothing in it is changed.
      if (linted.fault !== undefined) return { text, ...linted }
      for (let pass = 0; pass < MOST_PASSES; pass++) {
        const { findings } = linted
        const before = text
        const chosen = isFixed === undefined ? findings : findings.filter((finding) => isFixed(finding, before))
        text = applyFixes(text, chosen)
        if (text === before) break
        linted = lint({ ...file, text }, setup)
      }
      return { text, ...linted }
    },
  }
}
