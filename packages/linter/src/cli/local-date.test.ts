import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from './local-date.js'

test('the day is written as Swedes write it', () => {
  const days = fc.date({ min: new Date(1900, 0, 1), max: new Date(2999, 11, 31), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      expect(localDate(day)).toBe(day.toLocaleDateString('sv-SE'))
    }),
  )
})
