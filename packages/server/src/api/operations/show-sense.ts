import type { SearchHit } from '@klarsprak/termbank/search'
import type { z } from 'zod'
import type { LookupResource, SenseResource, SuggestionResource } from '../schemas/words.js'
import type { Services } from '../services.js'
import { conceptLink, preferredLabels } from './show-concept.js'

const rounded = (confidence: number): number => Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000

export function showSense(hit: SearchHit, services: Services): z.output<typeof SenseResource> {
  const { concept, term, layer, matchType, confidence, features, guess, part } = hit
  const { definition, citizenWording, neverReplace } = concept
  return {
    conceptId: concept.id,
    label: term.label,
    status: term.status,
    ...(term.register === undefined ? {} : { register: term.register }),
    pos: term.pos,
    matchType,
    confidence: rounded(confidence),
    features: [...features],
    guess,
    ...(part === undefined ? {} : { part }),
    layer,
    preferredLabels: preferredLabels(concept),
    ...(term.reason === undefined ? {} : { reason: term.reason }),
    ...(definition === undefined ? {} : { definition: definition.public }),
    ...(citizenWording === undefined ? {} : { citizenWording }),
    ...(neverReplace === undefined ? {} : { neverReplace }),
    sources: term.sources ?? concept.sources ?? [],
    links: { concept: conceptLink(services, concept.id) },
  }
}

export function showSuggestion({
  concept,
  term,
  matchType,
  confidence,
}: SearchHit): z.output<typeof SuggestionResource> {
  return {
    label: term.label,
    conceptId: concept.id,
    status: term.status,
    matchType,
    confidence: rounded(confidence),
    preferredLabels: preferredLabels(concept),
  }
}

/** More than any word has senses. */
const MOST_SENSES = 25
const MOST_SUGGESTIONS = 5

/** What a word means, or what it is like when it is no word of the bank. */
export function lookUp(word: string, services: Services): z.output<typeof LookupResource> {
  const hits = services.bank.search(word, MOST_SENSES)
  const senses = hits.filter(isTheWord)
  const others = senses.length > 0 ? [] : hits.slice(0, MOST_SUGGESTIONS)
  return {
    word,
    release: services.bank.release,
    senses: senses.map((hit) => showSense(hit, services)),
    suggestions: others.map(showSuggestion),
    links: { self: { href: services.link(`/v1/lookups?word=${encodeURIComponent(word)}`) } },
  }
}

/**
 * A form of a term, a part of the word, or, when there is neither, a word spelt nearly the same. What merely begins
 * so or has to do with it is a suggestion.
 */
export function isTheWord({ matchType, part }: SearchHit, _at: number, hits: readonly SearchHit[]): boolean {
  if (matchType === 'wording' || matchType === 'prefix') return false
  if (matchType === 'compound-part') return part !== undefined
  return matchType !== 'misspelling' || hits.every((hit) => !isForm(hit))
}

const isForm = ({ matchType }: SearchHit): boolean =>
  matchType === 'exact' || matchType === 'inflected' || matchType === 'hidden'
