import { z } from 'zod'
import { Links, pageOf } from './common.js'
import { named } from './registry.js'

export const ReleaseFile = named(
  'ReleaseFile',
  z.object({
    name: z.string(),
    mediaType: z.string(),
    size: z.int().describe('Byte.'),
    checksum: z.string().describe('sha-256 följt av kolon och summan i hexadecimal form.'),
    links: Links,
  }),
)
export const ReleaseResource = named(
  'Release',
  z.object({
    name: z.string().describe('Utgåvans namn. Det som getts ut under ett namn ändras aldrig.'),
    concepts: z.int().describe('Antal begrepp.'),
    checksum: z.string().describe('Kontrollsumman för filen med begreppen.'),
    files: z.array(ReleaseFile),
    links: Links,
  }),
)
export const ReleaseList = named('ReleaseList', z.object({ releases: z.array(ReleaseResource), ...pageOf }))

export const IndexResource = named(
  'OrganisationIndex',
  z.object({
    organisation: z.string(),
    release: z.string().describe('Utgåvan som organisationens lager ligger ovanpå.'),
    size: z.int().describe('Byte.'),
    checksum: z.string().describe('sha-256 följt av kolon och summan i hexadecimal form.'),
    links: Links,
  }),
)

export const ChangeResource = named(
  'Change',
  z.object({
    conceptId: z.string(),
    label: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    sentences: z.array(z.string()).describe('Vad som har hänt, i hela meningar.'),
    links: Links,
  }),
)
export const ChangeList = named(
  'ChangeList',
  z.object({
    since: z.string().nullable().describe('Utgåvan som jämförs med; null när det inte finns någon tidigare.'),
    release: z.string().describe('Utgåvan som ändringarna leder till.'),
    changes: z.array(ChangeResource),
    ...pageOf,
  }),
)

export const ExportFormat = named(
  'ExportFormat',
  z.object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    extension: z.string(),
    links: Links,
  }),
)
export const ExportList = named(
  'ExportList',
  z.object({ release: z.string(), exports: z.array(ExportFormat), ...pageOf }),
)

export const ApiInfo = named(
  'ApiInfo',
  z.object({
    apiName: z.string(),
    apiVersion: z.string(),
    apiReleased: z.string().describe('Dagen då versionen gavs ut.'),
    apiDocumentation: z.string(),
    apiStatus: z.enum(['active', 'beta', 'deprecated', 'retired']),
    bankRelease: z.string().describe('Den utgåva av termbanken som används nu.'),
    links: Links,
  }),
)

export const ProblemResource = named(
  'Problem',
  z.object({
    type: z.string().describe('En adress som förklarar felet.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('Anropet som felet gäller, med dess spårnings-id.'),
    code: z.string().describe('Felets namn, för program.'),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .describe('Vad som är fel i frågan, fält för fält.'),
  }),
)
