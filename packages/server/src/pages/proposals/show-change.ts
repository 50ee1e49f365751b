import { html, type Markup } from '@klarsprak/linter/markup'
import type { Term } from '@klarsprak/termbank'
import type { PatchStep } from '../../storage/storage.js'
import type { Say } from '../say.js'
import { statusName } from '../words.js'

/** A change as an editor reads it: in words what the form makes, and other steps as they are. */
export function changeOf(operations: readonly PatchStep[], say: Say): Markup {
  // Steps that only look are there so that nothing is changed that nobody has seen.
  const steps = operations.filter(({ op }) => op !== 'test')
  if (steps.length === 0)
    return html`${say('Förslaget är en synpunkt och ändrar inget av sig självt. Gör ändringen först, och anta det sedan.', 'The proposal is a remark and changes nothing by itself. Make the change first, and then accept it.')}`
  return html`<ul>${steps.map((step) => html`<li>${stepOf(step, say)}</li>`)}</ul>`
}

function stepOf(step: PatchStep, say: Say): Markup {
  const { op, path, value } = step
  if ((op === 'add' || op === 'replace') && typeof value === 'string') {
    if (path === '/definition/public/sv') return html`${say('Ny förklaring:', 'New explanation:')} ${quoted(value)}`
    if (/^\/terms\/\d+\/status$/u.test(path) && isStatus(value))
      return html`${say('Ordet får läget', 'The word becomes')}: ${statusName(value, say)}`
    if (/^\/terms\/\d+\/reason$/u.test(path)) return html`${say('Skäl:', 'Reason:')} ${quoted(value)}`
  }
  if (op === 'add' && path === '/terms/-' && isTerm(value))
    return html`${say('Nytt ord:', 'New word:')} ${termOf(value, say)}`
  if (op === 'add' && path === '/definition' && isDefinition(value))
    return html`${say('Ny förklaring:', 'New explanation:')} ${quoted(value.public.sv)}`
  if (op === 'add' && path === '' && isConcept(value)) {
    const { terms, definition, ...rest } = value
    if (Object.keys(rest).length === 0)
      return html`${say('Nytt begrepp:', 'New concept:')}<ul>${terms.map((term) => html`<li>${termOf(term, say)}</li>`)}${definition === undefined ? undefined : html`<li>${say('Förklaring:', 'Explanation:')} ${quoted(definition.public.sv)}</li>`}</ul>`
  }
  return html`<code class="step" lang="zxx">${JSON.stringify(step, undefined, 2)}</code>`
}

/** What is shown of a term; a term that says more is shown as it is. */
type NewTerm = Pick<Term, 'label' | 'status'> & { readonly reason?: string }

const termOf = ({ label, status, reason }: NewTerm, say: Say): Markup =>
  html`${quoted(`”${label}”`)} (${statusName(status, say)})${reason === undefined ? undefined : html`. ${say('Skäl:', 'Reason:')} ${quoted(reason)}`}`

const quoted = (text: string): Markup => html`<span lang="sv">${text}</span>`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasOnly = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name))

const isStatus = (value: unknown): value is Term['status'] =>
  value === 'preferred' || value === 'admitted' || value === 'deprecated' || value === 'superseded'

const isTerm = (value: unknown): value is NewTerm =>
  isObject(value) &&
  hasOnly(value, 'label', 'status', 'reason') &&
  typeof value.label === 'string' &&
  isStatus(value.status) &&
  (value.reason === undefined || typeof value.reason === 'string')

interface NewDefinition {
  readonly public: { readonly sv: string }
}

const isDefinition = (value: unknown): value is NewDefinition =>
  isObject(value) &&
  hasOnly(value, 'public') &&
  isObject(value.public) &&
  hasOnly(value.public, 'sv') &&
  typeof value.public.sv === 'string'

const isConcept = (
  value: unknown,
): value is { readonly terms: readonly NewTerm[]; readonly definition?: NewDefinition } =>
  isObject(value) &&
  Array.isArray(value.terms) &&
  value.terms.every(isTerm) &&
  (value.definition === undefined || isDefinition(value.definition))
