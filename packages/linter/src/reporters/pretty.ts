import type { SegmentKind } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'
import { type Positions, positionsIn } from '../findings/positions.js'
import { changedLines } from './changes.js'
import { type PiecewiseReporter, type Totals, whole } from './report.js'
import { SEVERITY_NAMES } from './severity-names.js'
import { createStyle, printable, type Style } from './style.js'

/** For people: each finding with its line of text, a caret under the words, and why. */
export const prettyPieces: PiecewiseReporter = {
  piece({ file, findings, change }, { colour }) {
    if (findings.length === 0 && change === undefined) return ''
    const style = createStyle(colour)
    const positions = positionsIn(file.text)
    const parts = [`${style.bold(printable(file.path))}\n\n`]
    if (change !== undefined) parts.push(showChange(change, style), '\n')
    for (const finding of findings) parts.push(showFinding(finding, file.path, positions, style), '\n')
    return parts.join('')
  },
  separator: '',
  head: () => '',
  foot: (totals, { colour }) => `${showSummary(totals, createStyle(colour))}\n`,
}
export const prettyReporter = whole(prettyPieces)

const KIND_NAMES: Readonly<Record<SegmentKind, string>> = {
  attribute: 'dold text',
  button: 'knapp',
  heading: 'rubrik',
  label: 'etikett',
  link: 'länk',
  'list-item': 'listpunkt',
  paragraph: 'stycke',
  'table-cell': 'tabellcell',
  text: 'text',
}

function showFinding(finding: Finding, path: string, positions: Positions, style: Style): string {
  const { severity, ruleId, message, note, conceptId, span, suggestions, kind, keyPath } = finding
  const start = positions.at(span.start)
  const end = positions.at(span.end)
  const colour = { error: style.red, warning: style.yellow, info: style.blue }[severity]
  const place = `${printable(path)}:${start.line}:${start.column}`
  const lines = [`  ${style.faint(place)}  ${colour(SEVERITY_NAMES[severity])}  ${ruleId}`]
  if (keyPath !== undefined) lines.push(style.faint(`    ${KIND_NAMES[kind ?? 'text']} ${printable(keyPath)}`))
  const line = positions.line(start.line)
  const from = start.column - 1
  const to = end.line === start.line ? end.column - 1 : line.length
  lines.push(...excerpt(line, from, to, colour))
  lines.push(`    ${style.bold(printable(message))}`)
  if (note !== undefined) lines.push(`    ${printable(note)}`)
  const about = [conceptId, finding.sources[0]?.name].flatMap((text) => text ?? [])
  if (about.length > 0) lines.push(style.faint(`    ${printable(about.join(' · '))}`))
  if (suggestions.some(({ safe }) => safe)) lines.push(style.faint('    Rättas med --fix.'))
  return `${lines.join('\n')}\n`
}

function showChange({ before, after }: { readonly before: string; readonly after: string }, style: Style): string {
  const lines = changedLines(before, after).map(printable)
  return `  Det här skulle --fix ändra:\n${lines.map((line) => `    ${(line.startsWith('-') ? style.red : style.blue)(line)}\n`).join('')}`
}

/** Columns of text shown around a finding in a long line. */
const CONTEXT = 60

function excerpt(line: string, from: number, to: number, colour: (text: string) => string): readonly string[] {
  const shownFrom = from > CONTEXT + 10 ? wholeCharacter(line, from - CONTEXT) : 0
  // Of a long finding, such as a long sentence, the beginning is enough.
  if (to - from > 2 * CONTEXT) to = wholeCharacter(line, from + CONTEXT)
  const shownTo = line.length - to > CONTEXT + 10 ? wholeCharacter(line, to + CONTEXT) : line.length
  const lead = shownFrom > 0 ? '…' : ''
  const before = lead + printable(line.slice(shownFrom, from)).replace(/\t/gu, ' ')
  const words = printable(line.slice(from, to)).replace(/\t/gu, ' ')
  const after = printable(line.slice(to, shownTo)).replace(/\t/gu, ' ') + (shownTo < line.length ? '…' : '')
  const carets = colour('^'.repeat(Math.max(1, columns(words))))
  return [`    ${before}${words}${after}`, `    ${' '.repeat(columns(before))}${carets}`]
}

/** `at`, moved so that no surrogate pair is cut. */
const wholeCharacter = (text: string, at: number) => (/[\uDC00-\uDFFF]/u.test(text.charAt(at)) ? at - 1 : at)

/** A code unit that may not be one column: a soft hyphen, and what comes after Latin letters but the signs of General Punctuation. */
const UNEVEN = /[^\0-\u00AC\u00AE-\u02FF\u2010-\u2027\u20AC]/u

const ZERO_WIDTH_JOINER = '\u200D'

/**
 * Columns of a terminal that `text` takes: combining and invisible characters none, emoji and East
 * Asian letters two. Near enough to put a caret under Swedish text.
 */
function columns(text: string): number {
  // Nearly all text has neither: then each code unit is a column.
  if (!UNEVEN.test(text)) return text.length
  let width = 0
  let previous = ''
  for (const char of text) {
    const isJoined = previous === ZERO_WIDTH_JOINER
    previous = char
    if (isJoined || /\p{M}|\u00AD|[\u200B-\u200D]/u.test(char)) continue
    width += /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/u.test(char)
      ? 2
      : 1
  }
  return width
}

function showSummary({ files, errors, warnings, infos, fixable }: Totals, style: Style): string {
  if (files === 0) return 'Inga filer granskades.'
  const inFiles = files === 1 ? 'i 1 fil' : `i ${files} filer`
  if (errors + warnings + infos === 0) return `Inga anmärkningar ${inFiles}.`
  const counts = [
    style.red(`${errors} fel`),
    style.yellow(warnings === 1 ? '1 varning' : `${warnings} varningar`),
    ...(infos > 0 ? [style.blue(`${infos} råd`)] : []),
  ]
  const fix = fixable === 0 ? '' : ` ${fixable} kan rättas med --fix.`
  return `${counts.join(', ')} ${inFiles}.${fix}`
}
