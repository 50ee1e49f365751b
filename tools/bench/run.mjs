// Every benchmark in one command, each with its answer checked, and other tools beside ours in the same run.
//
//   npm run bench                        everything; writes docs/benchmarks.md
//   npm run bench -- --quick             small sizes and few rounds, on the screen only
//   npm run bench -- --only start        one part (several times for more), on the screen only
//   npm run bench -- --no-peers          without the other tools
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/lib.mjs'
import { machine, runOnce, table } from './measure.mjs'
import { bank } from './parts/bank.mjs'
import { files } from './parts/files.mjs'
import { readers } from './parts/readers.mjs'
import { scripts } from './parts/scripts.mjs'
import { start } from './parts/start.mjs'
import { preparePeers } from './peers.mjs'
import { TARGETS } from './targets.mjs'

const PARTS = [start, files, bank, readers, ...scripts]
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const unknown = values.only.filter((name) => !PARTS.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(
    `bench: there is no part called ${unknown.join(', ')}. There are: ${PARTS.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
const chosen = PARTS.filter(({ name }) => values.only.length === 0 || values.only.includes(name))
const needsPeers = chosen.some((part) => part === start || part === files)
const peers = values.peers && needsPeers && preparePeers()
const klarsprak = join(root, 'packages/linter/bin/klarsprak.js')
const { out: help } = await runOnce([process.execPath, klarsprak, 'lint', '--help'])
const workers = help.includes('--workers') ? [1, 2] : []

const begun = performance.now()
const before = machine()
const reached = {}
const sections = []
for (const { name, title, run } of chosen) {
  const from = performance.now()
  const { load } = machine()
  console.error(`bench: ${name} …`)
  const { text, reached: part } = await run({ quick: values.quick, peers, workers })
  Object.assign(reached, part)
  const seconds = Math.round((performance.now() - from) / 1000)
  sections.push(`## ${title}\n\n${text}\n\n\`${name}\`, ${seconds} s, load ${load.join(', ')} when it began.`)
}

const rows = TARGETS.filter(({ key }) => reached[key] !== undefined).map(
  ({ what, elsewhere, least, aim, key, distance }) => [what, elsewhere, least, aim, `**${reached[key]}**`, distance],
)
const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
const page = `# Benchmarks

<!-- Written by \`npm run bench\`. Do not edit: what is said of the distance stands in tools/bench/targets.mjs. -->

${before.date}, Node ${before.node}, ${before.processor}. Load ${before.load.join(', ')} when it began; ${minutes} minutes.

Ratios are of processes run in turn, the median of the rounds; they say something on a machine that does other work too,
where times and MB/s do not. Every run's answer is checked. The pages are made from the project's own sentences
(tools/bench/corpus.mjs): *normal* has about nine findings in 1,000 words, *dense* about thirty.

${table(['What', 'Elsewhere', 'At least', 'Aim for', 'Reached in this run', 'What is left'], rows)}

${sections.join('\n\n')}

How good the answers are: [language](benchmarks/language.md), [precision](benchmarks/precision.md).
`
if (values.only.length === 0 && !values.quick) {
  writeFileSync(join(root, 'docs/benchmarks.md'), page)
  console.error(`bench: docs/benchmarks.md is written, after ${minutes} minutes.`)
} else console.log(page)
