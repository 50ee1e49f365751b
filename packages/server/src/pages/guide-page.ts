import { html, type Markup } from '@klarsprak/linter/markup'
import type { GuideHit } from '@klarsprak/termbank/search'
import { definition, someInSwedish } from './definition.js'
import { organisationField, swedish } from './layout.js'
import type { MakePage, PageCall } from './page.js'

const LONGEST = 500
const MOST = 6
const TRY = ['Jag får inte köra bil', 'Jag vill veta vad läkaren skrev om mig', 'Min mamma behöver hjälp hemma']

/** Somebody’s own words, and where they lead. */
export const guidePage: MakePage = (call) => {
  const { say, href, services } = call
  const asked = call.value('q').slice(0, LONGEST).trim().replaceAll(/\s+/gu, ' ')
  const hits = asked === '' ? [] : services.bank.guide(asked, MOST)
  const danger = hits.filter(({ emergency }) => emergency)
  const others = hits.filter(({ emergency }) => !emergency)
  return {
    title: asked === '' ? say('Vägvisare', 'Find your way') : say(`Vägvisare: ${asked}`, `Find your way: ${asked}`),
    description: say(
      'Skriv med egna ord och få veta vad det heter och vart du vänder dig.',
      'Use your own words and learn what it is called and where to turn.',
    ),
    place: 'vagvisare',
    isPrivate: asked !== '',
    main: html`<h1>${say('Vägvisare', 'Find your way')}</h1>
<p class="lead">${say('Skriv med egna ord vad det gäller, på svenska. Du får veta vad det heter och vart du vänder dig.', 'Say in your own words, in Swedish, what it is about. You learn what it is called and where to turn.')}</p>
<form class="search" role="search" action="${href('/vagvisare')}" method="get">
${organisationField(call)}<label for="q">${say('Vad gäller det?', 'What is it about?')}</label>
<p id="q-hjalp" class="note">${say('Skriv inga personuppgifter. Det du skriver blir en del av adressen.', 'Do not write personal data. What you write becomes part of the address.')}</p>
<div class="field"><input id="q" name="q" type="search" value="${asked}" maxlength="${LONGEST}" aria-describedby="q-hjalp" autocomplete="off" enterkeyhint="search" required>
<button type="submit">${say('Visa vägen', 'Show the way')}</button></div>
</form>
${asked === '' ? html`<p class="often"><span>${say('Prova:', 'Try:')}</span> ${TRY.map((text) => html`<a href="${href('/vagvisare', { q: text })}" lang="sv">${text}</a> `)}</p>` : undefined}
${danger.length === 0 ? undefined : html`<section class="emergency" aria-labelledby="fara"><h2 id="fara">${say('Är det akut? Ring 112', 'Is it an emergency? Call 112')}</h2><ul class="dangers">${danger.map(({ situation = '', leadsTo = '' }) => html`<li><p class="quote">${swedish(call, `”${situation}”`)}</p><p>${swedish(call, leadsTo)}</p></li>`)}</ul><p>${say('Ring 1177 för råd när det inte är bråttom.', 'Call 1177 for advice when it is not urgent.')}</p><p class="calls"><a class="button" href="tel:112">${say('Ring 112', 'Call 112')}</a> <a class="button quiet" href="tel:1177">${say('Ring 1177', 'Call 1177')}</a></p></section>`}
${
  asked === '' || others.length > 0
    ? undefined
    : danger.length > 0
      ? html`<p>${say('Stämmer det inte? Skriv på ett annat sätt, med fler ord.', 'Not what you meant? Say it in another way, with more words.')}</p>`
      : html`<section aria-labelledby="inget"><h2 id="inget">${say('Vi hittade inget', 'We found nothing')}</h2><p>${say('Prova med andra ord, eller med färre. Du kan också ringa 1177 eller din kommun och fråga.', 'Try other words, or fewer. You can also call 1177 or your municipality and ask.')}</p><p><a href="${href('/foresla')}">${say('Saknar du något i termbanken? Föreslå det.', 'Is something missing in the term bank? Propose it.')}</a></p></section>`
}
${
  others.length === 0
    ? undefined
    : html`<section aria-labelledby="vagar"><h2 id="vagar">${danger.length > 0 ? say('Annat som kan passa', 'Other things that may fit') : say('Det kan heta', 'It may be called')}</h2>${someInSwedish(
        others.map(({ concept }) => concept.definition?.public),
        call,
      )}<ol class="senses">${others.map((hit) => html`<li>${way(hit, call)}</li>`)}</ol></section>`
}`,
  }
}

function way({ concept, term, leadsTo, situation }: GuideHit, call: PageCall): Markup {
  const { say, href } = call
  return html`<article class="sense"><h3><a href="${href(`/begrepp/${concept.id}`)}" lang="sv">${term.label}</a></h3>
${leadsTo === undefined ? undefined : html`<p class="write">${swedish(call, leadsTo)}</p>`}
${concept.definition === undefined ? undefined : html`<p>${definition(concept.definition.public, call)}</p>`}
${situation === undefined ? undefined : html`<p class="note">${say('Liknar:', 'Like:')} ${swedish(call, `”${situation}”`)}</p>`}</article>`
}
