import { wordKey } from '../normalise.js'
import {
  abbreviationMayEnd,
  isKnownAbbreviation,
  MAX_ABBREVIATION,
  MAX_SINGLE,
  takesLetterLabel,
} from './abbreviations.js'
import { scanAddress, skipUrl } from './addresses.js'
import {
  ALPHANUMERIC,
  CharClass,
  CLASSES,
  classAt,
  isApostrophe,
  isCloser,
  isHyphen,
  isOpener,
  LETTER,
  TABLE_END,
  unitAt,
  WORD_CHAR,
  widthAt,
} from './chars.js'
import { FOLD } from './fold-table.js'
import { type TokenisedText, TokenKind } from './tokens.js'
import {
  eraForNumbering,
  keyLetters,
  LONGEST_NUMBERED,
  numberOfKey,
  numberOfLetters,
  rememberedByWord,
  WORD_HASH_START,
  wordEra,
  wordHashStep,
  wordOfNumber,
} from './word-numbers.js'

const DOT = 0x2e
const COLON = 0x3a
const COMMA = 0x2c
const ELLIPSIS = 0x2026
const SLOT_CODE = 0xfffc
/** First code unit that `FOLD` does not have. */
const LATIN_END = 0x100
/** Keeps a place within `keyLetters`; what does not fit has no number. */
const LETTER_MASK = LONGEST_NUMBERED - 1

/** How a word of a text may end a sentence, beside its being followed by a full stop. */
const Stop = { None: 0, Strong: 1, Dot: 2, Abbreviation: 3 } as const
type Stop = (typeof Stop)[keyof typeof Stop]

/**
 * Cuts a text into tokens and sentences, in one pass over its characters.
 *
 * **Word**: letters, digits, combining marks and invisible characters, joined by an inner hyphen, apostrophe or colon
 * (`EU:s`, `bank-id:t`). A hyphen before or after a word belongs to it (`hälso- och`, `-element`). A known abbreviation
 * is one word with its full stops (`t.ex.`), and so are initials written together (`J.R.R.`). A slash separates.
 * **Number**: starts with a digit and has no letter but an ending (`1:a`): `2,5`, `12 000`, `2024-11-02`, `10.30`,
 * `2025:400`. **Symbol**: an address of any kind (`1177.se`), an emoji with all that belongs to it, a sign such as `§`.
 * **Slot**: one `SLOT`. **Punctuation**: one character, or two or more full stops.
 *
 * A **sentence** ends at `. ! ? …` and any closing quotation mark or bracket after it, unless a lower-case letter
 * follows; not within or after an abbreviation that goes on (`t.ex.`, `kl.`), after initials or a list number. An
 * abbreviation such as `m.m.` ends one when a capital follows. Two line breaks end a sentence, one does not. A colon
 * never does. Limits: ”den 3. Maj” and ”hos Anna A. Nästa” are guesses.
 *
 * Time and memory are linear in the text whatever it holds. Tokens are in order, do not overlap, and never cut a
 * surrogate pair; only white space (`\s`) lies between them.
 */
