import type { TermKind } from '../figures.js'
import type { LintReport } from '../report.js'
import { bar } from './bar.js'
import { html, type Markup } from './markup.js'
import { counted, number, percent } from './numbers.js'
import { table } from './table.js'

/** How a concept is written over the whole site. */
export interface ConceptShare {
  readonly conceptId: string
  readonly label: string
  /** Uses of the preferred term. */
  readonly preferred: number
  /** Uses of any term. */
  readonly all: number
  /** The other terms, the most used first. */
  readonly others: readonly { readonly label: string; readonly kind: TermKind; readonly count: number }[]
}

/** Every concept that is used, those with the most uses of avoided terms first. */
export function sharesOf({ files }: LintReport): readonly ConceptShare[] {
  const concepts = new Map<string, { label: string; terms: Map<string, { kind: TermKind; count: number }> }>()
  for (const { conceptId, preferred, terms } of files.flatMap(({ figures }) => figures?.concepts ?? [])) {
    let concept = concepts.get(conceptId)
    if (concept === undefined) concepts.set(conceptId, (concept = { label: preferred, terms: new Map() }))
    for (const { label, kind, count } of terms) {
      const known = concept.terms.get(label)
      if (known === undefined) concept.terms.set(label, { kind, count })
      else known.count += count
    }
  }
  const shares = [...concepts].map(([conceptId, { label, terms }]) => {
    const uses = [...terms].map(([term, { kind, count }]) => ({ label: term, kind, count }))
    return {
      conceptId,
      label,
      preferred: countOf(uses.filter(({ kind }) => kind === 'preferred')),
      all: countOf(uses),
      others: uses.filter(({ kind }) => kind !== 'preferred').sort((a, b) => b.count - a.count),
    }
  })
  return shares.sort((a, b) => avoided(b) - avoided(a) || b.all - a.all || (a.label < b.label ? -1 : 1))
}

const countOf = (uses: readonly { readonly count: number }[]) => uses.reduce((sum, { count }) => sum + count, 0)
const avoided = ({ others }: ConceptShare) => countOf(others.filter(({ kind }) => kind === 'avoided'))

/** Concepts in the table. */
const MOST_CONCEPTS = 100

/** How often each concept is written with its preferred term. */
export function concepts(report: LintReport): Markup {
  const shares = sharesOf(report)
  if (shares.length === 0) return html``
  const mixed = shares.filter(({ others }) => others.length > 0)
  const rest = shares.length - mixed.length
  return html`<section aria-labelledby="termer">
<h2 id="termer">Termer</h2>
${
  rest === 0
    ? ''
    : html`<p>${counted(rest, 'begrepp', 'begrepp')} skrivs alltid med den rekommenderade termen.${mixed.length > 0 ? ' Här är de andra.' : ''}</p>\n`
}${
  mixed.length === 0
    ? ''
    : table(
        'tabell-termer',
        'Hur ofta den rekommenderade termen används, för varje begrepp',
        [
          { title: 'Skriv', isHeader: true, cell: ({ label }) => label },
          {
            title: 'Rekommenderad term',
            cell: ({ preferred, all }) => {
              const share = `${percent(preferred / all)} %`
              return html`<span class="with-bar">${bar([{ name: 'preferred', value: preferred }], all, share)} <span>${share} <span class="note">(${number(preferred)} av ${number(all)})</span></span></span>`
            },
          },
          {
            title: 'Andra ord i texterna',
            cell: ({ others }) =>
              html`<ul class="inline">${others.map(({ label, kind, count }) => html`<li>${label}, ${counted(count, 'gång', 'gånger')}${kind === 'avoided' ? html` <span class="level avoided">undvik</span>` : ''}</li>`)}</ul>`,
          },
          { title: 'Begrepp', cell: ({ conceptId }) => html`<span class="unbroken">${conceptId}</span>` },
        ],
        mixed.slice(0, MOST_CONCEPTS),
      )
}${mixed.length > MOST_CONCEPTS ? html`<p>Och ${counted(mixed.length - MOST_CONCEPTS, 'begrepp', 'begrepp')} till.</p>\n` : ''}</section>
`
}
