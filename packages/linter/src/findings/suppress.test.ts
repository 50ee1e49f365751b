import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { disableComment } from '../rules/index.js'
import { optionsSchema } from '../rules/options-schema.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'

const linter = createLinter({
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      terms: [
        { label: 'ingång', status: 'preferred' },
        { label: 'portal', status: 'deprecated' },
      ],
    },
    {
      id: 'c-0002',
      terms: [
        { label: 'sepsis', status: 'admitted', register: 'professional' },
        { label: 'blodförgiftning', status: 'preferred', register: 'everyday' },
      ],
    },
  ]),
  today: '2026-06-15',
})
const inspect = (text: string) => linter.inspect({ path: 'a.md', text })
const found = (text: string) => inspect(text).findings.map(({ ruleId, text: words }) => `${ruleId} ${words}`)

describe('comments that turn rules off', () => {
  const A = 'avoid-term portal'
  const c = (text: string) => `<!-- klarsprak-${text} -->`
  const cases = [
    { name: 'the next line', text: `${c('disable-next-line')}\nEn portal.\n\nEn portal.`, finds: [A] },
    { name: 'the next line that is not blank', text: `${c('disable-next-line')}\n\n \nEn portal.`, finds: [] },
    { name: 'the line itself', text: `En portal. ${c('disable-line')}\nEn portal.`, finds: [A] },
    { name: 'a stretch', text: `${c('disable')}\n\nEn portal.\n\n${c('enable')}\n\nEn portal.`, finds: [A] },
    { name: 'the rest of the file', text: `${c('disable')}\n\nEn portal.\n\nEn portal.`, finds: [] },
    { name: 'one rule', text: `${c('disable-next-line jargon')}\nEn portal, sepsis.`, finds: [A] },
    { name: 'several rules', text: `${c('disable-next-line jargon, avoid-term')}\nEn portal, sepsis.`, finds: [] },
    {
      name: 'several rules, with spaces',
      text: `${c('disable-line jargon avoid-term')} En portal, sepsis.`,
      finds: [],
    },
    {
      name: 'one rule turned on again',
      text: `${c('disable avoid-term, jargon')}\n\nEn portal.\n\n${c('enable avoid-term')}\n\nEn portal, sepsis.`,
      finds: [A],
    },
    { name: 'with a reason', text: `${c('disable-next-line avoid-term -- dess namn, jargon')}\nEn portal.`, finds: [] },
    { name: 'with a reason after a dash', text: `${c('disable-next-line – dess namn')}\nEn portal.`, finds: [] },
    { name: 'until a day to come', text: `${c('disable-next-line until 2026-06-16')}\nEn portal.`, finds: [] },
    { name: 'until today', text: `${c('disable-next-line avoid-term until 2026-06-15')}\nEn portal.`, finds: [] },
    {
      name: 'until a day that has been',
      text: `${c('disable-next-line avoid-term until 2026-06-14')}\nEn portal.`,
      finds: ['disable-comment <!-- klarsprak-disable-next-line avoid-term until 2026-06-14 -->', A],
    },
    {
      name: 'until a day, said in the reason',
      text: `${c('disable-line -- nytt namn, until 2026-01-01')} En portal.`,
      finds: ['disable-comment <!-- klarsprak-disable-line -- nytt namn, until 2026-01-01 -->', A],
    },
    {
      name: 'until a day that is none',
      text: `${c('disable-line until 2026-02-30')} En portal.`,
      finds: ['disable-comment <!-- klarsprak-disable-line until 2026-02-30 -->'],
    },
    { name: 'T22: a rule that does not exist', text: c('disable-line jargong'), finds: ['disable-comment jargong'] },
    {
      name: 'for nothing',
      text: `${c('disable-next-line')}\nEn dörr.`,
      finds: ['disable-comment <!-- klarsprak-disable-next-line -->'],
    },
    {
      name: 'in part for nothing',
      text: `${c('disable-next-line avoid-term, jargon')}\nEn portal.`,
      finds: ['disable-comment jargon'],
    },
    {
      name: 'a second time',
      text: `${c('disable jargon')}\n\n${c('disable jargon')}\n\nSepsis.`,
      finds: ['disable-comment jargon'],
    },
    {
      name: 'for nothing, which is in order',
      text: `${c('disable disable-comment')}\n\n${c('disable-next-line jargon')}\nEn dörr.`,
      finds: [],
    },
    { name: 'nothing for a rule that is not run', text: `${c('disable-next-line long-word')}\nEn dörr.`, finds: [] },
    { name: 'nothing by other comments', text: '<!-- disable -->\n\nEn portal.', finds: [A] },
    {
      name: 'not what comes before',
      text: `Sepsis.\n\n${c('disable jargon')}\n\nSepsis.`,
      finds: ['jargon Sepsis', 'disable-comment jargon'],
    },
  ]
  for (const { name, text, finds } of cases) test(name, () => expect(found(text)).toEqual(finds))

  test('keep what they leave out, with the reason', () => {
    const { suppressed } = inspect(`${c('disable-next-line avoid-term -- dess namn')}\nEn portal.\n`)
    expect(suppressed.map(({ finding, reason }) => [finding.text, reason])).toEqual([['portal', 'dess namn']])
  })

  test('may have to give a reason', () => {
    const rules = linterRules({ requireReason: true })
    const strict = createLinter({ rewrite: plainRewrite, index: plainIndex([]), rules })
    const messages = (text: string) => strict.lint({ path: 'a.md', text }).map(({ message }) => message)
    expect(messages(c('disable-line avoid-term'))).toEqual([expect.stringContaining('Skriv varför')])
    expect(messages(c('disable-line avoid-term -- namn'))).toEqual([])
  })
})

const linterRules = (options: object) => [
  { rule: disableComment, severity: 'warning' as const, options: optionsSchema(disableComment).parse(options) },
]

test('what is left out and what is kept are what there would be without the comments', () => {
  const line = fc.constantFrom(
    'En portal.',
    'Har du sepsis?',
    '',
    '<!-- klarsprak-disable -->',
    '<!-- klarsprak-enable -->',
    '<!-- klarsprak-disable jargon -->',
    '<!-- klarsprak-enable jargon -->',
    '<!-- klarsprak-disable-next-line avoid-term -- å 😀 -->',
    'Portal <!-- klarsprak-disable-line -->',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, ending) => {
      const text = lines.join(ending + ending)
      const plain = text.replaceAll('klarsprak-', 'x'.repeat('klarsprak-'.length))
      const { findings, suppressed } = inspect(text)
      const place = ({ span, ruleId }: (typeof findings)[number]) => `${span.start} ${ruleId}`
      const about = findings.filter(({ ruleId }) => ruleId !== 'disable-comment')
      const all = [...about, ...suppressed.map(({ finding }) => finding)].map(place).sort()
      expect(all).toEqual(inspect(plain).findings.map(place).sort())
    }),
  )
})
