import { expect, test } from 'vitest'
import { createRateLimiter } from './rate-limit.js'

const limits = { reads: 2, checks: 1, edits: 1, proposals: 1 }

test('an address has so many calls of each kind, and again when its minute has ended', () => {
  let now = 5_000
  const limiter = createRateLimiter(limits, () => now)
  const ask = (address: string, kind: keyof typeof limits = 'reads') => limiter.count(kind, address)
  expect(ask('192.0.2.1')).toEqual({
    isAllowed: true,
    wait: 60,
    headers: ['ratelimit-policy', '"reads";q=2;w=60', 'ratelimit', '"reads";r=1;t=60'],
  })
  now += 30_000
  expect(ask('192.0.2.1').isAllowed).toBe(true)
  expect(ask('192.0.2.1')).toMatchObject({ isAllowed: false, wait: 30 })
  expect(ask('192.0.2.1', 'checks').isAllowed).toBe(true)
  expect(ask('192.0.2.2').isAllowed).toBe(true)
  now += 29_999
  expect(ask('192.0.2.1')).toMatchObject({ isAllowed: false, wait: 1 })
  now += 1
  expect(ask('192.0.2.1')).toMatchObject({ isAllowed: true, wait: 60 })
  // The other began later, and is not let off with the first.
  expect([ask('192.0.2.2').isAllowed, ask('192.0.2.2').isAllowed]).toEqual([true, false])
})
test('those who ask by IPv6 are counted by network', () => {
  const limiter = createRateLimiter(limits, () => 0)
  for (const end of ['1', '2']) limiter.count('reads', `2001:db8:1:1::${end}`)
  expect(limiter.count('reads', '2001:db8:1:1::3').isAllowed).toBe(false)
  expect(limiter.count('reads', '2001:db8:2:1::3').isAllowed).toBe(true)
})
