import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge, NO_SETTINGS, plain, type TracedSettings, traced } from './merge.js'
import type { SettingsPart } from './schema.js'

const severity = fc.constantFrom('off' as const, 'info' as const, 'warning' as const, 'error' as const)
const part: fc.Arbitrary<SettingsPart> = fc.record(
  {
    preset: fc.constantFrom('recommended' as const, 'strict' as const),
    audience: fc.constantFrom('citizen' as const, 'staff' as const),
    onlyBank: fc.boolean(),
    bank: fc.array(fc.constantFrom('å.yaml', 'b.yaml', '😀'), { maxLength: 2 }),
    rules: fc.dictionary(
      fc.constantFrom('jargon', 'lix', 'avoid-term'),
      fc.oneof(severity, fc.tuple(severity, fc.dictionary(fc.constantFrom('quotes', 'names'), fc.boolean()))),
    ),
    suppressions: fc.record({ requireReason: fc.boolean(), unused: severity }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
let number = 0
const settings = part.map((one) => {
  const name = String(number++)
  return traced(one, () => ({ name }))
})
const shown = ({ values, lists }: TracedSettings) => [
  [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
  [...lists].sort(),
]

test('it does not matter in which order three are joined, as long as they stand in order', () => {
  fc.assert(
    fc.property(settings, settings, settings, (a, b, c) => {
      expect(shown(merge(merge(a, b), c))).toEqual(shown(merge(a, merge(b, c))))
    }),
  )
})

test('nothing changes nothing', () => {
  fc.assert(
    fc.property(settings, (a) => {
      expect(shown(merge(a, NO_SETTINGS))).toEqual(shown(a))
      expect(shown(merge(NO_SETTINGS, a))).toEqual(shown(a))
    }),
  )
})

test('a child keeps all that it does not mention', () => {
  fc.assert(
    fc.property(part, part, (below, above) => {
      const joined = plain(
        merge(
          traced(below, () => ({ name: 'a' })),
          traced(above, () => ({ name: 'b' })),
        ),
      )
      for (const key of ['preset', 'audience', 'onlyBank'] as const) expect(joined[key]).toBe(above[key] ?? below[key])
      for (const id of ['jargon', 'lix', 'avoid-term']) {
        const said = above.rules?.[id] ?? below.rules?.[id]
        expect([joined.rules?.[id]].flat()[0]).toBe([said].flat()[0])
      }
    }),
  )
})

test('what is read back is what was written', () => {
  fc.assert(
    fc.property(part, (one) => {
      const back = plain(traced(one, () => ({ name: 'a' })))
      expect(shown(traced(back, () => ({ name: 'a' }))).slice(0, 1)).toEqual(
        shown(traced(one, () => ({ name: 'a' }))).slice(0, 1),
      )
    }),
  )
})
