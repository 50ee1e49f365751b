import { tokenise } from '@klarsprak/swedish'
import type { TermSearch } from './analysis/analyse.js'
import type { DocumentParser, SourceFile } from './documents/document.js'
import { parserFor as builtInParserFor } from './documents/parsers.js'
import type { Finding } from './findings/finding.js'
import { applyFixes } from './findings/fix.js'
import { lint } from './lint.js'
import { presetRules } from './rules/preset-rules.js'
import { createReplacer, type Rewriter } from './rules/replacement.js'
import type { ConfiguredRule } from './rules/run.js'

export interface LinterOptions {
  /** The bank's terms, as `compileIndex` makes them. */
  readonly index: TermSearch
  /** How a term is written in another's place; `rewrite` of `@klarsprak/swedish`. */
  readonly rewrite: Rewriter
  /** Default: the recommended rules as they are when no settings say otherwise. */
  readonly rules?: readonly ConfiguredRule[]
  /** Default: by the file's extension; see `parserFor`. */
  readonly parserFor?: (file: SourceFile) => DocumentParser
}

export interface FixedFile {
  readonly text: string
  /** What is left to report, in the fixed text. */
  readonly findings: readonly Finding[]
}

export interface Linter {
  lint(file: SourceFile): readonly Finding[]
  /** Applies the safe suggestions until none is left. */
  fix(file: SourceFile): FixedFile
}

/** Passes of fixing: one for fixes that lie apart, the rest for those that overlapped. */
const MOST_PASSES = 10

/** Makes a linter that can be used for any number of files. */
export function createLinter({ index, rewrite, rules, parserFor = builtInParserFor }: LinterOptions): Linter {
  const setup = {
    parserFor,
    tokenise,
    index,
    replace: createReplacer(rewrite),
    rules: rules ?? presetRules('recommended'),
  }
  return {
    lint: (file) => lint(file, setup),
    fix(file) {
      let { text } = file
      let findings = lint(file, setup)
      for (let pass = 0; pass < MOST_PASSES; pass++) {
        const fixed = applyFixes(text, findings)
        if (fixed === text) break
        text = fixed
        findings = lint({ ...file, text }, setup)
      }
      return { text, findings }
    },
  }
}
