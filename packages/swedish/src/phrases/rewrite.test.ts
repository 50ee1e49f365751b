import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflect } from '../inflection/inflect.js'
import { wordKey } from '../normalise.js'
import { tokenise } from '../text/tokenise.js'
import { grammars, type RewriteCase, rewriteCategories } from './rewrite.cases.js'
import { createRewriter, type RewriteAnswer, type RewriteRequest, rewrite } from './rewrite.js'

function requestFor(marked: string, from: string, to: string): RewriteRequest {
  const start = marked.indexOf('⟦')
  const text = marked.replace('⟦', '').replace('⟧', '')
  const span = { start, end: marked.indexOf('⟧') - 1 }
  return requestAt(text, span, from, to)
}

function requestAt(text: string, span: { start: number; end: number }, from: string, to: string): RewriteRequest {
  const tokens = tokenise(text)
  const inside = Array.from({ length: tokens.count }, (_, i) => i).filter(
    (i) => tokens.starts[i]! < span.end && tokens.ends[i]! > span.start,
  )
  const first = inside[0]!
  const last = inside.at(-1)!
  const part = tokens.ends[last]! > span.end ? 'modifier' : tokens.starts[first]! < span.start ? 'head' : 'whole'
  const grammar = grammars[from]!
  const key = wordKey(text.slice(span.start, span.end))
  const features =
    part === 'modifier'
      ? []
      : inflect(from, grammar)
          .filter(({ form }) => wordKey(form) === key)
          .map((form) => form.features)
  return {
    text: tokens,
    first,
    last,
    span,
    part,
    features,
    from: { label: from, grammar },
    to: { label: to, grammar: grammars[to]! },
  }
}

const applied = (text: string, { span, text: written }: RewriteAnswer['rewrites'][number]): string =>
  text.slice(0, span.start) + written + text.slice(span.end)

interface Row extends RewriteCase {
  readonly category: string
  readonly from: string
  readonly to: string
}
const rows: readonly Row[] = rewriteCategories.flatMap(({ name, from, to, cases }) =>
  cases.map((row) => ({ ...row, category: name, from, to })),
)

describe.each(rewriteCategories.map(({ name }) => name))('%s', (category) => {
  test.each(rows.filter((row) => row.category === category))(
    '$text',
    ({ text, from, to, becomes, refusal, perhaps }) => {
      const request = requestFor(text, from, to)
      const answer = rewrite(request)
      const texts = answer.rewrites.map((one) => applied(request.text.text, one))
      const safe = answer.rewrites.flatMap((one, place) => (one.safe ? [texts[place]] : []))
      if (becomes !== undefined)
        expect({ safe, refusal: answer.refusal, texts }).toEqual({
          safe: [becomes],
          refusal: undefined,
          texts: [becomes],
        })
      else {
        expect({ safe, refusal: answer.refusal }).toEqual({ safe: [], refusal })
        if (perhaps) expect(texts).toEqual(perhaps)
      }
    },
  )
})

describe('laws', () => {
  const words = fc.constantFrom(
    'den',
    'det',
    'en',
    'ett',
    'ny',
    'nya',
    'vår',
    'kommunens',
    'hela',
    'och',
    'är',
    'öppen',
    'som',
    'i',
    ',',
    '.',
    ' Den',
    'du',
    'inte',
    'åäö',
    '😀',
    '\r\n',
    'e-tjänst',
    'vård-',
    '-appar',
    '\uFFFC',
    '12',
    'mycket',
    'säker',
    'har',
    'att',
    'kan',
    '”',
    'sig',
    'x\u00ady',
    'ha\u0308r',
  )
  const surroundings = fc.array(words, { maxLength: 8 }).map((list) => list.join(' '))
  const pairs: readonly (readonly [string, string])[] = rewriteCategories.map(({ from, to }) => [from, to])
  const situation = fc
    .record({ before: surroundings, after: surroundings, pair: fc.constantFrom(...pairs), pick: fc.nat() })
    .map(({ before, after, pair: [from, to], pick }) => {
      const forms = inflect(from, grammars[from]!)
      const form = forms[pick % forms.length]!.form
      const text = `${before} ${form} ${after}`
      return requestAt(text, { start: before.length + 1, end: before.length + 1 + form.length }, from, to)
    })

  test('the same request has the same answer', () => {
    fc.assert(
      fc.property(situation, (request) => {
        expect(rewrite(request)).toEqual(rewrite({ ...request, text: tokenise(request.text.text) }))
      }),
    )
  })

  test('a rewrite covers the old words, stays in the text and says something new', () => {
    fc.assert(
      fc.property(situation, (request) => {
        for (const { span, text } of rewrite(request).rewrites) {
          expect(span.start).toBeLessThanOrEqual(request.span.start)
          expect(span.end).toBeGreaterThanOrEqual(request.span.end)
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(request.text.text.length)
          expect(text).not.toBe('')
          expect(text).not.toContain('undefined')
        }
      }),
    )
  })

  test('exactly one safe rewrite, or a refusal', () => {
    fc.assert(
      fc.property(situation, (request) => {
        const { rewrites, refusal } = rewrite(request)
        const safe = rewrites.filter((one) => one.safe)
        expect(refusal === undefined).toBe(safe.length === 1)
        if (safe.length > 0) expect(rewrites).toHaveLength(1)
      }),
    )
  })

  test('no form of the old term is left at the place', () => {
    fc.assert(
      fc.property(situation, (request) => {
        const old = new Set(inflect(request.from.label, request.from.grammar).map(({ form }) => wordKey(form)))
        const fresh = new Set(inflect(request.to.label, request.to.grammar).map(({ form }) => wordKey(form)))
        for (const { text } of rewrite(request).rewrites) {
          const key = wordKey(text)
          if (![...fresh].some((form) => old.has(form))) expect(old.has(key)).toBe(false)
        }
      }),
    )
  })
})

test.each([
  { text: 'När inkommer du med ansökan?', becomes: 'När skickar du in ansökan?' },
  { text: 'När inkommer du inte med ansökan?', becomes: 'När skickar du inte in ansökan?' },
  { text: 'När inkommer den sökande med ansökan?', becomes: undefined },
])('what stands inside a verb of several words stays there: $text', ({ text, becomes }) => {
  const tokens = tokenise(text)
  const last = Array.from({ length: tokens.count }, (_, token) => tokens.key(token)).indexOf('med')
  const { rewrites } = rewrite({
    text: tokens,
    first: 1,
    last,
    gap: { first: 2, last: last - 1 },
    span: { start: tokens.starts[1]!, end: tokens.ends[last]! },
    part: 'whole',
    features: [{ verbForm: 'present', voice: 'active' }],
    from: { label: 'inkomma med', grammar: { pos: 'verb', present: 'inkommer med' } },
    to: { label: 'skicka in', grammar: { pos: 'verb', present: 'skickar in' } },
  })
  expect(rewrites.map((one) => applied(text, one))).toEqual(becomes === undefined ? [] : [becomes])
  expect(rewrites.some(({ safe }) => safe)).toBe(false)
})

test('a rewriter that remembers forms answers as one that does not', () => {
  const remembering = createRewriter()
  for (const { text, from, to } of rows) {
    const request = requestFor(text, from, to)
    expect(remembering(request)).toEqual(rewrite(request))
  }
})