export function tokenise(text: string): TokenisedText {
  const n = text.length
  // In memory of its own, with an end that is in no word: a string that is a window on another is asked where its
  // characters are at each of them, which costs as much as all else that is done about a character.
  const flat = [text, '\0'].join('')
  const era = eraForNumbering()
  let { starts, ends, kinds, numbers } = columns
  let count = 0
  const sentences: number[] = [0]
  const scan: Scan = { end: 0, kind: TokenKind.Word, stop: Stop.None, noAddressBefore: 0 }

  let lineBreaks = 0
  let pending: Stop = Stop.None // a sentence ends before the next token, if that looks like the start of one
  let opening = -1 // the first opening mark after a pending stop: the next sentence would start there
  let previousEnd = 0

  for (let p = 0; p < n; ) {
    const code = flat.charCodeAt(p)
    const cls = code < TABLE_END ? CLASSES[code]! : classAt(text, p)
    if (cls & CharClass.Space) {
      if (cls & CharClass.LineBreak && !(code === 0x0d && flat.charCodeAt(p + 1) === 0x0a)) {
        lineBreaks += code === 0x2029 ? 2 : 1
      }
      p++
      continue
    }

    // What the token is. The common case, a word of plain letters, is settled here, with its number; and so is such a
    // word with a full stop and a space after it, if it is no abbreviation.
    let kind: TokenKind
    let end: number
    let number = -1
    let stop: Stop = Stop.None
    if (cls & LETTER) {
      let i = p
      let seen = 0
      let hash = WORD_HASH_START
      let next = code
      let nextClass = cls
      while (nextClass & WORD_CHAR && next < LATIN_END) {
        seen |= nextClass
        const letter = FOLD[next]!
        keyLetters[(i - p) & LETTER_MASK] = letter
        hash = wordHashStep(hash, letter)
        next = flat.charCodeAt(++i)
        nextClass = next < LATIN_END ? CLASSES[next]! : 0
      }
      const isPlain = next < LATIN_END && !(nextClass & (CharClass.Joiner | CharClass.Invisible))
      const endsSentence = next === DOT && i - p > 1 && isSpaceOrEnd(flat.charCodeAt(i + 1))
      if (era !== 0 && (isPlain || endsSentence)) number = numberOfLetters(i - p, hash)
      if (isPlain || (endsSentence && number >= 0 && abbreviates(number) === 0)) {
        kind = TokenKind.Word
        end = i
      } else {
        scanWord(text, p, i, seen, scan)
        kind = scan.kind
        end = scan.end
        stop = scan.stop
        if (era !== 0) number = numberOfToken(flat, kind, p, end)
      }
    } else if (cls & CharClass.Digit) {
      scanNumber(text, p, scan)
      kind = scan.kind
      end = scan.end
      stop = scan.stop
      if (era !== 0) number = numberOfToken(flat, kind, p, end)
    } else {
      scanOther(text, p, code, cls, scan)
      kind = scan.kind
      end = scan.end
      stop = scan.stop
      if (era !== 0) number = numberOfToken(flat, kind, p, end)
    }

    // Whether it starts a sentence.
    if (lineBreaks > 1) {
      if (count > sentences[sentences.length - 1]!) sentences.push(count)
      pending = Stop.None
      opening = -1
    } else if (pending !== Stop.None) {
      const gap = p > previousEnd || opening >= 0
      const first = unitAt(text, p)
      if (kind === TokenKind.Punctuation && !gap && (isCloser(first) || isStop(first))) {
        // Still the end of the same sentence: ”Kom hit!”
      } else if (kind === TokenKind.Punctuation && gap && isOpener(first)) {
        if (opening < 0) opening = count
      } else {
        if (startsSentence(text, p, kind, gap, pending)) sentences.push(opening >= 0 ? opening : count)
        pending = Stop.None
        opening = -1
      }
    }
    lineBreaks = 0

    // Whether a sentence may end after it.
    if (stop === Stop.Dot) {
      const adjacent = previousEnd === p && count > 0
      if (!adjacent || !isLabel(text, count - 1, sentences[sentences.length - 1]!, kinds, starts, ends)) {
        if (pending === Stop.None) pending = Stop.Dot
      }
    } else if (stop !== Stop.None) pending = stop

    if (count === kinds.length) {
      growColumns()
      ;({ starts, ends, kinds, numbers } = columns)
    }
    kinds[count] = kind
    starts[count] = p
    ends[count] = end
    numbers[count] = number
    count++
    previousEnd = end
    p = flat.charCodeAt(end) === 0x20 ? end + 1 : end
  }

  if (count > 0) sentences.push(count)
  return new Tokens(text, count, columns, sentences, era)
}

class Tokens implements TokenisedText {
  readonly text: string
  readonly count: number
  readonly kinds: Uint8Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly sentences: Uint32Array
  readonly numbers: Int32Array
  era: number

  constructor(text: string, count: number, from: Columns, sentences: readonly number[], era: number) {
    const bounds = sentences.length
    const { buffer, at } = roomFor(count * 13 + bounds * 4)
    const starts = new Uint32Array(buffer, at, count)
    const ends = new Uint32Array(buffer, at + count * 4, count)
    const numbers = new Int32Array(buffer, at + count * 8, count)
    const kinds = new Uint8Array(buffer, at + count * 12 + bounds * 4, count)
    for (let i = 0; i < count; i++) {
      starts[i] = from.starts[i]!
      ends[i] = from.ends[i]!
      numbers[i] = from.numbers[i]!
      kinds[i] = from.kinds[i]!
    }
    this.text = text
    this.count = count
    this.kinds = kinds
    this.starts = starts
    this.ends = ends
    this.sentences = new Uint32Array(buffer, at + count * 12, bounds)
    for (let i = 0; i < bounds; i++) this.sentences[i] = sentences[i]!
    this.numbers = numbers
    this.era = era
  }

