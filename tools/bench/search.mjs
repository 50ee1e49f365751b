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
import { quantile } from './measure.mjs'
import { labels } from './parts/labels.mjs'

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

const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0))

const rows = []
for (const count of process.argv.includes('--quick') ? [1_000, 130_000] : [1_000, 130_000, 1_000_000]) {
  const list = labels(count)
  const start = performance.now()
  const bytes = saveLabelIndex(buildLabelIndex(list))
  const build = performance.now() - start
  // As a process meets it: the first time, and the median of more.
  const loads = Array.from({ length: 9 }, () => {
    const from = performance.now()
    loadLabelIndex(bytes)
    return performance.now() - from
  })
  const load = quantile(loads, 0.5)
  const index = loadLabelIndex(bytes)
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
  // The first queries are slow because the code is new, not because of the index.
  measure((query) => searchLabels(index, query, 10).map(({ label }) => label), 2)
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
