import { expect, test } from 'vitest'
import { testIo } from '../testing/test-io.js'
import { createProgress } from './progress.js'

const run = (world: object, isWanted = true) => {
  const io = testIo()
  let now = 0
  const progress = createProgress({ ...io, isErrorTerminal: true, ...world }, 500, isWanted, () => now)
  for (let step = 0; step < 500; step++) {
    now += 10
    progress.step()
  }
  progress.done()
  return io.errors()
}

test('a long run on a terminal shows how far it has come, and takes the line away', () => {
  const shown = run({})
  expect(shown).toContain('250 av 500 filer …')
  expect(shown.endsWith('\r\u001B[2K')).toBe(true)
  expect(shown).not.toContain('\r\u001B[2K50 av')
})
const cases = [
  { name: 'elsewhere', world: { isErrorTerminal: false } },
  { name: 'in CI', world: { env: { CI: 'true' } } },
  { name: 'on a terminal that cannot move', world: { env: { TERM: 'dumb' } } },
]
for (const { name, world } of cases) test(`nothing is shown ${name}`, () => expect(run(world)).toBe(''))
test('nothing is shown when it is not wanted', () => expect(run({}, false)).toBe(''))
