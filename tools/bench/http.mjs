// Requests a second and latency of the service beside bare express and bare node:http, in one run on this machine.
// Bounded: each round sends a fixed number of requests over 127.0.0.1, and every answer's status is looked at.
//
//   pnpm bench:http [requests for each round, 20000 unless said]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const AMOUNT = Math.min(50_000, Number(process.argv[2] ?? 20_000))
const ROUNDS = 3
const CONNECTIONS = 32

/** What the bare servers answer: the same kind of lookup, in the least code. */
const SETUP = `
  const answers = new Map(Array.from({ length: 130_000 }, (_, n) => ['ord' + n, { word: 'ord' + n, senses: [{ conceptId: 'c-' + n, label: 'term ' + n, status: 'preferred', reason: 'x'.repeat(150) }] }]))
  const said = (server) => server.listen(0, '127.0.0.1', () => console.log('PORT ' + server.address().port))
`
const BARE = {
  'node:http': `${SETUP}
    const { createServer } = await import('node:http')
    said(createServer((request, response) => {
      const word = new URL(request.url, 'http://a').searchParams.get('word')
      const body = Buffer.from(JSON.stringify(answers.get(word) ?? { word, senses: [] }))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    }))`,
  express: `${SETUP}
    const { createRequire } = await import('node:module')
    const express = createRequire(process.env.SERVER)('express')
    const app = express()
    app.get('/v1/lookups', (request, response) => response.json(answers.get(request.query.word) ?? { word: request.query.word, senses: [] }))
    said(await import('node:http').then(({ createServer }) => createServer(app)))`,
}

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'klarsprak-bench-'))
const env = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  SERVER: join(root, 'packages/server/package.json'),
  DATA_DIR: data,
  PORT: '0',
  LOG_LEVEL: 'warn',
  READS_PER_MINUTE: '100000000',
  CHECKS_PER_MINUTE: '100000000',
}

