import { html, type Markup } from '@klarsprak/linter/markup'
import type { MakePage, PageCall } from './page.js'

/** What of the OpenAPI description the page shows. */
interface Described {
  readonly info: { readonly version: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Media>> }>
  >
}
interface Called {
  readonly operation: Operation
  /** As JSON. */
  readonly body: string | undefined
}
interface Parameter {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly description?: string
  readonly example?: unknown
  readonly schema?: { readonly example?: unknown }
}
interface Media {
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The API as its OpenAPI description has it: what can be called, with what, and what comes back. */
export const apiPage: MakePage = async (call) => {
  const { say, origin } = call
  const described = JSON.parse(await call.openApi()) as Described
  const operations = Object.entries(described.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) =>
      item[method] === undefined ? [] : [{ path, method, operation: item[method] as Operation }],
    ),
  )
  const tags = described.tags.filter(({ name }) => operations.some(({ operation }) => operation.tags.includes(name)))
  const base = `${origin}/v1`
  return {
    title: say('API för utvecklare', 'API for developers'),
    description: say(
      'Alla anrop till termbankens öppna API, med exempel.',
      'Every call of the open API of the term bank, with examples.',
    ),
    main: html`<h1>${say('API för utvecklare', 'API for developers')}</h1>
<p class="lead">${say('Termbanken är öppen för alla system. Läsning kräver ingen nyckel. Där en behövs står $NYCKEL i exemplet.', 'The term bank is open to every system. Reading needs no key. Where one is needed, the example says $NYCKEL.')}</p>
<ul><li>${say('Adress:', 'Address:')} <code>${base}</code></li><li>${say('Beskrivning för verktyg:', 'Description for tools:')} <a href="/v1/openapi.json">OpenAPI 3.1 (JSON)</a></li><li>${say('Fel kommer som', 'Errors come as')} <code>application/problem+json</code> (RFC 9457)</li><li>${say('Svar har', 'Answers have')} <code>ETag</code>; ${say('antal anrop per minut står i', 'calls per minute are told in')} <code>RateLimit</code></li></ul>
${call.lang === 'sv' ? html`<p class="note">Beskrivningarna av anropen är på engelska.</p>` : undefined}
<nav aria-label="${say('Anrop', 'Calls')}" class="toc"><ul>${tags.map(({ name, description }) => html`<li><a href="#${name}">${tagName(name, description, call)}</a></li>`)}</ul></nav>
${tags.map(
  ({
    name,
    description,
  }) => html`<section aria-labelledby="${name}"><h2 id="${name}">${tagName(name, description, call)}</h2>
${operations.filter(({ operation }) => operation.tags[0] === name).map(({ path, method, operation }) => shown(path, method, operation, base, call))}</section>`,
)}`,
  }
}

const TAGS: Readonly<Record<string, string>> = {
  service: 'Om tjänsten',
  concepts: 'Begrepp',
  words: 'Ord',
  checks: 'Granskning',
  releases: 'Utgåvor, ändringar och exporter',
  organisations: 'Organisationer och deras lager',
  drafts: 'Kommande ändringar i den nationella banken',
  proposals: 'Förslag och beslut',
  keys: 'Nycklar och logg',
}

/** What a group of calls is about, in the language of the page as far as there are words for it. */
function tagName(name: string, description: string, { lang }: PageCall): Markup {
  const known = lang === 'sv' && Object.hasOwn(TAGS, name) ? TAGS[name] : undefined
  return known === undefined ? html`<span lang="en">${description.replace(/\.$/u, '')}</span>` : html`${known}`
}

/** The description begins with the English summary. */
function inEnglish(description: string): { readonly summary: string; readonly rest: string } {
  const end = description.indexOf('. ')
  return end < 0
    ? { summary: description, rest: '' }
    : { summary: description.slice(0, end), rest: description.slice(end + 2) }
}

function shown(path: string, method: string, operation: Operation, base: string, { say }: PageCall): Markup {
  const english = inEnglish(operation.description)
  const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query' || one.in === 'path')
  const answer = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
  const body = exampleIn(operation.requestBody?.content)
  const example = exampleIn(answer?.content)
  return html`<article class="call" aria-labelledby="${operation.operationId}">
<h3 id="${operation.operationId}">${say(operation.summary, english.summary)}</h3>
<p class="address"><code><span class="method">${method.toUpperCase()}</span> ${path}</code></p>
<p lang="en">${english.rest}</p>
${
  parameters.length === 0
    ? undefined
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${say(`Parametrar för ${operation.summary}`, `Parameters of ${operation.summary}`)}"><table><caption class="visually-hidden">${say('Parametrar', 'Parameters')}</caption><thead><tr><th scope="col">${say('Parameter', 'Parameter')}</th><th scope="col">${say('Betydelse', 'Meaning')}</th></tr></thead><tbody>${parameters.map((one) => html`<tr><th scope="row"><code>${one.name ?? ''}</code>${one.required === true ? html` <span class="note">(${say('krävs', 'needed')})</span>` : undefined}</th><td lang="sv">${one.description ?? ''}</td></tr>`)}</tbody></table></div>`
}
<p><code class="curl">${curl(path, method, { operation, body }, base)}</code></p>
${example === undefined ? undefined : html`<details><summary>${say('Exempel på svar', 'Example answer')}<span class="visually-hidden">: ${operation.summary}</span></summary><pre tabindex="0"><code>${example}</code></pre></details>`}
</article>`
}

const LONGEST_EXAMPLE = 6_000

function exampleIn(content: Readonly<Record<string, Media>> | undefined): string | undefined {
  const media = content?.['application/json']
  const value = media?.example ?? Object.values(media?.examples ?? {})[0]?.value
  if (value === undefined) return undefined
  const text = JSON.stringify(value, null, 2)
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}\n…` : text
}

/** Parameters that examples do without. */
const BESIDE: ReadonlySet<string> = new Set(['organisation', 'limit', 'page'])

/** A call to copy. What is in it is what the description has as examples. */
function curl(path: string, method: string, { operation, body }: Called, base: string): string {
  const { parameters = [], security = [] } = operation
  const exampleOf = (one: Parameter | undefined): unknown => one?.example ?? one?.schema?.example
  const filled = path.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    const example = exampleOf(parameters.find((one) => one.in === 'path' && one.name === name))
    return example === undefined ? whole : encodeURIComponent(String(example))
  })
  // One that is about the call itself; the example’s organisation is nobody’s, and a page of answers has its usual length.
  const asked = parameters.find(
    (one) => one.in === 'query' && !BESIDE.has(one.name ?? '') && exampleOf(one) !== undefined,
  )
  const [name, value] = [asked?.name ?? '', String(exampleOf(asked))]
  const key = security.length > 0 && security.every((one) => 'apiKey' in one)
  const needs = key ? ' -H "Authorization: Bearer $NYCKEL"' : ''
  if (method === 'get') {
    const query = asked === undefined ? '' : ` --data-urlencode "${name}=${value}"`
    return `curl ${query === '' ? '' : '-G '}"${base}${filled}"${query}${needs}`
  }
  const query = asked === undefined ? '' : `?${name}=${encodeURIComponent(value)}`
  const content = body === undefined ? '' : ` --json '${JSON.stringify(JSON.parse(body)).replaceAll("'", "'\\''")}'`
  return `curl -X ${method.toUpperCase()} "${base}${filled}${query}"${needs}${content}`
}
