import type { Finding } from '@klarsprak/linter'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Lines } from '../documents/lines.js'
import type { Settings, SeverityLevel } from '../settings.js'
import { textsIn } from '../texts/texts.js'
import type { View } from '../view.js'

export const SOURCE = 'klarsprak'

const LEVELS: Readonly<Record<Exclude<SeverityLevel, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What the problem list shows of a text: its findings in order, and a note when they are more than it may show. */
export function diagnosticsOf(
  { findings, lines }: Pick<View, 'findings' | 'lines'>,
  settings: Settings,
): readonly Diagnostic[] {
  const shown = findings.filter(({ severity }) => settings.severity[severity] !== 'off')
  const diagnostics = shown.slice(0, settings.maxProblems).map((finding) => diagnosticOf(finding, lines, settings))
  const firstLeftOut = shown[settings.maxProblems]
  if (firstLeftOut === undefined) return diagnostics
  const note = textsIn(settings.uiLanguage).tooMany(settings.maxProblems, shown.length)
  return [...diagnostics, noteAt(lines.rangeOf(firstLeftOut.span), note)]
}

export function diagnosticOf(finding: Finding, lines: Lines, { severity }: Settings): Diagnostic {
  const level = severity[finding.severity]
  return {
    range: lines.rangeOf(finding.span),
    severity: LEVELS[level === 'off' ? 'hint' : level],
    code: finding.ruleId,
    codeDescription: { href: finding.url },
    source: SOURCE,
    message: finding.note === undefined ? finding.message : `${finding.message}\n${finding.note}`,
    // What the command says of it, for clients that want to know.
    data: {
      severity: finding.severity,
      ...(finding.conceptId === undefined ? {} : { conceptId: finding.conceptId }),
    },
  }
}

/** Why a text is not checked, where its writer sees it. */
export const noteAtTop = (message: string): Diagnostic =>
  noteAt({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message)

const noteAt = (range: Diagnostic['range'], message: string): Diagnostic => ({
  range,
  severity: DiagnosticSeverity.Information,
  source: SOURCE,
  message,
})
