import { checkExamplesOf, type ExampleWords, extensionOf, looksLikeCopy } from '@klarsprak/linter'
import {
  checkConcepts,
  createBank,
  formatProblem,
  type Problem,
  readConcepts,
  type TermIndex,
} from '@klarsprak/termbank'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Lines } from '../documents/lines.js'
import { SOURCE } from '../features/diagnostics.js'

/** Only the beginning is looked at: a file says what it is before it begins. */
const BEGINNING = 10_000
const ID = /(?:^|[{,]|- )\s*"?(?:id|concept)"?\s*:\s*["']?c-\d{4}/mu
const LISTS = /^(?:concepts|overlays)\s*:/mu

/** Whether a text is a file of the term bank, also while it is being written. */
export function isBankFile(path: string, text: string): boolean {
  if (!['.yaml', '.yml', '.json'].includes(extensionOf(path))) return false
  const beginning = text.slice(0, BEGINNING)
  return ID.test(beginning) || (LISTS.test(beginning) && !looksLikeCopy(path))
}

/** What `klarsprak bank check` says of one file, as it is now, above the rest of the bank. */
export function checkBankFile(
  text: string,
  lines: Lines,
  {
    index,
    today,
    words,
  }: {
    readonly index: TermIndex
    readonly today?: string | undefined
    /** Left out, the examples are not tried. */
    readonly words?: ExampleWords | undefined
  },
): readonly Diagnostic[] {
  const file = readConcepts(text, OWN)
  const ids = new Set(file.concepts.map(({ id }) => id))
  const below = [...index.concepts()].filter(({ id }) => !ids.has(id))
  const { problems } = createBank({
    layers: [
      { name: 'below', concepts: below },
      { name: OWN, ...file },
    ],
  })
  const knownIds = new Set([...below.map(({ id }) => id), ...ids])
  const own = checkConcepts(file.concepts, { placeOf: file.placeOf, knownIds, name: OWN, today })
  const examples = words === undefined ? [] : checkExamplesOf(file, words, OWN)
  const said = new Set<string>()
  return [...file.problems, ...problems, ...own, ...examples]
    .filter(({ path }) => path === OWN)
    .filter((one) => !said.has(formatProblem(one)) && said.add(formatProblem(one)))
    .map((one) => diagnosticOf(one, text, lines))
    .sort((a, b) => a.range.start.line - b.range.start.line)
}

/** What problems call the file that is open. */
const OWN = 'open'

function diagnosticOf({ code, severity, message, line = 1 }: Problem, text: string, lines: Lines): Diagnostic {
  return {
    range: rangeOfLine(text, lines, line - 1),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: SOURCE,
    message,
  }
}

/** What is written on a line, without the space around it. */
export function rangeOfLine(text: string, lines: Lines, line: number): Diagnostic['range'] {
  const { start, end } = lines.line(line)
  const written = text.slice(start, end)
  const indent = written.length - written.trimStart().length
  return lines.rangeOf({ start: start + indent, end: start + Math.max(indent, written.trimEnd().length) })
}

/** Every id of a concept in a text. */
export function* conceptIdsIn(
  text: string,
): Generator<{ readonly id: string; readonly start: number; readonly end: number }> {
  for (const { 0: id, index } of text.matchAll(/(?<![\p{L}\p{Nd}-])c-\d{4,10}(?![\p{L}\p{Nd}])/gu)) {
    yield { id, start: index, end: index + id.length }
  }
}

export function conceptIdAt(text: string, offset: number) {
  for (const found of conceptIdsIn(text)) if (found.start <= offset && offset <= found.end) return found
  return undefined
}
