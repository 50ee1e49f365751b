import { characters } from '../hears.js'
import { unguarded } from '../prose.js'
import { defineRule } from '../rule.js'

/** Two to four words with slashes between. What is stuck to more than letters is a path, a code or an address. */
const SLASHED =
  /(?<![\p{L}\d/\\.:_@#~$%=&?–+-])\p{L}[\p{L}\u00ad-]{1,60}(?:(?:\s\/\s|\/\s?)\p{L}[\p{L}\u00ad-]{1,60}){1,3}(?![\p{L}\d/\\_@:=]|\.\p{L}|-\d)/gu

/** Units and the like, for which a slash means ”per”. */
const PER = new Set(
  'km tim min sek kr öre st mg kg ml dl cl cm mm mmol liter kwh mbit gbit mb gb euro år månad mån vecka dag dygn timme person barn h s m g l'.split(
    ' ',
  ),
)

export const slash = defineRule({
  id: 'slash',
  summary: 'Skriv ”eller” eller ”och” i stället för snedstreck.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [characters('/')],
  messages: {
    or: 'Skriv ut vad snedstrecket betyder: ”{suggestion}”, eller med ”och”.',
  },
  options: (z) =>
    z.strictObject({
      ignore: z.array(z.string()).default([]).describe('Uttryck med snedstreck som är godkända.'),
    }),
  check({ segments, report }, { ignore }) {
    const ignored = new Set(ignore.map((text) => text.toLowerCase()))
    for (const segment of segments) {
      for (const { span, found } of unguarded(segment, SLASHED)) {
        const [actual] = found
        const words = actual.split(/\s?\/\s?/u)
        if (ignored.has(actual.toLowerCase()) || isName(words) || words.some(isPer)) continue
        // ”och/eller” is the business of and-or.
        if (words.some((word) => /^(?:och|eller)$/iu.test(word))) continue
        // Words cut at the end of a line, and types of files: ”kommu- ner/landsting”, text/csv.
        if (actual.endsWith('-') || /\p{L}-\s?$/u.test(segment.prose.slice(Math.max(0, span.start - 4), span.start)))
          continue
        if (/^(?:text|image|audio|video|application|font)\/\S/u.test(actual)) continue
        const joined = (conjunction: string) =>
          `${words.slice(0, -1).join(', ')} ${conjunction} ${words[words.length - 1]}`
        report({
          segment,
          span,
          messageId: 'or',
          data: { suggestion: joined('eller') },
          suggestions: ['eller', 'och'].map((conjunction) => ({ span, text: joined(conjunction), safe: false })),
        })
      }
    }
  },
})

/** CI/CD, TCP/IP, Region/Kommun, GitHub/GitLab: names and codes, beginning with capitals on both sides. */
const isName = (words: readonly string[]) =>
  words.slice(1).every((word) => /^\p{Lu}/u.test(word)) || words.some((word) => /\p{Ll}\p{Lu}/u.test(word))

const isPer = (word: string) => PER.has(word.toLowerCase())
