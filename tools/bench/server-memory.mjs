// The service over a bank of 130,000 labels (the size of Rikstermbanken): memory, and searches that nobody has made before.
// Asserts its answers.
//
//   npm run bench:server [-- labels, 130000 unless said]
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const COUNT = Number(process.argv[2] ?? 130_000)
const [, , , folder, step] = process.argv
const PARTS =
  'vård hälso sjuk omsorg patient läkar journal remiss recept intyg besök tid bok avgift frikort resa tolk stöd hem boende äldre barn ungdom skol familje rehab arbets inkomst ansök anmäl beslut underlag avtal samtyck spärr logg portal tjänst ingång plattform system register katalog nummer adress konto kort brev svar fråga guide råd kontakt möte plan mål insats åtgärd kontroll prov test mät vaccin medicin dos'.split(
    ' ',
  )

/** The same labels every time: compounds of two to four parts. */
function* labels(count) {
  let seed = 42
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((seed / 0x7fffffff) * below)
  }
  const part = () => PARTS[random(PARTS.length)]
  const known = new Set()
  while (known.size < count) {
    const label = part() + part() + (random(2) ? part() : '') + (known.size > count / 4 ? part() : '')
    if (known.has(label)) continue
    known.add(label)
    yield label
  }
}

const termbank = () => import('../../packages/termbank/dist/index.js')
const megabytes = (bytes) => Math.round(bytes / 1_000_000)

if (step === 'build') {
  const { createBank, loadNationalIndex, releaseFiles, SEARCH_FILE, writeRelease } = await termbank()
  const concepts = [...labels(COUNT)].map((label, n) => ({
    id: `c-${100_000 + n}`,
    subject: `s-${n % 40}`,
    terms: [{ label, lang: 'sv', status: 'preferred', pos: 'noun', gender: 'common', plural: false }],
    definition: { public: { sv: `Det som kallas ${label}.` } },
  }))
  const { bank } = createBank({ layers: [{ name: 'national', release: '2099.1', concepts }] })
  writeRelease(releaseFiles(bank, '2099.1'), folder)
  const { compileSearch, saveSearch } = await import('../../packages/termbank/dist/search.js')
  const index = loadNationalIndex({ folder: `${folder}/` })
  writeFileSync(join(folder, SEARCH_FILE), saveSearch(compileSearch(index), index))
} else if (step === 'serve') {
  const { keepHeapSmallInService } = await import('../../packages/linter/dist/cli/small-heap.js')
  keepHeapSmallInService()
  const { loadNationalIndex, loadNationalSearch } = await termbank()
  // As it is installed: bundled.
  const { readSettings, serve } = await import('../../packages/server/dist/bundle/index.js')
  const index = loadNationalIndex({ folder: `${folder}/`, isPartly: true })
  const bank = { index, prepareSearch: () => loadNationalSearch(index, { folder: `${folder}/` }) }
  await serve({ ...readSettings({ PORT: '0', LOG_LEVEL: 'warn', READS_PER_MINUTE: '100000000' }), bank }, ({ url }) =>
    console.log(url),
  )
} else {
  const made = mkdtempSync(join(tmpdir(), 'klarsprak-large-'))
  const run = [import.meta.filename, String(COUNT), made]
  try {
    if (spawnSync(process.execPath, ['--max-old-space-size=4096', ...run, 'build'], { stdio: 'inherit' }).status !== 0)
      throw new Error('The bank could not be built.')
    const started = performance.now()
    const server = spawn(process.execPath, [...run, 'serve'], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const [said] = await once(server.stdout, 'data')
      await measure(String(said).trim(), performance.now() - started)
    } finally {
      server.kill('SIGKILL')
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

/** Asks the service from outside, as others do. */
async function measure(url, ready) {
  const get = async (path) => (await fetch(url + path)).json()
  const figures = async () => {
    const text = await (await fetch(`${url}/metrics`)).text()
    const of = (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(text)[1])
    return { memory: of('process_resident_memory_bytes'), seconds: of('process_cpu_seconds_total') }
  }
  const all = [...labels(COUNT)]
  /** Milliseconds of processor time for each of `count` calls. */
  const each = async (count, call) => {
    const before = await figures()
    for (let n = 0; n < count; n++) await call(n)
    return (((await figures()).seconds - before.seconds) * 1_000) / count
  }
  const atStart = await figures()
  const searches = await each(1_000, (n) => {
    const label = all[(n * 127) % all.length]
    const typed = n % 3 === 0 ? label.slice(0, -2) : n % 3 === 1 ? label.slice(0, 4) + label.slice(5) : `${label}x${n}`
    return get(`/v1/suggestions?query=${encodeURIComponent(typed)}&limit=25`)
  })
  const lookups = await each(1_000, async (n) => {
    const label = all[(n * 211) % all.length]
    const { senses } = await get(`/v1/lookups?word=${encodeURIComponent(label)}`)
    if (senses[0]?.label !== label) throw new Error(`${label} is not found.`)
  })
  const { memory } = await figures()
  console.log(
    `${COUNT} labels: ready in ${ready.toFixed(0)} ms; processor time ${searches.toFixed(2)} ms for a suggestion that nobody has asked for before, ${lookups.toFixed(2)} ms for such a lookup; memory ${megabytes(atStart.memory)} MB when ready, ${megabytes(memory)} MB after 2,000 calls.`,
  )
}