  key(i: number): string {
    const number = this.numbers[i]!
    if (number >= 0 && this.era === wordEra()) return wordOfNumber(number)
    const own = this.text.slice(this.starts[i]!, this.ends[i]!)
    return this.kinds[i] === TokenKind.Word ? wordKey(own) : own
  }
}

/**
 * The texts of a page lie side by side in buffers of this size, since a buffer for each costs more than cutting a short
 * text. Not larger, since whoever keeps a single paragraph keeps its buffer.
 */
const BUFFER_SIZE = 1 << 13

/** The buffer that is being filled, and how far it is. */
const room = { buffer: new ArrayBuffer(BUFFER_SIZE), at: 0 }
let filled = 0

function roomFor(bytes: number): { readonly buffer: ArrayBuffer; readonly at: number } {
  if (bytes > BUFFER_SIZE >> 2) return { buffer: new ArrayBuffer(bytes), at: 0 }
  if (filled + bytes > BUFFER_SIZE) {
    room.buffer = new ArrayBuffer(BUFFER_SIZE)
    filled = 0
  }
  room.at = filled
  filled += (bytes + 3) & ~3
  return room
}

/** The number of any token but the plainest. */
function numberOfToken(text: string, kind: TokenKind, start: number, end: number): number {
  if (kind === TokenKind.Slot) return -1
  const isWord = kind === TokenKind.Word
  if (!isWord && end - start > LONGEST_NUMBERED) return -1
  let hash = WORD_HASH_START
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const letter = !isWord ? unit : unit < LATIN_END ? FOLD[unit]! : 0
    if (letter === 0) {
      const own = text.slice(start, end)
      return numberOfKey(isWord ? wordKey(own) : own)
    }
    keyLetters[(i - start) & LETTER_MASK] = letter
    hash = wordHashStep(hash, letter)
  }
  return numberOfLetters(end - start, hash)
}

/** 0 if no abbreviation is the word with this number and a full stop. */
const abbreviates = rememberedByWord((key) => (isKnownAbbreviation(key) ? 1 : 0))

/** What follows a full stop that is the last of its sentence. */
const isSpaceOrEnd = (code: number): boolean => code === 0x20 || code === 0

/** What a scan function found. One object serves a whole text. */
interface Scan {
  end: number
  kind: TokenKind
  stop: Stop
  /** See `AddressScan.noneBefore`. */
  noAddressBefore: number
}

function found(scan: Scan, kind: TokenKind, end: number, stop: Stop = Stop.None): Scan {
  scan.kind = kind
  scan.end = end
  scan.stop = stop
  return scan
}

/** The rest of a word that starts at `start` and is known to go on to `i`; `seen` is the classes so far. */
function scanWord(text: string, start: number, i: number, seen: number, scan: Scan): Scan {
  for (;;) {
    const code = unitAt(text, i)
    const cls = classAt(text, i)
    if (cls & (WORD_CHAR | CharClass.Invisible)) {
      seen |= cls
      i += widthAt(text, i)
      continue
    }
    if (!(cls & CharClass.Joiner) && code < TABLE_END) break
    if (isHyphen(code)) {
      if (classAt(text, afterInvisible(text, i + 1)) & ALPHANUMERIC) {
        i++
        continue
      }
      if (endsSuspended(text, i)) i++
      break
    }
    if (isApostrophe(code)) {
      if (!(classAt(text, i + 1) & LETTER) || !(seen & LETTER)) break
      i++
      continue
    }
    if (code === COLON) {
      if (isScheme(text, start, i)) return found(scan, TokenKind.Symbol, skipUrl(text, i + 1))
      if (!joinsEnding(text, i, seen)) break
      i++
      continue
    }
    if (code === DOT) {
      const next = classAt(text, i + 1)
      if (next & CharClass.Digit && classAt(text, i - 1) & CharClass.Digit) {
        i++
        continue
      }
      if (isWww(text, start, i) && next & ALPHANUMERIC) return found(scan, TokenKind.Symbol, skipUrl(text, i + 1))
      if (next & ALPHANUMERIC && addressFrom(text, start, scan)) return scan
      if (abbreviationFrom(text, start, i, scan)) return scan
      break
    }
    if (classAt(text, i + 1) & ALPHANUMERIC && addressFrom(text, start, scan)) return scan
    break
  }
  return found(scan, TokenKind.Word, i)
}

