import { type Content, html, type Markup } from '@klarsprak/linter/markup'
import type { Say } from './say.js'

/** What is wrong with a field, by the name of the field. */
export type FieldErrors = Readonly<Record<string, string>>

interface Field {
  /** Also its id. */
  readonly name: string
  readonly label: Content
  readonly hint?: Content | undefined
  readonly isOptional?: boolean
  readonly error: string | undefined
}

/**
 * What has to be put right, first on the page, with links to the fields. It takes the focus, so that it is read aloud
 * also where no script runs.
 */
export function errorSummary(errors: FieldErrors, say: Say): Markup | undefined {
  const all = Object.entries(errors)
  if (all.length === 0) return undefined
  return html`<div class="error-summary" role="group" aria-labelledby="fel" tabindex="-1" autofocus><h2 id="fel">${all.length === 1 ? say('En sak behöver rättas', 'One thing needs to be put right') : say(`${all.length} saker behöver rättas`, `${all.length} things need to be put right`)}</h2><ul>${all.map(([name, message]) => html`<li><a href="#${name}">${message}</a></li>`)}</ul></div>`
}

export const textField = (field: Field & { readonly value: string; readonly longest: number }, say: Say): Markup =>
  html`<div class="${group(field)}">${head(field, say)}<input id="${field.name}" name="${field.name}" type="text" value="${field.value}" maxlength="${field.longest}" lang="sv" autocomplete="off" autocapitalize="none"${described(field)}></div>`

export const textArea = (
  field: Field & { readonly value: string; readonly longest: number; readonly rows: number },
  say: Say,
): Markup =>
  html`<div class="${group(field)}">${head(field, say)}<textarea id="${field.name}" name="${field.name}" rows="${field.rows}" maxlength="${field.longest}" lang="sv"${described(field)}>${'\n'}${field.value}</textarea></div>`

/** What is written is never shown again. */
export const secretField = (field: Field, say: Say): Markup =>
  html`<div class="${group(field)}">${head(field, say)}<input id="${field.name}" name="${field.name}" type="password" autocomplete="off" spellcheck="false"${described(field)}></div>`

export interface Choice {
  readonly value: string
  readonly label: Content
  readonly hint?: Content
}

/** The first choice has the field's own name as id, so that a link to the field leads there. */
export const radios = (
  field: Field & { readonly value: string; readonly choices: readonly Choice[] },
  say: Say,
): Markup =>
  html`<fieldset class="${group(field)}"${described(field)}><legend>${field.label}${optional(field, say)}</legend>${notes(field, say)}${field.choices.map(
    ({ value, label, hint }, at) => {
      const id = at === 0 ? field.name : `${field.name}-${at + 1}`
      return html`<div class="choice"><input type="radio" id="${id}" name="${field.name}" value="${value}"${value === field.value ? html` checked` : undefined}${hint === undefined ? undefined : html` aria-describedby="${id}-hjalp"`}><label for="${id}">${label}</label>${hint === undefined ? undefined : html`<p class="note" id="${id}-hjalp">${hint}</p>`}</div>`
    },
  )}</fieldset>`

const group = ({ error }: Field): string => (error === undefined ? 'form-group' : 'form-group wrong')

const head = (field: Field, say: Say): Markup =>
  html`<label for="${field.name}">${field.label}${optional(field, say)}</label>${notes(field, say)}`

const optional = ({ isOptional }: Field, say: Say): Markup | undefined =>
  isOptional === true ? html` <span class="optional">(${say('frivilligt', 'optional')})</span>` : undefined

const notes = ({ name, hint, error }: Field, say: Say): Markup =>
  html`${hint === undefined ? undefined : html`<p class="note" id="${name}-hjalp">${hint}</p>`}${error === undefined ? undefined : html`<p class="error-text" id="${name}-fel"><span class="visually-hidden">${say('Fel:', 'Error:')}</span> ${error}</p>`}`

function described({ name, hint, error }: Field): Markup {
  const by = [...(hint === undefined ? [] : [`${name}-hjalp`]), ...(error === undefined ? [] : [`${name}-fel`])]
  return html`${by.length === 0 ? undefined : html` aria-describedby="${by.join(' ')}"`}${error === undefined ? undefined : html` aria-invalid="true"`}`
}
