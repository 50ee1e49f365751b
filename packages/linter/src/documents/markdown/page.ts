import type { DocumentBuilder } from '../document-builder.js'
import { addMarkedText } from './simple-marks.js'
import type { Stretch } from './stretches.js'

/** A page of Markdown, cut. */
export interface Page {
  readonly text: string
  /** The language that its front matter says, or Swedish. */
  readonly lang: string
  readonly parts: readonly Part[]
}

/** A stretch of a page. */
export interface Part extends Omit<Stretch, 'start' | 'end'> {
  /** As Lezer reads it: it ends lines at LF only, so a lone CR is one. */
  readonly body: string
  /** Where it begins in the file. It is as long there. */
  readonly start: number
}

export function pageOf(text: string, cut: (body: string) => readonly Stretch[]): Page {
  const { start: first, lang } = frontMatter(text)
  const rest = text.slice(first)
  const whole = rest.includes('\r') ? rest.replace(/\r(?!\n)/gu, '\n') : rest
  const parts = cut(whole).map(({ kind, start, end, isQuoted }) => ({
    kind,
    body: whole.slice(start, end),
    start: first + start,
    isQuoted,
  }))
  return { text, lang, parts }
}

/** Adds a part that is no markup. */
export function addPart(builder: DocumentBuilder, { kind, body, start, isQuoted }: Part, lang: string): void {
  if (kind === 'markup') return
  if (!isQuoted && !IS_MARKED.test(body)) builder.block(kind, lang, body, start)
  else {
    builder.open(kind, lang)
    if (isQuoted) builder.openMark('quote')
    addMarkedText(builder, body, start)
    builder.close()
  }
}

/** A mark, or a line of an item that has something before its text. */
const IS_MARKED = /[`*[]|\n /u

/** Front matter is no prose, but it may say the language of the page: `lang: en`. */
function frontMatter(text: string): { readonly start: number; readonly lang: string } {
  const bom = text.charCodeAt(0) === 0xfe_ff ? 1 : 0
  const fence = text.slice(bom, bom + 3)
  if ((fence === '---' || fence === '+++') && /^[ \t]*(?:\r?\n|\r)/u.test(text.slice(bom + 3, bom + 100))) {
    const end = fence === '---' ? /(?:\n|\r)---[ \t]*(?=\r|\n|$)/gu : /(?:\n|\r)\+\+\+[ \t]*(?=\r|\n|$)/gu
    end.lastIndex = bom + 3
    const found = end.exec(text)
    if (found !== null) {
      const start = found.index + found[0].length
      const said = /^(?:lang|language|locale)[ \t]*[:=][ \t]*["']?([a-z]{2,3})\b/imu.exec(text.slice(bom, start))
      return { start, lang: said?.[1]?.toLowerCase() ?? 'sv' }
    }
  }
  return { start: bom, lang: 'sv' }
}
