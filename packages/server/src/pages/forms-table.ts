import { html, type Markup } from '@klarsprak/linter/markup'
import { type Term, termForms } from '@klarsprak/termbank'
import type { Say } from './say.js'
import { unbroken } from './unbroken.js'

type Form = ReturnType<typeof termForms>[number]
type Features = Form['features']

/** The forms of a term as a table; undefined for a word that has but one. */
export function formsTable(term: Term, say: Say): Markup | undefined {
  const forms = termForms(term).filter(({ rare }) => rare !== true)
  if (new Set(forms.map(({ form }) => form)).size < 2) return undefined
  const caption = say(`Former av ${term.label}`, `Forms of ${term.label}`)
  if (forms.some(({ features }) => features.verbForm !== undefined)) return verbTable(forms, caption, say)
  if (forms.some(({ features }) => features.degree !== undefined)) return adjectiveTable(forms, caption, say)
  if (forms.some(({ features }) => features.number !== undefined)) return nounTable(forms, caption, say)
  return html`<p lang="sv">${[...new Set(forms.map(({ form }) => form))].join(', ')}</p>`
}

/** What stands in a cell: every different form, or a dash that says there is none. */
const cell = (forms: readonly Form[], say: Say): Markup => {
  const words = [...new Set(forms.map(({ form }) => form))]
  return words.length === 0
    ? html`<td><span aria-hidden="true">–</span><span class="visually-hidden">${say('finns inte', 'none')}</span></td>`
    : html`<td lang="sv">${unbroken(words.join(', '))}</td>`
}

function nounTable(forms: readonly Form[], caption: string, say: Say): Markup {
  const rows = (['singular', 'plural'] as const).flatMap((number) =>
    [false, true].map((definite) => ({ number, definite })),
  )
  const names: Readonly<Record<string, string>> = {
    'singular-false': say('En, obestämd', 'One, indefinite'),
    'singular-true': say('En, bestämd', 'One, definite'),
    'plural-false': say('Flera, obestämd', 'Several, indefinite'),
    'plural-true': say('Flera, bestämd', 'Several, definite'),
  }
  const of = (number: string, definite: boolean, isGenitive: boolean) =>
    forms.filter(
      ({ features: f }) =>
        f.number === number && f.definite === definite && f.weak !== true && (f.case === 'genitive') === isGenitive,
    )
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${say('Antal och form', 'Number and form')}</th><th scope="col">${say('Grundform', 'Base')}</th><th scope="col">${say('Genitiv', 'Genitive')}</th></tr></thead>
<tbody>${rows.map(({ number, definite }) => html`<tr><th scope="row">${names[`${number}-${definite}`]}</th>${cell(of(number, definite, false), say)}${cell(of(number, definite, true), say)}</tr>`)}</tbody></table></div>`
}

function table(
  caption: string,
  heads: readonly [string, string],
  rows: readonly (readonly [string, readonly Form[]])[],
  say: Say,
) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${rows.filter(([, forms]) => forms.length > 0).map(([name, forms]) => html`<tr><th scope="row">${name}</th>${cell(forms, say)}</tr>`)}</tbody></table></div>`
}

function verbTable(forms: readonly Form[], caption: string, say: Say): Markup {
  const of = (verbForm: Features['verbForm'], voice?: Features['voice']) =>
    forms.filter(
      ({ features: f }) =>
        f.verbForm === verbForm && (voice === undefined || f.voice === voice) && f.case !== 'genitive',
    )
  return table(
    caption,
    [say('Form', 'Form'), say('Ord', 'Word')],
    [
      [say('Infinitiv (att …)', 'Infinitive'), of('infinitive', 'active')],
      [say('Presens (nu)', 'Present'), of('present', 'active')],
      [say('Preteritum (då)', 'Past'), of('past', 'active')],
      [say('Supinum (har …)', 'Supine'), of('supine', 'active')],
      [say('Imperativ (gör så!)', 'Imperative'), of('imperative')],
      [say('Passiv, presens', 'Passive, present'), of('present', 'passive')],
      [say('Passiv, preteritum', 'Passive, past'), of('past', 'passive')],
      [say('Particip', 'Participle'), of('past-participle')],
    ],
    say,
  )
}

function adjectiveTable(forms: readonly Form[], caption: string, say: Say): Markup {
  const of = (wanted: (features: Features) => boolean) =>
    forms.filter(({ features }) => features.case !== 'genitive' && wanted(features))
  const positive = (features: Features) => features.degree === 'positive'
  return table(
    caption,
    [say('Form', 'Form'), say('Ord', 'Word')],
    [
      [say('En …', 'With en'), of((f) => positive(f) && f.gender === 'common' && f.definite !== true)],
      [say('Ett …', 'With ett'), of((f) => positive(f) && f.gender === 'neuter')],
      [say('Flera, och den …', 'Plural and definite'), of((f) => positive(f) && f.gender === undefined)],
      [say('Mer', 'Comparative'), of((f) => f.degree === 'comparative')],
      [say('Mest', 'Superlative'), of((f) => f.degree === 'superlative')],
    ],
    say,
  )
}
