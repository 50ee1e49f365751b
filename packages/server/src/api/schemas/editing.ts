import { Concept, Overlay } from '@klarsprak/termbank/model'
import { z } from 'zod'
import { PATCH_OPERATIONS, PROPOSAL_STATUSES, ROLES } from '../../storage/storage.js'
import { Links, pageOf } from './common.js'
import { named } from './registry.js'

/** Names that no organisation has: the layer of the national bank, and what archives are called. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(['national', 'drafts', 'state'])

/** A name for addresses. */
export const organisationName = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .refine((name) => !RESERVED_NAMES.has(name))
  .describe('Organisationens namn i adresser: små bokstäver a–z, siffror och bindestreck.')
  .meta({ example: 'region-x' })

/** For operations that answer from the bank of an organisation. */
export const organisation = {
  organisation: z
    .string()
    .max(60)
    .optional()
    .describe('Svara med organisationens eget lager ovanpå den nationella termbanken.')
    .meta({ example: 'region-x' }),
}

const moment = z.string().describe('Tidpunkt enligt ISO 8601, i UTC.')
const line = (most: number) => z.string().trim().min(3).max(most)

export const reason = line(500)
  .describe('Varför ändringen görs. Syns i historiken.')
  .meta({ example: 'Beslut i språkrådet.' })

const version = z
  .int()
  .min(1)
  .describe('Versionen: en mer för varje ändring. ETag är den, inom citattecken och med v före.')
const conceptId = z.string().describe('Begreppets id.')
const layer = z.string().describe('Lagret: en organisations namn, eller national.')

export const OrganisationResource = named(
  'Organisation',
  z.object({
    name: z.string(),
    title: z.string().describe('Vad organisationen heter.'),
    createdAt: moment,
    version,
    updatedAt: moment,
    links: Links,
  }),
)
export const OrganisationList = named(
  'OrganisationList',
  z.object({ organisations: z.array(OrganisationResource), ...pageOf }),
)
const title = line(120).describe('Vad organisationen heter.')
export const OrganisationInput = named('OrganisationInput', z.strictObject({ name: organisationName, title }))
export const OrganisationChange = named('OrganisationChange', z.strictObject({ title, reason }))

/** The schemas of the bank's own files, for the description. What is sent is examined where it is saved. */
export const ConceptContent = named('ConceptContent', Concept, 'input')
export const OverlayContent = named('OverlayContent', Overlay, 'input')
const sent = z.record(z.string(), z.unknown())

export const Warning = named(
  'Warning',
  z.object({ code: z.string(), message: z.string().describe('En mening om vad som bör ses över.') }),
)
const entry = {
  conceptId,
  layer,
  version,
  updatedAt: moment,
  warnings: z.array(Warning).optional().describe('I svaret på en ändring: sådant som går att spara men bör ses över.'),
  links: Links,
}
export const OverlayResource = named(
  'LayerOverlay',
  z.object({ ...entry, overlay: sent.describe('Ändringen, som i en bankfil.') }),
)
export const OwnConceptResource = named(
  'LayerConcept',
  z.object({ ...entry, concept: sent.describe('Begreppet, som i en bankfil.') }),
)
export const OverlayList = named('LayerOverlayList', z.object({ overlays: z.array(OverlayResource), ...pageOf }))
export const OwnConceptList = named('LayerConceptList', z.object({ concepts: z.array(OwnConceptResource), ...pageOf }))

export const OverlayInput = named(
  'LayerOverlayInput',
  z.strictObject({ overlay: sent.describe('Ändringen, som i en bankfil. Se OverlayContent.'), reason }),
)
export const OwnConceptInput = named(
  'LayerConceptInput',
  z.strictObject({ concept: sent.describe('Begreppet, som i en bankfil. Se ConceptContent.'), reason }),
)

const PatchStep = named(
  'PatchStep',
  z.strictObject({
    op: z.enum(PATCH_OPERATIONS),
    path: z
      .string()
      .max(300)
      .regex(/^(?:\/(?:[^~]|~[01])*)?$/u)
      .describe('JSON Pointer (RFC 6901), till exempel /terms/0/status.'),
    from: z
      .string()
      .max(300)
      .regex(/^(?:\/(?:[^~]|~[01])*)?$/u)
      .optional()
      .describe('För move och copy.'),
    value: z.unknown().optional().describe('För add, replace och test.'),
  }),
)
const operations = z.array(PatchStep).min(1).max(50).describe('JSON Patch (RFC 6902), högst 50 steg.')
export const PatchInput = named('PatchInput', z.strictObject({ operations, reason }))

export const RevisionResource = named(
  'Revision',
  z.object({
    version,
    at: moment,
    reason: z.string().describe('Varför ändringen gjordes.'),
    actor: z.string().optional().describe('Vem som gjorde den. Visas för den som har en nyckel.'),
    removed: z.boolean().describe('Det togs bort.'),
    value: sent.nullable().describe('Som det var då; null när det togs bort.'),
    links: Links,
  }),
)
export const RevisionList = named('RevisionList', z.object({ revisions: z.array(RevisionResource), ...pageOf }))
export const RestoreInput = named(
  'RestoreInput',
  z.strictObject({ version: z.int().min(1).max(1_000_000_000).describe('Versionen att gå tillbaka till.'), reason }),
)

