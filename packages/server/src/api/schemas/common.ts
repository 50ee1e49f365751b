import { z } from 'zod'
import { named } from './registry.js'

export const LocalisedText = named(
  'LocalisedText',
  z.object({ sv: z.string().describe('På svenska.'), en: z.string().optional().describe('In English.') }),
)

export const Link = named(
  'Link',
  z.object({ href: z.string().describe('Adressen, absolut eller i förhållande till tjänsten.') }),
)

/** Links by their relation. Every answer has `self`; lists have `first`, `prev`, `next` and `last` when there are such pages. */
export const Links = named('Links', z.record(z.string().regex(/^[a-zA-Z]+$/u), Link))

export const Source = named(
  'Source',
  z.object({ name: z.string(), url: z.string().optional(), relation: z.string().optional() }),
)

export const Features = named(
  'Features',
  z
    .object({
      number: z.enum(['singular', 'plural']).optional(),
      definite: z.boolean().optional(),
      weak: z.literal(true).optional(),
      case: z.enum(['nominative', 'genitive']).optional(),
      gender: z.enum(['common', 'neuter']).optional(),
      degree: z.enum(['positive', 'comparative', 'superlative']).optional(),
      verbForm: z
        .enum([
          'infinitive',
          'present',
          'past',
          'supine',
          'imperative',
          'subjunctive',
          'present-participle',
          'past-participle',
        ])
        .optional(),
      voice: z.enum(['active', 'passive']).optional(),
    })
    .describe('Vad en form säger. Bara det som gäller ordklassen finns med.'),
)

export const Position = named(
  'Position',
  z.object({
    line: z.int().min(1).describe('Rad från 1.'),
    column: z.int().min(1).describe('Kolumn från 1, i UTF-16-kodenheter.'),
    offset: z.int().min(0).describe('UTF-16-kodenheter från textens början.'),
  }),
)

export const STATUS = z.enum(['preferred', 'admitted', 'deprecated', 'superseded'])
export const REGISTER = z.enum(['everyday', 'neutral', 'professional'])

/** Paging by the national profile: `limit` is 20 and `page` 1 unless said. */
export const paging = {
  limit: z.int().min(1).max(100).default(20).describe('Antal per sida.').meta({ example: 20 }),
  page: z.int().min(1).max(100_000).default(1).describe('Sidans nummer, från 1.').meta({ example: 1 }),
}
export const limitOf = (most: number, usual = 20) =>
  z.int().min(1).max(most).default(usual).describe('Högsta antal svar.').meta({ example: usual })

/** What every list has. */
export const pageOf = {
  total: z.int().min(0).describe('Antal i hela listan.'),
  limit: z.int().min(1),
  page: z.int().min(1),
  links: Links,
}

export const release = z.string().describe('Den utgåva av termbanken som svaret kommer ur.')
