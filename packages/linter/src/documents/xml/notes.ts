import type { DocumentBuilder } from '../document-builder.js'
import type { HtmlToken, Tag } from '../html-tokens.js'

/** The notes to translators that stand in an element with a text, as comments about that text. */
export interface Notes {
  /** The element with the text begins, or ends. */
  begin(tag: Tag): void
  end(tag: Tag): void
  /** A note begins, or ends. */
  open(tag: Tag): void
  close(tag: Tag): void
  text(token: Extract<HtmlToken, { type: 'text' }>): void
}

export function createNotes(file: string, builder: DocumentBuilder): Notes {
  let start = 0
  let noteStart: number | undefined
  let text = ''
  let notes: { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[] = []
  return {
    begin(tag) {
      start = tag.start
      notes = []
      noteStart = undefined
    },
    end(tag) {
      for (const note of notes) builder.comment({ ...note, about: { start, end: tag.end }, isNote: true })
      notes = []
    },
    open(tag) {
      noteStart = tag.selfClosing ? undefined : tag.end
      text = ''
    },
    text(token) {
      if (noteStart !== undefined) text += file.slice(token.start, token.end)
    },
    close(tag) {
      if (noteStart !== undefined && text.trim() !== '')
        notes.push({ span: { start: noteStart, end: tag.start }, text })
      noteStart = undefined
    },
  }
}
