export type { Match, Sense } from './index/match.js'
export type { Concept, ConceptInput, Term } from './model/concept.js'
