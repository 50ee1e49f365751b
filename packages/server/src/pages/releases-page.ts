import { html } from '@klarsprak/linter/markup'
import { bankDiff } from '@klarsprak/termbank'
import { swedish } from './layout.js'
import { notFoundPage } from './not-found-page.js'
import type { MakePage } from './page.js'

const sized = (bytes: number, say: (sv: string, en: string) => string): string =>
  bytes < 100_000
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toLocaleString(say('sv-SE', 'en-GB'), { maximumFractionDigits: 1 })} MB`

export const releasesPage: MakePage = ({ say, href, services }) => ({
  title: say('Utgåvor och ändringar', 'Releases and changes'),
  description: say(
    'Alla utgåvor av termbanken och vad som har ändrats.',
    'Every release of the term bank and what has changed.',
  ),
  main: html`<h1>${say('Utgåvor och ändringar', 'Releases and changes')}</h1>
<p class="lead">${say('Termbanken kommer i namngivna utgåvor som aldrig ändras. Följ ändringarna med', 'The term bank comes in named releases that never change. Follow the changes by')} <a href="${services.link('/v1/changes')}">Atom</a>.</p>
<ul class="concepts">${services.releases.all.map(
    ({ name, conceptCount }, at) =>
      html`<li><a href="${href(`/utgavor/${encodeURIComponent(name)}`)}">${say('Utgåva', 'Release')} ${name}</a><p>${say(`${conceptCount} begrepp`, `${conceptCount} concepts`)}${at === 0 ? say(', den senaste', ', the latest') : ''}</p></li>`,
  )}</ul>`,
})

const MOST_CHANGES = 300

export const releasePage: MakePage = (call) => {
  const { say, href, services } = call
  const { all } = services.releases
  const release = all.find(({ name }) => name === call.params.namn)
  if (release === undefined) return notFoundPage(call)
  const before = all[all.indexOf(release) + 1]
  const changes = before === undefined ? [] : bankDiff(before.concepts(), release.concepts())
  const kinds = [
    ['added', say('Nya begrepp', 'New concepts')],
    ['changed', say('Ändrade begrepp', 'Changed concepts')],
    ['removed', say('Borttagna begrepp', 'Removed concepts')],
  ] as const
  const title = `${say('Utgåva', 'Release')} ${release.name}`
  return {
    title,
    main: html`<nav aria-label="${say('Du är här', 'You are here')}" class="crumbs"><ol><li><a href="${href('/utgavor')}">${say('Utgåvor och ändringar', 'Releases and changes')}</a></li></ol></nav>
<h1>${title}</h1>
<p class="lead">${before === undefined ? say(`Den första utgåvan, med ${release.conceptCount} begrepp.`, `The first release, with ${release.conceptCount} concepts.`) : say(`${release.conceptCount} begrepp. Jämfört med utgåva ${before.name} är ${changes.length} begrepp nya, ändrade eller borttagna.`, `${release.conceptCount} concepts. Compared with release ${before.name}, ${changes.length} concepts are new, changed or removed.`)}</p>
${kinds.map(([kind, heading]) => {
  const of = changes.filter((change) => change.kind === kind)
  if (of.length === 0) return undefined
  return html`<section aria-labelledby="${kind}"><h2 id="${kind}">${heading}</h2><ul class="concepts">${of.slice(0, MOST_CHANGES).map(({ conceptId, label, sentences }) => html`<li>${kind === 'removed' ? html`<strong lang="sv">${label}</strong>` : html`<a href="${href(`/begrepp/${conceptId}`)}" lang="sv">${label}</a>`}<p>${swedish(call, sentences.join(' '))}</p></li>`)}</ul>${of.length > MOST_CHANGES ? html`<p class="note">${say(`Och ${of.length - MOST_CHANGES} till.`, `And ${of.length - MOST_CHANGES} more.`)}</p>` : undefined}</section>`
})}
<section aria-labelledby="filer"><h2 id="filer">${say('Filer', 'Files')}</h2><p>${say('För program som arbetar utan nät.', 'For programs that work offline.')}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say('Filer och kontrollsummor', 'Files and checksums')}"><table><caption class="visually-hidden">${say('Filer', 'Files')}</caption><thead><tr><th scope="col">${say('Fil', 'File')}</th><th scope="col">${say('Storlek', 'Size')}</th><th scope="col" class="whole">SHA-256</th></tr></thead><tbody>${release.files.map(({ name, size, sha256 }) => html`<tr><th scope="row"><a href="${services.link(`/v1/releases/${encodeURIComponent(release.name)}/files/${encodeURIComponent(name)}`)}">${name}</a></th><td class="whole">${sized(size, say)}</td><td><code>${sha256.slice(0, 16)}…</code></td></tr>`)}</tbody></table></div></section>`,
  }
}
