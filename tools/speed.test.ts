import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from '@klarsprak/linter'
import { loadWords } from '@klarsprak/linter/words'
import { rewrite, tokenise } from '@klarsprak/swedish'
import { expect, test, vi } from 'vitest'

// Whether something has become many times slower. Processor time against processor time in the same moment, the best of
// some rounds, and bounds that are far from what is measured (`npm run bench`): other work on the machine makes a round
// slower and never faster, so it is no reason for these to fail.

/** The machine may do a lot else. */
vi.setConfig({ testTimeout: 180_000 })

const root = join(import.meta.dirname, '..')
const ROUNDS = 4

/** The least that `work` takes of the processor, in milliseconds. */
function least(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const from = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

/** A page of `sections` sections, each with words of its own. */
const page = (sections: number): string =>
  Array.from(
    { length: sections },
    (_, at) =>
      `## Avsnitt ${at}\n\nVia vår hälsoportal kan du boka tid nummer ${at}. Remissen skickas till mottagning${at} i vecka ${at}. ` +
      `Det kostar ${at} kronor, och **du betalar** när du kommer. Läs mer på [sidan ${at}](https://exempel.se/${at}).\n`,
  ).join('\n')

test('twice the text takes about twice the time', async () => {
  const linter = createLinter(await loadWords())
  const [half, whole] = [page(100), page(200)]
  const count = (text: string) => linter.lint({ path: 'sida.md', text }).length
  expect(count(whole)).toBeGreaterThan(count(half))
  expect(least(() => count(whole)) / least(() => count(half))).toBeLessThan(4)
})

test('a page takes no more than so many times what splitting it into words takes', async () => {
  const linter = createLinter(await loadWords())
  const text = page(100)
  const lint = () => linter.lint({ path: 'sida.md', text }).length
  const words = () => tokenise(text).count
  expect([lint() > 0, words() > 1_000]).toEqual([true, true])
  const ratio = least(lint) / least(words)
  if (process.env.SHOW_SPEED) console.log(`lint / tokenise: ${ratio}`)
  expect(ratio).toBeLessThan(MOST_TIMES_TOKENISING)
})
/** About a quarter of it is measured. */
const MOST_TIMES_TOKENISING = 45

test('the words that are loaded have a rewriter that inflects a term once', async () => {
  const loaded = await loadWords()
  const text = tokenise('Du ska inkomma med en ansökan.')
  const from = { label: 'inkomma med', grammar: { pos: 'verb' } } as const
  const to = { label: 'skicka in', grammar: { pos: 'verb' } } as const
  const features = [{ verbForm: 'infinitive', voice: 'active' }] as const
  const span = { start: text.starts[2]!, end: text.ends[3]! }
  const request = { text, first: 2, last: 3, span, part: 'whole', features, from, to } as const
  const many = (rewriter: typeof rewrite) => {
    for (let nth = 0; nth < 300; nth++) rewriter(request)
  }
  expect(loaded.rewrite(request)).toEqual(rewrite(request))
  const ratio = least(() => many(loaded.rewrite)) / least(() => many(rewrite))
  if (process.env.SHOW_SPEED) console.log(`remembering / inflecting anew: ${ratio}`)
  // About a sixth is measured.
  expect(ratio).toBeLessThan(0.5)
})

const klarsprak = join(root, 'packages/linter/bin/klarsprak.js')
test.runIf(existsSync(join(root, 'packages/linter/dist/bundle/klarsprak.cjs')))(
  'a process for one page takes no more than so many times an empty one',
  () => {
    // The process tells what it has used when it ends, which Node does not tell of a child.
    const tell =
      'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process._rawDebug(user+system)})'
    const used = (...argv: string[]) =>
      Number(spawnSync(process.execPath, ['--import', tell, ...argv], { cwd: root, encoding: 'utf8' }).stderr.trim())
    const ratios = Array.from(
      { length: ROUNDS },
      () => used(klarsprak, 'lint', 'examples/boka-tid.md') / used('-e', '0'),
    )
    const best = Math.min(...ratios)
    if (process.env.SHOW_SPEED) console.log(`start / node -e 0: ${best}`)
    expect(best).toBeGreaterThan(0)
    expect(best).toBeLessThan(5)
  },
)
