import { isSentenceStart, isWord, matchesBetween, tokenText } from '../../analysis/analyse.js'
import { limit } from '../levels.js'
import { defineRule } from '../rule.js'

/** Authorities and the like, whose names are one word: Integritetsskyddsmyndigheten. */
const NAME_ENDING =
  /(?:myndigheten|verket|styrelsen|nämnden|inspektionen|ombudsmannen|delegationen|ämbetet|kammaren|sjukhuset|förbundet)s?$/u

export const longWord = defineRule({
  id: 'long-word',
  summary: 'Dela upp mycket långa ord.',
  severity: 'info',
  presets: ['strict'],
  messages: {
    long: '”{word}” har {letters} bokstäver. Skriv hellre med flera ord, om det går.',
  },
  options: (z) =>
    z.strictObject({
      max: limit(z, 20, 'Så många bokstäver får ett ord ha. Delar med bindestreck räknas var för sig.'),
      ignore: z.array(z.string()).default([]).describe('Ord som är godkända fast de är långa.'),
    }),
  check({ segments, report }, { max, ignore }) {
    const done = new Set(ignore.map((word) => word.toLowerCase()))
    for (const segment of segments) {
      const { words } = segment
      for (let token = 0; token < words.count; token++) {
        const span = { start: words.starts[token]!, end: words.ends[token]! }
        if (span.end - span.start <= max || !isWord(words, token)) continue
        const word = tokenText(words, token)
        const letters = lettersInLongest(word)
        const key = words.key(token)
        if (letters <= max || done.has(key) || !isPlainWord(word)) continue
        const isName = /^\p{Lu}/u.test(word) && (!isSentenceStart(segment, token) || NAME_ENDING.test(word))
        // A long term of the bank is known to those who keep the bank, and has its own advice.
        const isTerm = matchesBetween(segment, token, token + 1).some(({ part }) => part === 'whole')
        if (isName || isTerm || segment.guardsAt(span).length > 0) continue
        // Once for each word: the writer knows it the second time.
        done.add(key)
        report({ segment, span, messageId: 'long', data: { word, letters } })
      }
    }
  },
})

/** Letters in the longest part of a word with hyphens. A word may have any number of parts. */
function lettersInLongest(word: string): number {
  let most = 0
  for (const part of word.split(/[-‐‑–:]/u)) most = Math.max(most, part.match(/\p{L}/gu)?.length ?? 0)
  return most
}

/** No code (`getUserPermissions`) and no file name: a capital may only come first. */
const isPlainWord = (word: string) => /^\p{L}[\p{Ll}\p{M}\u00ad-]*(?::\p{Ll}+)?$/u.test(word)
