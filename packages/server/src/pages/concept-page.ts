import { html, type Markup } from '@klarsprak/linter/markup'
import { bankDiff, type Concept, type Source, type Term } from '@klarsprak/termbank'
import { labelOf } from '../api/operations/show-concept.js'
import { definition, explained } from './definition.js'
import { formsTable } from './forms-table.js'
import { swedish } from './layout.js'
import { notFoundPage } from './not-found-page.js'
import { addressOf, type MakePage, type PageCall } from './page.js'
import { relationName, relationsDiagram } from './relations-diagram.js'
import { isAvoided, statusName, subjectName } from './words.js'

/** The formats of a concept for programs, each with an address of its own. */
export const CONCEPT_FORMATS = [
  { name: 'JSON', path: 'json', type: 'application/json' },
  { name: 'JSON-LD', path: 'json-ld', type: 'application/ld+json' },
  { name: 'Turtle', path: 'turtle', type: 'text/turtle' },
  { name: 'RDF/XML', path: 'rdf-xml', type: 'application/rdf+xml' },
  { name: 'TBX', path: 'tbx', type: 'application/x-tbx+xml' },
] as const

/** Everything about one concept, most important first: what to write. */
export const conceptPage: MakePage = async (call) => {
  const { say, href, services } = call
  const concept = services.bank.concept(call.params.id ?? '')
  if (concept === undefined) return notFoundPage(call)
  const label = labelOf(concept)
  const inSwedish = concept.terms.filter(({ lang }) => lang === 'sv')
  const toWrite = inSwedish.filter((term) => !isAvoided(term)).sort((a, b) => preferredFirst(a) - preferredFirst(b))
  const toAvoid = inSwedish.filter(isAvoided)
  const data = (format: string): string =>
    addressOf(`/begrepp/${concept.id}/data/${format}`, { organisation: call.organisation?.name })
  return {
    title: label,
    description: concept.definition?.public[call.lang] ?? concept.definition?.public.sv ?? label,
    place: 'begrepp',
    // What an organisation has made itself is nowhere else.
    ...(isOwn(concept, call) ? { nationalPath: '/begrepp' } : {}),
    alternates: CONCEPT_FORMATS.map(({ type, path }) => ({ type, href: data(path) })),
    main: html`<nav aria-label="${say('Du är här', 'You are here')}" class="crumbs"><ol><li><a href="${href('/begrepp')}">${say('Alla begrepp', 'All concepts')}</a></li><li><a href="${href('/begrepp', { amne: concept.subject })}">${subjectName(concept.subject, say)}</a></li></ol></nav>
<article class="concept">
<h1>${swedish(call, label)}</h1>
${concept.definition === undefined ? undefined : html`<p class="lead">${explained(concept.definition.public, call)}</p>`}
${concept.replacedBy === undefined ? undefined : html`<p class="caution"><strong>${say('Begreppet har ersatts.', 'The concept has been replaced.')}</strong> <a href="${href(`/begrepp/${concept.replacedBy}`)}">${say('Gå till det nya.', 'Go to the new one.')}</a></p>`}
${whose(concept, call)}
<div class="columns">
<section aria-labelledby="skriv" class="panel good"><h2 id="skriv">${say('Skriv', 'Write')}</h2>
<ul class="terms">${toWrite.map((term) => goodTerm(concept, term, call))}</ul>
${concept.citizenWording === undefined ? undefined : html`<h3>${say('Till invånare', 'To citizens')}</h3><p>${explained(concept.citizenWording, call)}</p>`}
</section>
${
  toAvoid.length === 0
    ? undefined
    : html`<section aria-labelledby="undvik" class="panel bad"><h2 id="undvik">${say('Undvik', 'Avoid')}</h2><ul class="terms">${toAvoid.map((term) => html`<li><strong lang="sv">${term.label}</strong>${layer(concept, term, call)}${term.status === 'superseded' ? html` <span class="note">(${statusName(term.status, say).toLowerCase()})</span>` : undefined}${term.reason === undefined ? undefined : html`<p>${swedish(call, term.reason)}</p>`}${exceptions(term, call)}</li>`)}</ul></section>`
}
</div>
${concept.neverReplace === undefined ? undefined : html`<p class="caution"><strong>${say('Byt inte automatiskt:', 'Do not replace automatically:')}</strong> ${swedish(call, concept.neverReplace)}</p>`}
${professional(concept, call)}
${list(say('Exempel', 'Examples'), concept.examples, call)}
${list(say('Att tänka på', 'Good to know'), concept.notes, call)}
${forms(inSwedish, call)}
${relations(concept, label, call)}
${situations(concept, call)}
${equivalents(concept, call)}
${sources(concept, call)}
${history(concept, call)}
<section aria-labelledby="foresla"><h2 id="foresla">${say('Saknas något?', 'Is something missing?')}</h2>
<p><a class="button quiet" href="${href(`/begrepp/${concept.id}/foresla`)}">${say('Föreslå en ändring', 'Propose a change')}</a></p>
</section>
<section aria-labelledby="data"><h2 id="data">${say('Länk och data', 'Link and data')}</h2>
<p>${say('Varaktig adress:', 'Permanent address:')} <a href="${href(`/begrepp/${concept.id}`)}">${call.origin + href(`/begrepp/${concept.id}`)}</a></p>
<p>${say('Samma uppgifter för program:', 'The same for programs:')} ${CONCEPT_FORMATS.map(({ name, path }, at) => html`${at === 0 ? '' : ', '}<a class="whole" href="${data(path)}">${name}</a>`)}</p>
</section>
</article>`,
  }
}

