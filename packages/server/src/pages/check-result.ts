import type { Finding } from '@klarsprak/linter'
import { html, link, type Markup } from '@klarsprak/linter/markup'
import { lixBand, type Readability } from '@klarsprak/swedish'
import type { Say } from './say.js'
import { unbroken } from './unbroken.js'

// Shown by the server and, the same, by the script of the page: it imports nothing of Node.

export interface Checked {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly readability: Readability
}

/** More findings than this are not shown at once: a page with more can neither be read nor drawn quickly. */
export const MOST_SHOWN = 200
/** Sentences of more words than this are hard to keep in mind. */
const LONG_SENTENCE = 25

export const severityName = (severity: Finding['severity'], say: Say): string =>
  severity === 'error' ? say('Fel', 'Error') : severity === 'warning' ? say('Varning', 'Warning') : say('Råd', 'Advice')

/** ”3 anmärkningar: 1 fel och 2 råd.” */
export function summarySentence(findings: readonly Finding[], say: Say): string {
  if (findings.length === 0) return say('Inget att anmärka på.', 'Nothing to remark on.')
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const counted = (number: number, one: string, several: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : several}`]
  const parts = [
    ...counted(count('error'), say('fel', 'error'), say('fel', 'errors')),
    ...counted(count('warning'), say('varning', 'warning'), say('varningar', 'warnings')),
    ...counted(count('info'), say('råd', 'piece of advice'), say('råd', 'pieces of advice')),
  ]
  const and = say(' och ', ' and ')
  const listed = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`
  const all = findings.length
  return `${all} ${all === 1 ? say('anmärkning', 'remark') : say('anmärkningar', 'remarks')}: ${listed}.`
}

/** What was found in a text, with the text itself and how it reads. Stands inside the form, so that its buttons send it. */
export function checkResult({ text, findings, readability }: Checked, say: Say): Markup {
  const shown = findings.slice(0, MOST_SHOWN)
  return html`<h2 id="resultat-rubrik" tabindex="-1">${summarySentence(findings, say)}</h2>
${findings.length > shown.length ? html`<p class="note">${say(`De första ${MOST_SHOWN} visas. Resten kommer när du har rättat dem.`, `The first ${MOST_SHOWN} are shown. The rest come when you have mended these.`)}</p>` : undefined}
${figures(readability, say)}
${
  shown.length === 0
    ? undefined
    : html`<div class="beside">
<section aria-labelledby="anmarkningar"><h3 id="anmarkningar">${say('Anmärkningar', 'Remarks')}</h3>
<ol class="findings">${shown.map((finding, at) => item(finding, at, text, say))}</ol></section>
<div><h3 id="markerad">${say('Texten med anmärkningar', 'The text with its remarks')}</h3>
<div class="marked" lang="sv" tabindex="0" role="region" aria-labelledby="markerad">${marked(text, shown, say)}</div></div>
</div>`
}`
}

const LONGEST_QUOTE = 140

function item(finding: Finding, at: number, text: string, say: Say): Markup {
  const { severity, message, note, suggestions, sources, span, url } = finding
  const quote = finding.text.replaceAll(/\s+/gu, ' ')
  const start = Math.max(0, span.start)
  const line = text.slice(0, start).split('\n').length
  return html`<li id="f${at}" tabindex="-1" class="${severity}">
<p class="level"><span class="badge ${severity}">${severityName(severity, say)}</span> <q lang="sv">${quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote}</q> <a class="note" href="#m${at}">${say(`rad ${line}`, `line ${line}`)}</a></p>
<p lang="sv">${unbroken(message)}</p>
${note === undefined ? undefined : html`<p class="note" lang="sv">${unbroken(note)}</p>`}
${sources.length === 0 ? undefined : html`<p class="note">${say('Källa:', 'Source:')} ${sources.map((source, number) => html`${number === 0 ? '' : '; '}<span lang="sv">${link(source.url, unbroken(source.name))}</span>`)}</p>`}
${
  suggestions.length === 0
    ? undefined
    : html`<p class="fixes">${suggestions.slice(0, 4).map((suggestion, number) => button(finding, suggestion, `${at}.${number}`, text, say))}</p>`
}
<p class="note"><a href="${url}" rel="noreferrer">${say('Om regeln', 'About the rule')} <span class="visually-hidden">${finding.ruleId}</span></a></p>
</li>`
}

function button(
  finding: Finding,
  suggestion: Finding['suggestions'][number],
  value: string,
  text: string,
  say: Say,
): Markup {
  const before = text.slice(suggestion.span.start, suggestion.span.end)
  const isWider = before !== finding.text
  const words =
    suggestion.text === ''
      ? html`${say('Ta bort', 'Remove')} <span lang="sv">”${before}”</span>`
      : html`${isWider ? html`${say('Byt', 'Change')} <span lang="sv">”${before}”</span> ${say('till', 'to')}` : say('Byt till', 'Change to')} <strong lang="sv">${suggestion.text}</strong>`
  return html`<button type="submit" name="byt" value="${value}" class="fix">${words}</button>`
}

