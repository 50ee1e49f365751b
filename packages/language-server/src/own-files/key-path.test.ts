import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeInYaml } from './key-path.js'

const at = (marked: string) => placeInYaml(marked.replace('|', ''), marked.indexOf('|'))

describe('where somebody is writing', () => {
  test.each([
    { name: 'a key at the top', marked: 'id: c-0001\nter|\n', path: [], key: undefined, typed: 'ter' },
    { name: 'a value at the top', marked: 'subject: vå|\n', path: [], key: 'subject', typed: 'vå' },
    { name: 'a key of a mapping', marked: 'definition:\n  pub|\n', path: ['definition'], key: undefined, typed: 'pub' },
    { name: 'an empty line of a mapping', marked: 'definition:\n  |', path: ['definition'], key: undefined, typed: '' },
    {
      name: 'the first key of an item',
      marked: 'terms:\n  - la|\n',
      path: ['terms', '[]'],
      key: undefined,
      typed: 'la',
    },
    {
      name: 'the second key of an item',
      marked: 'terms:\n  - label: a\n    st|\n',
      path: ['terms', '[]'],
      key: undefined,
      typed: 'st',
    },
    {
      name: 'a value of the second item',
      marked: 'terms:\n  - label: a\n    status: preferred\n  - label: b\n    status: d|\n',
      path: ['terms', '[]'],
      key: 'status',
      typed: 'd',
    },
    {
      name: 'a list that is not indented',
      marked: 'concepts:\n- id: c-0001\n  terms:\n  - st|\n',
      path: ['concepts', '[]', 'terms', '[]'],
      key: undefined,
      typed: 'st',
    },
    {
      name: 'past a comment and an empty line',
      marked: 'concepts:\n  - id: c-0001\n# kommentar\n\n    te|\n',
      path: ['concepts', '[]'],
      key: undefined,
      typed: 'te',
    },
    {
      name: 'a key in braces',
      marked: 'terms:\n  - { label: a, st|\n',
      path: ['terms', '[]'],
      key: undefined,
      typed: 'st',
    },
    {
      name: 'a value in braces in brackets',
      marked: 'relations: [{ type: bro| }]\n',
      path: ['relations', '[]'],
      key: 'type',
      typed: 'bro',
    },
    { name: 'another document', marked: 'a:\n  b: 1\n---\n  c|\n', path: [], key: undefined, typed: 'c' },
    { name: 'CRLF', marked: 'definition:\r\n  pub|\r\n', path: ['definition'], key: undefined, typed: 'pub' },
  ])('$name', ({ marked, path, key, typed }) => {
    expect(at(marked)).toMatchObject({ path, key, typed })
  })

  test('in a comment, nowhere', () => expect(at('terms: # st|')).toBeUndefined())

  test('keys that are there already are seen', () => {
    const place = at('concepts:\n  - id: c-0001\n    |\n    terms: []\n  - subject: x\n')
    expect([...place!.siblings].sort()).toEqual(['id', 'terms'])
    expect([...at('terms:\n  - { label: a, | , status: b }\n')!.siblings].sort()).toEqual(['label', 'status'])
  })
})

test('whatever is written, nothing fails', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    '---\n',
    '\r\n',
    'å',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(40), (pieces, offset) => {
      const text = pieces.join('')
      placeInYaml(text, Math.min(offset, text.length))
    }),
  )
})
