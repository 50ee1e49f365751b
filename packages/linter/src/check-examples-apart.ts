import { type Span, tokenise } from '@klarsprak/swedish'
import { type Bank, type Concept, createBank, type Layer, type Match, type Problem } from '@klarsprak/termbank'
import type { TermSearch } from './analysis/analyse.js'
import { checkExamples } from './check-examples.js'
import type { Rewriter } from './rules/replacement.js'

/** What it takes to try examples. */
export interface ExampleWords {
  readonly index: TermSearch & { conceptOf(id: string): Concept | undefined }
  readonly rewrite: Rewriter
  readonly compile: (bank: Bank) => TermSearch
}

/**
 * What `klarsprak bank check` says of the examples of some concepts, as those of one file, above the rest of the bank. A bank takes long to make
 * ready, so it is tried with a small one: these concepts, and those below that their examples use words of.
 *
 * @param name of the file or layer in the problems
 */
export function checkExamplesOf(
  file: Omit<Layer, 'name'>,
  { index, rewrite, compile }: ExampleWords,
  name: string,
): readonly Problem[] {
  const { concepts } = file
  const sentences = concepts.flatMap(({ flags = [], allows = [] }) => [...flags, ...allows])
  if (sentences.length === 0) return []
  const own = new Set(concepts.map(({ id }) => id))
  const near = new Set(sentences.flatMap((sentence) => [...conceptsNear(sentence, index, own)]))
  const below = [...near].flatMap((id) => index.conceptOf(id) ?? [])
  const { bank } = createBank({
    layers: [
      { name: 'below', concepts: below },
      { name, ...file },
    ],
  })
  const tried = bank.concepts.filter(({ id }) => own.has(id))
  return checkExamples(bank, { index: compile(bank), rewrite }, tried)
}

/**
 * The concepts that a sentence may have a term of. In the index a term hides those that begin in it or are a part of
 * it, and the concepts in `own` are there as they were before: what they hide may be found now.
 */
function* conceptsNear(sentence: string, index: TermSearch, own: ReadonlySet<string>): Generator<string> {
  const words = tokenise(sentence)
  for (const { concept } of index.misspellings?.(words) ?? []) if (!own.has(concept.id)) yield concept.id
  for (let token = 0; token < words.count; token++) {
    let end = sentence.length
    for (;;) {
      const found = firstIn(sentence, { start: words.starts[token]!, end }, index)
      if (found === undefined) break
      const others = found.senses.filter(({ concept }) => !own.has(concept.id))
      for (const { concept } of others) yield concept.id
      if (others.length === found.senses.length) break
      end = words.starts[token]! + found.span.end - 1
    }
  }
}

/** The term that `span` of a sentence begins with. */
function firstIn(sentence: string, { start, end }: Span, index: TermSearch): Match | undefined {
  return index.search(tokenise(sentence.slice(start, end))).find(({ first }) => first === 0)
}
