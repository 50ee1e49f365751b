import { isOfficialese } from '@klarsprak/termbank'
import { deprecatedUses } from '../deprecated.js'
import { ADVISED } from '../hears.js'
import { defineRule, guardOptions } from '../rule.js'
import { isHistory } from './is-history.js'

export const datedTerm = defineRule({
  id: 'dated-term',
  summary: 'Skriv det namn som gäller nu i stället för det gamla.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [ADVISED],
  messages: {
    since: '”{preferred}” heter det sedan {year}, inte ”{actual}”.',
    now: '”{preferred}” heter det numera, inte ”{actual}”.',
    avoid: '”{actual}” är ett gammalt namn.',
  },
  options: (z) =>
    z.strictObject({
      ...guardOptions(z),
      history: z.boolean().default(false).describe('Läs också meningar om hur det var förr.'),
    }),
  check(context, options) {
    const uses = deprecatedUses(
      context,
      options,
      (sense, segment, match) =>
        sense.term.status === 'superseded' &&
        !isOfficialese(sense.concept) &&
        (options.history || !isHistory(segment, match, sense)),
    )
    for (const { told, sense, actual, preferred } of uses) {
      const year = sense.term.validFrom?.slice(0, 4)
      if (preferred === undefined) context.report({ ...told, messageId: 'avoid', data: { actual } })
      else if (year === undefined) context.report({ ...told, messageId: 'now', data: { actual, preferred } })
      else context.report({ ...told, messageId: 'since', data: { actual, preferred, year } })
    }
  },
})
