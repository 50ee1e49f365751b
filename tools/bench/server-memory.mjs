// The service over a bank of 130,000 labels (the size of Rikstermbanken): memory, and searches that nobody has made before.
// Asserts its answers.
//
//   npm run bench:server [-- labels, 130000 unless said]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
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
  const { loadNationalIndex, loadNationalSearch } = await termbank()
  const { createApp, createLog, createServices, openStorage } = await import('../../packages/server/dist/index.js')
  const { createMetrics } = await import('../../packages/server/dist/http/metrics.js')
  const { memoryShelf } = await import('../../packages/server/dist/bank/memory-shelf.js')
  const { createUnmetNeeds } = await import('../../packages/server/dist/bank/unmet-needs.js')
  const { rewrite } = await import('../../packages/swedish/dist/index.js')
  const started = performance.now()
  const index = loadNationalIndex({ folder: `${folder}/` })
  const storage = await openStorage({})
  const services = createServices({
    index,
    rewrite,
    prepareSearch: () => loadNationalSearch(index, { folder: `${folder}/` }),
    storage,
    releases: memoryShelf([{ name: '2099.1', concepts: [] }]),
  })
  const app = createApp({
    services,
    storage,
    unmet: createUnmetNeeds({ storage, today: () => '2026-11-29' }),
    metrics: createMetrics({ release: '2099.1' }),
    log: createLog('warn'),
    openApi: async () => '{}',
  })
  const server = createServer(app.listener)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${server.address().port}`
  const ready = performance.now() - started
  const get = async (path) => (await fetch(url + path)).json()
  const atStart = process.memoryUsage.rss()
  services.bank.warm()
  const warmed = performance.now() - started - ready
  const all = [...labels(COUNT)]
  const times = []
  const cpu = process.cpuUsage()
  for (let n = 0; n < 1_000; n++) {
    const label = all[(n * 127) % all.length]
    const typed = n % 3 === 0 ? label.slice(0, -2) : n % 3 === 1 ? label.slice(0, 4) + label.slice(5) : `${label}x${n}`
    const from = performance.now()
    services.bank.search(typed, 25)
    times.push(performance.now() - from)
  }
  const used = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  for (let n = 0; n < 500; n++) {
    const label = all[(n * 211) % all.length]
    const { senses } = await get(`/v1/lookups?word=${encodeURIComponent(label)}`)
    if (senses[0]?.label !== label) throw new Error(`${label} is not found.`)
    await get(`/v1/suggestions?query=${encodeURIComponent(label.slice(0, 5))}`)
  }
  console.log(
    `${COUNT} labels: ready in ${ready.toFixed(0)} ms, first search after ${warmed.toFixed(0)} ms; search p50 ${times[500].toFixed(2)} ms, p95 ${times[950].toFixed(2)} ms, ${((used.user + used.system) / 1e6).toFixed(2)} ms CPU each; memory ${megabytes(atStart)} MB when ready, ${megabytes(process.memoryUsage.rss())} MB after 1,000 searches and 1,000 calls.`,
  )
  process.exit(0)
} else {
  const made = mkdtempSync(join(tmpdir(), 'klarsprak-large-'))
  try {
    for (const next of ['build', 'serve']) {
      const { status } = spawnSync(
        process.execPath,
        ['--max-old-space-size=4096', import.meta.filename, String(COUNT), made, next],
        {
          stdio: 'inherit',
        },
      )
      if (status !== 0) throw new Error(`The step ${next} failed.`)
    }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
