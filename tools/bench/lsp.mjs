// From a keystroke to its diagnostics, without the pause that lets somebody finish the word: the change is taken in, the
// text understood again and the answer made. Pages of 500, 5,000 and 50,000 words; asserts every answer. Then memory
// over 10,000 edits. Arguments: keystrokes a page (200), edits (10000).
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createService } from '../../packages/language-server/dist/index.js'
import { nodeProjects } from '../../packages/language-server/dist/node/node-projects.js'
import { loadWords } from '../../packages/linter/dist/config/load-words.js'
import { createLinter } from '../../packages/linter/dist/index.js'
import { loadNationalBank } from '../../packages/termbank/dist/index.js'

const KEYSTROKES = Number(process.argv[2] ?? 200)
const EDITS = Number(process.argv[3] ?? 10_000)
const uri = 'file:///sidor/sida.md'
const client = { encoding: 'utf-16', documentChanges: true, changeAnnotations: true, markdownHover: true }
const settings = { maxProblems: 1_000_000, maxFileSize: 100_000_000 }

const page = readFileSync(new URL('../../examples/boka-tid.md', import.meta.url), 'utf8')
const good = loadNationalBank().concepts.flatMap(({ definition, id }) =>
  definition ? [`${definition.public.sv} (${id})`] : [],
)

/** Plain prose in paragraphs of three sentences, each one another; after every 300 words the sample page, full of jargon. */
function text(words) {
  const parts = []
  let count = 0
  let since = 0
  for (let at = 0; count < words; at += 3) {
    const round = Math.floor(at / good.length)
    const paragraph = [0, 1, 2].map((next) => good[(at + next) % good.length]).join(' ')
    parts.push(`## Avsnitt ${at} ${round}\n\n${paragraph}`)
    const more = paragraph.split(/\s+/).length
    count += more
    since += more
    if (since < 300) continue
    since = 0
    const sample = page.replaceAll('Boka tid', `Boka tid ${at}`).replace('<!-- klarsprak-disable', '<!-- ')
    parts.push(sample)
    count += sample.split(/\s+/).length
  }
  return `${parts.join('\n\n')}\n`
}

const fresh = createLinter(await loadWords())
const percentile = (times, share) => [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)]
const newService = () => {
  const service = createService({ projects: nodeProjects(), client })
  service.configure({ ...defaults(), ...settings })
  return service
}
function defaults() {
  const severity = { error: 'error', warning: 'warning', info: 'information' }
  return { enable: true, run: 'onType', severity, bank: [], inlayHints: false, codeLens: false }
}

// The processor's time too: on a machine that does other things it says more than the clock.
console.log('  words      chars  findings   first ms   p50 ms   p95 ms   max ms  p50 CPU  p95 CPU')
for (const words of [500, 5_000, 50_000]) {
  let source = text(words)
  const service = newService()
  service.open({ uri, languageId: 'markdown', version: 1, text: source })
  const begun = performance.now()
  await service.check(uri)
  const first = performance.now() - begun
  const typed = 'Via vår hälsoportal kan du nu erlägga avgiften. '
  // Somebody writes in the middle of the page, now and then somewhere else.
  const times = []
  const cpu = []
  let place = source.indexOf('\n', source.length >> 1) + 1
  const strokes = words > 10_000 ? Math.ceil(KEYSTROKES / 4) : KEYSTROKES
  for (let nth = 0; nth < strokes; nth++) {
    if (nth % 50 === 49) place = source.indexOf('\n', (source.length / strokes) * nth) + 1
    const key = typed[nth % typed.length]
    const started = performance.now()
    const before = process.cpuUsage()
    const range = rangeOf(source, place)
    service.change(uri, nth + 2, [{ range: { start: range, end: range }, text: key }])
    const { diagnostics } = await service.check(uri)
    JSON.stringify(diagnostics)
    times.push(performance.now() - started)
    const used = process.cpuUsage(before)
    cpu.push((used.user + used.system) / 1000)
    source = source.slice(0, place) + key + source.slice(place)
    place += key.length
    if (nth % Math.ceil(strokes / 5) === 0) assertSame(diagnostics, source)
  }
  const { diagnostics } = await service.check(uri)
  assertSame(diagnostics, source)
  const row = [
    first,
    percentile(times, 0.5),
    percentile(times, 0.95),
    Math.max(...times),
    percentile(cpu, 0.5),
    percentile(cpu, 0.95),
  ]
  console.log(
    `${String(words).padStart(7)} ${String(source.length).padStart(10)} ${String(diagnostics.length).padStart(9)}   ${row.map((ms) => ms.toFixed(1).padStart(8)).join(' ')}`,
  )
}

setFlagsFromString('--expose_gc')
const gc = runInNewContext('gc')
const memory = () => {
  gc()
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10
}
let source = text(2_000)
const service = newService()
service.open({ uri, languageId: 'markdown', version: 1, text: source })
await service.check(uri)
const samples = []
// A sentence is written at the beginning of a line, here and there, and taken away again, so that the page keeps its shape.
for (let nth = 0, place = 0; nth < EDITS; nth++) {
  const sentence = `Rad ${nth - (nth % 2)} om hälsoportalen. `
  const isAdded = nth % 2 === 0
  if (isAdded) place = source.indexOf('\n', (nth * 7919) % source.length) + 1
  const after = isAdded ? place : place + sentence.length
  service.change(uri, nth + 2, [
    { range: { start: rangeOf(source, place), end: rangeOf(source, after) }, text: isAdded ? sentence : '' },
  ])
  source = source.slice(0, place) + (isAdded ? sentence : '') + source.slice(after)
  await service.check(uri)
  if (nth % (EDITS / 5) === EDITS / 5 - 1) samples.push(memory())
}
assertSame((await service.check(uri)).diagnostics, source)
console.log(`\nHeap in MB after each fifth of ${EDITS} edits: ${samples.join(', ')}`)

function rangeOf(of, offset) {
  let line = 0
  let start = 0
  for (let at = of.indexOf('\n'); at >= 0 && at < offset; at = of.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, character: offset - start }
}

function assertSame(diagnostics, of) {
  const seen = diagnostics.map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`)
  const expected = fresh.lint({ path: 'sida.md', text: of }).map(({ ruleId, span }) => {
    const { line, character } = rangeOf(of, span.start)
    return `${ruleId} ${line}:${character}`
  })
  if (JSON.stringify(seen) !== JSON.stringify(expected))
    throw new Error(`Wrong answer: ${seen.length} and ${expected.length} findings.`)
}
