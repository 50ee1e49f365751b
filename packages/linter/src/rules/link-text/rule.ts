import { SLOT } from '@klarsprak/swedish'
import type { Mark } from '../../documents/document.js'
import { LINKS, SLOTS } from '../hears.js'
import { defineRule } from '../rule.js'
import { isVagueLink } from '../vague-links.js'

/** A web address with its protocol, or with a path. ”1177.se” alone is a name. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^(?:[\p{L}\d-]+\.)+\p{L}{2,}\/\S+$/iu
/** How a file may write an address that makes a link of itself. */
const BARE_ADDRESS = /^<?(?:https?:\/\/|www\.)/iu

export const linkText = defineRule({
  id: 'link-text',
  summary: 'Skriv i länken vart den leder.',
  severity: 'error',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [LINKS, SLOTS],
  messages: {
    vague: 'Skriv vart länken leder i stället för ”{text}”.',
    address: 'Skriv vart länken leder i stället för webbadressen.',
  },
  options: (z) =>
    z.strictObject({
      addresses: z
        .boolean()
        .default(true)
        .describe('Anmärk också på webbadresser i löptext, som ett råd. I en länks text är de alltid fel.'),
    }),
  check({ segments, text, report }, { addresses }) {
    for (const segment of segments) {
      const { prose, marks, map, kind } = segment
      const whole: Mark = { kind: 'link', start: 0, end: prose.length }
      const links = kind === 'link' ? [whole] : marks.filter((mark) => mark.kind === 'link')
      for (const { start, end, value } of links) {
        const label = prose.slice(start, end)
        const from = start + label.length - label.trimStart().length
        const span = { start: from, end: from + label.trim().length }
        if (span.start === span.end) continue
        const said = value ?? label.trim()
        if (isVagueLink(said)) report({ segment, span, messageId: 'vague', data: { text: said } })
        else if (ADDRESS.test(said)) report({ segment, span, messageId: 'address', data: {} })
      }
      if (!addresses) continue
      for (let at = prose.indexOf(SLOT); at >= 0; at = prose.indexOf(SLOT, at + 1)) {
        const span = { start: at, end: at + 1 }
        const source = map.toSource(span)
        if (BARE_ADDRESS.test(text.slice(source.start, source.end))) {
          report({ segment, span, messageId: 'address', data: {}, severity: 'info' })
        }
      }
    }
  },
})
