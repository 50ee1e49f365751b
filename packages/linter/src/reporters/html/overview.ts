import { lixBand } from '@klarsprak/swedish'
import { type LintReport, summaryOf } from '../report.js'
import { sharesOf } from './concepts.js'
import { type Content, html, type Markup } from './markup.js'
import { number, percent } from './numbers.js'
import type { Page } from './site.js'

/** The site in a few figures. */
export function overview(report: LintReport, pages: readonly Page[]): Markup {
  const { files, errors, warnings, infos } = summaryOf(report)
  const counted = report.files.flatMap(({ figures }) => (figures === undefined ? [] : [figures]))
  const words = counted.reduce((sum, figures) => sum + figures.words, 0)
  const total = errors + warnings + infos
  const lix = median(counted.flatMap((figures) => figures.lix ?? []))
  const shares = sharesOf(report)
  const uses = shares.reduce((sum, { all }) => sum + all, 0)
  const preferred = shares.reduce((sum, one) => sum + one.preferred, 0)
  const clean = pages.filter((page) => page.total === 0).length
  const figures: readonly (readonly [Content, Content, Content])[] = [
    ['Sidor', number(files), clean === 0 ? 'alla har anmärkningar' : `${number(clean)} utan anmärkningar`],
    ...(counted.length === 0 ? [] : [['Ord', number(words), 'i löpande text, rubriker och listor'] as const]),
    [html`<span class="level error">Fel</span>`, number(errors), 'ska rättas'],
    [html`<span class="level warning">Varningar</span>`, number(warnings), 'bör rättas'],
    [html`<span class="level info">Råd</span>`, number(infos), 'att tänka på'],
    ...(words === 0 ? [] : [['Anmärkningar', number((total / words) * 1_000, 1), 'på 1 000 ord'] as const]),
    ...(uses === 0
      ? []
      : [
          [
            // A place to break it, for browsers without Swedish hyphenation.
            'Rekommen\u00ADderade termer',
            `${percent(preferred / uses)} %`,
            `${number(preferred)} av ${number(uses)} gånger`,
          ] as const,
        ]),
    ...(lix === undefined ? [] : [['LIX', number(lix), `${lixBand(lix)}, sidan i mitten`] as const]),
  ]
  return html`<section aria-labelledby="oversikt">
<h2 id="oversikt">Översikt</h2>
<dl class="figures">
${figures.map(([name, value, note]) => html`<div><dt>${name}</dt><dd><strong>${value}</strong> <span>${note}</span></dd></div>\n`)}</dl>
${total === 0 ? html`<p>Inga anmärkningar.</p>` : ''}
${lix === undefined ? '' : html`<p class="note">LIX mäter hur långa orden och meningarna är, inte om läsaren förstår. Under 40 är oftast lätt att läsa.</p>`}
</section>
`
}

/** The middle value; of an even number the lower of the two. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length / 2) - 1]
}
