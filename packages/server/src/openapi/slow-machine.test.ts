import { afterEach, expect, test, vi } from 'vitest'
import { openApiJson } from '../openapi.js'

afterEach(() => void vi.restoreAllMocks())

test('the description can be made however slow the machine is: its examples have no limit in time', async () => {
  const expected = await openApiJson()
  let seconds = 0
  vi.spyOn(performance, 'now').mockImplementation(() => 10_000 * seconds++)
  expect(await openApiJson()).toBe(expected)
})
