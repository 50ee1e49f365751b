import { lixBand } from '@klarsprak/swedish'
import type { Finding } from '../../findings/finding.js'
import { type Positions, positionsIn } from '../../findings/positions.js'
import { excerptAround } from '../passage.js'
import type { ReportedFile } from '../report.js'
import { SEVERITY_ORDER, severityCounts } from '../severity-names.js'
import { level } from './level.js'
import { type Content, html, link, type Markup } from './markup.js'
import { counted, number } from './numbers.js'
import { type Page, type Problem, problemsOf } from './site.js'
import { table } from './table.js'

/** Every page in a row of figures, the worst first. */
export function pageTable(pages: readonly Page[]): Markup {
  const hasFigures = pages.some(({ file }) => file.figures !== undefined)
  return html`<section aria-labelledby="sidor">
<h2 id="sidor">Sidor</h2>
<p>Sidorna med flest fel kommer först.</p>
${table(
  'tabell-sidor',
  'Anmärkningar på varje sida',
  [
    {
      title: 'Sida',
      isHeader: true,
      cell: ({ id, path, total }) =>
        total === 0 ? html`<span class="path">${path}</span>` : html`<a class="path" href="#${id}">${path}</a>`,
    },
    { title: 'Fel', isNumber: true, cell: ({ summary }) => number(summary.errors) },
    { title: 'Varningar', isNumber: true, cell: ({ summary }) => number(summary.warnings) },
    { title: 'Råd', isNumber: true, cell: ({ summary }) => number(summary.infos) },
    ...(hasFigures
      ? [
          { title: 'Ord', isNumber: true, cell: ({ file }: Page) => figure(file.figures?.words) },
          { title: 'På 1 000 ord', isNumber: true, cell: ({ perThousand }: Page) => figure(perThousand, 1) },
          { title: 'LIX', isNumber: true, cell: ({ file }: Page) => figure(file.figures?.lix) },
        ]
      : []),
  ],
  pages,
)}</section>
`
}

const figure = (value: number | undefined, decimals = 0): Content =>
  value === undefined
    ? html`<span aria-hidden="true">–</span><span class="hidden">uppgift saknas</span>`
    : number(value, decimals)

/** What there is to do on each page. */
export function pageDetails(pages: readonly Page[]): Markup {
  const shown = pages.filter(({ total }) => total > 0)
  if (shown.length === 0) return html``
  return html`<section aria-labelledby="anmarkningar">
<h2 id="anmarkningar">Anmärkningar sida för sida</h2>
${shown.map(details)}</section>
`
}

function details({ id, path, file, summary }: Page): Markup {
  const positions = positionsIn(file.file.text)
  const problems = [...problemsOf(file.findings)].sort(
    (a, b) => SEVERITY_ORDER.indexOf(a.first.severity) - SEVERITY_ORDER.indexOf(b.first.severity),
  )
  const lix = file.figures?.lix
  return html`<article aria-labelledby="${id}" class="page">
<h3 id="${id}" class="path" tabindex="-1">${path}</h3>
<p>${severityCounts(summary)}${file.figures === undefined ? '' : ` på ${counted(file.figures.words, 'ord', 'ord')}`}.${lix === undefined ? '' : ` LIX ${number(lix)}, ${lixBand(lix)}.`}</p>
${problems.map((problem) => problemDetails(problem, file, positions))}<p class="back"><a href="#sidor">Till alla sidor</a></p>
</article>
`
}

/** Places shown with their sentences; the rest by their lines. */
const MOST_PLACES = 5
/** Lines listed. */
const MOST_LINES = 30

function problemDetails(
  { first, findings, title, differs }: Problem,
  file: ReportedFile,
  positions: Positions,
): Markup {
  const rest = findings.slice(MOST_PLACES)
  const lines = [...new Set(rest.map(({ span }) => positions.at(span.start).line))]
  const { note, sources, ruleId, conceptId, url } = first
  return html`<section class="problem">
<h4>${level(first.severity)} ${title}</h4>
<ul class="places">
${findings.slice(0, MOST_PLACES).map((finding) => place(finding, file, positions, differs))}</ul>
${
  rest.length === 0
    ? ''
    : html`<p>Och ${counted(rest.length, 'gång', 'gånger')} till, på rad ${lines.slice(0, MOST_LINES).join(', ')}${lines.length > MOST_LINES ? ' med flera' : ''}.</p>\n`
}${note === undefined ? '' : html`<p><strong>Varför:</strong> ${note}</p>\n`}${
  sources.length === 0
    ? ''
    : html`<p><strong>Källa:</strong> ${sources.map(({ name, url: address }, at) => html`${at > 0 ? '; ' : ''}${link(address, name)}`)}</p>\n`
}<p class="note">Regel: ${link(url, ruleId)}${conceptId === undefined ? '' : html`. Begrepp: ${conceptId}`}</p>
</section>
`
}

function place(finding: Finding, file: ReportedFile, positions: Positions, differs: boolean): Markup {
  const { span, keyPath, suggestions } = finding
  const { text } = file.file
  const { before, words, after } = file.figures?.passages.get(finding) ?? excerptAround(text, span)
  const [best] = suggestions
  const isWider = best !== undefined && (best.span.start !== span.start || best.span.end !== span.end)
  const old = isWider ? excerptAround(text, best.span).words : ''
  return html`<li>
<p class="passage"><span class="place">Rad ${positions.at(span.start).line}${keyPath === undefined ? '' : `, ${keyPath}`}:</span> ${before}<mark>${words}</mark>${after}</p>
${differs ? html`<p class="note">${finding.message}</p>\n` : ''}${
  best === undefined
    ? ''
    : html`<p class="suggestion">${best.text === '' ? html`Förslag: ta bort ${isWider ? `”${old}”` : 'orden'}.` : html`Förslag: ${isWider ? `byt ”${old}” mot ` : ''}<strong>${best.text}</strong>`}</p>\n`
}</li>
`
}
