import { expect, test } from 'vitest'
import { keptOnceMade } from './kept-once-made.js'

test('what is made is kept, and what failed is tried again', async () => {
  let tries = 0
  const given = keptOnceMade(async () => {
    if (++tries === 1) throw new Error('too early')
    return tries
  })
  await expect(Promise.all([given(), given()])).rejects.toThrow('too early')
  expect(await Promise.all([given(), given()])).toEqual([2, 2])
  expect(await given()).toBe(2)
})
