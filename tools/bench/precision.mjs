// What the rules say about real texts, which lie beside the checkout and are never part of it: `KLARSPRAK_SHARED`,
// else `../shared`. How many findings there are can be counted here; whether they are right takes a person, for
// whom `--sample` writes some of each rule, drawn at random but the same every time.
//
//   node tools/bench/precision.mjs                                 the recommended rules
//   node tools/bench/precision.mjs --preset all                    every rule
//   node tools/bench/precision.mjs --rule jargon --rule slash      these rules
//   node tools/bench/precision.mjs --sample 50 --out FILE          fifty findings of each rule, to judge by hand
//   node tools/bench/precision.mjs --sample 50 --seed 2 --out FILE fifty others
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/lib.mjs'
import { lintFolder } from './precision/lint-folder.mjs'
import { sampleOf, sampleText } from './precision/sample.mjs'
import { commonest, summary } from './precision/summary.mjs'

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'recommended' },
    rule: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
const presets = ['recommended', 'strict', 'all']
if (!presets.includes(values.preset)) fail(`--preset is one of ${presets.join(', ')}`)
if ((values.sample === undefined) !== (values.out === undefined)) fail('--sample N and --out FILE go together')
for (const name of ['sample', 'seed'])
  if (!/^[1-9]\d{0,5}$/u.test(values[name] ?? '1')) fail(`--${name} is a whole number from 1`)

const shared = process.env.KLARSPRAK_SHARED ?? join(root, '..', 'shared')
const folders = ['corpus', 'sources'].filter((name) => existsSync(join(shared, name)))
if (folders.length === 0) {
  console.log(
    `bench:precision: nothing to measure, there are no texts in ${shared}. Set KLARSPRAK_SHARED to the folder that holds corpus/ and sources/.`,
  )
  process.exit(0)
}

const { presetRules, RULES, withDefaults } = await import('../../packages/linter/dist/index.js')
const unknown = values.rule.filter((id) => !RULES.some((rule) => rule.id === id))
if (unknown.length > 0) fail(`no rule is called ${unknown.join(', ')}`)
const rules =
  values.rule.length > 0
    ? RULES.filter(({ id }) => values.rule.includes(id)).map((rule) => withDefaults(rule))
    : presetRules(values.preset)
const what = values.rule.length > 0 ? values.rule.join(', ') : values.preset

const texts = []
for (const name of folders) texts.push({ name, ...(await lintFolder(join(shared, name), rules)) })
console.log(summary(what, rules, texts).join('\n'))
for (const { name, findings } of texts) console.log(commonest(name, findings).join('\n'))

if (values.out !== undefined) {
  const all = texts.flatMap(({ name, findings }) => findings.map((one) => ({ ...one, path: `${name}/${one.path}` })))
  const sample = sampleOf(all, Number(values.sample), Number(values.seed))
  writeFileSync(values.out, sampleText(sample))
  console.log(`\n${sample.reduce((sum, { drawn }) => sum + drawn.length, 0)} findings to judge are in ${values.out}`)
}

function fail(message) {
  console.error(`bench:precision: ${message}.`)
  process.exit(2)
}
