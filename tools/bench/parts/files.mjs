// Whole processes over folders of Markdown, the rules as they are from the start.
import { join } from 'node:path'
import { loadWords } from '../../../packages/linter/dist/config/load-words.js'
import { createLinter } from '../../../packages/linter/dist/index.js'
import { root } from '../../../scripts/lib.mjs'
import { corpus, writeCorpus } from '../corpus.mjs'
import { inFolder, inTurn, round, table } from '../measure.mjs'
import { isBroken, peersFor } from '../peers.mjs'

const klarsprak = [process.execPath, join(root, 'packages/linter/bin/klarsprak.js')]
const SIZES = [
  { files: 200, bytes: 1_000_000 },
  { files: 2_000, bytes: 10_000_000 },
]
const DENSITIES = ['normal', 'dense']
/** What a thousand words have: a corpus outside is another corpus than it says. */
const BETWEEN = { normal: [5, 13], dense: [20, 50] }

export const files = {
  name: 'files',
  title: 'Folders of Markdown, whole processes',
  async run({ quick, peers, workers }) {
    const linter = createLinter(await loadWords())
    const rows = []
    const reached = {}
    for (const density of DENSITIES)
      for (const { files, bytes } of quick ? SIZES.slice(0, 1) : SIZES)
        await inFolder(async (work) => {
          const pages = corpus({ bytes, files, density })
          const folder = join(work, 'pages')
          writeCorpus(folder, pages.files)
          // The answer is what the linter says page by page in this process, with no cache, no worker and no bundle.
          const findings = pages.files.reduce((sum, page) => sum + linter.lint(page).length, 0)
          const perThousand = (findings * 1_000) / pages.words
          const [least, most] = BETWEEN[density]
          if (perThousand < least || perThousand > most)
            throw new Error(`${density}: ${perThousand} findings in 1,000 words`)
          const check = ({ out }) => {
            const said = out.trimEnd().split('\n').at(-1)
            const counted = [...said.matchAll(/(\d+) (?:fel|varning(?:ar)?|råd)/gu)].reduce(
              (sum, [, n]) => sum + Number(n),
              0,
            )
            if (counted !== findings)
              throw new Error(`${density}, ${files} files: ${counted} findings, not ${findings}: ${said}`)
          }
          const cache = join(work, 'cache')
          const lint = (name, ...argv) => ({
            name,
            argv: [...klarsprak, 'lint', folder, '--no-config', ...argv],
            check,
            cwd: work,
          })
          const isLarge = files === 2_000
          const all = peers && density === 'normal' ? peersFor(work, folder) : []
          // What takes minutes at 10 MB is shown at 1 MB; the first of them is the yardstick.
          const others = (isLarge ? all.filter(({ name }) => name === 'Vale') : all.slice(1)).map((peer) => ({
            ...peer,
            check: (result) => {
              if (isBroken(result)) throw new Error(`${peer.name}: ${result.error.slice(0, 500)}`)
            },
          }))
          const yardstick = all.slice(0, 1).map((peer) => ({
            ...peer,
            check: ({ out }) => {
              if (!(Number(out) > files / 2)) throw new Error(`${peer.name} found ${out}`)
            },
          }))
          const own = [
            lint('klarsprak lint'),
            lint('klarsprak lint, warm cache', '--cache', '--cache-location', cache),
            ...workers.map((count) => lint(`klarsprak lint, ${count} workers`, '--workers', String(count))),
          ]
          const results = await inTurn([...own, ...yardstick], quick ? 1 : 3)
          // The slow ones are seen well enough in one round.
          if (others.length > 0)
            for (const [name, result] of await inTurn([own[0], ...others], 1))
              if (!results.has(name)) results.set(name, result)
          for (const [name, { cpu, wall, rss, cpuRatio, wallRatio }] of results)
            rows.push([
              `${density}, ${files} files, ${round(pages.bytes / 1e6)} MB`,
              name,
              round(pages.bytes / 1e6 / cpu),
              round(pages.bytes / 1e6 / wall),
              `${round(cpuRatio)}×`,
              `${round(wallRatio)}×`,
              round(rss),
              name.startsWith('klarsprak') ? String(findings) : '',
            ])
          const cold = results.get('klarsprak lint')
          const warm = results.get('klarsprak lint, warm cache')
          if (density === 'normal' && (isLarge || quick)) {
            const bestWall = Math.min(
              ...[...results]
                .filter(([name]) => name.startsWith('klarsprak') && !name.includes('cache'))
                .map(([, { wall }]) => wall),
            )
            const retext = results.get(yardstick[0]?.name)
            const vale = results.get('Vale')
            reached.lint = [
              `${round(pages.bytes / 1e6 / bestWall)} MB/s wall, ${round(pages.bytes / 1e6 / cold.cpu)} MB a CPU second`,
              ...(retext === undefined
                ? []
                : [`${round(retext.wall / bestWall)}× remark + retext-latin (${round(retext.cpuRatio)}× CPU)`]),
              ...(vale === undefined ? [] : [`${round(vale.wall / bestWall)}× Vale`]),
            ].join('; ')
            reached.warm = `${round(pages.bytes / 1e6 / warm.wall)} MB/s wall, ${round(pages.bytes / 1e6 / warm.cpu)} MB a CPU second`
            reached.memory = `${round(cold.rss)} MB`
          }
          if (density === 'dense' && isLarge) reached.dense = `${round(pages.bytes / 1e6 / cold.wall)} MB/s wall`
        })
    return {
      text: `${table(['', '', 'MB a CPU s', 'MB/s wall', 'CPU, × ours', 'wall, × ours', 'memory MB', 'findings'], rows)}

The number of findings is that of the linter in one process, page by page. The peers look for about 300 words of the bank (alex,
write-good and simplify for English ones), so their work is less than ours.`,
      reached,
    }
  },
}
