import { isDay, writtenDate } from '../calendar.js'
import { isRunningText, unguarded } from '../prose.js'
import { defineRule } from '../rule.js'

const NOT_AFTER = '(?<![\\p{L}\\d.,:/\\\\+#_&=%@–-])'
const NOT_BEFORE = '(?![\\p{L}\\d/\\\\_%@]|[.,:–-]\\d)'

/** 2024/11/02, 2024.11.02 */
const YEAR_FIRST = new RegExp(`${NOT_AFTER}((?:19|20)\\d{2})([/.])(\\d{1,2})\\2(\\d{1,2})${NOT_BEFORE}`, 'gu')
/** 2.11.2024, 02/11/2024, 2/11-2024, 2/11 2024, 02-11-2024 */
const DAY_FIRST = new RegExp(
  `${NOT_AFTER}(\\d{1,2})([/.-])(\\d{1,2})(?:[/.-]|(?<=/\\d{1,2})[ \\u00a0])((?:19|20)\\d{2})${NOT_BEFORE}`,
  'gu',
)
/** 24-11-02 */
const SHORT = new RegExp(`${NOT_AFTER}(\\d{2})-(\\d{2})-(\\d{2})${NOT_BEFORE}`, 'gu')
/** 2/11, 2/11-24 */
const SLASHED = new RegExp(
  `${NOT_AFTER}(\\d{1,2})/(\\d{1,2})(?:-(\\d{2}))?(?![ \\u00a0]?(?:19|20)\\d{2})${NOT_BEFORE}`,
  'gu',
)

/** Words that a day stands after, and never a fraction. */
const BEFORE_DAY =
  /(?<!\p{L})(?:den|fr\.?o\.?m\.?|t\.?o\.?m\.?|senast|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)[ \u00a0]$/iu
/** Words that a day or a fraction may stand after. */
const BEFORE_EITHER = /(?<!\p{L})(?:på|till|från|före|efter|innan|sedan|omkring|runt|mellan|och)[ \u00a0]$/iu
const BEFORE_COUNT =
  /(?<!\p{L})(?:sida|sidan|fråga|steg|bild|del|nr|nummer|kapitel|poäng|resultat|resultatet)[ \u00a0]$/iu
const AFTER_FRACTION = /^[ \u00a0]?(?:av|dl|l|liter|msk|tsk|tablett|tabletter|kg|år|del|delar|poäng)(?!\p{L})/iu
/** Expressions that a day and a month could be. */
const RATIOS = new Set(['24/7', '16/9'])
const NEAR = 20

export const dateFormat = defineRule({
  id: 'date-format',
  summary: 'Skriv datum med månadens namn och årtal: 2 november 2024.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    date: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
    noYear: 'Skriv ”{suggestion}” och årtalet i stället för ”{actual}”.',
    unclear: 'Skriv månadens namn: ”{actual}” kan läsas på flera sätt.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      if (!/\d[/.-]\d/u.test(segment.prose)) continue
      const isRoomy = isRunningText(segment)
      const replace = (
        span: { readonly start: number; readonly end: number },
        actual: string,
        [day, month, year]: readonly [number, number, number],
        safe: boolean,
      ) => {
        if (!isDay(month, day)) return
        const written = writtenDate(day, month, year)
        const digits = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
        // In a table there may be no room for the name of the month.
        const [suggestion, other] = isRoomy ? [written, digits] : [digits, written]
        report({
          segment,
          span,
          messageId: 'date',
          data: { actual, suggestion },
          suggestions: [
            { span, text: suggestion!, safe },
            { span, text: other!, safe: false },
          ],
        })
      }

      for (const { span, found } of unguarded(segment, YEAR_FIRST)) {
        replace(span, found[0], [Number(found[4]), Number(found[3]), Number(found[1])], true)
      }
      for (const { span, found } of unguarded(segment, DAY_FIRST)) {
        const [day, month, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
        // 11/02/2024 may be November or February; 2.11.2024 and 25/11/2024 can be but one thing.
        if (found[2] === '.' || day > 12 || found[0].includes('-20') || /[ \u00a0]/u.test(found[0])) {
          replace(span, found[0], [day, month, year], false)
        } else if (isDay(month, day) || isDay(day, month)) {
          report({ segment, span, messageId: 'unclear', data: { actual: found[0] } })
        }
      }
      for (const { span, found } of unguarded(segment, SHORT)) {
        replace(span, found[0], [Number(found[3]), Number(found[2]), 2000 + Number(found[1])], false)
      }
      for (const { span, found } of unguarded(segment, SLASHED)) {
        const [day, month] = [Number(found[1]), Number(found[2])]
        if (found[3] !== undefined) {
          replace(span, found[0], [day, month, 2000 + Number(found[3])], false)
          continue
        }
        if (!isDay(month, day)) continue
        const before = segment.prose.slice(Math.max(0, span.start - NEAR), span.start)
        if (AFTER_FRACTION.test(segment.prose.slice(span.end, span.end + NEAR)) || BEFORE_COUNT.test(before)) continue
        const isLikeADay = !isLikeAFraction(day, month) && BEFORE_EITHER.test(before)
        if (!BEFORE_DAY.test(before) && !isLikeADay && (day <= 12 || RATIOS.has(found[0]))) continue
        const suggestion = writtenDate(day, month)
        // Not safe: the year is missing, and only the writer knows it.
        const suggestions = [{ span, text: suggestion, safe: false }]
        report({ segment, span, messageId: 'noYear', data: { actual: found[0], suggestion }, suggestions })
      }
    }
  },
})

/** 1/2, 2/3, 3/4, 7/10 */
const isLikeAFraction = (day: number, month: number) => day < month && [2, 3, 4, 5, 6, 8, 10].includes(month)
