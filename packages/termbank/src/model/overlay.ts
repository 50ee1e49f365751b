import { z } from 'zod'
import { CONCEPT_ID, Concept, Term } from './concept.js'

const label = z.string().trim().min(1)

// A change may leave out what it does not touch, and must not fill in a default for it.
const TermChange = Term.omit({ lang: true, pos: true, status: true })
  .partial()
  .extend({
    label: label.describe('Termen som ändras.'),
    lang: Term.shape.lang.removeDefault().optional().describe('Termens språk, om det inte är svenska.'),
    pos: Term.shape.pos.removeDefault().optional().describe('Termens ordklass, om flera termer är lika.'),
  })

/**
 * A change that an organisation or a project makes to a concept in a layer below. Only what is
 * named changes; the rest follows the layer below when that gets a new release.
 */
export const Overlay = z.strictObject({
  concept: z.string().regex(CONCEPT_ID).describe('Id för det begrepp som ändras.'),
  reason: label.describe('Varför vi gör på ett annat sätt än lagret under. Visas i spårningen.'),
  prefer: label
    .optional()
    .describe('Termen som vi rekommenderar. Den som var rekommenderad blir tillåten, om den inte också står i forbid.'),
  admit: z.array(label).min(1).optional().describe('Termer som vi tillåter.'),
  forbid: z.array(label).min(1).optional().describe('Termer som vi avråder från. Skälet är ändringens reason.'),
  add: z.array(Term).min(1).optional().describe('Nya termer på begreppet.'),
  change: z
    .array(TermChange)
    .min(1)
    .optional()
    .describe('Andra uppgifter om en term som redan finns, till exempel compound eller unless.'),
  set: z
    .strictObject({
      definition: Concept.shape.definition,
      citizenWording: Concept.shape.citizenWording,
      neverReplace: Concept.shape.neverReplace,
      reviewBy: Concept.shape.reviewBy,
    })
    .optional()
    .describe('Uppgifter om begreppet som vi vill ha annorlunda.'),
})
export type Overlay = z.output<typeof Overlay>
