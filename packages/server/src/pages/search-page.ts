import { html, type Markup } from '@klarsprak/linter/markup'
import type { SearchHit } from '@klarsprak/termbank/search'
import { replacementsFor } from '../api/operations/replacements.js'
import { preferredLabels } from '../api/operations/show-concept.js'
import { isTheWord } from '../api/operations/show-sense.js'
import { explained } from './definition.js'
import { quotesInSwedish, swedish } from './layout.js'
import type { MakePage, PageCall } from './page.js'
import { LONGEST } from './proposals/read-proposal.js'
import { LONGEST_WORD, searchForm } from './search-form.js'
import { isAvoided, matchSentence, statusName } from './words.js'

const MOST_SENSES = 25
const MOST_OTHERS = 8

/** What a word means, and what to write instead. */
export const searchPage: MakePage = (call) => {
  const { say, href, services } = call
  const word = call.value('q').slice(0, LONGEST_WORD).trim().replaceAll(/\s+/gu, ' ')
  if (word === '') return { redirect: href('/') }
  const hits = services.bank.search(word, MOST_SENSES)
  const senses = hits.filter(isTheWord)
  const others = hits.filter((hit) => !senses.includes(hit)).slice(0, MOST_OTHERS)
  const count = senses.length
  const heading =
    count === 0
      ? say(`”${word}” finns inte i termbanken`, `”${word}” is not in the term bank`)
      : count === 1
        ? `”${word}”`
        : say(`”${word}”: ${count} träffar`, `”${word}”: ${count} hits`)
  return {
    title: heading,
    isPrivate: true,
    place: 'sok',
    scripts: ['search-box.js'],
    missing: count === 0 ? [word] : [],
    main: html`<h1 class="visually-hidden">${say('Slå upp ord', 'Look up words')}</h1>
${searchForm(call, word)}
<section aria-labelledby="traffar" class="results">
<h2 id="traffar">${quotesInSwedish(call, heading)}</h2>
${count === 0 ? missing(word, call) : html`<ol class="senses">${senses.map((hit) => html`<li>${sense(hit, word, call)}</li>`)}</ol>`}
</section>
${others.length === 0 ? undefined : html`<section aria-labelledby="liknande"><h2 id="liknande">${count === 0 ? say('Menade du något av det här?', 'Did you mean one of these?') : say('Liknande ord', 'Similar words')}</h2><ul class="others">${others.map((hit) => other(hit, word, call))}</ul></section>`}`,
  }
}

const missing = (word: string, { say, href }: PageCall): Markup => html`<p>${say(
  'Kontrollera stavningen, eller prova med ett annat ord.',
  'Check the spelling, or try another word.',
)} <a href="${href('/vagvisare')}">${say('Med Vägvisaren kan du söka med egna ord.', 'You can also search with words of your own.')}</a></p>
<p><a class="button quiet" href="${href('/foresla', { ord: word.length > LONGEST.word ? undefined : word })}">${say('Föreslå att det läggs till', 'Propose that it be added')}</a></p>
<p class="note">${say('Vi räknar ord som saknas, så att de kan läggas till. Vi vet inte vem som har frågat.', 'We count words that are missing, so that they can be added. We do not know who asked.')}</p>`

function sense(hit: SearchHit, word: string, call: PageCall): Markup {
  const { say, href, services } = call
  const { concept, term } = hit
  const better = preferredLabels(concept)
  const replacements = replacementsFor(word, hit, services)
  const first = replacements[0]
  const name = better[0] ?? term.label
  return html`<article class="sense">
<h3><span lang="sv">${term.label}</span> <span class="badge ${term.status}">${statusName(term.status, say)}</span></h3>
<p class="how">${quotesInSwedish(call, matchSentence(hit, word, say))}</p>
${
  first === undefined
    ? undefined
    : html`<p class="write">${say('Skriv:', 'Write:')} <strong lang="sv">${first.text}</strong>${replacements.length < 2 ? undefined : html` <span>${say('eller', 'or')} ${listed(replacements.slice(1, 4).map(({ text }) => text))}</span>`}</p>`
}
${term.reason === undefined || !isAvoided(term) ? undefined : html`<p><strong>${say('Varför:', 'Why:')}</strong> ${swedish(call, term.reason)}</p>`}
${concept.definition === undefined ? undefined : html`<p><strong>${say('Betyder:', 'Means:')}</strong> ${explained(concept.definition.public, call)}</p>`}
${concept.neverReplace === undefined ? undefined : html`<p class="caution"><strong>${say('Tänk på:', 'Note:')}</strong> ${swedish(call, concept.neverReplace)}</p>`}
<p><a href="${href(`/begrepp/${concept.id}`)}">${say('Mer om', 'More about')} <span lang="sv">${name}</span></a></p>
</article>`
}

const listed = (words: readonly string[]): Markup => html`<span lang="sv">${[...new Set(words)].join(', ')}</span>`

function other(hit: SearchHit, word: string, call: PageCall): Markup {
  const { concept, term } = hit
  const better = preferredLabels(concept)[0]
  return html`<li><a href="${call.href(`/begrepp/${concept.id}`)}" lang="sv">${term.label}</a>${
    isAvoided(term) && better !== undefined
      ? html` <span class="note">${call.say('skriv', 'write')} <span lang="sv">${better}</span></span>`
      : undefined
  } <span class="note">${quotesInSwedish(call, matchSentence(hit, word, call.say))}</span></li>`
}
