import { capitalised, unguarded } from '../prose.js'
import { defineRule } from '../rule.js'
import { ABBREVIATIONS, type SpacedAbbreviation } from './abbreviations.js'

interface Form {
  readonly abbreviation: SpacedAbbreviation
  readonly pattern: RegExp
}

const SPACE = '[ \\u00a0\\u202f]'
const escaped = (text: string) => text.replaceAll('.', '\\.')

/** ”t ex”, ”t. ex.”, ”t .ex” and the forms that are listed. The right form is found too, and passed over. */
const FORMS: readonly Form[] = ABBREVIATIONS.map((abbreviation) => {
  const letters = (abbreviation.right === 'dvs.' ? 'd.v.s.' : abbreviation.right)
    .split('.')
    .filter((part) => part !== '')
  const spaced = letters.join(`(?:\\.?${SPACE}{1,2}|${SPACE}?\\.${SPACE}?)`)
  const also = (abbreviation.also ?? []).map(escaped)
  // ”5 m m” may be metres.
  const before = abbreviation.right === 'm.m.' ? `(?<![\\p{L}\\d.,-]|\\d${SPACE})` : '(?<![\\p{L}\\d.,-])'
  const forms = [spaced, ...also].join('|')
  return { abbreviation, pattern: new RegExp(`${before}(?:${forms})(\\.?)(?![\\p{L}\\d/:-])`, 'giu') }
})

export const abbreviationForm = defineRule({
  id: 'abbreviation-form',
  summary: 'Skriv ut förkortningar, eller skriv dem med punkt och utan mellanslag.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    write: 'Skriv ”{suggestion}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      const { prose } = segment
      for (const { abbreviation, pattern } of FORMS) {
        for (const { span, found } of unguarded(segment, pattern)) {
          const actual = found[0]
          // Initials of a name are no abbreviation: Anna F D Ek.
          if (isRight(actual, abbreviation) || /\p{Lu}/u.test(actual.slice(1))) continue
          const endsSentence =
            found[1] === '.' && abbreviation.mayEnd === true && isEnd(prose.slice(span.end, span.end + 4))
          const cased = (text: string) => (/^\p{Lu}/u.test(actual) ? capitalised(text) : text)
          const short = cased(abbreviation.right)
          const long = abbreviation.out.map((text) => `${cased(text)}${endsSentence ? '.' : ''}`)
          // Which of several long forms is right depends on the sentence, so then the short one goes first.
          const texts = long.length === 1 ? [...long, short] : [short, ...long]
          report({
            segment,
            span,
            messageId: 'write',
            data: { suggestion: texts[0]!, actual },
            suggestions: texts.map((text, at) => ({ span, text, safe: at === 0 })),
          })
        }
      }
    }
  },
})

function isRight(actual: string, { right, fine = [] }: SpacedAbbreviation): boolean {
  return [right, ...fine].includes(actual.toLowerCase())
}

/** Whether a sentence has ended before `rest`. */
const isEnd = (rest: string) => rest.trim() === '' || /^\s+[\p{Lu}–•”"]/u.test(rest)
