export type { AnalysedSegment, TermSearch, Tokenise } from './analysis/analyse.js'
export { type EnglishReader, type HardSentence, prepareEnglish } from './analysis/english.js'
export { checkExamples } from './check-examples.js'
export { checkExamplesOf, type ExampleWords } from './check-examples-apart.js'
export { AUDIENCES, type Audience } from './config/audience.js'
export { createLinter, type FixedFile, type Linter, type LinterOptions } from './create-linter.js'
export type {
  Comment,
  Document,
  DocumentParser,
  Mark,
  MarkKind,
  Segment,
  SegmentKind,
  SourceFile,
} from './documents/document.js'
export { createDocument, type DocumentBuilder } from './documents/document-builder.js'
export { looksLikeCopy } from './documents/looks-like-copy.js'
export { markdownParser } from './documents/markdown.js'
export {
  builtInParsers,
  extensionOf,
  type ParserFor,
  parserFor,
  prepareParsers,
  READ_EXTENSIONS,
} from './documents/parsers.js'
export { plainTextParser } from './documents/plain-text.js'
export type { ProseMap } from './documents/prose-map.js'
export { withAcrossFiles } from './findings/across-files.js'
export type { Finding, Suggestion } from './findings/finding.js'
export { applyFixes } from './findings/fix.js'
export { type Position, type Positions, positionsIn } from './findings/positions.js'
export type { Linted } from './lint.js'
export type { Relinter } from './relint.js'
export { type ConceptUse, type FileFigures, figuresOf } from './reporters/figures.js'
export { githubSummary } from './reporters/github.js'
export { type EarlierReport, earlierReport } from './reporters/history.js'
export { REPORTERS } from './reporters/index.js'
export { findingAsJson } from './reporters/json.js'
export type { LintReport, ReportedFile, Reporter, Summary, SuppressedFinding } from './reporters/report.js'
export { FORMATS_WITH_FIGURES } from './reporters/reporter-named.js'
export {
  retextAvoidTerm,
  retextHeavyWord,
  retextInconsistentTerm,
  retextJargon,
  retextKlarsprak,
  retextUndefinedAbbreviation,
} from './retext/plugins.js'
export { findRule, RULES } from './rules/index.js'
export { presetRules } from './rules/preset-rules.js'
export { refusalSentence } from './rules/refusals.js'
export type { Rewriter } from './rules/replacement.js'
export { defineRule, type NotedFile, type Rule, type RuleContext, ruleUrl, type Severity } from './rules/rule.js'
export { type ConfiguredRule, withDefaults } from './rules/run.js'
