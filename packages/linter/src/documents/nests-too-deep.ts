/** Levels of brackets, or columns of indentation. Nobody writes so deep. */
const DEEPEST = 400
const DEEP_LINE = /(?:^|[\r\n])[ \t?:-]{400}/u

/**
 * Whether brackets or indentation nest so deep that a recursive library might run out of stack. A
 * `catch` is no help: when the stack runs out while V8 compiles a regular expression, the process ends.
 */
export function nestsTooDeep(text: string, indentationNests: boolean): boolean {
  if (indentationNests && DEEP_LINE.test(text)) return true
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > DEEPEST) return true
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
  }
  return false
}
