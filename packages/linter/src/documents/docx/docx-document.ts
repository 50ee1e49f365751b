import { asWritten } from '../decoded-text.js'
import type { DocumentParser, SourceFile, SourceLine } from '../document.js'
import { createDocument, type DocumentBuilder } from '../document-builder.js'
import { addText } from '../html-prose.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'

/**
 * Reads the text that `docxText` makes: each line is a segment, of the kind that `file.lines` says. Without
 * `lines` (the text alone has been sent on) all are paragraphs.
 */
export function docxParser(file: SourceFile): DocumentParser {
  return {
    parse(text) {
      const builder = createDocument(text)
      const lang = localeOf(file.path) ?? guessLanguage(text)
      const whole = asWritten(text, 0, text.length)
      let start = 0
      let at = 0
      while (start <= text.length) {
        const found = text.indexOf('\n', start)
        const end = found < 0 ? text.length : found
        const line = file.lines?.[at++]
        builder.open(line?.kind ?? 'paragraph', line?.lang ?? lang)
        addLine(builder, line?.marks ?? [], start, end, (from, to) => addText(builder, whole, { start: from, end: to }))
        builder.close()
        start = end + 1
      }
      return builder.finish()
    },
  }
}

/** Adds `[start, end)` of the text, cut where a mark begins or ends. */
function addLine(
  builder: DocumentBuilder,
  marks: SourceLine['marks'],
  start: number,
  end: number,
  add: (from: number, to: number) => void,
): void {
  const edges = marks.flatMap((mark) => [
    { at: mark.start, opens: true, mark },
    { at: mark.end, opens: false, mark },
  ])
  edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens))
  let from = start
  for (const { at, opens, mark } of edges) {
    const to = Math.min(end, start + at)
    add(from, to)
    from = to
    if (opens) builder.openMark(mark.kind, mark.value)
    else builder.closeMark(mark.kind)
  }
  add(from, end)
}
