import fc from 'fast-check'
import { createLinter } from '../create-linter.js'
import { parserFor } from '../documents/parsers.js'
import type { Finding } from '../findings/finding.js'
import { figuresOf } from '../reporters/figures.js'
import type { LintReport } from '../reporters/report.js'
import { plainIndex, plainRewrite } from './plain-index.js'

const index = plainIndex([
  {
    id: 'c-0001',
    sources: [{ name: 'En källa, 2024', url: 'https://exempel.se/kalla' }],
    terms: [
      { label: 'digital ingång', status: 'preferred' },
      { label: 'hälsoportal', status: 'deprecated', reason: 'Det är otydligt' },
    ],
  },
  {
    id: 'c-0002',
    sources: [{ name: 'En annan källa' }],
    terms: [
      { label: 'betala', status: 'preferred' },
      { label: 'erlägga', status: 'deprecated', forms: ['erlägger'] },
    ],
  },
])

const linter = createLinter({ index, rewrite: plainRewrite })

/** Files by their paths, linted with a bank of two concepts. */
export function sampleReport(texts: Readonly<Record<string, string>>): LintReport {
  const files = Object.entries(texts).map(([path, text]) => {
    const file = { path, text }
    const findings = linter.lint(file)
    return { file, findings, figures: figuresOf(file, findings, { parserFor, index }) }
  })
  return { release: '2026.1', files }
}

/** `count` findings of one level in one file, a line each. */
export function manyFindings(count: number, severity: Finding['severity'], path = 'sida.md'): LintReport {
  const text = 'hälsoportal\n'.repeat(count)
  const findings = Array.from({ length: count }, (_, at): Finding => {
    const span = { start: at * 12, end: at * 12 + 11 }
    return {
      ruleId: 'avoid-term',
      conceptId: `c-${String(at).padStart(4, '0')}`,
      severity,
      message: `Anmärkning ${at + 1}.`,
      sources: [],
      span,
      text: 'hälsoportal',
      suggestions: [{ span, text: 'digital ingång', safe: true }],
      url: 'https://exempel.se/avoid-term',
      fingerprint: 'a'.repeat(16),
    }
  })
  return { release: undefined, files: [{ file: { path, text }, findings }] }
}

/** Text that formats trip over: signs of their own, line endings, emoji, control characters, half pairs. */
export const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom('å', 'Hälsoportal', ' ', '\n', '\r\n', '\r', '\t', ',', ':', ';', '"', "'", '%', '%0A', '|', '`'),
      fc.constantFrom('<script>alert(1)</script>', '</style>', '<!--', ']]>', '&amp;', '::error::', '\\', '=1+1'),
      fc.constantFrom('👩‍⚕️', 'a\u0308', '\u00AD', '\u0000', '\u001B[31m', '\u202E', '\uFFFE', '\uD83D', '\uFEFF'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** A report in which everything that comes from outside is odd. */
export const oddReport: fc.Arbitrary<LintReport> = fc
  .array(
    fc.record({
      path: oddText.map((path) => `m/${path}`),
      findings: fc.array(
        fc.record({
          words: oddText.map((words) => `x${words}`),
          between: oddText,
          message: oddText,
          note: fc.option(oddText, { nil: undefined }),
          severity: fc.constantFrom<Finding['severity']>('error', 'warning', 'info'),
          suggestion: fc.option(oddText, { nil: undefined }),
          source: oddText,
        }),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 3 },
  )
  .map((files) => ({
    release: undefined,
    files: files.map(({ path, findings: drafts }) => {
      let text = ''
      const findings = drafts.map(({ words, between, message, note, severity, suggestion, source }): Finding => {
        text += between
        const span = { start: text.length, end: text.length + words.length }
        text += words
        return {
          ruleId: 'avoid-term',
          conceptId: 'c-0001',
          severity,
          message,
          ...(note === undefined ? {} : { note }),
          sources: [{ name: source, url: source }],
          span,
          text: words,
          suggestions: suggestion === undefined ? [] : [{ span, text: suggestion, safe: false }],
          url: 'https://exempel.se/avoid-term',
          fingerprint: 'b'.repeat(16),
        }
      })
      return { file: { path, text }, findings }
    }),
  }))
