import { html } from '@klarsprak/linter/markup'
import type { Page, PageCall } from './page.js'

export const notFoundPage = ({ say, href }: PageCall): Page => ({
  title: say('Sidan finns inte', 'There is no such page'),
  status: 404,
  isPrivate: true,
  main: html`<h1>${say('Sidan finns inte', 'There is no such page')}</h1>
<p class="lead">${say('Adressen kan vara felskriven, eller så har sidan flyttat.', 'The address may be misspelt, or the page has moved.')}</p>
<ul><li><a href="${href('/')}">${say('Slå upp ett ord', 'Look a word up')}</a></li><li><a href="${href('/begrepp')}">${say('Se alla begrepp', 'See all concepts')}</a></li></ul>`,
})

export const faultPage = ({ say, href }: PageCall): Page => ({
  title: say('Något gick fel', 'Something went wrong'),
  status: 500,
  isPrivate: true,
  isPassing: true,
  main: html`<h1>${say('Något gick fel hos oss', 'Something went wrong on our side')}</h1>
<p class="lead">${say('Felet är antecknat. Försök igen om en stund.', 'The fault has been noted. Try again in a while.')}</p>
<p><a href="${href('/')}">${say('Till startsidan', 'To the start page')}</a></p>`,
})

/** For what the asker can put right: too much, too long, or an address that cannot be read. */
export const refusedPage = (
  { say, href }: PageCall,
  status: number,
  heading: readonly [string, string],
  text: readonly [string, string],
): Page => ({
  title: say(...heading),
  status,
  isPrivate: true,
  isPassing: true,
  main: html`<h1>${say(...heading)}</h1><p class="lead">${say(...text)}</p><p><a href="${href('/')}">${say('Till startsidan', 'To the start page')}</a></p>`,
})
