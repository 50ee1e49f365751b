import { CHOICE } from '../hears.js'
import { defineRule, guardOptions } from '../rule.js'
import { type Choice, isPreferred, onlyRead, usesByConcept } from '../uses-by-concept.js'

export const inconsistentTerm = defineRule({
  id: 'inconsistent-term',
  summary: 'Använd samma ord för samma sak i hela texten.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  hears: [CHOICE],
  messages: {
    mixed:
      'Texten kallar samma sak ”{expected}” ({expectedCount}) och ”{actual}” ({actualCount}). Välj ett ord: ”{expected}”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, replace, report }, options) {
    for (const all of usesByConcept(segments).values()) {
      if (all.size < 2) continue
      const uses = onlyRead(all, options)
      if (uses.size < 2) continue
      const expected = expectedLabel(uses)
      for (const [label, [first, ...more]] of uses) {
        if (label === expected || first === undefined) continue
        const { segment, match, sense } = first
        report({
          segment,
          span: match.span,
          messageId: 'mixed',
          data: {
            expected,
            expectedCount: uses.get(expected)?.length ?? 0,
            actual: label,
            actualCount: more.length + 1,
          },
          conceptId: sense.concept.id,
          sources: sense.concept.sources ?? [],
          // Which word is the right one for the whole text is the writer's choice.
          suggestions: isPreferred(expected, sense.concept)
            ? replace(segment, match, sense).suggestions.map((suggestion) => ({ ...suggestion, safe: false }))
            : [],
        })
      }
    }
  },
})

/** The preferred term if the text has it, otherwise the most frequent; of equals, the first. */
function expectedLabel(uses: ReadonlyMap<string, readonly Choice[]>): string {
  const all = [...uses]
  const preferred = all.find(([label, [first]]) => first !== undefined && isPreferred(label, first.sense.concept))
  const [label] = preferred ?? all.reduce((most, next) => (next[1].length > most[1].length ? next : most))
  return label
}
