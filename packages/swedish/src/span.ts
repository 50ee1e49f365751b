/**
 * A stretch of a text: half-open `[start, end)`, in UTF-16 code units from 0,
 * so `text.slice(span.start, span.end)` is the text it names.
 */
export interface Span {
  readonly start: number
  readonly end: number
}
