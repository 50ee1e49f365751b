import { tokenText } from '../../analysis/analyse.js'
import { BUTTONS } from '../hears.js'
import { limit } from '../levels.js'
import { sentencesIn, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'
import { isVagueButton } from '../vague-links.js'

export const buttonLabel = defineRule({
  id: 'button-label',
  summary: 'Låt knappen säga vad som händer.',
  severity: 'warning',
  presets: ['strict'],
  about: 'text',
  reach: 'segment',
  hears: [BUTTONS],
  messages: {
    vague: 'Skriv vad som händer i stället för ”{label}”.',
    answer: 'Skriv vad som händer i stället för ”{label}”, till exempel ”Spara ändringarna”.',
    long: 'Knappen har {characters} tecken. Korta den till högst {max}.',
    stop: 'Skriv knappens text utan punkt.',
  },
  options: (z) =>
    z.strictObject({
      max: limit(z, 35, 'Så många tecken får en knapp ha. 0 stänger av.'),
      answers: z.boolean().default(true).describe('Anmärk på OK, Ja och Nej.'),
    }),
  check({ segments, report }, { max, answers }) {
    for (const segment of segments) {
      const { prose, words } = segment
      const span = wholeOf(segment)
      const label = prose.slice(span.start, span.end)
      const characters = [...label].length
      if (isVagueButton(label)) report({ segment, span, messageId: 'vague', data: { label } })
      else if (answers && /^(?:ok|okej|okay|ja|nej)[.!]?$/iu.test(label)) {
        report({ segment, span, messageId: 'answer', data: { label } })
      } else if (max > 0 && characters > max) report({ segment, span, messageId: 'long', data: { characters, max } })

      const last = words.count - 1
      if (tokenText(words, last) !== '.' || sentencesIn(segment).length !== 1) continue
      const stop = { start: words.starts[last]!, end: words.ends[last]! }
      report({ segment, span: stop, messageId: 'stop', data: {}, suggestions: [{ span: stop, text: '', safe: true }] })
    }
  },
})
