import { html, type Markup } from '@klarsprak/linter/markup'

/** ”e-tjänst” and its like are read as one word, and a line that ends in ”e-” is hard to read. */
export const unbroken = (text: string): Markup =>
  html`${text.split(/((?<!\p{L})e-\p{L}+)/iu).map((part, at) => (at % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`
