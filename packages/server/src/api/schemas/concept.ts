import { z } from 'zod'
import { Features, Links, LocalisedText, pageOf, REGISTER, release, Source, STATUS } from './common.js'
import { named } from './registry.js'

export const TermForm = named('TermForm', z.object({ form: z.string(), features: Features }))

export const TermResource = named(
  'Term',
  z.object({
    label: z.string().describe('Termen i grundform.'),
    lang: z.string(),
    status: STATUS,
    register: REGISTER.optional(),
    pos: z.string().describe('Ordklass.'),
    gender: z.enum(['common', 'neuter']).optional(),
    abbreviationOf: z.string().optional(),
    exceptions: z.array(z.string()).describe('Fraser där termen är i sin ordning.'),
    nearWords: z
      .array(z.string())
      .describe('Delar av ord. Termen är bara menad i stycken som har någon av dem; är listan tom gäller det alla.'),
    notNearWords: z.array(z.string()).describe('Delar av ord som visar att en annan betydelse är menad.'),
    uiPlaces: z.array(z.string()).describe('Var i ett gränssnitt termen används.'),
    reason: z.string().optional().describe('Varför termen är avrådd eller ersatt.'),
    note: z.string().optional(),
    validFrom: z.string().optional(),
    reviewBy: z.string().optional(),
    layer: z.string().describe('Lagret som bestämmer om termen: national, eller en organisations.'),
    forms: z.array(TermForm).describe('Alla böjningsformer.'),
    sources: z.array(Source),
  }),
)

export const Relation = named(
  'Relation',
  z.object({
    type: z.string(),
    target: z.string().describe('Ett begrepps id eller en webbadress.'),
    label: z.string().optional().describe('Vad begreppet heter, när det finns i termbanken.'),
    note: z.string().optional(),
  }),
)

export const Equivalent = named(
  'Equivalent',
  z.object({ lang: z.string(), label: z.string(), confirmed: z.boolean(), note: z.string().optional() }),
)

export const Situation = named('Situation', z.object({ sv: z.string(), leadsTo: z.string(), emergency: z.boolean() }))

export const ConceptResource = named(
  'Concept',
  z.object({
    id: z.string().describe('Varaktigt id. Återanvänds aldrig.'),
    label: z.string().describe('Den rekommenderade termen.'),
    subject: z.string(),
    definition: z.object({ public: LocalisedText, professional: LocalisedText.optional() }).optional(),
    citizenWording: LocalisedText.optional().describe('Vad man skriver till invånare.'),
    neverReplace: z.string().optional().describe('Varför inget i begreppet får bytas ut automatiskt.'),
    terms: z.array(TermResource),
    relations: z.array(Relation),
    equivalents: z.array(Equivalent),
    situations: z.array(Situation),
    notes: z.array(z.string()),
    examples: z.array(z.string()),
    sources: z.array(Source),
    replacedBy: z.string().optional(),
    reviewBy: z.string().optional(),
    layer: z.string().describe('Lagret som begreppet hör till.'),
    release,
    links: Links,
  }),
)

export const ConceptSummary = named(
  'ConceptSummary',
  z.object({
    id: z.string(),
    label: z.string(),
    subject: z.string(),
    definition: LocalisedText.optional(),
    terms: z.array(z.object({ label: z.string(), lang: z.string(), status: STATUS })),
    links: Links,
  }),
)

export const ConceptList = named('ConceptList', z.object({ release, concepts: z.array(ConceptSummary), ...pageOf }))
