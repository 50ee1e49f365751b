import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordKey } from '../normalise.js'
import { abbreviationMayEnd, MAX_ABBREVIATION, MAX_SINGLE, takesLetterLabel } from './abbreviations.js'
import { isLastLabel } from './addresses.js'
import { tokenise } from './tokenise.js'
import { SLOT, TokenKind } from './tokens.js'

const pieces = fc.constantFrom(
  ...[
    'vård',
    'hälso-',
    'Region',
    'åäö',
    'a\u0308',
    'e\u0301',
    'A',
    'b',
    'x',
    'EU:s',
    'API',
    'Det',
    'och',
    'se',
    'www',
    'https://',
    'mailto:',
  ],
  ...[
    't.ex.',
    'm.m.',
    'kl.',
    'osv',
    'kap.',
    'vitamin',
    'St.',
    'dvs',
    'nr',
    '1',
    '12',
    ' 000',
    '2,5',
    '1:a',
    '10.30',
    '-talet',
    '²',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '\u00a0',
    '\u2009',
    '\t',
    '\ufeff',
    '.',
    '.',
    '!',
    '?',
    '…',
    '...',
    ',',
    ':',
    ';',
    '-',
    '‑',
    '–',
    '/',
    '@',
    '_',
    '+',
  ],
  ...[
    '”',
    '"',
    '’',
    "'",
    '(',
    ')',
    '[',
    ']',
    '«',
    '»',
    '§',
    '%',
    '#',
    '&',
    '😀',
    '👩‍👧',
    '👍🏽',
    '🇸🇪',
    '❤️',
    SLOT,
    '\u00ad',
    '\u200b',
    '\u200d',
    '\u0301',
    '\ufe0f',
    '\ud83c',
    '\udffb',
    '\u{1d400}',
    'ع',
    'ß',
  ],
)
const swedish = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''))
const anyText = fc.oneof({ weight: 4, arbitrary: swedish }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })

describe('laws', () => {
  test('tokens are in order, never overlap or cut a surrogate pair, and only white space lies between them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { count, kinds, starts, ends, sentences } = tokenise(text)
        expect([kinds.length, starts.length, ends.length]).toEqual([count, count, count])
        let end = 0
        for (let i = 0; i < count; i++) {
          expect(text.slice(end, starts[i])).toMatch(/^\s*$/)
          expect(ends[i]).toBeGreaterThan(starts[i]!)
          end = ends[i]!
          expect(/[\ud800-\udbff]$/.test(text.slice(0, end)) && /^[\udc00-\udfff]/.test(text.slice(end))).toBe(false)
        }
        expect(text.slice(end)).toMatch(/^\s*$/)
        expect(sentences[0]).toBe(0)
        expect(sentences[sentences.length - 1]).toBe(count)
        for (let s = 1; s < sentences.length; s++) expect(sentences[s]).toBeGreaterThan(sentences[s - 1]!)
      }),
      { numRuns: 500 },
    )
  })

  test('the fast tokeniser gives what a slow and plain one gives', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { count, kinds, starts, ends, sentences } = tokenise(text)
        const fast = Array.from({ length: count }, (_, i) => ({ kind: kinds[i], start: starts[i], end: ends[i] }))
        const slow = slowTokenise(text)
        expect(fast).toEqual(slow.tokens)
        expect([...sentences]).toEqual(slow.sentences)
      }),
      { numRuns: 3000 },
    )
  })

  test('canonically equal texts have the same kinds, sentences and keys of words', () => {
    const outline = (text: string): unknown => {
      const tokens = tokenise(text)
      const keys = Array.from({ length: tokens.count }, (_, i) =>
        tokens.kinds[i] === TokenKind.Word ? tokens.key(i) : '',
      )
      return { kinds: [...tokens.kinds], sentences: [...tokens.sentences], keys }
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(outline(text.normalize('NFD'))).toEqual(outline(text.normalize('NFC')))
      }),
      { numRuns: 2000 },
    )
  })
})

// The slow tokeniser: one question at a time of the text at one place, with Unicode properties and no tables. It shares
// only the word lists. Quadratic.