/** A number that starts at `start`, or the word it turns out to be: `1990-talet`, `2a`. */
function scanNumber(text: string, start: number, scan: Scan): Scan {
  let i = skipDigits(text, start)
  let simple = true // nothing but digits and hyphens, so letters may follow
  if (i - start <= 3) {
    for (; isThousandGroup(text, i); i += 4) simple = false
  }
  for (;;) {
    const code = unitAt(text, i)
    const hyphen = isHyphen(code)
    if (!hyphen && code !== DOT && code !== COLON && code !== COMMA) break
    if (!(classAt(text, i + 1) & CharClass.Digit)) break
    if (!hyphen) simple = false
    i = skipDigits(text, i + 1)
  }

  const code = unitAt(text, i)
  const next = classAt(text, i + 1)
  if (isHyphen(code)) {
    if (classAt(text, afterInvisible(text, i + 1)) & LETTER) return scanWord(text, start, i, 0, scan)
    return SUSPENDED_NUMBER.some((rest) => text.startsWith(rest, i + 1))
      ? found(scan, TokenKind.Word, i + 1)
      : found(scan, TokenKind.Number, i)
  }
  if (code === COLON && next & CharClass.Lower) {
    let end = i + 1
    while (classAt(text, end) & (LETTER | CharClass.Mark)) end += widthAt(text, end)
    if (isHyphen(unitAt(text, end)) && classAt(text, end + 1) & LETTER) return scanWord(text, start, end, 0, scan)
    return found(scan, TokenKind.Number, end)
  }
  const joined = classAt(text, i) & CharClass.Joiner && next & ALPHANUMERIC
  if ((joined || classAt(text, i) & WORD_CHAR) && addressFrom(text, start, scan)) return scan
  if (simple && classAt(text, afterInvisible(text, i)) & WORD_CHAR) return scanWord(text, start, i, 0, scan)
  return found(scan, TokenKind.Number, i)
}

/** Anything that starts with neither letter nor digit nor white space. */
function scanOther(text: string, p: number, code: number, cls: number, scan: Scan): Scan {
  if (code === SLOT_CODE) return found(scan, TokenKind.Slot, p + 1)
  if (cls & CharClass.Invisible) {
    const i = afterInvisible(text, p)
    return classAt(text, i) & LETTER ? scanWord(text, p, i, cls, scan) : found(scan, TokenKind.Symbol, i)
  }
  if (isHyphen(code) && classAt(text, p + 1) & LETTER && startsSuspended(text, p)) {
    return scanWord(text, p, p + 1, 0, scan)
  }
  if (!(cls & CharClass.Punctuation)) return found(scan, TokenKind.Symbol, skipSymbol(text, p))

  let i = p + widthAt(text, p)
  if (code === DOT) while (unitAt(text, i) === DOT) i++
  const stop = code === DOT && i === p + 1 ? Stop.Dot : isStop(code) ? Stop.Strong : Stop.None
  while (classAt(text, i) & CharClass.Mark) i += widthAt(text, i)
  return found(scan, TokenKind.Punctuation, i, stop)
}

/** The end of a symbol with the variation selectors, skin tones, joined emoji and tags that belong to it. */
function skipSymbol(text: string, start: number): number {
  let i = start + widthAt(text, start)
  if (isRegionalIndicator(text, start) && isRegionalIndicator(text, i)) i += 2
  for (;;) {
    const code = unitAt(text, i)
    if (classAt(text, i) & CharClass.Mark) i += widthAt(text, i)
    else if (code === 0x200d && widthAt(text, i + 1) === 2) i += 3
    else if (code === 0x200d && i + 1 < text.length && classAt(text, i + 1) === 0 && unitAt(text, i + 1) !== SLOT_CODE)
      i += 2
    else if (isEmojiModifier(text, i)) i += 2
    else return i
  }
}

