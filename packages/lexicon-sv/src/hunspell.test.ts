import { expect, test } from 'vitest'
import { expand, readAffixes, readEntries } from './hunspell.js'

const aff = `SET UTF-8
COMPOUNDBEGIN X
ONLYINCOMPOUND Z
FORBIDDENWORD %
NEEDAFFIX N
SFX C Y 4
SFX C 0 t [aeiouyåäö]
SFX C el let [^m]el
SFX C mel let mel
SFX C 0 met m
SFX t N 1
SFX t a 0/XZ a
PFX p Y 1
PFX p 0 o [^aeiou]
`
const affixes = readAffixes(aff)
const formsOf = (line: string): string[] =>
  readEntries(`1\n${line}\n`).flatMap((entry) => expand(entry, affixes).map(({ form }) => form))

test.each([
  { name: 'a condition of one set', line: 'täcke/C', forms: ['täcke', 'täcket'] },
  { name: 'a set with not', line: 'kakel/C', forms: ['kakel', 'kaklet'] },
  { name: 'a longer condition', line: 'vimmel/C', forms: ['vimmel', 'vimlet'] },
  { name: 'no rule applies', line: 'katt/C', forms: ['katt'] },
  { name: 'a rule that takes away and adds nothing', line: 'gata/t', forms: ['gata', 'gat'] },
  { name: 'a prefix', line: 'frisk/p', forms: ['frisk', 'ofrisk'] },
  { name: 'a stem that needs an affix', line: 'rum/NC', forms: ['rummet'] },
  { name: 'no flags', line: 'och', forms: ['och'] },
  { name: 'a slash that begins the word', line: '/C', forms: ['/C'] },
])('expand: $name', ({ line, forms }) => {
  expect(formsOf(line)).toEqual(forms)
})

test('the flags of a compound form come with its rule', () => {
  const [, first] = expand({ stem: 'gata', flags: 't' }, affixes)
  expect(first?.rule?.flags).toBe('XZ')
  expect(affixes.special).toMatchObject({ first: 'X', onlyInCompound: 'Z', forbidden: '%', last: '' })
})

test.each([
  { name: 'numeric flags', aff: 'FLAG num\n', message: /Line 1/u },
  { name: 'another encoding', aff: 'SET ISO8859-1\n', message: /Line 1/u },
  { name: 'a broken rule', aff: 'SET UTF-8\nSFX A 0\n', message: /Line 2.*affix rule/u },
])('readAffixes refuses $name', ({ aff, message }) => {
  expect(() => readAffixes(aff)).toThrow(message)
})
