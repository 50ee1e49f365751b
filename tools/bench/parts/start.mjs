// A new process for one page of 2 kB, in turn with `node -e 0`.
import { join } from 'node:path'
import { root } from '../../../scripts/lib.mjs'
import { corpus, writeCorpus } from '../corpus.mjs'
import { inFolder, inTurn, round, table } from '../measure.mjs'
import { isBroken, peersFor } from '../peers.mjs'
import { writeBank } from './terms.mjs'

const klarsprak = [process.execPath, join(root, 'packages/linter/bin/klarsprak.js')]

export const start = {
  name: 'start',
  title: 'Cold start: a process for one page of 2 kB',
  run: ({ quick, peers }) =>
    inFolder(async (work) => {
      const { files } = corpus({ bytes: 2_048 })
      writeCorpus(work, files)
      const page = join(work, files[0].path)
      const env = { ...process.env, KLARSPRAK_CACHE: join(work, 'cache') }
      const large = join(work, 'bank')
      writeBank(large, quick ? 10_000 : 130_000)
      const lint = (name, ...argv) => ({
        name,
        argv: [...klarsprak, 'lint', page, '--no-config', ...argv],
        env,
        check: ({ out }) => {
          if (!/^\d+ fel, \d+ varning|^Inga/mu.test(out)) throw new Error(`${name}: ${out}`)
        },
      })
      const say = (name, ...argv) => ({ name, argv: [...klarsprak, ...argv], env })
      const commands = [
        { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
        lint('klarsprak lint'),
        lint(`the same, a bank of ${quick ? '10,000' : '130,000'} terms`, '--bank', large),
        say('klarsprak --version', '--version'),
        say('klarsprak --help', '--help'),
        say('klarsprak term', 'term', 'remissens'),
        say('klarsprak forms', 'forms', 'ingång'),
        say('klarsprak trace', 'trace', 'hälsoportalernas'),
        say('klarsprak guide', 'guide', 'Jag får inte köra bil'),
      ]
      const ours = await inTurn(commands, quick ? 5 : 21)
      const theirs = peers
        ? await inTurn(
            [
              commands[0],
              ...peersFor(work, page).map((peer) => ({
                ...peer,
                check: (result) => {
                  if (isBroken(result)) throw new Error(`${peer.name}: ${result.error}`)
                },
              })),
            ],
            quick ? 1 : 5,
          )
        : new Map()
      const row = ([name, { cpuRatio, wallRatio, cpu, wall, rss }]) => [
        name,
        `${round(cpuRatio)}×`,
        `${round(wallRatio)}×`,
        round(cpu),
        round(wall),
        round(rss),
      ]
      const [, lintOnce, withLarge] = [...ours.values()]
      return {
        text: table(
          ['', 'CPU, × Node', 'wall, × Node', 'CPU s', 'wall s', 'memory MB'],
          [...[...ours].map(row), ...[...theirs].slice(1).map(row)],
        ),
        reached: {
          start: `${round(lintOnce.cpuRatio)}× CPU, ${round(lintOnce.wallRatio)}× wall`,
          startLarge: `${round(withLarge.cpuRatio)}×`,
        },
      }
    }),
}