function isRegionalIndicator(text: string, i: number): boolean {
  const low = unitAt(text, i + 1)
  return unitAt(text, i) === 0xd83c && low >= 0xdde6 && low <= 0xddff
}

/** A skin tone, or one of the invisible tag characters that flags of countries within countries end with. */
function isEmojiModifier(text: string, i: number): boolean {
  const high = unitAt(text, i)
  const low = unitAt(text, i + 1)
  return (high === 0xd83c && low >= 0xdffb && low <= 0xdfff) || (high === 0xdb40 && low >= 0xdc20 && low <= 0xdc7f)
}

function skipDigits(text: string, i: number): number {
  while (classAt(text, i) & CharClass.Digit) i += widthAt(text, i)
  return i
}

/** A space and three digits, and then no more: ` 000`. */
function isThousandGroup(text: string, i: number): boolean {
  const code = unitAt(text, i)
  if (code !== 0x20 && code !== 0xa0 && code !== 0x2009 && code !== 0x202f) return false
  for (let k = i + 1; k < i + 4; k++) {
    const digit = unitAt(text, k)
    if (!(digit >= 0x30 && digit <= 0x39)) return false
  }
  return !(classAt(text, i + 4) & WORD_CHAR)
}

const SUSPENDED_NUMBER = [' och ', ' eller ', ' samt ', ' till ', ' resp']

/** The hyphen at `i` stands for the rest of the word before it: ”hälso- och sjukvård”, ”in-, ut- och överskrivning”. */
function endsSuspended(text: string, i: number): boolean {
  return i + 1 === text.length || isEdge(text, i + 1)
}

/** The hyphen at `i` stands for the beginning of the word after it: ”barnkläder och -skor”. */
function startsSuspended(text: string, i: number): boolean {
  return i === 0 || isEdge(text, i - 1)
}

function isEdge(text: string, i: number): boolean {
  return (classAt(text, i) & (CharClass.Space | CharClass.Punctuation)) !== 0 && !isHyphen(unitAt(text, i))
}

function afterInvisible(text: string, i: number): number {
  while (classAt(text, i) & CharClass.Invisible) i++
  return i
}

/** A colon before an ending, `EU:s` or in capitals `API:ER`, or between digits. Not ”Obs:Viktigt”. */
function joinsEnding(text: string, i: number, seen: number): boolean {
  const next = classAt(text, i + 1)
  if (next & CharClass.Digit) return (classAt(text, i - 1) & CharClass.Digit) !== 0
  return (next & CharClass.Lower) !== 0 || ((next & CharClass.Upper) !== 0 && !(seen & CharClass.Lower))
}

/** Is the word before the colon at `i` a scheme with an address after it? */
function isScheme(text: string, start: number, i: number): boolean {
  const length = i - start
  if (length > 12) return false
  if (classAt(text, i + 1) & ALPHANUMERIC) return length === 6 && text.slice(start, i).toLowerCase() === 'mailto'
  if (!text.startsWith('//', i + 1) || !(classAt(text, i + 3) & ALPHANUMERIC)) return false
  return /^[a-z]+$/i.test(text.slice(start, i))
}

function isWww(text: string, start: number, i: number): boolean {
  return i - start === 3 && text.slice(start, i).toLowerCase() === 'www'
}

function addressFrom(text: string, start: number, scan: Scan): boolean {
  if (start < scan.noAddressBefore || !(classAt(text, start) & ALPHANUMERIC)) return false
  const { end, noneBefore } = scanAddress(text, start)
  scan.noAddressBefore = noneBefore
  if (end < 0) return false
  found(scan, TokenKind.Symbol, end)
  return true
}

