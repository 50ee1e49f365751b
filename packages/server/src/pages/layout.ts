import { type Content, html, type Markup } from '@klarsprak/linter/markup'
import { LANGUAGES, type Page, type PageCall, pathIn } from './page.js'
import { unbroken } from './unbroken.js'

const MENU = [
  { path: '/', place: 'sok', sv: 'Slå upp ord', en: 'Look up words' },
  { path: '/granska', place: 'granska', sv: 'Granska text', en: 'Check a text' },
  { path: '/vagvisare', place: 'vagvisare', sv: 'Vägvisare', en: 'Find your way' },
  { path: '/begrepp', place: 'begrepp', sv: 'Alla begrepp', en: 'All concepts' },
] as const

const FOOTER = [
  { path: '/om', sv: 'Om Klarspråk', en: 'About Klarspråk' },
  { path: '/foresla', sv: 'Föreslå ett begrepp', en: 'Propose a concept' },
  { path: '/utgavor', sv: 'Utgåvor och ändringar', en: 'Releases and changes' },
  { path: '/api', sv: 'API för utvecklare', en: 'API for developers' },
  { path: '/badda-in', sv: 'Visa begrepp på din webbplats', en: 'Show concepts on your website' },
  { path: '/tillganglighet', sv: 'Tillgänglighet', en: 'Accessibility' },
  { path: '/integritet', sv: 'Integritet', en: 'Privacy' },
] as const

/** A whole page. `path` is its own address without language; `search` begins with ? or is empty. */
export function layout(page: Page, call: PageCall, { path, search }: { path: string; search: string }): string {
  const { say, lang, href, assets, services, organisation } = call
  const isStart = path === '/'
  const title = isStart ? page.title : `${page.title} – Klarspråk`
  const other = lang === 'sv' ? 'en' : 'sv'
  const absolute = (of: 'sv' | 'en') => services.link(pathIn(of, path) + search)
  const body = html`<body>
<a class="skip" href="#innehall">${say('Hoppa till innehållet', 'Skip to the content')}</a>
<header class="top">
<div class="wrap">
<a class="brand" href="${href('/')}"><svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="7"/><path d="M9 8v16M22 8l-9.5 8L23 24"/></svg><span>Klarspråk</span></a>
<nav aria-label="${say('Huvudmeny', 'Main menu')}"><ul>${MENU.map(
    (item) =>
      html`<li><a href="${href(item.path)}"${page.place === item.place ? html` aria-current="${path === item.path ? 'page' : 'true'}"` : undefined}>${item[lang]}</a></li>`,
  )}</ul></nav>
<a class="language" href="${pathIn(other, path) + search}" hreflang="${other}" lang="${other}">${lang === 'sv' ? 'In English' : 'På svenska'}</a>
</div>
${organisation === undefined ? undefined : html`<p class="whose"><span class="wrap"><span>${say('Du ser orden som', 'You see the words as')} <strong lang="sv">${organisation.title}</strong> ${say('använder dem.', 'uses them.')}</span> <a href="${pathIn(lang, page.nationalPath ?? path)}">${say('Visa den nationella termbanken', 'Show the national term bank')}</a></span></p>`}
</header>
<main id="innehall" tabindex="-1">
<div class="wrap">
${page.main}
</div>
</main>
<footer class="bottom">
<div class="wrap">
<nav aria-label="${say('Sidfot', 'Footer')}"><ul>${FOOTER.map((item) => html`<li><a href="${href(item.path)}"${path === item.path ? html` aria-current="page"` : undefined}>${item[lang]}</a></li>`)}</ul></nav>
<p>${say('Termbanken, utgåva', 'The term bank, release')} ${services.bank.release}. ${say('Termerna är fria att använda (CC0).', 'The terms are free to use (CC0).')}</p>
</div>
</footer>
${(page.scripts ?? []).map((script) => html`<script type="module" src="${assets.href(script)}"></script>`)}
</body>`
  const head = html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${page.description === undefined ? undefined : html`<meta name="description" content="${page.description}">`}
${page.isPrivate === true ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${absolute(lang)}">`}
${LANGUAGES.map((of) => html`<link rel="alternate" hreflang="${of}" href="${absolute(of)}">`)}
<link rel="alternate" hreflang="x-default" href="${absolute('sv')}">
${(page.alternates ?? []).map(({ type, href: to }) => html`<link rel="alternate" type="${type}" href="${to}">`)}
<link rel="stylesheet" href="${assets.href('site.css')}">
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
<link rel="search" type="application/opensearchdescription+xml" title="Klarspråk" href="/opensearch.xml">
<meta name="theme-color" content="#0b4a6f">
</head>`
  return `<!doctype html>\n${html`<html lang="${lang}">\n${head}\n${body}\n</html>`}\n`
}

/** Keeps a form that is sent by GET within the organisation. */
export const organisationField = ({ organisation }: PageCall): Markup | undefined =>
  organisation === undefined ? undefined : html`<input type="hidden" name="organisation" value="${organisation.name}">`

/** A sentence with Swedish words in quotation marks, ”så här”, for those who have it read aloud on an English page. */
export const quotesInSwedish = (call: Pick<PageCall, 'lang'>, sentence: string): Markup =>
  html`${sentence.split(/(”[^”]*”)/u).map((part, at) => (at % 2 === 0 ? part : swedish(call, part)))}`

/** Text of the bank, which is in Swedish also on an English page. */
export function swedish({ lang }: Pick<PageCall, 'lang'>, text: Content): Markup {
  const whole = typeof text === 'string' ? unbroken(text) : html`${text}`
  return lang === 'sv' ? whole : html`<span lang="sv">${whole}</span>`
}
