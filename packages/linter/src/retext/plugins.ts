import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { LinterOptions } from '../create-linter.js'
import { createLinter, type Linter } from '../create-linter.js'
import type { Finding } from '../findings/finding.js'
import { positionsIn } from '../findings/positions.js'
import { avoidTerm, heavyWord, inconsistentTerm, jargon, undefinedAbbreviation } from '../rules/index.js'
import { optionsSchema } from '../rules/options-schema.js'
import { presetRules } from '../rules/preset-rules.js'
import type { Rule, Severity } from '../rules/rule.js'
import { type ConfiguredRule, withDefaults } from '../rules/run.js'
import { nlcstDocument } from './nlcst-document.js'

/** What a plugin needs to know words. Left out, the national term bank is loaded when it is first needed. */
export interface RetextOptions {
  readonly index?: LinterOptions['index']
  readonly rewrite?: LinterOptions['rewrite']
  readonly severity?: Severity
  /** The options of the rule; see its help. Of the preset, by rule id. */
  readonly options?: unknown
}

/** A unified plugin that leaves the tree as it is. */
export type RetextPlugin = Plugin<[RetextOptions?], Root>

export const retextAvoidTerm = pluginOf(avoidTerm)
export const retextHeavyWord = pluginOf(heavyWord)
export const retextJargon = pluginOf(jargon)
export const retextUndefinedAbbreviation = pluginOf(undefinedAbbreviation)
export const retextInconsistentTerm = pluginOf(inconsistentTerm)

/** The recommended rules at once, with one message for each stretch of text. */
export const retextKlarsprak: RetextPlugin = createPlugin(presetRules('recommended'))

function pluginOf(rule: Rule): RetextPlugin {
  return createPlugin([withDefaults(rule)])
}

function createPlugin(rules: readonly ConfiguredRule[]): RetextPlugin {
  return (settings = {}) => {
    let linterOf: Promise<(tree: Root) => Linter> | undefined
    return async (tree, file) => {
      linterOf ??= prepare(rules, settings)
      const makeLinter = await linterOf
      const text = String(file)
      for (const finding of makeLinter(tree).lint({ path: file.path, text })) addMessage(file, text, finding)
    }
  }
}

async function prepare(rules: readonly ConfiguredRule[], settings: RetextOptions): Promise<(tree: Root) => Linter> {
  const { index, rewrite } = await words(settings)
  const configured = rules.flatMap(({ rule, ...defaults }) => {
    const severity = settings.severity ?? defaults.severity
    const own =
      rules.length === 1 ? settings.options : (settings.options as Record<string, unknown> | undefined)?.[rule.id]
    return severity === 'off'
      ? []
      : [{ rule, severity, options: own === undefined ? defaults.options : (optionsSchema(rule).parse(own) as object) }]
  })
  return (tree) =>
    createLinter({
      index,
      rewrite,
      rules: configured,
      parserFor: () => ({ parse: (text) => nlcstDocument(tree, text) }),
    })
}

async function words({ index, rewrite }: RetextOptions): Promise<Pick<LinterOptions, 'index' | 'rewrite'>> {
  if (index !== undefined && rewrite !== undefined) return { index, rewrite }
  // Loaded only when asked for: a web page brings its own bank and has no files.
  const { loadWords } = await import('../config/load-words.js')
  const national = await loadWords()
  return { index: index ?? national.index, rewrite: rewrite ?? national.rewrite }
}

function addMessage(file: VFile, text: string, finding: Finding): void {
  const positions = positionsIn(text)
  const message = file.message(finding.message, {
    place: { start: positions.at(finding.span.start), end: positions.at(finding.span.end) },
    ruleId: finding.ruleId,
    source: 'klarsprak',
  })
  message.actual = finding.text
  message.expected = finding.suggestions
    .filter(({ span }) => span.start === finding.span.start && span.end === finding.span.end)
    .map((suggestion) => suggestion.text)
  message.url = finding.url
  if (finding.note !== undefined) message.note = finding.note
  // vfile: true is an error, false a warning, undefined information.
  message.fatal = finding.severity === 'error' ? true : finding.severity === 'warning' ? false : undefined
}
