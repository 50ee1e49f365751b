// How good the Swedish engine is, measured on test data that lies beside the checkout and is never
// part of it: `KLARSPRAK_SHARED`, else `../shared`. Each part leaves itself out when its data is absent.
// `--failures FILE` writes what went wrong as JSON, for work on the rules.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib.mjs'

const gold = join(process.env.KLARSPRAK_SHARED ?? join(root, '..', 'shared'), 'gold')
if (!existsSync(gold)) {
  console.log(
    `bench:language: nothing to measure, there is no test data in ${gold}. Set KLARSPRAK_SHARED to the folder that holds gold/.`,
  )
  process.exit(0)
}

const failures = []
const { measureInflection } = await import('./language/inflection.mjs')
console.log(measureInflection(gold, failures).join('\n'))
const { measureCompounds } = await import('./language/compounds.mjs')
console.log(measureCompounds(gold, failures).join('\n'))

const failuresAt = process.argv.indexOf('--failures')
if (failuresAt > 0) writeFileSync(process.argv[failuresAt + 1], JSON.stringify(failures))
