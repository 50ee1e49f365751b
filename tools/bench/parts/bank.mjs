// The same pages with banks of very different size, whole processes; a bank is compiled once and kept by the command.
import { join } from 'node:path'
import { root } from '../../../scripts/lib.mjs'
import { corpus, writeCorpus } from '../corpus.mjs'
import { inFolder, inTurn, round, runOnce, table } from '../measure.mjs'
import { writeBank } from './terms.mjs'

const klarsprak = [process.execPath, join(root, 'packages/linter/bin/klarsprak.js')]
const SIZES = [300, 3_000, 30_000, 120_000]

export const bank = {
  name: 'bank',
  title: 'Banks of 300 to 120,000 terms over 1 MB',
  run: ({ quick }) =>
    inFolder(async (work) => {
      const folder = join(work, 'pages')
      writeCorpus(folder, corpus({ bytes: 1_000_000 }).files)
      const env = { ...process.env, KLARSPRAK_CACHE: join(work, 'cache') }
      const commands = []
      const compiled = []
      for (const size of quick ? SIZES.slice(0, 3) : SIZES) {
        const path = join(work, `bank-${size}`)
        writeBank(path, size)
        const argv = [...klarsprak, 'lint', folder, '--no-config', '--bank', path]
        compiled.push(await runOnce(argv, { env }))
        commands.push({ name: `${size.toLocaleString('en')} terms`, argv, env })
      }
      const last = ({ out }) => out.trimEnd().split('\n').at(-1)
      for (const result of compiled)
        if (last(result) !== last(compiled[0]))
          throw new Error(`Other findings with a larger bank: ${last(result)}, ${last(compiled[0])}`)
      const check = (result) => {
        if (last(result) !== last(compiled[0])) throw new Error(`Other findings: ${last(result)}`)
      }
      const results = await inTurn(
        commands.map((one) => ({ ...one, check })),
        quick ? 3 : 7,
      )
      const largest = [...results.values()].at(-1)
      return {
        text: table(
          [
            '',
            'CPU, × 300 terms',
            'wall, × 300 terms',
            'CPU s',
            'wall s',
            'memory MB',
            'first time, with compiling, s',
          ],
          [...results].map(([name, { cpuRatio, wallRatio, cpu, wall, rss }], at) => [
            name,
            `${round(cpuRatio)}×`,
            `${round(wallRatio)}×`,
            round(cpu),
            round(wall),
            round(rss),
            round(compiled[at].wall),
          ]),
        ),
        reached: { bank: `${round(largest.cpuRatio)}× CPU, ${round(largest.wallRatio)}× wall` },
      }
    }),
}
