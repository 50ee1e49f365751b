import { defineRule, guardOptions } from '../rule.js'
import { isPreferred, onlyRead, usesByConcept } from '../uses-by-concept.js'
import { minorityTerms, type TermTotal } from './minority-terms.js'

export const inconsistentTermSet = defineRule({
  id: 'inconsistent-term-set',
  summary: 'Använd samma ord för samma sak i alla texter.',
  severity: 'info',
  presets: ['strict'],
  // Stands beside what other rules say of the same words.
  about: 'text',
  messages: {
    used: '”{label}” används {count} gånger i filen.',
    mixed:
      'Texterna kallar samma sak ”{expected}” ({expectedUse}) och ”{actual}” ({actualUse}). Välj ett ord: ”{expected}”.',
  },
  options: (z) =>
    z.strictObject({
      ...guardOptions(z),
      share: z
        .number()
        .min(0)
        .max(50)
        .default(20)
        .describe('Ett ord är udda när det har en mindre andel än så här av användningarna, i procent.'),
      least: z
        .int()
        .min(2)
        .default(5)
        .describe('Så många gånger ska saken nämnas i texterna innan regeln säger något.'),
    }),
  check({ segments, replace, report }, options) {
    for (const all of usesByConcept(segments).values()) {
      for (const [label, [first, ...more]] of onlyRead(all, options)) {
        if (first === undefined) continue
        const { segment, match, sense } = first
        const { concept, term } = sense
        // A concept with one term has nothing to choose between.
        if (!concept.terms.some((other) => other.lang === 'sv' && other.label !== label && other.pos === term.pos))
          continue
        const count = more.length + 1
        report({
          segment,
          span: match.span,
          messageId: 'used',
          data: { label, count },
          conceptId: concept.id,
          sources: concept.sources ?? [],
          suggestions: isPreferred(label, concept)
            ? []
            : replace(segment, match, sense).suggestions.map((suggestion) => ({ ...suggestion, safe: false })),
          noted: { label, pos: term.pos, isPreferred: isPreferred(label, concept), count },
        })
      }
    }
  },
  acrossFiles(files, options) {
    return minorityTerms(files, options).map(({ path, finding, actual, expected }) => ({
      path,
      // What is suggested is the preferred term, so only when that is the one to choose.
      finding: expected.isPreferred ? finding : { ...finding, suggestions: [] },
      messageId: 'mixed' as const,
      data: {
        expected: expected.label,
        expectedUse: useOf(expected),
        actual: actual.label,
        actualUse: useOf(actual),
      },
      reasons: [`”${actual.label}” står i ${list(actual)}.`],
    }))
  },
})

function useOf({ count, places }: TermTotal): string {
  const files = new Set(places.map(({ path }) => path)).size
  return `${count} ${count === 1 ? 'gång' : 'gånger'} i ${files} ${files === 1 ? 'fil' : 'filer'}`
}

const MOST_LISTED = 5

function list({ places }: TermTotal): string {
  const shown = places.slice(0, MOST_LISTED).map(({ path, count }) => `${path} (${count})`)
  const rest = places.length - shown.length
  return rest > 0 ? `${shown.join(', ')} och ${rest} till` : shown.join(', ')
}
