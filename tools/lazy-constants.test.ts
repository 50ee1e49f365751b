import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'

interface LazyConstants {
  withLazyConstants(code: string, ast: unknown): { readonly code: string } | null
}
// By its address: the scripts have no types.
const script = new URL('../scripts/lazy-constants.mjs', import.meta.url)
const { withLazyConstants }: LazyConstants = await import(script.href)

const lazy = (code: string): string | undefined => withLazyConstants(code, parseAst(code))?.code

describe('in the bundle, a constant that takes time to make', () => {
  test('is made when it is first asked for, and once', () => {
    const code = lazy('const LETTER = /a/u\nconst isA = (text) => LETTER.test(text)\nmade.push(isA, () => LETTER)')
    const made: (() => unknown)[] = []
    new Function('made', code ?? '')(made)
    const [isA, letter] = made as [(text: string) => boolean, () => RegExp]
    expect([isA('a'), isA('b'), new Set([letter(), letter()]).size]).toEqual([true, false, 1])
    expect(code).toContain('function LETTER(){return LETTER$made??=/a/u}')
  })

  const uses = [
    { where: 'as a property by its name', code: 'const A = /a/; f({ A })', is: 'f({ A:A() })' },
    {
      where: 'as a value',
      code: 'const A = new Set(["a"]); f({ a: A, b: [A, ...A] })',
      is: 'a: A(), b: [A(), ...A()]',
    },
    {
      where: 'beside a property of the same name',
      code: 'const A = /a/; f(a.A, { A: 1 }, A)',
      is: 'f(a.A, { A: 1 }, A())',
    },
  ]
  for (const { where, code, is } of uses) test(`is called ${where}`, () => expect(lazy(code)).toContain(is))

  const moved = [
    {
      what: 'made from other constants',
      code: 'const B = "b"; const A = new RegExp(`${B}+`); f(A)',
      is: 'A$made??=new RegExp(`${B}+`)',
    },
    { what: 'a list with a pattern', code: 'const A = [{ a: /a/ }]; f(A)', is: 'f(A())' },
    {
      what: 'worked out by a function that does nothing else',
      code: 'const w = (l) => new Set(l.split(" ")); const A = w("a b"); f(A)',
      is: 'A$made??=w("a b")',
    },
    {
      what: 'worked out by one that has names of its own',
      code: 'function w(l) { const A = l.trim(); return A.split(" ") } const A = w("a"); f(A)',
      is: 'const A = l.trim(); return A.split',
    },
    { what: 'an object', code: 'const A = { a: /a/ }; f(A)', is: 'A$made??=({ a: /a/ })' },
    { what: 'known to other files', code: 'const A = /a/; define(exports, () => { return A })', is: 'return A()' },
    {
      what: 'hidden in a function by another of the same name',
      code: 'const A = /a/; f(A, (A) => A)',
      is: 'f(A(), (A) => A)',
    },
    {
      what: 'hidden in a block',
      code: 'const A = /a/; f(A); { const { A } = b; f(A) } f(A)',
      is: 'f(A()); { const { A } = b; f(A) } f(A())',
    },
  ]
  for (const { what, code, is } of moved) test(`may be ${what}`, () => expect(lazy(code)).toContain(is))

  const kept = [
    { why: 'it is exported as a module does', code: 'const A = /a/; export { A }' },
    { why: 'it is exported where it stands', code: 'export const A = /a/' },
    { why: 'it is made from what may change', code: 'const A = new Set(b); f(A)' },
    { why: 'it is made from a list that grows', code: 'const B = ["b"]; const A = new Set(B); B.push("c"); f(A)' },
    { why: 'it is changed itself', code: 'const A = new Set(["a"]); A.add("b"); f(A)' },
    {
      why: 'a function that makes it does more',
      code: 'const w = (l) => { note(l); return /a/ }; const A = w("a"); f(A)',
    },
    {
      why: 'a function that makes it asks for what may change',
      code: 'let n = 1; const w = (l) => l.slice(n); const A = w("a"); f(A)',
    },
    { why: 'it is a class of its own', code: 'const A = /a/; new A()' },
    { why: 'it costs nothing', code: 'const A = 1; f(A)' },
  ]
  for (const { why, code } of kept) test(`is left as it is when ${why}`, () => expect(lazy(code)).toBeUndefined())
})
