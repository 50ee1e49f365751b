import type { Span } from '@klarsprak/swedish'
import type { Mark } from '../documents/document.js'

/** What kind of text the rules about words leave alone. */
export const GUARD_KINDS = ['quote', 'reference', 'address', 'number', 'placeholder', 'foreign'] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

export interface Guard extends Span {
  readonly kind: GuardKind
}

interface GuardPattern {
  readonly kind: GuardKind
  /** What every match holds some of; looked for first, since that is much cheaper. */
  readonly needs: RegExp
  /** Made when it is needed: a class of Unicode takes longer to make than a page to look through. */
  readonly pattern: () => RegExp
}

// Every pattern is anchored by what may not stand before it and has bounded repeats, so that a
// text of any shape costs linear time. Addresses are missing: to the tokeniser they are no words,
// so no term is found in them.
const PATTERNS: readonly GuardPattern[] = [
  // A file name: ansokan-bidrag.pdf.
  {
    kind: 'address',
    needs: /\.[a-zA-Z\u0080-\uffff]/,
    pattern: () =>
      /(?<![\p{L}\d_-])[\p{L}\d_-]{1,100}\.(?:pdf|docx?|xlsx?|pptx?|html?|php|aspx?|js|ts|json|ya?ml|xml|csv|md|txt|png|jpe?g|svg|zip)(?![\p{L}\d])/giu,
  },
  // Personnummer, samordningsnummer and organisationsnummer.
  { kind: 'number', needs: /\d[-+]\d/, pattern: () => /(?<![\d-])(?:\d{2})?\d{6}[-+]\d{4}(?![\d-])/gu },
  // Diarienummer, announced or by its shape: dnr HSN 2019-1234, Dnr: 4.1-7/2024, RS 2021-0345.
  {
    kind: 'number',
    needs: /d(?:nr|iar)/i,
    pattern: () => /(?<!\p{L})(?:dnr|diarienr|diarienummer)\b[.:]?\s{0,3}(?:\p{Lu}{1,8}[ -]?)?\d[\p{L}\d:./-]{0,40}/giu,
  },
  {
    kind: 'number',
    needs: /\d[/-]\d/,
    pattern: () => /(?<![\p{L}\d])\p{Lu}{1,8}[ -]?\d{4}[/-]\d{1,7}(?:-\d{1,5})?(?![\p{L}\d])/gu,
  },
  // References to statutes and official prints: SFS 2017:30, HSLF-FS 2016:40, SOU 2019:29, prop. 2020/21:57.
  {
    kind: 'reference',
    needs: /\d{2}:[a-zA-Z\u0080-\uffff]{0,8}\d/,
    pattern: () =>
      /(?<![\p{L}\d])(?:(?:SFS|\p{Lu}{2,6}-?FS|SOU|Ds|dir|prop|bet|skr|rskr|JO|NJA|RÅ|HFD)\.?\s{1,3})?\d{4}(?:\/\d{2})?:\p{L}{0,4}\d{1,5}(?!\d)/gu,
  },
  {
    kind: 'placeholder',
    needs: /[{%]/,
    pattern: () =>
      /\{\{[^{}]{0,200}\}\}|\$?\{[\w.,# -]{0,100}\}|\{%[^{}]{0,200}%\}|%\([\w]{1,60}\)[sd]|%(?:\d{1,2}\$)?[sd@](?!\p{L})/gu,
  },
]

/** In all that any of them finds: most texts have none of it. */
const NEEDED = /[\d{%]|\.[a-zA-Z\u0080-\uffff]/

/** What the start of a law's name ends with. Without the letters before, it is found in one look at each character. */
const NEEDED_BY_LAW_TITLE =
  /(?:lag|lagen|förordning|förordningen|balken|föreskrifter|föreskrifterna|kungörelsen)\s(?:\(\d{4}:\d{1,5}\)\s)?om\s/i
/** The start of a law's name: lagen om, förordningen (2016:1145) om. */
const LAW_TITLE = new RegExp(`(?<!\\p{L})[\\p{L}-]{0,60}${NEEDED_BY_LAW_TITLE.source}`, 'giu')

const OM = /\som\s/i

/** Words that a law's name does not hold, so that it has ended before them. */
const AFTER_LAW_TITLE = new Set(
  (
    'ska skall kan får måste bör är var har hade gäller innebär säger ger reglerar kräver anger styr finns träder trädde ' +
    'behöver blir du vi ni man om när eftersom att samt men så där som inte'
  ).split(' '),
)
const LONGEST_LAW_TITLE = 14

/** Marks of quotation that open and close, by the mark that opens. */
const CLOSERS: Readonly<Record<string, string>> = {
  '”': '”',
  '“': '”“',
  '„': '”“',
  '"': '"',
  '»': '»«',
  '«': '»',
  '’': '’',
  '‘': '’',
  "'": "'",
}

/** Answers which kinds of guarded text a span of `prose` touches, one for each stretch. */
export function createGuards(prose: string, marks: readonly Mark[]): (span: Span) => readonly GuardKind[] {
  const guards = [...quotesIn(prose, marks), ...writtenIn(prose), ...lawTitlesIn(prose)]
  return guards.length === 0 ? () => NOTHING : createLookup(guards)
}

const NOTHING: readonly GuardKind[] = []

/** Quotations, and what the markup says is a quotation or in another language. */
function quotesIn(prose: string, marks: readonly Mark[]): readonly Guard[] {
  const guards: Guard[] = quotations(prose).map((span) => ({ kind: 'quote', ...span }))
  for (const mark of marks) {
    if (mark.kind === 'quote') guards.push({ kind: 'quote', start: mark.start, end: mark.end })
    if (mark.kind === 'foreign' && !mark.value?.toLowerCase().startsWith('sv')) {
      guards.push({ kind: 'foreign', start: mark.start, end: mark.end })
    }
  }
  return guards
}

/** References, numbers, placeholders and names of files. */
function writtenIn(prose: string): readonly Guard[] {
  const guards: Guard[] = []
  if (!NEEDED.test(prose)) return guards
  for (const { kind, needs, pattern } of PATTERNS) {
    if (!needs.test(prose)) continue
    for (const { 0: found, index } of prose.matchAll(pattern())) {
      guards.push({ kind, start: index, end: index + found.length })
    }
  }
  return guards
}

function lawTitlesIn(prose: string): readonly Guard[] {
  if (!OM.test(prose) || !NEEDED_BY_LAW_TITLE.test(prose)) return []
  return Array.from(prose.matchAll(LAW_TITLE), ({ 0: found, index }) => ({
    kind: 'reference',
    start: index,
    end: endOfLawTitle(prose, index + found.length),
  }))
}

function endOfLawTitle(prose: string, from: number): number {
  const word = /[^\s.,;:()!?”"]+|[.,;:()!?”"]/gu
  word.lastIndex = from
  let end = from
  for (let count = 0; count < LONGEST_LAW_TITLE; count++) {
    const found = word.exec(prose)
    if (found === null || /^[.,;:()!?”"]/u.test(found[0]) || AFTER_LAW_TITLE.has(found[0].toLowerCase())) break
    end = found.index + found[0].length
  }
  return end
}

const QUOTATION_MARK = /[”“„"»«’‘']/gu

/** Text between marks of quotation, marks included. One without its partner quotes nothing. */
function quotations(prose: string): readonly Span[] {
  const spans: Span[] = []
  if (prose.search(QUOTATION_MARK) < 0) return spans
  const open = new Map<string, number>()
  for (const { 0: char, index: at } of prose.matchAll(QUOTATION_MARK)) {
    const wordBefore = at > 0 && /[\p{L}\d.,!?…)\uFFFC]/u.test(prose[at - 1]!)
    const wordAfter = at + 1 < prose.length && /[\p{L}\d(\uFFFC]/u.test(prose[at + 1]!)
    const opener = [...open.keys()].find((key) => CLOSERS[key]!.includes(char))
    if (opener !== undefined && wordBefore && !(wordAfter && isApostrophe(char))) {
      spans.push({ start: open.get(opener)!, end: at + 1 })
      open.delete(opener)
    } else if (CLOSERS[char] !== undefined && wordAfter && !wordBefore && !open.has(char)) {
      open.set(char, at)
    }
  }
  return spans
}

const isApostrophe = (char: string) => char === '’' || char === "'"

/** Answers which kinds of `guards` a span touches. */
function createLookup(guards: readonly Guard[]): (span: Span) => readonly GuardKind[] {
  const sorted = [...guards].sort((a, b) => a.start - b.start)
  // The farthest end so far: going back from a guard, nothing before a smaller one reaches further.
  const reach: number[] = []
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return (span) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]!.start < span.end) low = middle + 1
      else high = middle
    }
    const kinds: GuardKind[] = []
    for (let at = low - 1; at >= 0 && reach[at]! > span.start; at--) {
      if (sorted[at]!.end > span.start) kinds.push(sorted[at]!.kind)
    }
    return kinds
  }
}
