import type { AnalysedSegment } from '../../analysis/analyse.js'
import { HEADINGS } from '../hears.js'
import { levelOf, limit } from '../levels.js'
import { countWords, isBorrowed, looksForeign, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'

export const headingLength = defineRule({
  id: 'heading-length',
  summary: 'Skriv korta rubriker.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  presetOptions: { recommended: { info: 0 } },
  about: 'text',
  reach: 'segment',
  hears: [HEADINGS],
  messages: {
    words: 'Rubriken har {words} ord. Korta den till högst {most}.',
    characters: 'Rubriken har {characters} tecken. Korta den till högst {most}.',
  },
  options: (z) =>
    z.strictObject({
      info: limit(z, 8, 'Ge ett råd om rubriker med fler ord än så. 0 stänger av.'),
      warning: limit(z, 10, 'Varna för rubriker med fler ord än så. 0 stänger av.'),
      characters: limit(z, 70, 'Varna för rubriker med fler tecken än så. 0 stänger av.'),
    }),
  check({ segments, report }, { characters: mostCharacters, ...limits }) {
    for (const segment of segments) {
      const span = wholeOf(segment)
      const words = countWords(segment.words)
      const characters = span.end - span.start
      const level = levelOf(words, limits)
      const isWide = mostCharacters > 0 && characters > mostCharacters
      if (level === undefined && !isWide) continue
      if (isBorrowed(segment, span) || namesALaw(segment) || looksForeign(segment.words)) continue
      if (level === 'warning' || !isWide) {
        const most = limits.info || limits.warning
        report({ segment, span, messageId: 'words', data: { words, most }, severity: level ?? 'info' })
      } else {
        report({ segment, span, messageId: 'characters', data: { characters, most: mostCharacters } })
      }
    }
  },
})

/** The names of laws are as long as they are. */
const namesALaw = (segment: AnalysedSegment) => segment.guardsAt(wholeOf(segment)).includes('reference')
