import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Needs node scripts/build.mjs.
const file = join(import.meta.dirname, '../../dist/cli/small-heap.js')

test.runIf(existsSync(file))('the heap of a service has no more room for what is new, however much is made', () => {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8'
    import { keepHeapSmallInService } from ${JSON.stringify(`file://${file}`)}
    if (process.argv.includes('small')) keepHeapSmallInService()
    let held = []
    for (let round = 0; round < 40; round++) held = Array.from({ length: 200_000 }, (_, n) => ({ n }))
    console.log(getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space').space_size)
  `
  const young = (...how: string[]): number =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '--eval', program, '--', ...how], { encoding: 'utf8' }),
    )
  expect(young('small')).toBeLessThanOrEqual(8 << 20)
  expect(young()).toBeGreaterThan(8 << 20)
})
