import type { Span } from '../span.js'

/** One stretch of the text and what is to stand there. An empty stretch is an insertion. */
export interface Edit extends Span {
  readonly text: string
}

/** Several edits as one: the span from the first to the last, with the text between them as it was. */
export function combined(text: string, edits: readonly Edit[]): Edit {
  const [only] = edits
  if (only !== undefined && edits.length === 1) return only
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const start = inOrder[0]!.start
  let end = start
  let written = ''
  for (const edit of inOrder) {
    written += text.slice(end, edit.start) + edit.text
    end = edit.end
  }
  return { start, end, text: written }
}