/** A known abbreviation, or initials written together, whose first full stop is at `i`. The longest wins. */
function abbreviationFrom(text: string, start: number, i: number, scan: Scan): boolean {
  if (i - start > MAX_SINGLE) return false
  let end = -1
  let mayEnd = false
  for (let dot = i; ; ) {
    if (unitAt(text, dot + 1) === DOT) break // ”osv...” is a word and an ellipsis
    const known = abbreviationMayEnd(text.slice(start, dot + 1))
    if (known !== undefined) {
      end = dot + 1
      mayEnd = known
    }
    if (!(classAt(text, dot + 1) & LETTER)) break
    let next = dot + 1
    while (next - start <= MAX_ABBREVIATION && classAt(text, next) & (LETTER | CharClass.Mark))
      next += widthAt(text, next)
    if (next - start > MAX_ABBREVIATION) break
    if (unitAt(text, next) === DOT) {
      dot = next
      continue
    }
    // ”t.ex” without its last full stop.
    if (!(classAt(text, next) & WORD_CHAR) && abbreviationMayEnd(`${text.slice(start, next)}.`) !== undefined) {
      end = next
      mayEnd = false
    }
    break
  }
  const initials = initialsEnd(text, start, i)
  if (initials > end) {
    end = initials
    mayEnd = (classAt(text, start) & CharClass.Lower) !== 0
  }
  if (end < 0) return false
  found(scan, TokenKind.Word, end, mayEnd ? Stop.Abbreviation : Stop.None)
  return true
}

/** The end of two or more single letters with a full stop each, or -1. */
function initialsEnd(text: string, start: number, i: number): number {
  if (afterLetter(text, start) !== i) return -1
  let end = -1
  for (let dot = i; ; ) {
    const next = afterLetter(text, dot + 1)
    if (next < 0 || unitAt(text, next) !== DOT) return end
    end = next + 1
    dot = next
  }
}

/** The offset after one letter and its marks, or -1 if there is no letter at `i`. */
function afterLetter(text: string, i: number): number {
  if (!(classAt(text, i) & LETTER)) return -1
  i += widthAt(text, i)
  while (classAt(text, i) & CharClass.Mark) i += widthAt(text, i)
  return i
}

function isStop(code: number): boolean {
  return code === DOT || code === 0x21 || code === 0x3f || code === ELLIPSIS
}

/** Does the token at `p` look like the start of a sentence, given what came before it? */
function startsSentence(text: string, p: number, kind: TokenKind, gap: boolean, stop: Stop): boolean {
  if (kind === TokenKind.Punctuation) return false
  if (kind !== TokenKind.Word) return gap && stop !== Stop.Abbreviation
  let i = p
  while (classAt(text, i) & CharClass.Invisible || isHyphen(unitAt(text, i))) i++
  const first = classAt(text, i)
  if (first & CharClass.Lower) return false
  if (first & CharClass.Digit) return gap && stop !== Stop.Abbreviation
  // Without a space, only ”slut.Det” is a new sentence: not ”ASP.NET”.
  return gap || (first & CharClass.Upper && classAt(text, afterLetter(text, i)) & CharClass.Lower) !== 0
}

/** Is token `i`, before a full stop, an initial or a label (`1.`, `a.`) rather than the end of a sentence? */
function isLabel(
  text: string,
  i: number,
  sentenceStart: number,
  kinds: Uint8Array,
  starts: Uint32Array,
  ends: Uint32Array,
): boolean {
  if (kinds[i] === TokenKind.Number) return i === sentenceStart
  if (kinds[i] !== TokenKind.Word || afterLetter(text, starts[i]!) !== ends[i]) return false
  if (i === sentenceStart) return true
  if (!(classAt(text, starts[i]!) & CharClass.Upper)) return false
  if (kinds[i - 1] === TokenKind.Number) return false // ”Storgatan 12 A.”
  return !takesLetterLabel(wordKey(text.slice(starts[i - 1], ends[i - 1])))
}

interface Columns {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly kinds: Uint8Array
  readonly numbers: Int32Array
}

/** Where a text's tokens are put while it is cut. One for all texts, since nothing waits in between. */
let columns = makeColumns(1 << 12)

function makeColumns(capacity: number): Columns {
  return {
    starts: new Uint32Array(capacity),
    ends: new Uint32Array(capacity),
    kinds: new Uint8Array(capacity),
    numbers: new Int32Array(capacity),
  }
}

function growColumns(): void {
  const larger = makeColumns(columns.kinds.length * 2)
  larger.starts.set(columns.starts)
  larger.ends.set(columns.ends)
  larger.kinds.set(columns.kinds)
  larger.numbers.set(columns.numbers)
  columns = larger
}
