import type { Document, DocumentParser } from './document.js'
import { createDocument } from './document-builder.js'

/**
 * Text without markup. Blank lines part the blocks; line breaks inside a block are spaces.
 *
 * Text taken out of a PDF often has a blank line after every line. So a blank line parts nothing
 * when the line before it does not end a sentence and the next begins with a small letter.
 */
export const plainTextParser: DocumentParser = { parse: parsePlainText }

/** A new point of a list begins a block of its own: `- `, `* `, `• `, `1. `, `a) `. */
const LIST_ITEM = /^(?:[-*•·–]|\d{1,3}[.)]|[a-zåäö]\))[ \t]/iu
const ENDS_SENTENCE = /[.!?:;…][”"’)\]»]{0,3}$/u
const BEGINS_SMALL = /^\p{Ll}/u
/** ”e-” at the end of a line, where the hyphen is part of the word: e-tjänst. */
const SPLIT_AT_HYPHEN = /(?:^|[^\p{L}])[eiu]-$/iu

function parsePlainText(text: string): Document {
  const builder = createDocument(text)
  let previous: { readonly text: string; readonly end: number } | undefined
  let blank = true

  for (const line of linesOf(text)) {
    const comment = instructionIn(text, line.start, line.end)
    if (comment !== undefined) {
      builder.comment(comment)
      continue
    }
    const content = text.slice(line.start, line.end)
    if (content === '') {
      blank = true
      continue
    }
    const isItem = LIST_ITEM.test(content)
    const continues =
      previous !== undefined &&
      !isItem &&
      (!blank || (!ENDS_SENTENCE.test(tail(previous.text)) && BEGINS_SMALL.test(content)))
    if (previous === undefined || !continues) {
      builder.close()
      builder.open(isItem ? 'list-item' : 'paragraph', 'sv')
    } else if (!(SPLIT_AT_HYPHEN.test(tail(previous.text)) && BEGINS_SMALL.test(content))) {
      builder.space(previous.end, line.start)
    }
    builder.text(content, line.start, line.end)
    previous = { text: content, end: line.end }
    blank = false
  }
  return builder.finish()
}

/** The end of a long line is enough to see whether it ends a sentence. */
const tail = (line: string) => line.slice(-8)

/** Every line without the white space around it. A form feed ends a line too. */
function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let from = text.charCodeAt(0) === 0xfe_ff ? 1 : 0
  while (from <= text.length) {
    let to = from
    while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++
    let start = from
    let end = to
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    yield { start, end }
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1)
  }
}

const isLineEnd = (code: number) => code === 10 || code === 13 || code === 12
const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0

/** A line that holds nothing but an instruction to the linter, written as in Markdown. */
function instructionIn(text: string, start: number, end: number) {
  if (!text.startsWith('<!--', start)) return undefined
  const line = text.slice(start, end)
  if (line.indexOf('-->') !== line.length - 3 || !line.slice(4).trimStart().startsWith('klarsprak-')) return undefined
  return { span: { start, end }, text: line.slice(4, -3) }
}
