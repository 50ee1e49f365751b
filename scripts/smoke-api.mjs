// Starts the service and makes every call that docs/api.md shows, reads its pages and sends their forms, and prints what
// came. Ends with 1 when one of them is not as it should be. Needs a build.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib.mjs'
import { editingCalls } from './smoke-editing-calls.mjs'
import { pageCalls } from './smoke-page-calls.mjs'

const data = mkdtempSync(join(tmpdir(), 'klarsprak-smoke-'))
const started = performance.now()
const server = spawn(
  process.execPath,
  [join(root, 'packages/linter/bin/klarsprak.js'), 'serve', '--port', '0', '--data', data],
  { stdio: ['ignore', 'inherit', 'pipe'] },
)
const url = await new Promise((resolve, reject) => {
  let said = ''
  server.stderr.on('data', (chunk) => {
    said += chunk
    const found = /svarar på (http:\/\/[\d.:]+)\//u.exec(said)?.[1]
    if (found !== undefined) resolve(found)
  })
  server.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${said}`)))
})
console.log(`Ready after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)

const key = execFileSync(
  process.execPath,
  [join(root, 'packages/linter/bin/klarsprak.js'), 'serve', '--data', data, '--create-admin-key', 'Anna Andersson'],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
).trim()

const json = { 'content-type': 'application/json' }
const post = (body) => ({ method: 'POST', headers: json, body: JSON.stringify(body) })
const form = (fields) => ({
  method: 'POST',
  body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])),
})
const rpc = (method, params) => ({ jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) })
const word = encodeURIComponent
/** Path, how it is asked, the status that should come, and what in the answer is worth showing. */
const calls = [
  ['/health', {}, 200, ({ status }) => status],
  ['/ready', {}, 200, ({ bankRelease }) => bankRelease],
  ['/metrics', {}, 200, (text) => `${text.split('\n').length} lines`],
  ['/v1/api-info', {}, 200, ({ apiVersion, bankRelease }) => `API ${apiVersion}, bank ${bankRelease}`],
  ['/v1/openapi.json', {}, 200, ({ openapi, paths }) => `OpenAPI ${openapi}, ${Object.keys(paths).length} paths`],
  ['/v1/concepts?limit=3', {}, 200, ({ total, concepts }) => `${concepts.length} of ${total}`],
  ['/v1/concepts/c-0001', {}, 200, ({ label, terms }) => `${label}, ${terms.length} terms`],
  ...['application/ld+json', 'text/turtle', 'application/rdf+xml', 'application/x-tbx+xml'].map((accept) => [
    '/v1/concepts/c-0001',
    { headers: { accept } },
    200,
    (_, response) => response.headers.get('content-type'),
  ]),
  ['/v1/concepts/c-0001', { headers: { 'if-none-match': '*' } }, 304, () => 'not sent again'],
  ['/v1/concepts/c-0001', { method: 'HEAD' }, 200, (_, response) => response.headers.get('etag')],
  ['/v1/concepts/c-0001', { method: 'OPTIONS' }, 204, (_, response) => response.headers.get('allow')],
  [
    '/v1/lookups?word=remissens',
    {},
    200,
    ({ senses }) => senses.map(({ label, matchType }) => `${label} (${matchType})`),
  ],
  [
    '/v1/lookups',
    post({ words: ['remissens', 'vårdportaler', 'zebra'] }),
    200,
    ({ lookups }) => lookups.map((found) => `${found.word}: ${found.senses.length}`),
  ],
  [`/v1/replacements?word=${word('hälsoportalernas')}`, {}, 200, ({ replacements }) => replacements[0].text],
  [
    `/v1/replacements?text=${word('Logga in på vår hälsoportal.')}`,
    {},
    200,
    ({ replacements }) => replacements.map(({ actual, text }) => `${actual} → ${text}`),
  ],
  [`/v1/suggestions?query=${word('hälsop')}`, {}, 200, ({ suggestions }) => suggestions.map(({ label }) => label)],
  [
    `/v1/guides?query=${word('jag kan inte köra bil längre')}`,
    {},
    200,
    ({ guides }) => guides.map(({ label }) => label),
  ],
  [
    '/v1/checks',
    post({ text: 'Logga in på hälsoportalen.' }),
    200,
    ({ findings }) => findings.map(({ message }) => message),
  ],
  [
    '/v1/checks',
    post({ text: '# Rubrik\n\nEn *avisering*.', format: 'markdown' }),
    200,
    ({ summary }) => JSON.stringify(summary),
  ],
  ['/v1/checks', post({ text: 'Läs om SBAR.', audience: 'staff' }), 200, ({ summary }) => JSON.stringify(summary)],
  ['/v1/releases', {}, 200, ({ releases }) => releases.map(({ name }) => name)],
  ['/v1/releases/latest', {}, 200, ({ checksum }) => checksum.slice(0, 24)],
  ['/v1/releases/latest/files/release.json', {}, 200, ({ release }) => release],
  ['/v1/changes?limit=1', {}, 200, ({ total, changes }) => `${total}: ${changes[0].label}`],
  [
    '/v1/changes',
    { headers: { accept: 'application/atom+xml' } },
    200,
    (_, response) => response.headers.get('content-type'),
  ],
  ['/v1/exports', {}, 200, ({ total }) => `${total} formats`],
  ['/v1/exports/csv', {}, 200, (text) => `${text.split('\n').length} lines`],
  ['/v1/exports/tbx', {}, 200, (text) => `${text.length} characters`],
  ['/reconciliation', {}, 200, ({ versions, preview }) => `${versions}: ${preview.url}`],
  [
    '/reconciliation',
    form({ queries: { q0: { query: 'hälsoportaler' }, q1: { query: 'zebra' } } }),
    200,
    ({ q0, q1 }) => `${q0.result[0].name} ${q0.result[0].score} ${q0.result[0].match}; ${q1.result.length} candidates`,
  ],
  [
    '/reconciliation',
    form({ extend: { ids: ['c-0001'], properties: [{ id: 'preferred' }, { id: 'en' }] } }),
    200,
    ({ rows }) => JSON.stringify(rows['c-0001']),
  ],
  ...['entity', 'property', 'type'].map((what) => [
    `/reconciliation/suggest/${what}?prefix=${word('be')}`,
    {},
    200,
    ({ result }) => result.map(({ name }) => name),
  ]),
  ['/reconciliation/properties?limit=3', {}, 200, ({ properties }) => properties.map(({ name }) => name)],
  ['/reconciliation/previews/c-0001', {}, 200, (text) => /<h1>.*<\/h1>/u.exec(text)[0].replace(/<[^>]*>/gu, '')],
  ['/rest/v1/vocabularies?lang=sv', {}, 200, ({ vocabularies }) => vocabularies.map(({ title }) => title)],
  ['/rest/v1/klarsprak/', {}, 200, ({ languages }) => languages],
  [`/rest/v1/search?query=${word('hälsop*')}`, {}, 200, ({ results }) => results.map(({ prefLabel }) => prefLabel)],
  ['/rest/v1/klarsprak/lookup?label=remissen', {}, 200, ({ result }) => result.map(({ prefLabel }) => prefLabel)],
  ['/rest/v1/klarsprak/label?uri=c-0001', {}, 200, ({ hiddenLabel }) => hiddenLabel],
  ...['application/rdf+xml', 'text/turtle', 'application/ld+json'].map((format) => [
    `/rest/v1/klarsprak/data?uri=c-0001&format=${word(format)}`,
    {},
    200,
    (_, response) => response.headers.get('content-type'),
  ]),
  ['/rest/v1/types', {}, 200, ({ types }) => types.map(({ label }) => label)],
  ['/rest/v1/klarsprak/topConcepts', {}, 200, ({ topconcepts }) => `${topconcepts.length} at the top`],
  ...['broader', 'narrower', 'related', 'children'].map((direction) => [
    `/rest/v1/klarsprak/${direction}?uri=c-0001`,
    {},
    200,
    ({ uri, ...found }) =>
      Object.values(found)
        .flat()
        .flatMap(({ prefLabel }) => prefLabel ?? []),
  ]),
  ...['broaderTransitive', 'narrowerTransitive'].map((direction) => [
    `/rest/v1/klarsprak/${direction}?uri=c-0001`,
    {},
    200,
    (found) => Object.values(found[direction]).map(({ prefLabel }) => prefLabel),
  ]),
  ['/rest/v1/klarsprak/vocabularyStatistics', {}, 200, ({ concepts }) => `${concepts.count} concepts`],
  ['/mcp', post(rpc('tools/list')), 200, ({ result }) => result.tools.map(({ name }) => name)],
  ...[
    ['lookup', { word: 'remissens' }],
    ['replacement', { word: 'hälsoportalernas' }],
    ['guide', { query: 'jag får inte köra bil' }],
    ['check', { text: 'Logga in på hälsoportalen.' }],
  ].map(([name, input]) => [
    '/mcp',
    post(rpc('tools/call', { name, arguments: input })),
    200,
    ({ result }) => `${name}: ${result.content[0].text.slice(0, 60)}`,
  ]),
  ['/v1/unmet-needs', {}, 401, ({ detail }) => detail],
  ['/v1/lookups', {}, 400, ({ detail }) => detail],
  ['/v1/lookups', { headers: { 'accept-language': 'en' } }, 400, ({ detail }) => detail],
  ['/v1/concepts/c-9999', {}, 404, ({ detail }) => detail],
  ['/v1/concepts', { method: 'DELETE' }, 405, ({ detail }) => detail],
  ['/v1/lookups?word=a', { headers: { accept: 'text/turtle' } }, 406, ({ detail }) => detail],
  ['/v1/checks', post({ text: 'a'.repeat(1_000_001) }), 413, ({ detail }) => detail],
  [
    '/v1/checks',
    { method: 'POST', body: 'text', headers: { 'content-type': 'text/plain' } },
    415,
    ({ detail }) => detail,
  ],
  ['/v1/checks', post({}), 422, ({ detail }) => detail],
]

