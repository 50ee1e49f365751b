import { type AnalysedSegment, tokenText } from '../analysis/analyse.js'
import type { Segment } from '../documents/document.js'
import { ownText } from '../documents/own-text.js'
import type { Finding } from '../findings/finding.js'
import { fingerprint } from '../findings/fingerprint.js'
import { defaultOptions } from './default-options.js'
import { heard } from './hears.js'
import { messageOf, type Preset, type Rule, type RuleContext, ruleUrl, type Severity } from './rule.js'

export interface ConfiguredRule {
  readonly rule: Rule
  readonly severity: Exclude<Severity, 'off'>
  /** As `optionsSchema` reads them. */
  readonly options: unknown
  /** The texts that it is for, when a file may have texts for several kinds of readers; left out, all. */
  readonly scope?: Scope
}

/** The texts that are written to `audience`; undefined: to the one that the file as a whole is for. */
export interface Scope {
  readonly audience: string | undefined
  audienceOf(segment: Segment): string | undefined
}

/** A rule as it is when no settings say otherwise, alone or in `preset`. */
export const withDefaults = (rule: Rule, preset: Preset = 'all'): ConfiguredRule => ({
  rule,
  severity: rule.severity,
  options: { ...defaultOptions(rule), ...(rule.presetOptions?.[preset] as object | undefined) },
})

/**
 * Runs one rule over a file, puts what it reports in its place in the file, and tells it with the segment that it is
 * about. English is for rules that read it.
 *
 * @param context.segments those to ask about; the rule gets those among them that it listens for
 */
export function run(
  { rule, severity, options }: ConfiguredRule,
  { segments, all, english, text, replace }: Omit<RuleContext<Record<string, string>>, 'report'>,
  tell: (finding: Finding, segment: AnalysedSegment) => void,
): void {
  const asked = heard(rule, segments)
  if (asked.length === 0 && rule.hears !== undefined) return
  rule.check(
    {
      segments: asked,
      all,
      ...(rule.readsEnglish ? { english } : {}),
      text,
      replace,
      report(reported) {
        const { segment, span: proseSpan, messageId, data, severity: level } = reported
        const { conceptId, reasons, sources, suggestions, noted } = reported
        const span = segment.map.toSource(proseSpan)
        const note = reasons?.join(' ')
        const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
          ruleId: rule.id,
          // Settings that give the rule a severity of its own give it to all its findings.
          severity: severity === rule.severity ? (level ?? severity) : severity,
          message: messageOf(rule, messageId, data),
          sources: sources ?? [],
          span,
          // It outlives the text of the file.
          text: ownText(text.slice(span.start, span.end)),
          kind: segment.kind,
          suggestions: (suggestions ?? []).map(({ span, text, safe }) => ({
            span: segment.map.toSource(span),
            text: segment.write?.(text) ?? text,
            safe,
          })),
          url: ruleUrl(rule.id),
          fingerprint: fingerprint([
            rule.id,
            conceptId ?? '',
            segment.prose.slice(proseSpan.start, proseSpan.end),
            ...neighbours(segment, proseSpan.start, proseSpan.end),
          ]),
        }
        if (conceptId !== undefined) finding.conceptId = conceptId
        if (note !== undefined && note !== '') finding.note = note
        if (segment.keyPath !== undefined) finding.keyPath = segment.keyPath
        if (noted !== undefined) finding.noted = noted
        tell(finding, segment)
      },
    },
    options,
  )
}

/** Words to each side that make up a finding's surroundings. */
const NEIGHBOURS = 3

function neighbours({ words }: AnalysedSegment, start: number, end: number): readonly string[] {
  let low = 0
  let high = words.count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words.starts[middle]! < start) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < words.count && words.starts[after]! < end) after++
  const texts: string[] = []
  for (let at = low - NEIGHBOURS; at < low; at++) texts.push(tokenText(words, at))
  for (let at = after; at < after + NEIGHBOURS; at++) texts.push(tokenText(words, at))
  return texts
}
