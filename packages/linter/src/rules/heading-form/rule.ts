import { isKnownAbbreviation } from '@klarsprak/swedish'
import { tokenText } from '../../analysis/analyse.js'
import { HEADINGS } from '../hears.js'
import { capitalised, isBorrowed, sentencesIn, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'

/** Openings that say nothing about what the text is about. ”Gällande” is left out: it is an adjective as often. */
const EMPTY_START =
  /^(?:(?:(?:allmän|kort|mer|ytterligare|viktig)\s+)?information\s+(?:om|kring|angående|rörande|gällande)|allmänt\s+(?:om|kring)|lite\s+om|angående|rörande|avseende|beträffande)\s+(?=\S)/iu
const SAYS_NOTHING =
  /^(?:information|allmänt|övrigt|diverse|(?:allmän|övrig|mer|ytterligare)\s+information|mer\s+info)$/iu

export const headingForm = defineRule({
  id: 'heading-form',
  summary: 'Låt rubriken börja med det viktigaste och sluta utan punkt.',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  reach: 'segment',
  hears: [HEADINGS],
  messages: {
    stop: 'Skriv rubriken utan punkt.',
    start: 'Börja rubriken med det viktigaste i stället för ”{start}”.',
    nothing: 'Skriv vad avsnittet handlar om i stället för ”{heading}”.',
  },
  options: (z) => z.strictObject({}),
  check({ segments, report }) {
    for (const segment of segments) {
      const { words, prose } = segment
      const whole = wholeOf(segment)
      if (isBorrowed(segment, whole)) continue
      const text = prose.slice(whole.start, whole.end)

      const start = EMPTY_START.exec(text)?.[0]
      if (start !== undefined) {
        const end = whole.start + start.length
        report({
          segment,
          span: { start: whole.start, end: whole.start + start.trimEnd().length },
          messageId: 'start',
          data: { start: start.trimEnd() },
          // Not safe: the writer may know something better to begin with.
          suggestions: [{ span: { start: whole.start, end: end + 1 }, text: capitalised(prose[end]!), safe: false }],
        })
      } else if (SAYS_NOTHING.test(text)) {
        report({ segment, span: whole, messageId: 'nothing', data: { heading: text } })
      }

      const last = words.count - 1
      if (tokenText(words, last) !== '.' || sentencesIn(segment).length !== 1) continue
      // ”Skola m.m.” ends with an abbreviation, ”1.” is a number.
      if (last < 1 || isKnownAbbreviation(`${words.key(last - 1)}.`) || /^\d+$/u.test(tokenText(words, last - 1)))
        continue
      const stop = { start: words.starts[last]!, end: words.ends[last]! }
      report({ segment, span: stop, messageId: 'stop', data: {}, suggestions: [{ span: stop, text: '', safe: true }] })
    }
  },
})