export const ProposalResource = named(
  'Proposal',
  z.object({
    id: z.string(),
    layer,
    conceptId: conceptId.optional().describe('Begreppet som förslaget gäller. Saknas för ett nytt begrepp.'),
    kind: z
      .enum(['concept', 'overlay'])
      .describe('Om förslaget gäller begreppet eller organisationens ändring av det.'),
    title: z.string(),
    status: z.enum(PROPOSAL_STATUSES),
    operations,
    context: z.string().optional().describe('Meningen där ordet stod. Visas för den som föreslog och den som avgör.'),
    proposedBy: z.string().optional().describe('Visas för den som föreslog och den som avgör.'),
    isMine: z.boolean().describe('Du har lämnat förslaget.'),
    answer: z.string().optional().describe('Svaret till den som föreslog.'),
    createdAt: moment,
    version,
    updatedAt: moment,
    similarProposals: z
      .array(z.object({ id: z.string(), title: z.string(), links: Links }))
      .optional()
      .describe('Andra öppna förslag om samma begrepp eller samma ord.'),
    links: Links,
  }),
)
export const ProposalList = named('ProposalList', z.object({ proposals: z.array(ProposalResource), ...pageOf }))
export const ProposalInput = named(
  'ProposalInput',
  z.strictObject({
    layer: z.string().max(60).default('national').describe('En organisations namn, eller national.'),
    conceptId: z
      .string()
      .max(20)
      .regex(/^c-\d{4,}$/u)
      .optional()
      .describe('Begreppet som förslaget gäller. Utelämna för ett nytt.'),
    title: line(200).describe('Förslaget i en mening.'),
    operations: operations.describe(
      'JSON Patch (RFC 6902) på begreppet som i en bankfil; i en organisations lager på dess ändring. För ett nytt begrepp: lägg till hela, med path "" och utan id.',
    ),
    context: z.string().trim().max(1_000).optional().describe('Meningen där ordet stod. Skicka inga personuppgifter.'),
  }),
  'input',
)
export const DecisionInput = named(
  'DecisionInput',
  z.strictObject({
    status: z.enum(['ACCEPTED', 'REJECTED']),
    answer: line(1_000).describe('Svaret till den som föreslog. Blir också ändringens skäl.'),
  }),
)

export const KeyResource = named(
  'ApiKey',
  z.object({
    id: z.string(),
    name: z.string().describe('Vem nyckeln är till. Syns i historiken.'),
    role: z.enum(ROLES),
    organisation: z.string().optional(),
    createdAt: moment,
    expiresAt: moment.optional(),
    revokedAt: moment.optional(),
    key: z.string().optional().describe('Nyckeln. Visas bara nu; spara den.'),
    links: Links,
  }),
)
export const KeyList = named('ApiKeyList', z.object({ keys: z.array(KeyResource), ...pageOf }))
export const KeyInput = named(
  'ApiKeyInput',
  z.strictObject({
    name: line(100).describe('Vem nyckeln är till. Syns i historiken.'),
    role: z.enum(ROLES),
    organisation: organisationName.optional().describe('Organisationen som en redaktör ändrar i. Krävs för editor.'),
    expiresAt: z.iso.datetime().optional().describe('När nyckeln slutar gälla; om ett år när det inte anges.'),
  }),
)

export const CallerResource = named(
  'Caller',
  z.object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.enum(ROLES)),
    organisations: z.array(z.string()).describe('Organisationerna som du ändrar i.'),
    links: Links,
  }),
)

export const AuditEntryResource = named(
  'AuditEntry',
  z.object({
    id: z.string(),
    at: moment,
    action: z.string().describe('Vad som gjordes.'),
    subject: z.string().describe('Vad det gjordes med.'),
    actor: z.string(),
    reason: z.string(),
  }),
)
export const AuditList = named('AuditList', z.object({ auditEntries: z.array(AuditEntryResource), ...pageOf }))

export const ArchiveResource = named(
  'Archive',
  z.object({
    name: z.string(),
    release: z.string().describe('Den utgåva som den nationella termbanken kommer ur.'),
    files: z
      .array(z.object({ path: z.string(), text: z.string() }))
      .describe('Filerna, med sökväg. YAML som klarsprak läser, och historik som JSON rad för rad.'),
    links: Links,
  }),
)

export const LayerChangeResource = named(
  'LayerChange',
  z.object({
    conceptId,
    label: z.string(),
    kind: z.enum(['added', 'removed', 'changed']).describe('Om organisationen lade till, tog bort eller ändrade.'),
    sentences: z.array(z.string()).describe('Vad det gjorde med begreppet, i hela meningar.'),
    at: moment,
    reason: z.string(),
    version,
    links: Links,
  }),
)
export const LayerChangeList = named('LayerChangeList', z.object({ changes: z.array(LayerChangeResource), ...pageOf }))

export const LayerProblemResource = named(
  'LayerProblem',
  z.object({
    code: z.string(),
    severity: z.enum(['error', 'warning']).describe('error: ändringen, eller en del av den, gäller inte.'),
    message: z.string().describe('Vad som är fel och hur det går att rätta till.'),
    conceptId: conceptId.optional(),
  }),
)
export const LayerProblemList = named(
  'LayerProblemList',
  z.object({ problems: z.array(LayerProblemResource), ...pageOf }),
)
