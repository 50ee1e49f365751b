import { type RewriteAnswer, type RewriteRequest, tokenise, wordKey } from '@klarsprak/swedish'
import { type ConceptInput, type Match, readConcepts, type Sense } from '@klarsprak/termbank'
import type { TermSearch } from '../analysis/analyse.js'

/**
 * An index for tests that is obviously right: at every word it tries every listed form of every
 * term, and the longest wins. It knows no grammar, so terms list their `forms`.
 */
export function plainIndex(inputs: readonly ConceptInput[]): TermSearch {
  const { concepts, problems } = readConcepts(JSON.stringify({ concepts: inputs }), 'test')
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  const entries = concepts.flatMap((concept) =>
    concept.terms.flatMap((term) =>
      [term.label, ...(term.forms ?? [])].map((form) => {
        const words = tokenise(form)
        const keys = Array.from({ length: words.count }, (_, at) => words.key(at))
        const sense: Sense = { concept, term, features: [], guess: false }
        return { keys, sense }
      }),
    ),
  )
  return {
    search(words) {
      const matches: Match[] = []
      for (let first = 0; first < words.count; ) {
        const fits = entries.filter(({ keys }) =>
          keys.every((key, at) => first + at < words.count && words.key(first + at) === key),
        )
        const longest = Math.max(0, ...fits.map(({ keys }) => keys.length))
        if (longest === 0) {
          first++
          continue
        }
        const last = first + longest - 1
        const senses = fits.filter(({ keys }) => keys.length === longest).map(({ sense }) => sense)
        matches.push({
          span: { start: words.starts[first]!, end: words.ends[last]! },
          first,
          last,
          part: 'whole',
          senses: senses.filter((sense, at) => senses.findIndex(({ term }) => term === sense.term) === at),
        })
        first = last + 1
      }
      return matches
    },
  }
}

/** Writes the new term as it is, with the capitals of the old one; safe when the old one is in its base form. */
export function plainRewrite({ text, span, from, to }: RewriteRequest): RewriteAnswer {
  const old = text.text.slice(span.start, span.end)
  if (wordKey(old) !== wordKey(from.label)) return { rewrites: [], refusal: 'no-form' }
  const capital = /^\p{Lu}/u.test(old)
  const label = capital ? to.label.charAt(0).toUpperCase() + to.label.slice(1) : to.label
  return { rewrites: [{ span, text: label, safe: true }] }
}
