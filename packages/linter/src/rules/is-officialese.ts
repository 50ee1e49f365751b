import type { Concept } from '@klarsprak/termbank'

/** Whether a concept's words are officialese, which `heavy-word` reports; other deprecated terms are `avoid-term`'s. */
export const isOfficialese = ({ subject }: Concept): boolean => subject === 'kanslisvenska'
