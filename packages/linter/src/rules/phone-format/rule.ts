import { unguarded } from '../prose.js'
import { defineRule } from '../rule.js'
import { areaCodeLength, groupedSubscriber } from './area-codes.js'

const EDGE = '(?<![\\p{L}\\d.,:/\\\\+#_&=%@–-])'
const END = '(?![\\p{L}\\d/\\\\_%@]|[.,:–-]\\d)'

/** An area code set apart, and a subscriber's number in any grouping: 031-123456, (031) 12-34-56, 031/123456. */
const WITH_AREA = new RegExp(`${EDGE}(\\(?0\\d{1,3}\\)?)( ?[-–/] ?| )(\\d[\\d \\u00a0-]{3,11}\\d)${END}`, 'gu')
/** All figures together, which only a word before can make a telephone number. */
const TOGETHER = new RegExp(`${EDGE}0\\d{7,9}${END}`, 'gu')
/** +46 (0)31-12 34 56 */
const ABROAD = new RegExp(
  `(?<![\\p{L}\\d+])(?:\\+|00)46[ \\u00a0-]?(\\(0\\))?[ \\u00a0-]?([1-9][\\d \\u00a0-]{6,13}\\d)${END}`,
  'gu',
)

const ANNOUNCES =
  /(?<!\p{L})(?:tel\.?|telefon(?:nummer)?|tfn\.?|ring|ringa|mobil(?:nummer)?|mob\.?|fax|sms:?a?|växel|växeln|kundtjänst|jour|journummer|nummer|på)(?::|[ \u00a0]){1,2}$/iu
/** What a number is part of another kind of number after. */
const NAMES_OTHER =
  /(?<!\p{L})(?:(?:ärende|diarie|artikel|referens|order|kund|org|organisations|konto|giro|bankgiro|plusgiro|serie)\.?(?:nummer|numret|nr)?|dnr|id|version)[:.]?[ \u00a0]$/iu
const NEAR = 24

export const phoneFormat = defineRule({
  id: 'phone-format',
  summary: 'Skriv telefonnummer i grupper: 031-12 34 56.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    group: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      const { prose } = segment
      if (!/\d{2}/u.test(prose)) continue
      const replace = (span: { readonly start: number; readonly end: number }, suggestion: string, safe: boolean) => {
        const actual = prose.slice(span.start, span.end)
        const suggestions = [{ span, text: suggestion, safe }]
        report({ segment, span, messageId: 'group', data: { actual, suggestion }, suggestions })
      }
      const before = (start: number) => prose.slice(Math.max(0, start - NEAR), start)
      const isAnnounced = (start: number) => ANNOUNCES.test(before(start))

      for (const { span, found } of unguarded(segment, WITH_AREA)) {
        const [, area = '', between = '', subscriber = ''] = found
        const code = area.replace(/\D/gu, '')
        if (areaCodeLength(code) !== code.length || NAMES_OTHER.test(before(span.start))) continue
        // 031-2024-123 is the number of something else.
        if (subscriber.includes('-') && !/^\d{2,3}(?:[ \u00a0-]\d{2,3})+$/u.test(subscriber)) continue
        if (between === ' ' && !area.startsWith('(') && !isAnnounced(span.start)) continue
        if (!area.startsWith('(') && /^[-–\u2011 ]$/u.test(between) && isGrouped(subscriber)) continue
        const suggestion = written(`${code}${subscriber.replace(/\D/gu, '')}`)
        // Safe when the hyphen already says where the area code ends.
        if (suggestion !== undefined) replace(span, suggestion, between === '-')
      }
      for (const { span, found } of unguarded(segment, TOGETHER)) {
        if (!isAnnounced(span.start)) continue
        const suggestion = written(found[0])
        if (suggestion !== undefined) replace(span, suggestion, false)
      }
      for (const { span, found } of unguarded(segment, ABROAD)) {
        const digits = found[2]!.replace(/\D/gu, '')
        const length = areaCodeLength(`0${digits}`)
        if (length === undefined) continue
        const subscriber = groupedSubscriber(digits.slice(length - 1))
        if (subscriber === undefined) continue
        const isReadable = found[1] === undefined && /^\d{1,3}[ \u00a0-]/u.test(found[2]!) && isGrouped(found[2]!)
        if (!isReadable) replace(span, `+46 ${digits.slice(0, length - 1)} ${subscriber}`, true)
      }
    }
  },
})

/** Whether figures stand in groups of two or three with spaces between; ”524 524” and ”90 510” are fine too. */
const isGrouped = (digits: string) => /^\d{1,3}(?:[ \u00a0]\d{2,3})+$/u.test(digits)

function written(digits: string): string | undefined {
  const length = areaCodeLength(digits)
  if (length === undefined) return undefined
  const subscriber = groupedSubscriber(digits.slice(length))
  return subscriber === undefined ? undefined : `${digits.slice(0, length)}-${subscriber}`
}
