import type { Finding } from '../../findings/finding.js'
import { SEVERITY_NAMES } from '../severity-names.js'
import { html, type Markup } from './markup.js'

/** The level of a finding in a word, with a sign of its own shape. */
export const level = (severity: Finding['severity']): Markup => {
  const name = SEVERITY_NAMES[severity]
  return html`<span class="level ${severity}">${name.charAt(0).toUpperCase() + name.slice(1)}</span>`
}
