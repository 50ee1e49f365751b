import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../findings/finding.js'
import type { Linted } from '../lint.js'
import { createPacker, createUnpacker } from './packed-findings.js'

const text = fc.string({ unit: fc.constantFrom(...'aö”"\\\t\n👩 '), maxLength: 4 })
const span = fc.record({ start: fc.nat(9), end: fc.nat(9) })
const finding = fc.record(
  {
    ruleId: fc.constantFrom('jargon', 'avoid-term'),
    conceptId: fc.constantFrom('c-0001', 'c-0002'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: text,
    note: text,
    sources: fc.array(fc.record({ name: text }), { maxLength: 1 }),
    span,
    text,
    kind: fc.constant('heading'),
    keyPath: text,
    suggestions: fc.array(fc.record({ span, text, safe: fc.boolean() }), { maxLength: 2 }),
    url: text,
    fingerprint: text,
    noted: fc.record({ label: text, pos: text, isPreferred: fc.boolean(), count: fc.nat(3) }),
  },
  { requiredKeys: ['ruleId', 'severity', 'message', 'sources', 'span', 'text', 'suggestions', 'url', 'fingerprint'] },
) as fc.Arbitrary<Finding>
const linted: fc.Arbitrary<Linted> = fc.record(
  {
    findings: fc.array(finding, { maxLength: 3 }),
    suppressed: fc.array(fc.record({ finding, reason: text }, { requiredKeys: ['finding'] }), { maxLength: 2 }),
    noted: fc.array(finding, { maxLength: 2 }),
    fault: fc.record({ offset: fc.nat(9), format: text }),
  },
  { requiredKeys: ['findings', 'suppressed', 'noted'] },
)

test('what is unpacked is what was packed, and stands on one line', () => {
  fc.assert(
    fc.property(fc.array(linted, { maxLength: 4 }), (all) => {
      const packer = createPacker()
      const packed = all.map((one) => packer.pack(one))
      const shared = [...packer.shared()]
      for (const line of [...packed, ...shared]) expect(line).not.toMatch(/[\t\n]/u)
      const unpack = createUnpacker(() => shared)
      expect(packed.map(unpack)).toEqual(all)
    }),
  )
})

test('nothing found takes no room', () => {
  expect(createPacker().pack({ findings: [], suppressed: [], noted: [] })).toBe('')
})
