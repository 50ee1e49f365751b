/** Where in a YAML text somebody is writing: the keys around, and what has been written of a key or a value. */
export interface PlaceInYaml {
  /** Keys from the top; `[]` is an item of a list. */
  readonly path: readonly string[]
  /** The key whose value is being written; undefined when a key is. */
  readonly key: string | undefined
  /** What is written of it, up to the cursor. */
  readonly typed: string
  /** Keys that the same mapping has already, as far as can be seen. */
  readonly siblings: ReadonlySet<string>
}

interface Line {
  /** Columns of the dashes that begin the line. */
  readonly dashes: readonly number[]
  readonly column: number
  readonly key: string | undefined
}

const ITEM = '[]'

/**
 * The place at `offset`, by indentation: half-written YAML is no YAML, so nobody can parse it.
 * A mapping in braces is understood when it begins on the line.
 */
export function placeInYaml(text: string, offset: number): PlaceInYaml | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const before = text.slice(lineStart, offset)
  if (/(?:^|\s)#/u.test(before)) return undefined
  const above = text
    .slice(0, lineStart)
    .split(/\r\n|\n|\r/u)
    .slice(0, -1)
  const below = text
    .slice(offset)
    .split(/\r\n|\n|\r/u)
    .slice(1)
  const brace = openBrace(before)
  const outer = brace === undefined ? before : before.slice(0, brace)
  const line = readLine(outer)
  const around = pathAbove(line, above)
  if (brace !== undefined) {
    const inside = before.slice(brace + 1)
    const parts = inside.split(',')
    const written = /^\s*(?:([\w$-]+)\s*:\s*)?["']?([^"'\s]*)$/u.exec(parts.at(-1) ?? '')
    if (written === null) return undefined
    const rest = text.slice(offset, offset + 500).split(/[}\r\n]/u)[0] ?? ''
    const others = `${parts.slice(0, -1).join(',')},${rest}`
    const siblings = new Set([...others.matchAll(/(?:^|,)\s*"?([\w$-]+)"?\s*:/gu)].map(([, key]) => key!))
    const own = line.key === undefined ? [] : [line.key]
    const path = [...around, ...own, ...(/\[\s*$/u.test(outer) || /\[[^\]]*$/u.test(outer) ? [ITEM] : [])]
    return { path, key: written[1], typed: written[2] ?? '', siblings }
  }
  const value = /^\s*(?:- +)*["']?[\w$-]+["']?\s*:\s+\[?(?:.*,\s*)?["']?([^"'\s]*)$/u.exec(before)
  if (line.key !== undefined && value !== null) {
    return { path: around, key: line.key, typed: value[1] ?? '', siblings: new Set() }
  }
  const typed = /^\s*(?:- +)*([\w$-]*)$/u.exec(before)
  if (typed === null) return undefined
  const siblings = new Set<string>()
  for (const lines of [[...above].reverse(), below]) {
    for (const other of lines) {
      if (other.trim() === '' || /^\s*#/u.test(other)) continue
      const { column, key, dashes } = readLine(other)
      if (column < line.column) break
      if (column === line.column && key !== undefined && (lines !== below || dashes.length === 0)) siblings.add(key)
      if (dashes.length > 0 && column === line.column) break
    }
    if (line.dashes.length > 0 && lines !== below) siblings.clear()
  }
  return { path: around, key: undefined, typed: typed[1] ?? '', siblings }
}

function readLine(text: string): Line {
  const dashes: number[] = []
  let column = /^[ \t]*/u.exec(text)![0].length
  for (let dash = /^-[ \t]+/u.exec(text.slice(column)); dash !== null; dash = /^-[ \t]+/u.exec(text.slice(column))) {
    dashes.push(column)
    column += dash[0].length
  }
  const key = /^["']?([\w$-]+)["']?[ \t]*:(?:\s|$)/u.exec(text.slice(column))?.[1]
  return { dashes, column, key }
}

/** The keys around a line, without its own. */
function pathAbove(line: Line, above: readonly string[]): readonly string[] {
  const path: string[] = []
  let { column } = line
  let inList = false
  const takeDashes = (dashes: readonly number[]) => {
    for (const dash of [...dashes].reverse()) {
      path.unshift(ITEM)
      column = dash
      inList = true
    }
  }
  takeDashes(line.dashes)
  for (const text of [...above].reverse()) {
    if (text.trim() === '' || /^\s*#/u.test(text)) continue
    if (/^---/u.test(text)) break
    const { dashes, column: other, key } = readLine(text)
    if (!inList && other === column && dashes.length > 0) {
      takeDashes(dashes)
      continue
    }
    const isParent = inList ? other <= column && dashes.at(-1) !== column : other < column
    if (!isParent || key === undefined) continue
    path.unshift(key)
    column = other
    inList = false
    takeDashes(dashes)
  }
  return path
}

/** Where the mapping that is still open on the line begins. */
function openBrace(text: string): number | undefined {
  const open: number[] = []
  let quote: string | undefined
  for (const [at, char] of [...text].entries()) {
    if (quote !== undefined) quote = char === quote ? undefined : quote
    else if ((char === '"' || char === "'") && /[\s[{,:]$/u.test(text.slice(0, at))) quote = char
    else if (char === '{') open.push(at)
    else if (char === '}') open.pop()
  }
  return open.at(-1)
}
