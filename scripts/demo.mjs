// Lints the sample page in examples/ and says what to try next.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './lib.mjs'

console.log('\n$ npx klarsprak lint examples/boka-tid.md\n')
const { status } = spawnSync(process.execPath, ['packages/linter/bin/klarsprak.js', 'lint', 'examples/boka-tid.md'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 1) {
  console.error(`The sample page should have findings (exit code 1), but the command ended with ${status}.`)
  process.exit(1)
}
console.log(`Sidan har fynd, så kommandot slutar med kod 1: ett bygge skulle stanna här. Prova sedan:

  npx klarsprak lint --fix-dry-run examples/boka-tid.md   visa vad --fix skulle ändra
  npx klarsprak trace hälsoportalernas                    så förstår vi ett ord
  npx klarsprak term remissens                            slå upp ett ord i termbanken
  npx klarsprak explain avoid-term                        varför regeln finns

Mer i ${join('docs', 'guide')} och i README.md.`)
