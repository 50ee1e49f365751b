import type { Concept } from '@klarsprak/termbank'
import type { Services } from '../api/services.js'

export interface EntityType {
  readonly id: string
  readonly name: string
}

/** What everything in the bank is. */
export const CONCEPT_TYPE: EntityType = { id: 'skos:Concept', name: 'Begrepp' }

const subjectType = (subject: string): EntityType => ({ id: `subject:${subject}`, name: `Ämne: ${subject}` })

/** What a concept is, and what it is about. */
export const typesOf = ({ subject }: Concept): readonly EntityType[] =>
  subject === '' ? [CONCEPT_TYPE] : [CONCEPT_TYPE, subjectType(subject)]

/** Every type there is. */
export const allTypes = ({ bank }: Services): readonly EntityType[] => [
  CONCEPT_TYPE,
  ...[...new Set(bank.concepts.map(({ subject }) => subject))]
    .filter((subject) => subject !== '')
    .sort()
    .map(subjectType),
]
