import { html, type Markup } from '@klarsprak/linter/markup'
import type { Concept } from '@klarsprak/termbank'
import { labelOf } from '../api/operations/show-concept.js'
import { definition, someInSwedish } from './definition.js'
import { organisationField } from './layout.js'
import type { MakePage, PageCall } from './page.js'
import { subjectName } from './words.js'

const ON_A_PAGE = 60
const collator = new Intl.Collator('sv')

/** The letter that a term is filed under: digits and signs together. */
const letterOf = (label: string): string => {
  const first = label.normalize('NFC').charAt(0).toUpperCase()
  return /\p{L}/u.test(first) ? first : '0–9'
}

/** Every concept, by subject and by letter. */
export const conceptsPage: MakePage = (call) => {
  const { say, href, services } = call
  const all = services.bank.concepts
    .map((concept) => ({ concept, label: labelOf(concept), letter: letterOf(labelOf(concept)) }))
    .sort((a, b) => collator.compare(a.label, b.label))
  const subjects = [...new Set(all.map(({ concept }) => concept.subject))].sort((a, b) =>
    collator.compare(subjectName(a, say), subjectName(b, say)),
  )
  const subject = subjects.find((known) => known === call.value('amne'))
  const inSubject = subject === undefined ? all : all.filter(({ concept }) => concept.subject === subject)
  const letters = [...new Set(inSubject.map(({ letter }) => letter))]
  const letter = letters.find((known) => known === call.value('bokstav'))
  const chosen = letter === undefined ? inSubject : inSubject.filter((one) => one.letter === letter)
  const last = Math.max(1, Math.ceil(chosen.length / ON_A_PAGE))
  const page = Math.min(last, Math.max(1, Number.parseInt(call.value('sida'), 10) || 1))
  const shown = chosen.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const here = subject === undefined ? say('Alla begrepp', 'All concepts') : subjectName(subject, say)
  const choice = (isChosen: boolean, to: string, text: string) =>
    html`<li><a href="${to}"${isChosen ? html` aria-current="true"` : undefined}>${text}</a></li>`
  return {
    title: letter === undefined ? here : `${here}, ${letter}`,
    description: say(
      'Alla begrepp i termbanken, efter ämne och bokstav.',
      'Every concept of the term bank, by subject and letter.',
    ),
    place: 'begrepp',
    isPrivate: letter !== undefined || page > 1,
    main: html`<h1>${here}</h1>
<form class="choose" action="${href('/begrepp')}" method="get">
${organisationField(call)}<label for="amne">${say('Ämne', 'Subject')}</label>
<div class="field"><select id="amne" name="amne"><option value="">${say('Alla ämnen', 'All subjects')}</option>${subjects.map((one) => html`<option value="${one}"${one === subject ? html` selected` : undefined}>${subjectName(one, say)}</option>`)}</select>
<button type="submit" class="quiet">${say('Visa', 'Show')}</button></div>
</form>
<nav aria-label="${say('Bokstav', 'Letter')}"><ul class="letters">${choice(letter === undefined, href('/begrepp', { amne: subject }), say('Alla', 'All'))}${letters.map((one) => choice(one === letter, href('/begrepp', { amne: subject, bokstav: one }), one))}</ul></nav>
<p class="note">${last === 1 ? say(`${chosen.length} begrepp`, `${chosen.length} concepts`) : say(`${chosen.length} begrepp, sida ${page} av ${last}`, `${chosen.length} concepts, page ${page} of ${last}`)}</p>
${someInSwedish(
  shown.map(({ concept }) => concept.definition?.public),
  call,
)}
<ul class="concepts">${shown.map(({ concept, label }) => row(concept, label, call))}</ul>
${
  last === 1
    ? undefined
    : html`<nav aria-label="${say('Sidor', 'Pages')}" class="pages">${page === 1 ? undefined : html`<a rel="prev" href="${href('/begrepp', { amne: subject, bokstav: letter, sida: String(page - 1) })}">${say('Föregående sida', 'Previous page')}</a>`}${page === last ? undefined : html`<a rel="next" href="${href('/begrepp', { amne: subject, bokstav: letter, sida: String(page + 1) })}">${say('Nästa sida', 'Next page')}</a>`}</nav>`
}`,
  }
}

const row = (concept: Concept, label: string, call: PageCall): Markup =>
  html`<li><a href="${call.href(`/begrepp/${concept.id}`)}" lang="sv">${label}</a>${
    concept.definition === undefined ? undefined : html`<p>${definition(concept.definition.public, call)}</p>`
  }</li>`
