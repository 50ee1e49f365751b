import type { AnalysedSegment } from '../../analysis/analyse.js'
import { isRunningText, unguarded } from '../prose.js'
import { defineRule } from '../rule.js'

const SPACE = '[ \\u00a0\\u202f]'
/** What a number is part of something else next to: a code, a path, an address, another number. */
const NOT_AFTER = '(?<![\\p{L}\\d.,:/\\\\+*#_&=%@–-])'
const NOT_BEFORE = '(?![\\p{L}\\d/\\\\_%@*=+]|[.,:–-]\\d|[.:–-]\\p{L})'

/** 800:-, 800.-, 12 000:- */
const PRICE = new RegExp(
  `${NOT_AFTER}(\\d{1,3}(?:[ \\u00a0.]\\d{3}){1,2}|\\d{1,7})(?::|\\.|,)[-–—](?![\\p{L}\\d-])(?!${SPACE}?(?:kr|kronor|sek)(?!\\p{L}))`,
  'giu',
)
const LONG = new RegExp(`${NOT_AFTER}(\\d{5,9})(,\\d{1,2})?${NOT_BEFORE}`, 'gu')
const DOTTED = new RegExp(`${NOT_AFTER}(\\d{1,3}(?:\\.\\d{3}){1,3})(,\\d{1,2})?${NOT_BEFORE}`, 'gu')
const PERCENT = /(?<![\p{L}\d.:/\\#_&=%([+*-])((?:\d{1,3}[–-])?\d{1,3}(?:,\d{1,3})?)%(?![\p{L}\d%:_/*(\])-])/gu

/** What follows an amount or a count, and never an id. */
const COUNTED =
  /^[ \u00a0\u202f](?:kronor|kr|sek|euro|dollar|öre|miljoner|personer|invånare|patienter|användare|besök|besökare|kvinnor|män|barn|elever|anställda|medarbetare|medlemmar|svar|ärenden|ansökningar|samtal|meter|kilometer|kilo|ton|liter|mil|timmar|dagar|år|gånger|ord|tecken|exemplar|stycken|st|kvadratmeter|hushåll|företag|människor|svenskar|vårdtillfällen|procent)(?!\p{L})/iu
/** What stands before a count. */
const ABOUT =
  /(?<!\p{L})(?:cirka|ca\.?|ungefär|omkring|runt|drygt|nästan|knappt|minst|högst|totalt|sammanlagt|mer än|fler än|färre än|mindre än|över|under|upp till|kostar|beloppet)[ \u00a0\u202f]$/iu
/** What stands before an id. */
const NAMED =
  /(?<!\p{L})(?:\p{L}{0,30}(?:nummer|numret|nr\.?|koden?|referens)|box|postbox|postnummer|postnr|blankett|blanketten|formulär|ärende|ärendet|artikel|kod|koden|port|porten|id|ref\.?|konto|kontonummer|bankgiro|plusgiro|bg|pg|kund|rum|diarienummer|dnr|version|kort|telefon|tel\.?|tfn|ring|fax|se|sms:?a?|lösenord|pin|kb|rad|sida)[:.]?[ \u00a0\u202f]$/iu

export const numberFormat = defineRule({
  id: 'number-format',
  summary: 'Skriv tal så att de går att läsa: 12 000, 7 procent, 800 kronor.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    price: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
    group: 'Dela upp talet i grupper om tre siffror: ”{suggestion}”.',
    dot: 'Skriv tusental med mellanslag i stället för punkt: ”{suggestion}”.',
    percent: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      if (!/\d/u.test(segment.prose)) continue
      for (const { span, found } of unguarded(segment, PRICE)) {
        const [actual, amount] = found
        const suggestion = `${grouped(amount!.replace(/\D/gu, ''))} ${amount === '1' ? 'krona' : 'kronor'}`
        const suggestions = [{ span, text: suggestion, safe: true }]
        report({ segment, span, messageId: 'price', data: { actual, suggestion }, suggestions })
      }
      for (const { span, found } of unguarded(segment, LONG)) {
        const { isCounted, isNamed } = surroundings(segment, span.start, span.end)
        const digits = found[1]!
        // Only a round number can be a count without anything that says so.
        if (isNamed || digits.startsWith('0') || !(isCounted || (/000$/u.test(digits) && digits.length < 9))) continue
        const suggestion = `${grouped(digits)}${found[2] ?? ''}`
        const suggestions = [{ span, text: suggestion, safe: isCounted }]
        report({ segment, span, messageId: 'group', data: { suggestion }, suggestions })
      }
      for (const { span, found } of unguarded(segment, DOTTED)) {
        const { isCounted, isNamed } = surroundings(segment, span.start, span.end)
        const digits = found[1]!.replaceAll('.', '')
        if (isNamed || digits.startsWith('0') || !(isCounted || /000$/u.test(digits))) continue
        const suggestion = `${grouped(digits)}${found[2] ?? ''}`
        const suggestions = [{ span, text: suggestion, safe: isCounted }]
        report({ segment, span, messageId: 'dot', data: { suggestion }, suggestions })
      }
      for (const { span, found } of unguarded(segment, PERCENT)) {
        const [actual, amount] = found
        const number = amount!.replace('-', '–')
        // Where there is little room the sign is fine, but with a space before it.
        const [word, sign] = [`${number} procent`, `${number} %`]
        const suggestion = isRunningText(segment) ? word : sign
        const suggestions = [suggestion, suggestion === word ? sign : word].map((text) => ({
          span,
          text,
          safe: text === suggestion,
        }))
        report({ segment, span, messageId: 'percent', data: { actual, suggestion }, suggestions })
      }
    }
  },
})

/** 12000 as 12 000. Four figures stay together, as years and short numbers do. */
function grouped(digits: string): string {
  if (digits.length < 5) return digits
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ' ')
}

/** UTF-16 code units to each side in which a word that belongs to a number lies. */
const NEAR = 24

function surroundings({ prose }: AnalysedSegment, start: number, end: number) {
  const before = prose.slice(Math.max(0, start - NEAR), start)
  const after = prose.slice(end, end + NEAR)
  const isCounted = COUNTED.test(after) || ABOUT.test(before)
  // A name after a number: 12000 Stockholm. A name before it: Volvo 24000.
  const isNamed =
    NAMED.test(before) || /^[ \u00a0]\p{Lu}/u.test(after) || (!isCounted && /\p{Lu}[\p{L}-]*[ \u00a0]$/u.test(before))
  return { isCounted, isNamed }
}
