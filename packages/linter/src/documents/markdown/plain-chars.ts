/** What a character can be in text that is only itself. `Mark`: it may begin one of the marks in simple-marks.ts. */
export const Plain = { Never: 0, Inside: 1, Start: 2, Digit: 3, Mark: 4 } as const

const PLAIN = Uint8Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[a-zA-Z]/.test(char) || code >= 0xc0) return Plain.Start
  if (/[0-9]/.test(char)) return Plain.Digit
  if (/[`*[]/.test(char)) return Plain.Mark
  return /[ .,;:!?()"'%/+#$=^{}\u00a0§«»°´\u00b2\u00b3-]/.test(char) ? Plain.Inside : Plain.Never
})

/**
 * What the character at `at` can be. An exclamation mark is plain since no bracket can follow it (see `simpleMarkEnd`); a
 * colon is not before two slashes, nor a full stop after ”www”.
 */
export function charAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 256) return code >= 0x2010 && code <= 0x2026 ? Plain.Inside : code < 0x250 ? Plain.Start : Plain.Never
  if (code === 58 && text.charCodeAt(at + 1) === 47) return Plain.Never
  if (code === 46 && text.charCodeAt(at - 1) === 119 && text.charCodeAt(at - 2) === 119) return Plain.Never
  return PLAIN[code] ?? Plain.Never
}

/** Characters that are plain whatever stands beside them: nearly all. */
const ALWAYS_PLAIN = PLAIN.map((kind, code) =>
  kind === Plain.Never || kind === Plain.Mark || code === 58 || code === 46 ? 0 : 1,
)

/** The end of the characters from `start` on that are plain whatever stands beside them, at most `end`. */
export function plainRunEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end && ALWAYS_PLAIN[text.charCodeAt(at)] === 1) at++
  return at
}
