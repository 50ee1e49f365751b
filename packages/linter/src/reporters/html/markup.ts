import { printable } from '../style.js'

const TEXT = Symbol('HTML')

/** HTML that is safe to put in a page. Made by `html` alone, so text from outside cannot pass as it. */
export interface Markup {
  readonly [TEXT]: string
  toString(): string
}

export type Content = Markup | string | number | undefined | readonly Content[]

/** Markup with the values escaped, in elements and in quoted attributes; markup and lists of it are put in as they are. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Markup =>
  markupOf(parts.map((part, at) => part + show(values[at])).join(''))

const markupOf = (text: string): Markup => ({ [TEXT]: text, toString: () => text })

function show(value: Content): string {
  if (value === undefined) return ''
  if (typeof value !== 'object') return escapeHtml(String(value))
  return TEXT in value ? value[TEXT] : value.map(show).join('')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string) => printable(text).replace(/[&<>"']/gu, (char) => ESCAPES[char]!)

/** A link when `url` is an address on the web, and otherwise just the text: `javascript:` is no source. */
export const link = (url: string | undefined, text: Content): Markup =>
  url !== undefined && /^https?:\/\//iu.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`