/** The media type of the format at an address. */
export const conceptFormat = (path: string): string | undefined =>
  CONCEPT_FORMATS.find((format) => format.path === path)?.type

/** An organisation may prefer a term that comes later in the national bank. */
const preferredFirst = ({ status }: Term): number => (status === 'preferred' ? 0 : 1)

function goodTerm(concept: Concept, term: Term, call: PageCall): Markup {
  const { say } = call
  const { register, abbreviationOf, note, status } = term
  const about = [
    status === 'admitted' ? say('går också bra', 'also accepted') : undefined,
    register === 'professional' ? say('fackord', 'professional') : undefined,
    register === 'everyday' ? say('vardagligt', 'everyday') : undefined,
    abbreviationOf === undefined ? undefined : say(`kort för ${abbreviationOf}`, `short for ${abbreviationOf}`),
  ].filter((part) => part !== undefined)
  return html`<li><strong lang="sv">${term.label}</strong>${layer(concept, term, call)}${about.length === 0 ? undefined : html` <span class="note">(${about.join(', ')})</span>`}${note === undefined ? undefined : html`<p>${swedish(call, note)}</p>`}</li>`
}

/** That something may differ from what holds for all, and how that is seen. */
function whose(concept: Concept, call: PageCall): Markup | undefined {
  const { say, organisation } = call
  if (organisation === undefined) return undefined
  const title = html`<strong lang="sv">${organisation.title}</strong>`
  return isOwn(concept, call)
    ? html`<p class="caution">${say('Begreppet är', 'The concept is')} ${title}${say('s eget.', '’s own.')}</p>`
    : html`<p class="caution">${say('Så här skriver', 'This is how')} ${title}${say('. Det som skiljer sig från den nationella termbanken är märkt.', ' writes. What differs from the national term bank is marked.')}</p>`
}

const isOwn = (concept: Concept, { organisation, services }: PageCall): boolean =>
  organisation !== undefined && services.bank.layerOf(concept) === organisation.name

const layer = (concept: Concept, term: Term, { organisation, services }: PageCall): Markup | undefined =>
  organisation !== undefined && services.bank.layerOf(concept, term) === organisation.name
    ? html` <span class="badge info" lang="sv">${organisation.title}</span>`
    : undefined

function exceptions({ unless, nearWords, notNearWords }: Term, call: PageCall): readonly (Markup | undefined)[] {
  const about = (said: string, words: readonly string[] | undefined): Markup | undefined =>
    words && html`<p>${said} ${swedish(call, words.map((word) => `”${word}”`).join(', '))}</p>`
  return [
    about(call.say('Men i sin ordning i:', 'But in order in:'), unless),
    about(call.say('Gäller bara texter med ord som:', 'Holds only in texts with words such as:'), nearWords),
    about(call.say('Gäller inte texter med ord som:', 'Does not hold in texts with words such as:'), notNearWords),
  ]
}

const professional = ({ definition: of }: Concept, call: PageCall): Markup | undefined =>
  of?.professional === undefined
    ? undefined
    : html`<section aria-labelledby="fack"><h2 id="fack">${call.say('För yrkesverksamma', 'For professionals')}</h2><p>${explained(of.professional, call)}</p></section>`

function list(heading: string, texts: readonly string[] | undefined, call: PageCall): Markup | undefined {
  if (texts === undefined || texts.length === 0) return undefined
  return html`<section><h2>${heading}</h2><ul>${texts.map((text) => html`<li>${swedish(call, text)}</li>`)}</ul></section>`
}

function forms(terms: readonly Term[], { say }: PageCall): Markup | undefined {
  const tables = terms.flatMap((term) => {
    const table = formsTable(term, say)
    return table === undefined ? [] : [{ term, table }]
  })
  if (tables.length === 0) return undefined
  const [first, ...rest] = tables
  return html`<section aria-labelledby="former"><h2 id="former">${say('Böjning', 'Forms')}</h2>${first!.table}
${rest.map(({ term, table }) => html`<details><summary>${say('Former av', 'Forms of')} <span lang="sv">${term.label}</span></summary>${table}</details>`)}</section>`
}