let failures = 0
const rows = []
try {
  let last
  for (const [asked, init, expected, show] of [...calls, ...editingCalls(key), ...pageCalls(key)]) {
    const path = typeof asked === 'function' ? asked(last) : asked
    const from = performance.now()
    const response = await fetch(url + path, init)
    const text = await response.text()
    const milliseconds = performance.now() - from
    const isJson = /json/u.test(response.headers.get('content-type') ?? '') && text !== ''
    let shown = ''
    let isRight = response.status === expected
    try {
      last = isJson ? JSON.parse(text) : text
      shown = [show(last, response)].flat().join('; ')
    } catch (error) {
      isRight = false
      shown = String(error)
    }
    if (!isRight) failures++
    const accept = init.headers?.accept
    rows.push([
      isRight ? 'ok' : 'WRONG',
      String(response.status),
      `${milliseconds.toFixed(0)} ms`,
      `${init.method ?? 'GET'} ${decodeURIComponent(path)}${accept === undefined ? '' : ` (${accept})`}`,
      shown,
    ])
  }
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}
const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at].length)))
for (const row of rows)
  console.log(row.map((cell, at) => (at < 4 ? cell.padEnd(widths[at]) : cell.slice(0, 90))).join('  '))
console.log(`\n${rows.length} calls, ${failures} not as they should be.`)
process.exitCode = failures > 0 ? 1 : 0
