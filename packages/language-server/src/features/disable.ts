import { extensionOf, type Finding } from '@klarsprak/linter'
import type { Texts } from '../texts/texts.js'
import type { View } from '../view.js'
import type { Edit } from './edits.js'

interface CommentSyntax {
  readonly open: string
  readonly close: string
  /** Between the rules and the reason. `--` may not stand in comments of XML. */
  readonly dash: string
}

const MARKUP: CommentSyntax = { open: '<!-- ', close: ' -->', dash: '--' }
const XML: CommentSyntax = { ...MARKUP, dash: '–' }
const HASH: CommentSyntax = { open: '# ', close: '', dash: '--' }
const BRACES: CommentSyntax = { open: '{/* ', close: ' */}', dash: '--' }

const SYNTAX: Readonly<Record<string, CommentSyntax>> = {
  '.md': MARKUP,
  '.markdown': MARKUP,
  '.mdx': BRACES,
  '.txt': MARKUP,
  '.htm': MARKUP,
  '.html': MARKUP,
  '.vue': MARKUP,
  '.svelte': MARKUP,
  '.xml': XML,
  '.xlf': XML,
  '.xliff': XML,
  '.resx': XML,
  '.yaml': HASH,
  '.yml': HASH,
  '.properties': HASH,
  '.jsonc': { open: '// ', close: '', dash: '--' },
  '.strings': { open: '/* ', close: ' */', dash: '--' },
  '.jsx': BRACES,
  '.tsx': BRACES,
}

/**
 * A comment that leaves out a finding on its line, and nothing else: put at the end of the line or
 * on a line before it, whichever the format takes. Undefined when it takes neither.
 */
export function disableLine(view: View, finding: Finding, { why }: Texts): Edit | undefined {
  const { file, lines } = view
  const syntax = SYNTAX[extensionOf(file.path)]
  if (syntax === undefined) return undefined
  const { line: number } = lines.positionAt(finding.span.start)
  const line = lines.line(number)
  const written = file.text.slice(line.start, line.end)
  const indent = /^[ \t]*/u.exec(written)![0]
  const comment = (command: string) => commentOf(syntax, command, finding.ruleId, why)
  const candidates: Edit[] = [insertion(line.start, `${indent}${comment('disable-next-line')}${breakOf(file.text)}`)]
  const end = line.start + written.trimEnd().length
  if (syntax.close !== '') candidates.unshift(insertion(end, ` ${comment('disable-line')}`))
  return candidates.find((edit) =>
    leavesOut(view, edit, finding, ({ span }) => span.start >= line.start && span.start <= line.end),
  )
}

/** A comment at the top of the file that leaves out what a rule finds in it. */
export function disableInFile(view: View, finding: Finding, { why }: Texts): Edit | undefined {
  const { text, path } = view.file
  const syntax = SYNTAX[extensionOf(path)]
  if (syntax === undefined) return undefined
  const written = `${commentOf(syntax, 'disable', finding.ruleId, why)}${breakOf(text)}`
  return topsOf(text)
    .map((offset) => insertion(offset, written))
    .find((edit) => leavesOut(view, edit, finding, () => true))
}

const commentOf = ({ open, close, dash }: CommentSyntax, command: string, ruleId: string, why: string): string =>
  `${open}klarsprak-${command} ${ruleId} ${dash} ${why}${close}`

const insertion = (offset: number, text: string): Edit => ({ span: { start: offset, end: offset }, text, safe: true })

const breakOf = (text: string): string => /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n'

/** Where a comment about the whole file may stand: first, after front matter, after the first line. */
function topsOf(text: string): readonly number[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const frontMatter = /^\uFEFF?---\r?\n[\s\S]*?\n---[ \t]*\r?\n/u.exec(text)?.[0].length
  const secondLine = text.search(/[\r\n]/u) < 0 ? undefined : text.search(/\n/u) + 1
  return [frontMatter ?? start, start, secondLine].filter((offset) => offset !== undefined)
}

/** Whether, with the edit, the finding is gone and the only others gone are of its rule and where `mayGo` says. */
function leavesOut(
  { file, findings, relinter }: View,
  edit: Edit,
  finding: Finding,
  mayGo: (other: Finding) => boolean,
) {
  const text = file.text.slice(0, edit.span.start) + edit.text + file.text.slice(edit.span.end)
  const shift = (offset: number) => (offset >= edit.span.start ? offset + edit.text.length : offset)
  const left = new Set(relinter.inspect({ ...file, text }).findings.map((after) => nameOf(after, after.span.start)))
  const kept = new Set<string>()
  for (const before of findings) {
    const name = nameOf(before, shift(before.span.start))
    const isLeft = left.has(name)
    if (isLeft) kept.add(name)
    if (before === finding && isLeft) return false
    if (before.ruleId !== finding.ruleId || !mayGo(before)) {
      if (!isLeft) return false
    }
  }
  return kept.size === left.size
}

/** Not by its words: a long sentence has the comment in it now. */
const nameOf = ({ ruleId, conceptId = '' }: Finding, start: number): string => `${start} ${ruleId} ${conceptId}`
