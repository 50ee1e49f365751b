import { z } from 'zod'
import { Features, Links, LocalisedText, Position, REGISTER, release, Source, STATUS } from './common.js'
import { named } from './registry.js'

export const MATCH_TYPE = z
  .enum(['exact', 'inflected', 'hidden', 'misspelling', 'prefix', 'compound-part', 'wording'])
  .describe('Hur ordet leder till termen, det säkraste först.')

const confidence = z.number().min(0).max(1).describe('Hur säker träffen är, från 0 till 1.')

export const SenseResource = named(
  'Sense',
  z.object({
    conceptId: z.string(),
    label: z.string().describe('Termen i grundform.'),
    status: STATUS,
    register: REGISTER.optional(),
    pos: z.string(),
    matchType: MATCH_TYPE,
    confidence,
    features: z.array(Features).describe('Varje sätt att läsa formen, det vanligaste först.'),
    guess: z.boolean().describe('Formen följer av en gissad böjning.'),
    part: z
      .object({ text: z.string(), kind: z.enum(['head', 'modifier']) })
      .optional()
      .describe('Vilken del av ordet som är termen.'),
    layer: z.string(),
    preferredLabels: z.array(z.string()).describe('Vad man skriver.'),
    reason: z.string().optional().describe('Varför termen är avrådd.'),
    definition: LocalisedText.optional(),
    citizenWording: LocalisedText.optional(),
    neverReplace: z.string().optional(),
    sources: z.array(Source),
    links: Links,
  }),
)

export const SuggestionResource = named(
  'Suggestion',
  z.object({
    label: z.string(),
    conceptId: z.string(),
    status: STATUS,
    matchType: MATCH_TYPE,
    confidence,
    preferredLabels: z.array(z.string()),
  }),
)

export const LookupResource = named(
  'Lookup',
  z.object({
    word: z.string(),
    release,
    senses: z.array(SenseResource).describe('Varje betydelse, den säkraste först. Tom när ordet inte finns.'),
    suggestions: z.array(SuggestionResource).describe('Termer som liknar, när ordet inte finns.'),
    links: Links,
  }),
)

export const LookupBatchInput = named(
  'LookupBatchInput',
  z.strictObject({
    words: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(500)
      .describe('Upp till 500 ord eller fraser, i vilken form som helst.'),
  }),
)
export const LookupBatch = named('LookupBatch', z.object({ release, lookups: z.array(LookupResource), links: Links }))

export const SuggestionList = named(
  'SuggestionList',
  z.object({ query: z.string(), release, suggestions: z.array(SuggestionResource), links: Links }),
)

export const GuideResource = named(
  'Guide',
  z.object({
    conceptId: z.string(),
    label: z.string().describe('Vad det heter.'),
    definition: LocalisedText.optional(),
    leadsTo: z.string().optional().describe('Vad man gör.'),
    situation: z.string().optional().describe('Den situation i termbanken som liknar frågan mest.'),
    emergency: z.boolean().describe('Rådet är att ringa 112.'),
    confidence,
    links: Links,
  }),
)
export const GuideList = named(
  'GuideList',
  z.object({ query: z.string(), release, guides: z.array(GuideResource), links: Links }),
)

export const ReplacementResource = named(
  'Replacement',
  z.object({
    actual: z.string().describe('Orden som byts ut.'),
    text: z.string().describe('Orden som skrivs i stället, i rätt form.'),
    label: z.string().describe('Den rekommenderade termen i grundform.'),
    conceptId: z.string(),
    status: STATUS.describe('Den rekommenderade termens status.'),
    safe: z.boolean().describe('Kan göras utan att någon läser resultatet.'),
    reason: z.string().optional().describe('Varför ordet bör bytas.'),
    cautions: z.array(z.string()).describe('När man inte ska byta, och vad som behöver läsas igenom.'),
    citizenWording: LocalisedText.optional(),
    start: Position.optional().describe('I text: var orden som byts ut börjar.'),
    end: Position.optional(),
    links: Links,
  }),
)
export const ReplacementList = named(
  'ReplacementList',
  z.object({
    release,
    ambiguous: z.boolean().describe('Ordet hör till flera begrepp: välj efter vad som menas.'),
    replacements: z.array(ReplacementResource).describe('Bäst först.'),
    links: Links,
  }),
)
