// Search among 1,000, 130,000 and 1,000,000 labels, with fuse.js alone beside it. Asserts its answers.
import { performance } from 'node:perf_hooks'
import Fuse from 'fuse.js'
import {
  buildLabelIndex,
  labelAt,
  loadLabelIndex,
  saveLabelIndex,
  searchLabels,
} from '../../packages/termbank/dist/search.js'

const PARTS =
  'vård hälso sjuk omsorg patient läkar journal remiss recept intyg besök tid bok avgift frikort resa tolk stöd hem boende äldre barn ungdom skol familje rehab arbets inkomst ansök anmäl beslut underlag avtal samtyck spärr logg portal tjänst ingång plattform system register katalog nummer adress konto kort brev svar fråga guide råd kontakt möte plan mål insats åtgärd kontroll prov test mät vaccin medicin dos behandling operation mottagning klinik avdelning central enhet region kommun nämnd styrelse'.split(
    ' ',
  )
const ENDINGS = ['', 'er', 'ning', 'het', 'are', 'skap', 'else', 'an']

/** The same labels every time: compounds of two or three parts, every fourth a phrase. */
function labels(count) {
  let seed = 42
  const random = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((seed / 0x7fffffff) * below)
  }
  const part = () => PARTS[random(PARTS.length)]
  const word = () => part() + part() + (random(2) ? part() : '') + ENDINGS[random(ENDINGS.length)]
  const set = new Set()
  while (set.size < count) {
    const one = random(4) === 0 ? `${word()} ${word()}` : word()
    set.add(set.size > count * 0.9 ? `${one}${random(1_000)}` : one)
  }
  return [...set]
}

/** Queries with one right answer: the label itself, its beginning, one letter wrong, two letters wrong. */
function queries(list) {
  const target = (nth) => Math.floor((list.length / 61) * nth)
  const swap = (text, at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
  const drop = (text, at) => text.slice(0, at) + text.slice(at + 1)
  return Array.from({ length: 60 }, (_, nth) => {
    const label = target(nth + 1)
    const text = list[label]
    const kind = ['exact', 'prefix', 'one letter', 'two letters'][nth % 4]
    const query =
      kind === 'exact'
        ? text
        : kind === 'prefix'
          ? text.slice(0, Math.max(4, text.length - 2))
          : kind === 'one letter'
            ? drop(text, 4)
            : drop(swap(text, 3), 7)
    return { kind, query, label, text }
  })
}

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

const rows = []
for (const count of [1_000, 130_000, 1_000_000]) {
  const list = labels(count)
  let start = performance.now()
  const bytes = saveLabelIndex(buildLabelIndex(list))
  const build = performance.now() - start
  start = performance.now()
  const index = loadLabelIndex(bytes)
  const load = performance.now() - start
  const asked = queries(list)
  const measure = (search, rounds) => {
    const times = []
    const right = { exact: 0, prefix: 0, 'one letter': 0, 'two letters': 0 }
    for (let round = 0; round < rounds; round++)
      for (const { kind, query, label, text } of asked) {
        const from = performance.now()
        const found = search(query)
        times.push(performance.now() - from)
        if (round === 0 && found.some((hit) => hit === label || labelAt(index, hit) === text)) right[kind]++
      }
    return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), right }
  }
  const ours = measure((query) => searchLabels(index, query, 10).map(({ label }) => label), 10)
  // A list of a million takes fuse.js several seconds a query: a few are enough to show it.
  const fuse = new Fuse(list, { threshold: 0.4, ignoreLocation: true })
  const few =
    count > 200_000
      ? asked.filter((_, nth) => nth % 12 === 2)
      : count > 2_000
        ? asked.filter((_, nth) => nth % 4 === nth % 3)
        : asked
  const fuseTimes = few.map(({ query }) => {
    const from = performance.now()
    fuse.search(query, { limit: 10 })
    return performance.now() - from
  })
  for (const kind of ['exact', 'one letter', 'two letters'])
    if (ours.right[kind] < 15) throw new Error(`${count} labels: only ${ours.right[kind]} of 15 found (${kind})`)
  rows.push(
    `| ${count.toLocaleString('en')} | ${ms(ours.p50)} / ${ms(ours.p95)} | ${ms(quantile(fuseTimes, 0.5))} / ${ms(quantile(fuseTimes, 0.95))} | ${Object.values(ours.right).join(', ')} | ${ms(build)} | ${ms(load)} | ${(bytes.length / 1e6).toFixed(1)} |`,
  )
}
console.log(`| Labels | ours, p50 / p95 ms | fuse.js alone, p50 / p95 ms | found of 15: exact, prefix, 1, 2 letters wrong | build ms | load ms | MB |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`)
