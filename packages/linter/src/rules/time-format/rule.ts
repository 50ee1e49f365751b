import type { Span } from '@klarsprak/swedish'
import { MONTHS, WEEKDAYS } from '../calendar.js'
import { unguarded } from '../prose.js'
import { defineRule } from '../rule.js'

const NOT_AFTER = '(?<![\\p{L}\\d.,:/\\\\+#_&=%@–-])'
const NOT_BEFORE = '(?![\\p{L}\\d/\\\\_%@+]|[.,:–-]\\d)'
const TIME = '(?:[01]?\\d|2[0-4])'
const SPACE = '[ \\u00a0]'

/** 13:00, 13:00-15:30, 9.00-12.00, 9-12, with kl or klockan before or not. */
const CLOCK = new RegExp(
  `${NOT_AFTER}(?:(kl\\.?|klockan)(${SPACE}{0,2}))?(${TIME})(?:([:.])([0-5]\\d))?(?:(${SPACE}?[-–—]${SPACE}?)(${TIME})(?:([:.])([0-5]\\d))?)?${NOT_BEFORE}`,
  'giu',
)
/** Words that a time of day stands after. */
const BEFORE_TIME = new RegExp(
  `(?<!\\p{L})(?:kl\\.?|klockan|öppet|öppettider|öppettid|telefontid|(?:${WEEKDAYS.join('|')})(?:ar|en|arna)?|vardagar|vardag|helger|helgfri|dagligen|idag|i${SPACE}dag|i${SPACE}morgon|mellan|från|till|före|efter|senast|och):?${SPACE}{1,2}$`,
  'iu',
)
/** Words that make two figures with a hyphen between them hours. */
const HOURS_AFTER = new RegExp(
  `(?<!\\p{L})(?:öppet|öppettider|telefontid|(?:${WEEKDAYS.join('|')})(?:ar|en)?|vardagar|vardag|helger|dagligen):?${SPACE}{1,2}$`,
  'iu',
)
const MONTH = `(?:${MONTHS.join('|')})`
/** 2-5 november, 30 oktober-2 november */
const DAYS = new RegExp(
  `(?<![\\p{L}\\d.,:/–-])(\\d{1,2})${SPACE}?-${SPACE}?(\\d{1,2})(?=${SPACE}${MONTH}(?!\\p{L}))`,
  'giu',
)
const MONTHS_APART = new RegExp(
  `(?<!\\p{L})(${MONTH}|(?:${WEEKDAYS.join('|')}))${SPACE}?-${SPACE}?((?:\\d{1,2}${SPACE})?${MONTH}|(?:${WEEKDAYS.join('|')}))(?![\\p{L}-])`,
  'giu',
)
const YEARS = /(?<![\p{L}\d.,:/\\+#_&=%@–-])((?:19|20)\d{2})-((?:19|20)\d{2})(?![\p{L}\d/\\_%@:-]|[.,]\d)/gu
const NEAR = 16

export const timeFormat = defineRule({
  id: 'time-format',
  summary: 'Skriv klockslag med punkt och tankstreck: kl. 13.00–15.30.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    write: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
    dash: 'Skriv tankstreck mellan {what}: ”{suggestion}”.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      const { prose } = segment
      const replace = (span: Span, suggestion: string, safe: boolean, what?: string) => {
        const actual = prose.slice(span.start, span.end)
        if (actual === suggestion) return
        const suggestions = [{ span, text: suggestion, safe }]
        if (what === undefined) report({ segment, span, messageId: 'write', data: { actual, suggestion }, suggestions })
        else report({ segment, span, messageId: 'dash', data: { what, suggestion }, suggestions })
      }

      if (/\d/u.test(prose)) {
        for (const { span, found } of unguarded(segment, CLOCK)) {
          const [, kl, gap = '', from, mark, minutes, dash, to, mark2, minutes2] = found
          const before = prose.slice(Math.max(0, span.start - NEAR), span.start)
          const isAnnounced = kl !== undefined || BEFORE_TIME.test(before)
          const hasColon = mark === ':' || mark2 === ':'
          const isRange = dash !== undefined && minutes !== undefined && minutes2 !== undefined
          if (dash !== undefined) {
            // 9-12 may be anything; so may 1.1-1.3 and 9.00-12.00 of a list of sections.
            const isClock =
              kl !== undefined || HOURS_AFTER.test(before) || (isRange && from!.length === 2 && to!.length === 2)
            if (!isClock && !(isRange && hasColon)) continue
          } else if (!(isAnnounced && (hasColon || kl !== undefined))) continue
          const word = kl === undefined ? '' : /^kl/iu.test(kl) && kl.length < 4 ? `${kl[0]}l. ` : `${kl}${gap}`
          const written = (hour: string, minute: string | undefined) =>
            minute === undefined ? hour : `${hour}.${minute}`
          const suggestion = `${word}${written(from!, minutes)}${dash === undefined ? '' : `–${written(to!, minutes2)}`}`
          replace(span, suggestion, true)
        }
        for (const { span, found } of unguarded(segment, DAYS)) {
          if (Number(found[1]) < Number(found[2]) && Number(found[2]) <= 31) {
            replace(span, `${found[1]}–${found[2]}`, true, 'datum')
          }
        }
        for (const { span, found } of unguarded(segment, YEARS)) {
          // Not safe: it may be the number of a case.
          if (Number(found[1]) < Number(found[2])) replace(span, `${found[1]}–${found[2]}`, false, 'årtal')
        }
      }
      for (const { span, found } of unguarded(segment, MONTHS_APART)) {
        // ”november-30 december” has a space on neither side, ”30 november – 2 december” on both.
        const wide = /\d/u.test(found[2]!) || /\d[ \u00a0]$/u.test(prose.slice(Math.max(0, span.start - 3), span.start))
        replace(span, `${found[1]}${wide ? ' – ' : '–'}${found[2]}`, true, 'dagar och månader')
      }
    }
  },
})
