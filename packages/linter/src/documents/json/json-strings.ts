import { characterOf } from '../decoded-text.js'
import type { Comment } from '../document.js'

/** A string in a JSON file with the keys that lead to it. Offsets are those between its quotation marks. */
export interface JsonString {
  readonly keys: readonly (string | number)[]
  readonly start: number
  readonly end: number
}

export interface JsonStrings {
  /** The values, in the order of the file. */
  readonly values: readonly JsonString[]
  /** The keys of objects, in the order of the file; `keys` ends with the key itself. */
  readonly names: readonly JsonString[]
  readonly comments: readonly Comment[]
  /** Where the text stops being JSON: a bracket without its other half, or a string that is not ended. */
  readonly brokenAt?: number
}

/** Levels of objects and lists whose keys are kept. Deeper ones are passed over. */
const DEEPEST = 100

interface Container {
  readonly isList: boolean
  /** The next place in a list, or the key that the next value belongs to. */
  key: string | number | undefined
  readonly keys: readonly (string | number)[]
}

/**
 * The strings of a JSON text with their places. Own code because a broken file is read as far as it
 * goes, with comments and trailing commas, nothing is recursive, and no library says where the
 * characters of a string with escapes are.
 */
export function jsonStrings(text: string): JsonStrings {
  const values: JsonString[] = []
  const names: JsonString[] = []
  const comments: Comment[] = []
  const stack: Container[] = []
  let tooDeep = 0
  let brokenAt: number | undefined
  let at = 0

  const top = () => stack.at(-1)
  const keysHere = (): readonly (string | number)[] => {
    const container = top()
    return container === undefined ? [] : [...container.keys, ...(container.key === undefined ? [] : [container.key])]
  }

  while (at < text.length) {
    const char = text[at]!
    if (char === '"') {
      const end = endOfString(text, at + 1)
      if (text[end] !== '"') brokenAt ??= at
      const container = top()
      const after = skipSpace(text, Math.min(text.length, end + 1))
      if (tooDeep > 0) at = end + 1
      else if (container !== undefined && !container.isList && text[after] === ':') {
        container.key = decodeJsonString(text, at + 1, end)
        names.push({ keys: keysHere(), start: at + 1, end })
        at = after + 1
      } else {
        values.push({ keys: keysHere(), start: at + 1, end })
        at = end + 1
      }
    } else if (char === '{' || char === '[') {
      if (stack.length >= DEEPEST) {
        tooDeep++
        brokenAt ??= at
      } else stack.push({ isList: char === '[', key: char === '[' ? 0 : undefined, keys: keysHere() })
      at++
    } else if (char === '}' || char === ']') {
      if (tooDeep > 0) tooDeep--
      else {
        if (top()?.isList !== (char === ']')) brokenAt ??= at
        stack.pop()
      }
      at++
    } else if (char === ',') {
      const container = top()
      if (container !== undefined && tooDeep === 0) {
        container.key = container.isList ? Number(container.key) + 1 : undefined
      }
      at++
    } else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const isLine = text[at + 1] === '/'
      const close = isLine ? text.slice(at).search(/[\r\n]/u) : text.indexOf('*/', at + 2)
      const end = close < 0 ? text.length : isLine ? at + close : close + 2
      comments.push({ span: { start: at, end }, text: text.slice(at + 2, isLine || close < 0 ? end : end - 2) })
      at = end
    } else at++
  }
  if (stack.length > 0) brokenAt ??= text.length
  return { values, names, comments, ...(brokenAt === undefined ? {} : { brokenAt }) }
}

/** The end of a string that begins at `from`: its quotation mark, or the end of the line if it has none. */
function endOfString(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34 || code === 10 || code === 13) return at
    at += code === 92 ? 2 : 1
  }
  return text.length
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /[ \t\r\n]/u.test(text[at]!)) at++
  return at
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The characters of the string in `[start, end)`: what each reads as and where it stands. */
export function* jsonCharacters(
  text: string,
  start: number,
  end: number,
): Generator<{ readonly value: string; readonly start: number; readonly end: number }> {
  let from = start
  // Looked for in the string alone: in the file, a search that finds nothing would go on to its end.
  for (const { 0: found, 1: code, index } of text.slice(start, end).matchAll(/\\(?:u([\da-f]{4})|[\s\S])/giu)) {
    const at = start + index
    if (at > from) yield { value: text.slice(from, at), start: from, end: at }
    from = at + found.length
    yield { value: characterOf(code) ?? ESCAPES[found[1]!] ?? found.slice(1), start: at, end: from }
  }
  if (from < end) yield { value: text.slice(from, end), start: from, end }
}

export const decodeJsonString = (text: string, start: number, end: number): string =>
  [...jsonCharacters(text, start, end)].map(({ value }) => value).join('')
