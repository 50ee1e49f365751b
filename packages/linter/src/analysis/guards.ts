import type { Span } from '@klarsprak/swedish'
import type { Mark } from '../documents/document.js'

/** What kind of text the rules about words leave alone. */
export const GUARD_KINDS = ['quote', 'reference', 'address', 'number', 'placeholder', 'foreign'] as const
export type GuardKind = (typeof GUARD_KINDS)[number]

export interface Guard extends Span {
  readonly kind: GuardKind
}

// Every pattern is anchored by what may not stand before it and has bounded repeats, so that a
// text of any shape costs linear time.
const PATTERNS: readonly { readonly kind: GuardKind; readonly pattern: RegExp }[] = [
  { kind: 'address', pattern: /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s<>”"]{1,2000}/giu },
  {
    // A domain without its protocol: 1177.se, vardgivarguiden.se/it-stod.
    kind: 'address',
    pattern:
      /(?<![\p{L}\d.@/-])(?:[\p{L}\d-]{1,63}\.){1,5}(?:se|com|org|net|nu|eu|fi|no|dk|io|info|gov)(?![\p{L}\d-])(?:\/[^\s<>”"]{0,500})?/giu,
  },
  { kind: 'address', pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d.-]{1,190}\.\p{L}{2,24}/giu },
  // A file name: ansokan-bidrag.pdf.
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}\d_-])[\p{L}\d_-]{1,100}\.(?:pdf|docx?|xlsx?|pptx?|html?|php|aspx?|js|ts|json|ya?ml|xml|csv|md|txt|png|jpe?g|svg|zip)(?![\p{L}\d])/giu,
  },
  // Personnummer, samordningsnummer and organisationsnummer.
  { kind: 'number', pattern: /(?<![\d-])(?:\d{2})?\d{6}[-+]\d{4}(?![\d-])/gu },
  // Diarienummer, announced or by its shape: dnr HSN 2019-1234, Dnr: 4.1-7/2024, RS 2021-0345.
  {
    kind: 'number',
    pattern: /(?<!\p{L})(?:dnr|diarienr|diarienummer)\b[.:]?\s{0,3}(?:\p{Lu}{1,8}[ -]?)?\d[\p{L}\d:./-]{0,40}/giu,
  },
  { kind: 'number', pattern: /(?<![\p{L}\d])\p{Lu}{1,8}[ -]?\d{4}[/-]\d{1,7}(?:-\d{1,5})?(?![\p{L}\d])/gu },
  // References to statutes and official prints: SFS 2017:30, HSLF-FS 2016:40, SOU 2019:29, prop. 2020/21:57.
  {
    kind: 'reference',
    pattern:
      /(?<![\p{L}\d])(?:(?:SFS|\p{Lu}{2,6}-?FS|SOU|Ds|dir|prop|bet|skr|rskr|JO|NJA|RÅ|HFD)\.?\s{1,3})?\d{4}(?:\/\d{2})?:\p{L}{0,4}\d{1,5}(?!\d)/gu,
  },
  {
    kind: 'placeholder',
    pattern:
      /\{\{[^{}]{0,200}\}\}|\$?\{[\w.,# -]{0,100}\}|\{%[^{}]{0,200}%\}|%\([\w]{1,60}\)[sd]|%(?:\d{1,2}\$)?[sd@](?!\p{L})/gu,
  },
]

/** The start of a law's name: lagen om, förordningen (2016:1145) om. */
const LAW_TITLE =
  /(?<!\p{L})[\p{L}-]{0,60}(?:lag|lagen|förordning|förordningen|balken|föreskrifter|föreskrifterna|kungörelsen)\s(?:\(\d{4}:\d{1,5}\)\s)?om\s/giu

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

/** The stretches of `prose` that are somebody else's words or no words at all, in no certain order. */
export function guardsIn(prose: string, marks: readonly Mark[]): readonly Guard[] {
  const guards: Guard[] = []
  for (const { kind, pattern } of PATTERNS) {
    for (const found of prose.matchAll(pattern)) {
      guards.push({ kind, start: found.index, end: found.index + found[0].length })
    }
  }
  for (const found of prose.matchAll(LAW_TITLE)) {
    guards.push({ kind: 'reference', start: found.index, end: endOfLawTitle(prose, found.index + found[0].length) })
  }
  for (const span of quotations(prose)) guards.push({ kind: 'quote', ...span })
  for (const mark of marks) {
    if (mark.kind === 'quote') guards.push({ kind: 'quote', start: mark.start, end: mark.end })
    if (mark.kind === 'foreign' && !mark.value?.toLowerCase().startsWith('sv')) {
      guards.push({ kind: 'foreign', start: mark.start, end: mark.end })
    }
  }
  return guards
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

/** Text between marks of quotation, marks included. One without its partner quotes nothing. */
function quotations(prose: string): readonly Span[] {
  const spans: Span[] = []
  const open = new Map<string, number>()
  for (let at = 0; at < prose.length; at++) {
    const char = prose[at]!
    const closers = CLOSERS[char]
    if (closers === undefined && !isCloser(char)) continue
    const wordBefore = at > 0 && /[\p{L}\d.,!?…)\uFFFC]/u.test(prose[at - 1]!)
    const wordAfter = at + 1 < prose.length && /[\p{L}\d(\uFFFC]/u.test(prose[at + 1]!)
    const opener = [...open.keys()].find((key) => CLOSERS[key]!.includes(char))
    if (opener !== undefined && wordBefore && !(wordAfter && isApostrophe(char))) {
      spans.push({ start: open.get(opener)!, end: at + 1 })
      open.delete(opener)
    } else if (closers !== undefined && wordAfter && !wordBefore && !open.has(char)) {
      open.set(char, at)
    }
  }
  return spans
}

const isCloser = (char: string) => char === '”' || char === '“' || char === '«' || char === '»' || char === '’'
const isApostrophe = (char: string) => char === '’' || char === "'"

/** Answers which kinds of `guards` a span touches. */
export function createGuards(guards: readonly Guard[]): (span: Span) => readonly GuardKind[] {
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
