// The service under as much as it can take, for some minutes: nothing may leak and nothing may be our fault. Only over
// 127.0.0.1, with a fixed number of connections. Ends with 1 when an answer is 5xx or memory keeps growing.
//
//   npm run soak [-- minutes, 10 unless said]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MINUTES = Math.min(120, Math.max(0.2, Number(process.argv[2] ?? 10)))
const CONNECTIONS = 16
/** How often memory is looked at, in seconds. */
const EVERY = 5
/** The first part of the time, as a share: what is kept for askers fills up, and memory may grow. After it, it may not. */
const WARM_UP = 0.2
/** What memory may grow from the first third of the steady time to its last, as a share. */
const GROWTH = 0.1

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'klarsprak-soak-'))
const server = spawn(
  process.execPath,
  [join(root, 'packages/linter/bin/klarsprak.js'), 'serve', '--port', '0', '--data', data],
  {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      READS_PER_MINUTE: '100000000',
      CHECKS_PER_MINUTE: '100000000',
    },
  },
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

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS + 1 })
/** Resolves with the status once the whole answer has come, and with its text when that is asked for. */
const ask = (path, { method = 'GET', headers = {}, body } = {}, withText = false) =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
      const chunks = []
      response.on('data', (chunk) => withText && chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
const post = (value) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

const SENTENCE = 'Logga in på hälsoportalen för att boka tid. Du får en avisering när remissen har kommit. '
/** One of each kind, with words that nobody has asked for before where there are any, so that kept answers come and go. */
const kinds = [
  () => ['/v1/lookups?word=remissens'],
  (n) => [`/v1/lookups?word=ord${n.toString(36)}`],
  (n) => [`/v1/suggestions?query=h${(n % 5_000).toString(36)}`],
  (n) => [`/v1/concepts/c-${String(1 + (n % 900)).padStart(4, '0')}`],
  () => ['/v1/concepts/c-0001', { headers: { 'accept-encoding': 'br' } }],
  () => ['/v1/concepts/c-0001', { headers: { 'if-none-match': '*' } }],
  (n) => [`/v1/guides?query=${encodeURIComponent(`jag har ont ${n % 1_000}`)}`],
  (n) => ['/v1/lookups', post({ words: ['remissens', `ord${n}`, 'vårdportaler'] })],
  () => ['/v1/checks', post({ text: SENTENCE.repeat(20), format: 'markdown' })],
  () => ['/v1/checks', post({ text: SENTENCE })],
  (n) => [`/rest/v1/search?query=${encodeURIComponent(`v${n % 300}*`)}`],
  (n) => [`/reconciliation?queries=${encodeURIComponent(JSON.stringify({ q: { query: `remiss${n % 2_000}` } }))}`],
  (n) => [
    '/mcp',
    post({ jsonrpc: '2.0', id: n, method: 'tools/call', params: { name: 'lookup', arguments: { word: 'remiss' } } }),
  ],
  () => ['/v1/lookups'],
  (n) => [`/v1/zebra/${n}`],
  () => ['/v1/checks', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }],
]

/** Long texts are checked in a thread, of which there is one: more of them would only wait. */
const LONG = ['/v1/checks', post({ text: SENTENCE.repeat(300) })]
const EVERY_LONG = 800

const statuses = new Map()
/** Bytes at each look. */
const memory = []
const ends = Date.now() + MINUTES * 60_000
let sent = 0
const worker = async () => {
  while (Date.now() < ends) {
    const n = sent++
    const { status } = await ask(...(n % EVERY_LONG === 0 ? LONG : kinds[n % kinds.length](n)))
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
}
const megabytes = (bytes) => Math.round(bytes / 1_000_000)
const watch = async () => {
  while (Date.now() < ends) {
    const { text } = await ask('/metrics', {}, true)
    const of = (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(text)?.[1])
    memory.push(of('process_resident_memory_bytes'))
    if (memory.length % 12 === 0)
      console.log(
        `${sent} requests, ${megabytes(memory.at(-1))} MB, of which V8's heap ${megabytes(of('nodejs_heap_size_total_bytes'))} (${megabytes(of('nodejs_heap_size_used_bytes'))} used) and outside it ${megabytes(of('nodejs_external_memory_bytes'))}`,
      )
    await new Promise((resolve) => setTimeout(resolve, EVERY * 1_000))
  }
}

try {
  await Promise.all([watch(), ...Array.from({ length: CONNECTIONS }, worker)])
} finally {
  agent.destroy()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const steady = memory.slice(Math.floor(memory.length * WARM_UP))
const third = Math.floor(steady.length / 3)
const [before, after] = [middle(steady.slice(0, third)), middle(steady.slice(-third))]
const faults = [...statuses].filter(([status]) => status >= 500)
console.log(`\n${sent} requests in ${MINUTES} minutes: ${Math.round(sent / MINUTES / 60)} a second.`)
console.log(
  `Statuses: ${[...statuses]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ')}.`,
)
console.log(
  `Memory (RSS): ${megabytes(memory[0])} MB at first; after the first ${MINUTES * WARM_UP} minutes ${megabytes(before)} MB in the first third of the rest, ${megabytes(after)} MB in the last; at most ${megabytes(Math.max(...memory))} MB.`,
)
if (faults.length > 0) console.log('WRONG: there were answers that were our fault.')
if (after > before * (1 + GROWTH)) console.log('WRONG: memory keeps growing.')
process.exitCode = faults.length > 0 || after > before * (1 + GROWTH) ? 1 : 0
