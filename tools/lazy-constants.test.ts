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

  const kept = [
    { why: 'others know it', code: 'const A = /a/; export { A }' },
    { why: 'it is exported where it stands', code: 'export const A = /a/' },
    { why: 'a function has another of the same name', code: 'const A = /a/; f(A, (A) => A)' },
    { why: 'one is taken out of an object', code: 'const A = /a/; f(A, () => { const { A } = b; return A })' },
    { why: 'it is made from what may change', code: 'const A = new Set(b); f(A)' },
    { why: 'it costs nothing', code: 'const A = 1; f(A)' },
  ]
  for (const { why, code } of kept) test(`is left as it is when ${why}`, () => expect(lazy(code)).toBeUndefined())
})