interface SlowToken {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

const INVISIBLE = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const APOSTROPHE = /^['\u2019\u2018\u201b\u02bc\u00b4]/
const HYPHEN = /^[-\u2010\u2011]/
const LETTER = /^(?!\u02bc)\p{L}/u
const LOWER = /^\p{Ll}/u
const UPPER = /^[\p{Lu}\p{Lt}]/u
const DIGIT = /^\p{N}/u
const ALNUM = /^(?!\u02bc)[\p{L}\p{N}]/u
const MARK = /^\p{M}/u
const CHAR = /^(?!\u02bc)[\p{L}\p{N}\p{M}]/u
const PUNCTUATION = /^(?![%‰&@#*\\§¶_•†‡])[\p{P}\u00b4\u02bc]/u
const EDGE = /^(?:\s|(?![-\u2010\u2011%‰&@#*\\§¶_•†‡])[\p{P}\u00b4\u02bc])/u
const SYMBOL = /^(?!\s|[@_+])[^\p{L}\p{N}\p{M}\p{P}\u00b4]|^[%‰&#*\\§¶•†‡]/u

function slowTokenise(text: string): { tokens: SlowToken[]; sentences: number[] } {
  const tokens: SlowToken[] = []
  for (let p = 0; p < text.length; ) {
    if (/\s/.test(text[p]!)) {
      p++
      continue
    }
    const token = { start: p, ...slowToken(text, p) }
    tokens.push(token)
    p = token.end
  }
  return { tokens, sentences: slowSentences(text, tokens) }
}

const at = (text: string, i: number, what: RegExp): boolean =>
  i >= 0 && i < text.length && what.test(text.slice(i, i + 2))
const wide = (text: string, i: number): number => String.fromCodePoint(text.codePointAt(i)!).length
const past = (text: string, i: number, what: RegExp): number => {
  while (at(text, i, what)) i += wide(text, i)
  return i
}

function slowToken(text: string, p: number): { kind: TokenKind; end: number } {
  const rest = text.slice(p)
  if (rest.startsWith(SLOT)) return { kind: TokenKind.Slot, end: p + 1 }

  const url = /^(?:[a-zA-Z]{1,12}:\/\/|[mM][aA][iI][lL][tT][oO]:|[wW]{3}\.)(?!\u02bc)(?=[\p{L}\p{N}])/u.exec(rest)
  if (url) return { kind: TokenKind.Symbol, end: slowUrlEnd(text, p + rest.search(/[:.]/) + 1) }
  const address = at(text, p, ALNUM) ? slowAddressEnd(text, p) : -1
  if (address > 0) return { kind: TokenKind.Symbol, end: address }

  if (at(text, p, DIGIT)) return slowNumber(text, p)
  const suspended = at(text, p, HYPHEN) && at(text, p + 1, LETTER) && (p === 0 || at(text, p - 1, EDGE)) ? 1 : 0
  const first = past(text, p, INVISIBLE)
  if (at(text, first + suspended, LETTER)) return slowWord(text, p, first + suspended)
  if (first > p) return { kind: TokenKind.Symbol, end: first }

  if (at(text, p, PUNCTUATION)) {
    const end = rest.startsWith('.') ? p + /^\.+/.exec(rest)![0].length : p + wide(text, p)
    return { kind: TokenKind.Punctuation, end: past(text, end, MARK) }
  }
  let end = p + (/^[\u{1f1e6}-\u{1f1ff}]{2}/u.test(rest) ? 4 : wide(text, p))
  for (;;) {
    const more =
      /^(?:\p{M}|\u200d[\u{10000}-\u{10ffff}]|[\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}])/u.exec(text.slice(end))?.[0] ??
      (text[end] === '\u200d' && text[end + 1] !== SLOT && isSymbol(text, end + 1) ? text.slice(end, end + 2) : '')
    if (more === '') return { kind: TokenKind.Symbol, end }
    end += more.length
  }
}

const isSymbol = (text: string, i: number): boolean => at(text, i, SYMBOL) && !at(text, i, INVISIBLE)

function slowWord(text: string, start: number, from: number): { kind: TokenKind; end: number } {
  let i = from
  for (;;) {
    const seen = text.slice(start, i)
    if (at(text, i, CHAR)) i += wide(text, i)
    else if (at(text, i, INVISIBLE)) i++
    else if (at(text, i, HYPHEN) && at(text, past(text, i + 1, INVISIBLE), ALNUM)) i++
    else if (at(text, i, APOSTROPHE) && at(text, i + 1, LETTER) && /(?!\u02bc)\p{L}/u.test(seen)) i++
    else if (/^[:.]/.test(text.slice(i)) && at(text, i + 1, DIGIT) && /\p{N}$/u.test(seen)) i++
    else if (text[i] === ':' && (at(text, i + 1, LOWER) || (at(text, i + 1, UPPER) && !/\p{Ll}/u.test(seen)))) i++
    else break
  }
  if (at(text, i, HYPHEN) && (i + 1 === text.length || at(text, i + 1, EDGE))) i++
  else if (text[i] === '.') i = Math.max(i, slowAbbreviationEnd(text, start, i))
  return { kind: TokenKind.Word, end: i }
}

function slowAbbreviationEnd(text: string, start: number, dot: number): number {
  if (dot - start > MAX_SINGLE) return -1
  const ends = [-1]
  const parts = /^(?:\.(?:(?!\u02bc)\p{L}(?:(?!\u02bc)[\p{L}\p{M}])*)?)+/u.exec(text.slice(dot))![0].split('.').slice(1)
  let end = dot
  for (const part of [...parts, '']) {
    if (text[end] !== '.' || text[end + 1] === '.') break
    if (abbreviationMayEnd(text.slice(start, end + 1)) !== undefined) ends.push(end + 1)
    if (part === '') break
    end += 1 + part.length
    if (end - start > MAX_ABBREVIATION) break
    const whole = text[end] !== '.' && !at(text, end, CHAR)
    if (whole && abbreviationMayEnd(`${text.slice(start, end)}.`) !== undefined) ends.push(end)
  }
  const initials = /^(?:(?!\u02bc)\p{L}\p{M}*\.){2,}/u.exec(text.slice(start))
  if (initials) ends.push(start + initials[0].length)
  return Math.max(...ends)
}

function slowNumber(text: string, start: number): { kind: TokenKind; end: number } {
  const rest = text.slice(start)
  const digits = /^\p{N}+/u.exec(rest)![0]
  const groups =
    digits.length > 3 ? null : /^\p{N}+(?:[ \u00a0\u2009\u202f][0-9]{3}(?!(?!\u02bc)[\p{L}\p{N}\p{M}]))+/u.exec(rest)
  const core =
    (groups?.[0] ?? digits) + /^(?:[.,:\-\u2010\u2011]\p{N}+)*/u.exec(rest.slice((groups?.[0] ?? digits).length))![0]
  const i = start + core.length
  const simple = /^[\p{N}\-\u2010\u2011]+$/u.test(core)
  if (at(text, i, HYPHEN)) {
    if (at(text, past(text, i + 1, INVISIBLE), LETTER)) return slowWord(text, start, i)
    const suspended = /^.(?: och | eller | samt | till | resp)/.test(text.slice(i))
    return suspended ? { kind: TokenKind.Word, end: i + 1 } : { kind: TokenKind.Number, end: i }
  }
  if (text[i] === ':' && at(text, i + 1, LOWER)) {
    const end = past(text, i + 1, /^(?!\u02bc)[\p{L}\p{M}]/u)
    return at(text, end, HYPHEN) && at(text, end + 1, LETTER)
      ? slowWord(text, start, end)
      : { kind: TokenKind.Number, end }
  }
  if (simple && at(text, past(text, i, INVISIBLE), CHAR)) return slowWord(text, start, i)
  return { kind: TokenKind.Number, end: i }
}

function slowAddressEnd(text: string, start: number): number {
  const atom = (i: number): number => {
    const found =
      /^(?:(?!\u02bc)[\p{L}\p{N}\p{M}])+(?:[._+\-\u2010\u2011](?!\u02bc)(?=[\p{L}\p{N}])(?:(?!\u02bc)[\p{L}\p{N}\p{M}])+)*/u.exec(
        text.slice(i),
      )
    return i + (found?.[0].length ?? 0)
  }
  const end = atom(start)
  if (text[end] === '@' && at(text, end + 1, ALNUM)) {
    const host = text.slice(end + 1, atom(end + 1))
    if (host.includes('.')) return end + 1 + host.length
  }
  const labels = text.slice(start, end).split('.')
  if (labels.length < 2 || !isLastLabel(labels.at(-1)!)) return -1
  const path = /^(?:\/|:(?=\p{N})|[?#](?!\u02bc)(?=[\p{L}\p{N}]))/u.test(text.slice(end))
  return path ? slowUrlEnd(text, end) : end
}

function slowUrlEnd(text: string, start: number): number {
  let end = start
  const count = (part: string, what: RegExp): number => part.match(what)?.length ?? 0
  while (end < text.length && !/[\s"`”“„«»<>{}|\uFFFC]/.test(text[end]!) && !at(text, end, INVISIBLE)) {
    const longer = text.slice(start, end + 1)
    if (count(longer, /[)\]]/g) > count(longer, /[([]/g)) break
    end += wide(text, end)
  }
  return start + text.slice(start, end).replace(/[.,;:!?…*_'’]+$/, '').length
}

// Sentences are found by one pattern over the shape of the text: three characters for each token, which are the gap
// before it (`-` none, `_` some, `#` a blank line), what it is as a beginning, and what it is as an end.
function slowSentences(text: string, tokens: readonly SlowToken[]): number[] {
  if (tokens.length === 0) return [0]
  const sentences = [0]
  let shape = ''
  tokens.forEach(({ start }, i) => {
    const gap = text.slice(tokens[i - 1]?.end ?? 0, start)
    const breaks = gap.match(/\r\n|[\n\r\u2028]|(?=\u2029)|\u2029/g)?.length ?? 0
    shape += (i > 0 && breaks > 1 ? '#' : gap === '' && i > 0 ? '-' : '_') + beginning(text, tokens[i]!)
    if (shape.at(-2) === '#') sentences.push(i)
    const end = /(?:[-_#].([xda]))((?:-[q)xd].)*)((?:_[q(].)(?:[-_][q(].)*)?([-_])([UVcns])$/.exec(shape)
    if (end) {
      const [, first, rest = '', opening = '', flag, begins] = end
      const gapped = flag === '_' || opening !== ''
      const abbreviation = first === 'a' && !/^(?:...)*..x/.test(rest)
      if (/[ns]/.test(begins!) ? gapped && !abbreviation : gapped || begins === 'V')
        sentences.push(i - opening.length / 3)
    }
    shape += ending(text, tokens, i, sentences.at(-1)!)
  })
  return [...sentences, tokens.length]
}

function beginning(text: string, { kind, start, end }: SlowToken): string {
  const own = text.slice(start, end)
  if (kind === TokenKind.Punctuation) {
    if (/^["'´ʼ«»‘’‚‛“”„‟‹›]/.test(own)) return 'q'
    if (/^[)\]}]/.test(own)) return ')'
    if (/^[([{¿¡\-‐‑‒–—―]/.test(own)) return '('
    return /^[.!?…]/.test(own) ? 'x' : 'p'
  }
  if (kind === TokenKind.Number) return 'n'
  if (kind !== TokenKind.Word) return 's'
  const first = text.slice(
    past(text, start, /^[-\u2010\u2011\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/),
  )
  if (LOWER.test(first)) return 'u'
  if (DIGIT.test(first)) return 'n'
  return UPPER.test(first) ? (/^.\p{M}*\p{Ll}/u.test(first) ? 'V' : 'U') : 'c'
}

function ending(text: string, tokens: readonly SlowToken[], i: number, sentenceStart: number): string {
  const { kind, start, end } = tokens[i]!
  const own = text.slice(start, end)
  if (kind === TokenKind.Word && own.endsWith('.')) return (abbreviationMayEnd(own) ?? LOWER.test(own)) ? 'a' : '.'
  if (kind !== TokenKind.Punctuation || !/^[.!?…]/.test(own)) return '.'
  if (own.replace(/\p{M}/gu, '') !== '.') return 'x'

  const previous = tokens[i - 1]
  if (previous?.end !== start) return 'd'
  const word = text.slice(previous.start, previous.end)
  const first = i - 1 === sentenceStart
  if (previous.kind === TokenKind.Number) return first ? '.' : 'd'
  if (previous.kind !== TokenKind.Word || !/^(?!\u02bc)\p{L}\p{M}*$/u.test(word)) return 'd'
  if (first) return '.'
  const earlier = tokens[i - 2]!
  if (!UPPER.test(word) || earlier.kind === TokenKind.Number) return 'd'
  return takesLetterLabel(wordKey(text.slice(earlier.start, earlier.end))) ? 'd' : '.'
}