/** Starts a server and waits until it says its port. */
async function start(args, pattern) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const port = await new Promise((resolve, reject) => {
    let said = ''
    const read = (chunk) => {
      said += chunk
      const found = pattern.exec(said)?.[1]
      if (found !== undefined) resolve(Number(found))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}: ${said}`)))
  })
  return { child, url: `http://127.0.0.1:${port}` }
}

/**
 * What a server's process has taken of the processors since it started, in milliseconds; NaN where Linux does not tell.
 * On a loaded machine this says more than the clock.
 */
function processorTime({ child }) {
  const file = `/proc/${child.pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8').split(') ').at(-1).split(' ')
  // In hundredths of a second: in the program and, for it, in the kernel.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/**
 * Sends `count` requests over `CONNECTIONS` connections, one at a time on each. A client of its own because the usual
 * ones need more of the processor than what is measured; it reads no more than the status and the length.
 */
function ask(url, requests, count) {
  const texts = requests.map(({ path, method = 'GET', headers = {}, body = '' }) => {
    const lines = Object.entries({
      host: 'bench',
      ...headers,
      ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }),
    })
    return Buffer.from(
      `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`,
    )
  })
  const latencies = new Float64Array(count)
  const statuses = new Map()
  let sent = 0
  let answered = 0
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const sockets = Array.from({ length: CONNECTIONS }, () => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      let from = 0
      let left = -1
      const next = () => {
        if (sent === count) return
        from = performance.now()
        left = -1
        socket.write(texts[sent++ % texts.length])
      }
      socket.setNoDelay(true)
      socket.on('connect', next)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        if (left < 0) {
          const end = chunk.indexOf('\r\n\r\n')
          const head = chunk.latin1Slice(0, end)
          const status = Number(head.slice(9, 12))
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          left = Number(/content-length: (\d+)/iu.exec(head)?.[1] ?? 0) - (chunk.length - end - 4)
        } else left -= chunk.length
        if (left > 0) return
        latencies[answered++] = performance.now() - from
        if (answered === count) {
          const seconds = (performance.now() - started) / 1_000
          for (const one of sockets) one.destroy()
          resolve({ seconds, latencies, statuses })
        } else next()
      })
      return socket
    })
  })
}

const servers = {}
try {
  for (const [name, code] of Object.entries(BARE))
    servers[name] = await start(['--input-type=module', '-e', code], /PORT (\d+)/u)
  servers.klarsprak = await start(
    [join(root, 'packages/linter/bin/klarsprak.js'), 'serve'],
    /svarar på http:\/\/[\d.]+:(\d+)/u,
  )

  const ours = servers.klarsprak.url
  const etag = (await fetch(`${ours}/v1/concepts/c-0001`, { headers: { 'accept-encoding': 'identity' } })).headers.get(
    'etag',
  )
  const { concepts } = await (await fetch(`${ours}/v1/concepts?limit=100&page=2`)).json()
  const words = concepts.flatMap(({ terms }) => terms.map(({ label }) => encodeURIComponent(label)))
  const lookups = words.map((word) => ({ path: `/v1/lookups?word=${word}` }))
  /** Other words in each round, so that no answer is at hand. */
  const fresh = (path) => (round) =>
    Array.from({ length: 2_000 }, (_, n) => ({
      path: `${path}${words[n % words.length]}${'abcdefghij'[n % 10]}${round}${n}`,
    }))
  const check = JSON.stringify({
    text: 'Logga in på hälsoportalen för att boka tid. Du får en avisering när remissen har kommit. '.repeat(22),
    format: 'markdown',
  })
  const scenarios = [
    { name: 'bare node:http, lookup', server: 'node:http', requests: [{ path: '/v1/lookups?word=ord77' }] },
    { name: 'bare express, lookup', server: 'express', requests: [{ path: '/v1/lookups?word=ord77' }] },
    { name: 'lookup, words that were asked for before', server: 'klarsprak', requests: lookups },
    { name: 'lookup, words never asked for', server: 'klarsprak', requests: fresh('/v1/lookups?word='), amount: 2_000 },
    { name: 'concept, 200 (11 kB)', server: 'klarsprak', requests: [{ path: '/v1/concepts/c-0001' }] },
    {
      name: 'concept, 200, Brotli',
      server: 'klarsprak',
      requests: [{ path: '/v1/concepts/c-0001', headers: { 'accept-encoding': 'br' } }],
    },
    {
      name: 'concept, 304',
      server: 'klarsprak',
      status: 304,
      requests: [{ path: '/v1/concepts/c-0001', headers: { 'if-none-match': etag } }],
    },
    {
      name: 'suggestion, asked for before',
      server: 'klarsprak',
      requests: [{ path: '/v1/suggestions?query=h%C3%A4lsop' }],
    },
    {
      name: 'suggestion, never asked for',
      server: 'klarsprak',
      requests: fresh('/v1/suggestions?query='),
      amount: 1_000,
    },
    {
      name: 'check of 2 kB Markdown',
      server: 'klarsprak',
      amount: 1_000,
      requests: [{ path: '/v1/checks', method: 'POST', headers: { 'content-type': 'application/json' }, body: check }],
    },
  ]

  const results = new Map(scenarios.map(({ name }) => [name, []]))
  // In turn, so that whatever else the machine does falls on all alike. The first round warms up.
  for (let round = 0; round <= ROUNDS; round++)
    for (const { name, server, requests, status = 200, amount = AMOUNT } of scenarios) {
      const count = Math.min(amount, AMOUNT)
      const before = processorTime(servers[server])
      const { seconds, latencies, statuses } = await ask(
        servers[server].url,
        typeof requests === 'function' ? requests(round) : requests,
        count,
      )
      if (statuses.get(status) !== count) throw new Error(`${name}: ${JSON.stringify([...statuses])}`)
      latencies.sort((a, b) => a - b)
      const at = (part) => latencies[Math.floor(part * (count - 1))]
      const used = (processorTime(servers[server]) - before) / count
      if (round > 0) results.get(name).push({ rate: count / seconds, p50: at(0.5), p99: at(0.99), used })
    }

  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  const of = (name, key) => middle(results.get(name).map((result) => result[key]))
  const node = of('bare node:http, lookup', 'rate')
  const express = of('bare express, lookup', 'rate')
  const expressUsed = of('bare express, lookup', 'used')
  console.log(
    `\n| ${CONNECTIONS} connections, ${ROUNDS} rounds | req/s | p50 ms | p99 ms | x express | x node:http | processor time, µs each | express by ours |`,
  )
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: |')
  for (const { name } of scenarios) {
    const rate = of(name, 'rate')
    const used = of(name, 'used')
    console.log(
      `| ${name} | ${Math.round(rate)} | ${of(name, 'p50').toFixed(1)} | ${of(name, 'p99').toFixed(1)} | ${(rate / express).toFixed(2)} | ${(rate / node).toFixed(2)} | ${(used * 1_000).toFixed(0)} | ${(expressUsed / used).toFixed(2)} |`,
    )
  }
} finally {
  const ended = Object.values(servers).map(({ child }) => new Promise((resolve) => child.once('exit', resolve)))
  for (const { child } of Object.values(servers)) child.kill('SIGTERM')
  await Promise.all(ended)
  rmSync(data, { recursive: true, force: true })
}
