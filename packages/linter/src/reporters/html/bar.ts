import { html, type Markup } from './markup.js'

export interface BarPart {
  /** The class that gives the part its colour. */
  readonly name: string
  readonly value: number
}

/** A lying bar of `parts` out of `whole`. `label` says the same in words, for those who do not see it. */
export function bar(parts: readonly BarPart[], whole: number, label: string): Markup {
  let start = 0
  const drawn = parts.map(({ name, value }) => {
    const width = whole === 0 ? 0 : (value / whole) * 100
    const part = html`<rect class="part ${name}" x="${start.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"/>`
    start += width
    return part
  })
  return html`<svg class="bar" role="img" aria-label="${label}" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false"><rect class="track" x="0" y="0" width="100" height="10"/>${drawn}</svg>`
}