function relations(concept: Concept, label: string, call: PageCall): Markup | undefined {
  const { say, href, services } = call
  const known = (concept.relations ?? []).map(({ type, target, note }) => {
    const other = services.bank.concept(target)
    return { type, target, note, other, label: other === undefined ? target : labelOf(other) }
  })
  if (known.length === 0) return undefined
  return html`<section aria-labelledby="hor-ihop"><h2 id="hor-ihop">${say('Så hör begreppet ihop med andra', 'How the concept relates to others')}</h2>
<div class="columns relations">
<div>${relationsDiagram(label, known, say)}</div>
<dl>${known.map(({ type, target, note, other, label: of }) => html`<div><dt>${relationName(type, say)}</dt><dd>${other === undefined ? outward(target) : html`<a href="${href(`/begrepp/${other.id}`)}" lang="sv">${of}</a>`}${other?.definition === undefined ? undefined : html`<p>${definition(other.definition.public, call)}</p>`}${note === undefined ? undefined : html`<p>${swedish(call, note)}</p>`}</dd></div>`)}</dl>
</div></section>`
}

const outward = (address: string): Markup =>
  /^https?:\/\//iu.test(address) ? html`<a href="${address}" rel="noreferrer">${address}</a>` : html`${address}`

function situations({ situations: all }: Concept, call: PageCall): Markup | undefined {
  if (all === undefined || all.length === 0) return undefined
  return html`<section aria-labelledby="sa-sager"><h2 id="sa-sager">${call.say('Så säger invånare', 'What citizens say')}</h2>
<ul class="situations">${all.map(({ sv, leadsTo, emergency }) => html`<li${emergency === true ? html` class="danger"` : undefined}><p class="quote">${swedish(call, `”${sv}”`)}</p><p>${swedish(call, leadsTo)}</p></li>`)}</ul></section>`
}

const LANGUAGE_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Engelska', 'English'],
  nb: ['Norska (bokmål)', 'Norwegian (bokmål)'],
  da: ['Danska', 'Danish'],
  fi: ['Finska', 'Finnish'],
  'sv-FI': ['Svenska i Finland', 'Swedish in Finland'],
}

function equivalents(concept: Concept, { say }: PageCall): Markup | undefined {
  const all = Object.entries(concept.equivalents ?? {})
  if (all.length === 0) return undefined
  return html`<section aria-labelledby="sprak"><h2 id="sprak">${say('På andra språk', 'In other languages')}</h2>
<dl class="languages">${all.map(([lang, words]) => {
    const name = Object.hasOwn(LANGUAGE_NAMES, lang) ? LANGUAGE_NAMES[lang] : undefined
    return html`<div><dt>${name === undefined ? lang : say(...name)}</dt>${words.map(({ label, confirmed, note }) => html`<dd><span lang="${lang}">${label}</span>${confirmed ? undefined : html` <span class="note">${say('(inte bekräftat)', '(not confirmed)')}</span>`}${note === undefined ? undefined : html` <span class="note" lang="sv">${note}</span>`}</dd>`)}</div>`
  })}</dl></section>`
}

function sources(concept: Concept, call: PageCall): Markup | undefined {
  const all = new Map<string, Source>()
  for (const source of [...(concept.sources ?? []), ...concept.terms.flatMap((term) => term.sources ?? [])])
    if (!all.has(source.name)) all.set(source.name, source)
  if (all.size === 0) return undefined
  return html`<section aria-labelledby="kallor"><h2 id="kallor">${call.say('Källor', 'Sources')}</h2><ul>${[...all.values()].map(({ name, url }) => html`<li>${url !== undefined && /^https?:\/\//iu.test(url) ? html`<a href="${url}" rel="noreferrer" lang="sv">${name}</a>` : swedish(call, name)}</li>`)}</ul></section>`
}

/** What each release has done to the concept, the newest first. */
function history(concept: Concept, call: PageCall): Markup | undefined {
  const { say, href, services } = call
  const { all } = services.releases
  const of = (at: number): readonly Concept[] => all[at]?.concepts().filter(({ id }) => id === concept.id) ?? []
  const changes = all.flatMap(({ name }, at) =>
    bankDiff(of(at + 1), of(at)).map(({ sentences, kind }) => ({ name, sentences, isFirst: kind === 'added' })),
  )
  if (changes.length === 0) return undefined
  return html`<section aria-labelledby="historik"><h2 id="historik">${say('Historik', 'History')}</h2><dl class="history">${changes.map(
    ({ name, sentences, isFirst }) =>
      html`<div><dt><a href="${href(`/utgavor/${encodeURIComponent(name)}`)}">${say('Utgåva', 'Release')} ${name}</a></dt><dd>${isFirst ? say('Begreppet kom med.', 'The concept was added.') : swedish(call, sentences.join(' '))}</dd></div>`,
  )}</dl>${concept.reviewBy === undefined ? undefined : html`<p class="note">${say(`Ska ses över senast ${concept.reviewBy}.`, `To be reviewed by ${concept.reviewBy}.`)}</p>`}</section>`
}
