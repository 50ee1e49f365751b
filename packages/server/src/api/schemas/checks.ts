import { AUDIENCES } from '@klarsprak/linter'
import { z } from 'zod'
import { Links, Position, release } from './common.js'
import { named } from './registry.js'

/** In UTF-16 code units. A longer text is split by the one who sends it. */
export const LONGEST_TEXT = 100_000

export const CheckInput = named(
  'CheckInput',
  z.strictObject({
    text: z
      .string()
      .max(LONGEST_TEXT)
      .describe(`Texten som ska granskas, högst ${LONGEST_TEXT} tecken. Sparas aldrig.`),
    format: z.enum(['plain', 'markdown', 'html']).default('plain').describe('Hur texten är uppmärkt.'),
    audience: z
      .enum(AUDIENCES)
      .default('citizen')
      .describe(
        'Vem texten är skriven till, om den inte säger det själv: invånare, personal eller den som får ett beslut.',
      ),
    preset: z.enum(['recommended', 'strict', 'all']).default('recommended').describe('Vilka regler som används.'),
  }),
  'input',
)

export const FindingSuggestion = named(
  'FindingSuggestion',
  z.object({ text: z.string(), start: Position, end: Position, safe: z.boolean() }),
)

export const FindingResource = named(
  'Finding',
  z.looseObject({
    ruleId: z.string(),
    conceptId: z.string().optional(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    note: z.string().optional(),
    text: z.string(),
    start: Position,
    end: Position,
    suggestions: z.array(FindingSuggestion),
    url: z.string(),
    fingerprint: z.string(),
  }),
)

export const CheckResource = named(
  'Check',
  z.object({
    release,
    summary: z.object({ errors: z.int(), warnings: z.int(), infos: z.int() }),
    findings: z.array(FindingResource).describe('I textens ordning; samma svar som klarsprak lint ger.'),
    readability: z
      .object({
        words: z.int(),
        sentences: z.int(),
        lix: z.number().optional().describe('Läsbarhetsindex. Saknas för en text utan ord.'),
        meanSentenceLength: z.number().optional().describe('Ord per mening.'),
        longestSentence: z.int().describe('Ord i den längsta meningen.'),
      })
      .describe('Hur texten läser, räknat på den löpande texten.'),
    links: Links,
  }),
)
