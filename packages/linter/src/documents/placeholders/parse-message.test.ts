import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MessagePart, type MessageSyntax, parseMessage } from './parse-message.js'

/** A message as people see it: □ for a value, ⟨one|other⟩ for a choice. */
const show = (text: string, parts: readonly MessagePart[]): string =>
  parts
    .map((part) => {
      if (part.type === 'text') return text.slice(part.start, part.end)
      if (part.type === 'escape') return part.value
      if (part.type === 'markup') return ''
      if (part.type === 'slot') return '□'
      return `⟨${part.branches.map((branch) => `${branch.selector}:${show(text, branch.parts)}`).join('|')}⟩`
    })
    .join('')

describe('what is filled in and what is read', () => {
  const cases: readonly { name: string; text: string; reads: string; syntax?: MessageSyntax }[] = [
    { name: 'no placeholder', text: 'Boka tid', reads: 'Boka tid' },
    { name: 'a name in braces', text: 'Hej {namn}!', reads: 'Hej □!' },
    { name: 'Swedish letters in braces', text: 'Hej {förnamn på patienten}!', reads: 'Hej □!' },
    { name: 'a number in braces', text: '{0} av {1}', reads: '□ av □' },
    { name: 'a format', text: '{datum, date, ::dMMMM} kl. {0,number,#}', reads: '□ kl. □' },
    { name: 'i18next', text: 'Hej {{ namn, format }} och $t(app.namn)', reads: 'Hej □ och □' },
    { name: 'a template string', text: `Hej ${'$'}{namn}, $NAMN$`, reads: 'Hej □, □' },
    { name: 'printf', text: '%s har %1$d av %2$@, %.1f %ld', reads: '□ har □ av □, □ □' },
    { name: 'Python and Ruby', text: '%(namn)s %{namn} %<namn>s %namn%', reads: '□ □ □ □' },
    { name: 'per cent is no placeholder', text: '50 % klart, 50% av, 100%', reads: '50 % klart, 50% av, 100%' },
    { name: 'numbered tags', text: 'Läs <0>mer</0> <1/>', reads: 'Läs mer □' },
    { name: 'a linked message', text: 'Se @:app.namn här, a@b.se', reads: 'Se □ här, a@b.se' },
    {
      name: 'a colon and a name, when the format has them',
      text: 'Hej :namn kl. 10:30',
      reads: 'Hej □ kl. 10:30',
      syntax: { colonNames: true },
    },
    { name: 'and not otherwise', text: 'Hej :namn', reads: 'Hej :namn' },
    {
      name: 'a plural',
      text: '{antal, plural, one {# besök} other {# besök kvar}}',
      reads: '⟨one:□ besök|other:□ besök kvar⟩',
    },
    {
      name: 'exact numbers and an offset',
      text: 'Du har {n, plural, offset:1 =0 {inga besök} other {# besök}}.',
      reads: 'Du har ⟨=0:inga besök|other:□ besök⟩.',
    },
    {
      name: 'a plural in a select',
      text: '{k, select, female {{n, plural, one {hennes tid} other {hennes # tider}}} other {deras}}',
      reads: '⟨female:⟨one:hennes tid|other:hennes □ tider⟩|other:deras⟩',
    },
    { name: 'a number sign outside a plural', text: '#1 {k, select, other {#}}', reads: '#1 ⟨other:#⟩' },
    { name: 'quoted braces', text: "'{'namn'}' {n, plural, other {det''s}}", reads: "{namn} ⟨other:det's⟩" },
    { name: 'apostrophes where nothing is quoted', text: "det's {namn}''", reads: "det's □''" },
    { name: 'apostrophes in Java', text: "det''s {0} '{0}'", reads: "det's □ {0}", syntax: { quotes: true } },
    {
      name: 'a choice',
      text: 'Du har {0,choice,0#inga filer|1#en fil|1<{0} filer}.',
      reads: 'Du har ⟨0:inga filer|1:en fil|1:□ filer⟩.',
    },
    { name: 'a brace that never closes', text: 'Hej {namn', reads: 'Hej {namn' },
    { name: 'a plural that never closes', text: '{n, plural, one {a', reads: '{n, plural, one {a' },
    { name: 'a plural without branches', text: '{n, plural, }', reads: '□' },
    { name: 'a stray closing brace', text: 'a } b', reads: 'a } b' },
  ]
  for (const { name, text, reads, syntax } of cases) {
    test(name, () => expect(show(text, parseMessage(text, syntax))).toBe(reads))
  }
})

test('the parts of any text lie side by side and cover it', () => {
  const fragment = fc.constantFrom(
    '{',
    '}',
    "'",
    "''",
    '#',
    ' ',
    'n',
    ', plural, ',
    'one ',
    'other ',
    '%s',
    '$t(',
    ')',
    '|',
    'å',
    '👩‍⚕️',
    '<0>',
    ',choice,',
    '0#',
  )
  const cover = (parts: readonly MessagePart[], start: number, end: number) => {
    let at = start
    for (const part of parts) {
      expect(part.start).toBe(at)
      expect(part.end).toBeGreaterThan(part.start)
      at = part.end
    }
    if (parts.length > 0) expect(at).toBe(end)
  }
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
      const text = fragments.join('')
      cover(parseMessage(text), 0, text.length)
    }),
  )
})

test('many open braces and deep nesting take no time', () => {
  const deep = `${'{n, plural, other {'.repeat(20_000)}x${'}}'.repeat(20_000)}`
  expect(parseMessage(deep)).toHaveLength(1)
  expect(parseMessage('{'.repeat(200_000))).toHaveLength(1)
  expect(parseMessage("'{".repeat(100_000)).length).toBeGreaterThan(0)
})
