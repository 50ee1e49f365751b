import { html, type Markup } from '@klarsprak/linter/markup'
import { swedish } from './layout.js'
import type { PageCall } from './page.js'

interface Text {
  readonly sv: string
  readonly en?: string | undefined
}

const isMissing = (text: Text, { lang }: PageCall): boolean => lang === 'en' && text.en === undefined

/** A text of the bank in the language of the page when there is one, and otherwise in Swedish. */
export const definition = (text: Text, call: PageCall): Markup =>
  call.lang === 'en' && text.en !== undefined ? html`${text.en}` : swedish(call, text.sv)

/** The same, and that there is no English when there is none. */
export const explained = (text: Text, call: PageCall): Markup =>
  isMissing(text, call)
    ? html`${definition(text, call)} <span class="only">Only in Swedish so far.</span>`
    : definition(text, call)

/** For lists: said once, and not beside each text. */
export const someInSwedish = (texts: readonly (Text | undefined)[], call: PageCall): Markup | undefined =>
  texts.some((text) => text !== undefined && isMissing(text, call))
    ? html`<p class="note">Some texts are only in Swedish so far.</p>`
    : undefined
