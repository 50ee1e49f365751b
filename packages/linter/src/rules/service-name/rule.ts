import { isWord, tokenText } from '../../analysis/analyse.js'
import { bankAdvises, readsTokens } from '../phrase-list.js'
import { capitalised } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { E_WORDS, KNOWN } from './data.js'

/** Words of a name, at most: longer headings are sentences. */
const LONGEST_NAME = 4

export const serviceName = defineRule({
  id: 'service-name',
  summary: 'Låt tjänstens namn säga vad den gör.',
  severity: 'info',
  reach: 'segment',
  messages: {
    mine: 'Ett namn som börjar på ”{word}” säger vems, inte vad. Skriv vad tjänsten gör, till exempel ”{plain}”.',
    electronic: 'Stryk ”e-” i namnet: ”{plain}” räcker när läsaren redan är på nätet.',
    online: 'Stryk ”{words}” i namnet. Läsaren är redan på nätet.',
  },
  options: (z) =>
    z.strictObject({
      known: z.boolean().default(false).describe('Anmärk också på inarbetade namn, till exempel ”Mina sidor”.'),
      ...guardOptions(z),
    }),
  check({ segments, report }, { known, ...options }) {
    for (const segment of segments) {
      if (segment.kind !== 'heading' && segment.kind !== 'button' && segment.kind !== 'link') continue
      const { words, prose } = segment
      if (words.count === 0 || words.count > LONGEST_NAME || !isWord(words, 0)) continue
      const whole = {
        first: 0,
        last: words.count - 1,
        span: { start: words.starts[0]!, end: words.ends[words.count - 1]! },
      }
      const name = prose.slice(whole.span.start, whole.span.end)
      if (!readsTokens(segment, whole, { ...options, names: true }) || bankAdvises(segment, 0, whole.last)) continue
      const first = tokenText(words, 0)
      if (/^(?:Mina|Dina|Min|Din|Mitt|Ditt)$/u.test(first) && words.count > 1) {
        if (!known && KNOWN.has(name.toLowerCase())) continue
        const plain = capitalised(prose.slice(words.starts[1], whole.span.end))
        report({ segment, span: whole.span, messageId: 'mine', data: { word: first, plain } })
      } else if (/^e-\p{L}{3,}/iu.test(first) && !E_WORDS.has(words.key(0))) {
        const span = { start: words.starts[0]!, end: words.ends[0]! }
        const plain = capitalised(first.slice(2))
        const suggestions = [{ span, text: plain, safe: false }]
        report({ segment, span, messageId: 'electronic', data: { plain }, suggestions })
      } else {
        const found = /\s(?:på nätet|via nätet|online|på webben|via webben)$/iu.exec(name)
        if (found === null) continue
        const start = whole.span.start + found.index
        const span = { start: start + 1, end: whole.span.end }
        const suggestions = [{ span: { start, end: whole.span.end }, text: '', safe: false }]
        report({ segment, span, messageId: 'online', data: { words: found[0].trim() }, suggestions })
      }
    }
  },
})
