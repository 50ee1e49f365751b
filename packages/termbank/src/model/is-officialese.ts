import type { Concept } from './concept.js'

/** Whether a concept's words are officialese: ordinary words (”och”, ”samt”) that are no names of things. */
export const isOfficialese = ({ subject }: Pick<Concept, 'subject'>): boolean => subject === 'kanslisvenska'
