import type { SpellingFault, SpellingMatch } from '@klarsprak/termbank'
import { MISSPELT } from '../hears.js'
import { misspellingReport, misspellings } from '../misspelled.js'
import { defineRule } from '../rule.js'

/** The norms for names that have become words, by the one that shows the difference best. */
const PROFILES = ['bank-id', 'BankID'] as const

export const spellingVariant = defineRule({
  id: 'spelling-variant',
  summary: 'Stava termen som i termbanken.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  reach: 'segment',
  hears: [MISSPELT],
  messages: {
    write: 'Skriv ”{right}” i stället för ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      quotes: z.boolean().default(false).describe('Läs också citat.'),
      profile: z
        .enum(PROFILES)
        .default('bank-id')
        .describe(
          'Namn som har blivit vanliga ord: bank-id som Språkrådet skriver, eller BankID som företaget skriver.',
        ),
    }),
  check({ segments, report }, options) {
    for (const misspelling of misspellings(segments, options)) {
      const { actual, match } = misspelling
      const right = expected(match, options.profile)
      if (right === undefined || right === actual) continue
      const reason = match.brand === undefined ? REASONS[match.fault] : match.term.note
      report({
        ...misspellingReport(misspelling, right, reason === undefined ? [] : [reason]),
        messageId: 'write',
        data: { right, actual },
      })
    }
  },
})

/** What should stand in the place of a match, or undefined when it is another rule's. */
function expected({ fault, right, brand }: SpellingMatch, profile: (typeof PROFILES)[number]): string | undefined {
  if (fault === 'name' || (fault === 'split' && brand === undefined)) return undefined
  if (brand !== undefined && profile === 'BankID') return brand
  return fault === 'brand' ? undefined : right
}

const REASONS: Partial<Record<SpellingFault, string>> = {
  joined: 'Ordet skrivs med bindestreck.',
  hyphen: 'Ordet skrivs ihop, utan bindestreck.',
  capitals: 'Ordet skrivs med små bokstäver; bara den första i en mening är stor.',
}