/** The text with marks that lead to the findings. Of two in the same words, the narrower is marked. */
function marked(text: string, findings: readonly Finding[], say: Say): readonly Markup[] {
  const taken: { readonly start: number; readonly end: number; readonly at: number }[] = []
  const narrowFirst = findings
    .map(({ span }, at) => ({ ...span, at }))
    .filter(({ start, end }) => end > start && end - start <= LONGEST_MARK)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  for (const one of narrowFirst)
    if (taken.every(({ start, end }) => one.end <= start || end <= one.start)) taken.push(one)
  taken.sort((a, b) => a.start - b.start)
  const parts: Markup[] = []
  let from = 0
  for (const { start, end, at } of taken) {
    parts.push(html`${text.slice(from, start)}`)
    parts.push(
      html`<mark class="${findings[at]!.severity}" id="m${at}"><a href="#f${at}">${text.slice(start, end)}<span class="visually-hidden"> (${severityName(findings[at]!.severity, say)})</span></a></mark>`,
    )
    from = end
  }
  parts.push(html`${text.slice(from)}`)
  // Findings that are not marked still have a place to lead to.
  const unmarked = findings.map((_, at) => at).filter((at) => !taken.some((one) => one.at === at))
  return [...unmarked.map((at) => html`<span id="m${at}"></span>`), ...parts]
}
const LONGEST_MARK = 400

const LIX = { least: 20, most: 70, bands: [30, 40, 50, 60] } as const
const LIX_BANDS: Readonly<Record<ReturnType<typeof lixBand>, string>> = {
  'mycket lättläst': 'very easy to read',
  lättläst: 'easy to read',
  medelsvår: 'of medium difficulty',
  svår: 'hard',
  'mycket svår': 'very hard',
}

function figures(readability: Readability, say: Say): Markup | undefined {
  const { words, sentences, lix, meanSentenceLength, sentenceLengths } = readability
  if (words === 0 || lix === undefined || meanSentenceLength === undefined) return undefined
  const long = sentenceLengths.filter((length) => length > LONG_SENTENCE).length
  const longest = sentenceLengths.reduce((most, length) => Math.max(most, length), 0)
  const rounded = Math.round(lix)
  const band = lixBand(lix)
  const number = (value: number, decimals = 0): string =>
    value.toLocaleString(say('sv-SE', 'en-GB'), { maximumFractionDigits: decimals })
  return html`<div class="figures">
<section aria-labelledby="lix"><h3 id="lix">LIX ${rounded}: ${say(band, LIX_BANDS[band])}</h3>
${lixScale(lix)}
<p class="note">${say('LIX räknar långa ord och långa meningar. Under 40 är lättläst.', 'LIX counts long words and long sentences. Below 40 is easy to read.')}</p></section>
<section aria-labelledby="meningar"><h3 id="meningar">${say('Meningarnas längd', 'The length of the sentences')}</h3>
${sentenceBars(sentenceLengths)}
<p class="note">${say(
    `${number(words)} ord i ${sentences === 1 ? 'en mening' : `${number(sentences)} meningar`}, i snitt ${number(meanSentenceLength, 1)} ord. Den längsta har ${number(longest)}. ${long === 0 ? `Ingen har fler än ${LONG_SENTENCE}.` : `${number(long)} har fler än ${LONG_SENTENCE} ord.`}`,
    `${number(words)} words in ${sentences === 1 ? 'one sentence' : `${number(sentences)} sentences`}, ${number(meanSentenceLength, 1)} on average. The longest has ${number(longest)}. ${long === 0 ? `None has more than ${LONG_SENTENCE}.` : `${number(long)} have more than ${LONG_SENTENCE} words.`}`,
  )}</p></section>
</div>`
}

/** The drawings say what the words beside them say. */
function lixScale(lix: number): Markup {
  const at = (value: number): number =>
    Math.round(((Math.min(LIX.most, Math.max(LIX.least, value)) - LIX.least) / (LIX.most - LIX.least)) * 3000) / 10
  const edges = [LIX.least, ...LIX.bands, LIX.most]
  return html`<svg class="lix" viewBox="0 0 300 40" aria-hidden="true" focusable="false">${edges.slice(0, -1).map((edge, band) => html`<rect class="band${band}" x="${at(edge)}" y="14" width="${at(edges[band + 1]!) - at(edge)}" height="10"/>`)}${LIX.bands.map((edge) => html`<text x="${at(edge)}" y="38" text-anchor="middle">${edge}</text>`)}<path class="needle" d="M${Math.max(6, Math.min(294, at(lix)))} 26l-6 -14h12z" transform="translate(0 -4)"/></svg>`
}

const MOST_BARS = 120
const HIGHEST = 40

function sentenceBars(lengths: readonly number[]): Markup {
  const group = Math.max(1, Math.ceil(lengths.length / MOST_BARS))
  // Of many sentences, the longest of each few is drawn.
  const bars = Array.from({ length: Math.ceil(lengths.length / group) }, (_, at) =>
    Math.max(...lengths.slice(at * group, (at + 1) * group)),
  )
  const width = Math.max(20, bars.length)
  const height = (length: number): number => Math.min(HIGHEST, length)
  return html`<svg class="bars" viewBox="0 0 ${width * 6} ${HIGHEST + 2}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${bars.map((length, at) => html`<rect class="${length > LONG_SENTENCE ? 'long' : 'short'}" x="${at * 6 + 1}" y="${HIGHEST + 1 - height(length)}" width="4" height="${height(length)}"/>`)}<path class="limit" d="M0 ${HIGHEST + 1 - LONG_SENTENCE}H${width * 6}"/></svg>`
}
