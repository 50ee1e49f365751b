import { html, type Markup } from '@klarsprak/linter/markup'
import { type Organisation, StorageUnavailable } from '../storage/storage.js'
import { addressOf, type MakePage, type PageCall, pathIn } from './page.js'
import { searchForm } from './search-form.js'

const OFTEN = ['hälsoportal', 'nutrition', 'insats', 'kallelse', 'remiss', 'erlägga']

export const startPage: MakePage = async (call) => {
  const { say, href, services } = call
  const way = (path: string, heading: string, text: string) =>
    html`<li><a href="${href(path)}"><strong>${heading}</strong><span>${text}</span></a></li>`
  return {
    title: say('Klarspråk – rätt ord i vård och omsorg', 'Klarspråk – plain Swedish in health and social care'),
    description: say(
      'Slå upp ord inom vård och omsorg, se vad du kan skriva i stället och granska dina texter.',
      'Look up Swedish words in health and social care, see what to write instead and check your texts.',
    ),
    place: 'sok',
    scripts: ['search-box.js'],
    main: html`<section class="hero">
<h1>${say('Skriv så att alla förstår', 'Write so that everybody understands')}</h1>
<p class="lead">${say(
      'Slå upp ett ord inom vård och omsorg. Du får veta vad det betyder och vad du kan skriva i stället.',
      'Look up a Swedish word in health and social care. See what it means and what to write instead.',
    )}</p>
${searchForm(call, '')}
<p class="often"><span>${say('Prova:', 'Try:')}</span> ${OFTEN.map((word) => html`<a href="${href('/sok', { q: word })}" lang="sv">${word}</a> `)}</p>
</section>
<section aria-labelledby="mer">
<h2 id="mer">${say('Vad vill du göra?', 'What do you want to do?')}</h2>
<ul class="ways">
${way('/begrepp', say('Slå upp ord', 'Look up words'), say(`Bläddra bland ${services.bank.concepts.length} begrepp, efter ämne eller bokstav.`, `Browse ${services.bank.concepts.length} concepts, by subject or letter.`))}
${way('/granska', say('Granska text', 'Check a text'), say('Klistra in en text och se vad som kan bli tydligare. Texten lämnar inte din dator.', 'Paste a text and see what can be clearer. The text does not leave your computer.'))}
${way('/vagvisare', say('Vägvisare', 'Find your way'), say('Skriv med egna ord och få veta vad det heter och vart du vänder dig.', 'Use your own words and learn what it is called and where to turn.'))}
</ul>
</section>
${await organisations(call)}`,
  }
}

/** The way to the words of an organisation, where there are any and none is chosen. */
async function organisations(call: PageCall): Promise<Markup | undefined> {
  const { say, lang, organisation, services } = call
  const all = organisation === undefined ? await services.storage.organisations().catch(noneWhenAway) : []
  if (all.length === 0) return undefined
  const way = ({ name, title }: Organisation) =>
    html`<li><a href="${addressOf(pathIn(lang, '/'), { organisation: name })}" lang="sv">${title}</a></li>`
  return html`<section aria-labelledby="organisationer"><h2 id="organisationer">${say('Din organisations ord', 'The words of your organisation')}</h2>
<p>${say('En del organisationer har egna val ovanpå den nationella termbanken.', 'Some organisations have choices of their own on top of the national term bank.')}</p>
<ul class="organisations">${all.map(({ value }) => way(value))}</ul></section>`
}

/** The page does without what is kept while the database is away. */
function noneWhenAway(error: unknown): readonly never[] {
  if (error instanceof StorageUnavailable) return []
  throw error
}
