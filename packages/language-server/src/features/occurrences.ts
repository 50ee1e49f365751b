import { completeGrammar, type Span, wordKey } from '@klarsprak/swedish'
import { type Concept, grammarOf, lookup, type Term } from '@klarsprak/termbank'
import type { Location } from 'vscode-languageserver-types'
import { uriOfPath } from '../documents/path-of.js'
import type { Project } from '../projects/project.js'
import { swedishSenses, type TermAt, termAt, termsIn, type View } from '../view.js'
import type { Edit } from './edits.js'

/** The concepts that the word at `offset` may mean. */
export function conceptsAt(view: View, offset: number): readonly Concept[] {
  const found = termAt(view, offset)
  return found === undefined ? [] : [...new Set(swedishSenses(found.match).map(({ concept }) => concept))]
}

/** Where a concept is written; nowhere, when the bank was built and its files are not here. */
export function locationOf(project: Project, concept: Concept): readonly Location[] {
  const place = project.placeOf(concept)
  if (place === undefined) return []
  const start = { line: place.line - 1, character: 0 }
  return [{ uri: uriOfPath(place.path), range: { start, end: start } }]
}

/** Where the terms of a concept stand in a text, in any form. */
export const occurrencesOf = (view: View, conceptIds: ReadonlySet<string>): readonly Span[] =>
  [...termsIn(view)].filter((found) => means(found, conceptIds)).map(({ span }) => span)

/** The concept of every term in a text; of a word with several meanings, each. */
export function* conceptsUsedIn(view: View): Generator<string> {
  for (const { match } of termsIn(view)) yield* new Set(swedishSenses(match).map(({ concept }) => concept.id))
}

const means = ({ match }: TermAt, conceptIds: ReadonlySet<string>): boolean =>
  swedishSenses(match).some(({ concept }) => conceptIds.has(concept.id))

/** The term that can be renamed at `offset`: one word of the bank with one meaning. */
export function renamable(view: View, offset: number) {
  const found = termAt(view, offset)
  const [sense, ...others] = found === undefined ? [] : swedishSenses(found.match)
  return found === undefined || sense === undefined || others.length > 0
    ? undefined
    : { span: found.span, concept: sense.concept, term: sense.term }
}

/**
 * Every place of `term` in a text written with `newName` instead, in the form of the place. A word
 * that the bank has keeps its grammar; of any other it is guessed, so its places ask to be looked at.
 */
export function renameEdits(view: View, concept: Concept, term: Term, newName: string): readonly Edit[] {
  const { project } = view
  const known = knownTerm(view, concept, newName)
  const grammar = known === undefined ? guessedGrammar(newName, term) : grammarOf(known)
  const edits: Edit[] = []
  for (const { passage, match } of termsIn(view)) {
    const [sense, ...others] = swedishSenses(match)
    if (sense === undefined || others.length > 0) continue
    if (sense.concept.id !== concept.id || sense.term.label !== term.label) continue
    const { rewrites } = project.rewrite({
      text: passage.words,
      first: match.first,
      last: match.last,
      span: match.span,
      part: match.part,
      features: sense.features,
      from: { label: term.label, grammar: grammarOf(term) },
      to: { label: known?.label ?? newName, grammar },
    })
    const [best] = rewrites
    if (best === undefined) continue
    const safe = best.safe && known !== undefined && !sense.guess && passage.map.isPlain(best.span)
    edits.push({ span: passage.map.toSource(best.span), text: best.text, safe })
  }
  return edits
}

function knownTerm({ project }: View, concept: Concept, name: string): Term | undefined {
  const key = wordKey(name)
  const isIt = ({ label, lang }: Term) => lang === 'sv' && wordKey(label) === key
  return concept.terms.find(isIt) ?? lookup(project.index, name).find(({ term }) => isIt(term))?.term
}

const guessedGrammar = (label: string, { pos }: Term) => completeGrammar(label, { pos }).grammar
