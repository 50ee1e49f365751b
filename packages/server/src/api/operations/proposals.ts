import { wordKey } from '@klarsprak/swedish'
import { NATIONAL } from '@klarsprak/termbank'
import { z } from 'zod'
import { type Caller, mayEdit } from '../../auth/caller.js'
import { applyPatch, isSameJson } from '../../editing/apply-patch.js'
import { changedMeanwhile, expectedVersion } from '../../editing/if-match.js'
import { startOf, withFreeId } from '../../editing/new-entry.js'
import { authorOf, editEntry } from '../../editing/save-entry.js'
import { type EntryKey, PROPOSAL_STATUSES, type Proposal, type Versioned } from '../../storage/storage.js'
import { noSuchOrganisation } from '../create-api.js'
import { type Answer, answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { type Refusal, refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import { DecisionInput, ProposalInput, ProposalList, ProposalResource } from '../schemas/editing.js'
import type { Services } from '../services.js'
import { entryPath } from './entries.js'
import { pageFrom } from './page-of.js'
import { conceptLink } from './show-concept.js'
import { answerEdit } from './show-version.js'

const PATH = '/proposals'
const ID = /^p-[0-9a-f]{12}$/u
const params = z.strictObject({
  id: z.string().max(20).describe('Förslagets id.').meta({ example: 'p-000000000001' }),
})
/** Open proposals that are looked through for the same words. */
const MOST_COMPARED = 200
const MOST_SIMILAR = 10

export const listProposals = defineOperation({
  id: 'listProposals',
  method: 'get',
  path: PATH,
  tag: 'proposals',
  summary: { sv: 'Lista förslag', en: 'List proposals' },
  description:
    'Latest first. Everybody with a key sees what has been proposed, so that nobody proposes it twice; who proposed it, and the sentence it came from, only themselves and those who decide.',
  access: 'contributor',
  query: z.strictObject({
    status: z
      .enum(PROPOSAL_STATUSES)
      .optional()
      .describe('Bara förslag som är öppna, antagna eller avslagna.')
      .meta({ example: 'OPEN' }),
    layer: z
      .string()
      .max(60)
      .optional()
      .describe('Bara förslag till ett lager: en organisation, eller national.')
      .meta({ example: 'national' }),
    conceptId: z.string().max(20).optional().describe('Bara förslag om ett begrepp.').meta({ example: 'c-0001' }),
    mine: z.enum(['true', 'false']).optional().describe('Bara förslag som du har lämnat.').meta({ example: 'false' }),
    ...paging,
  }),
  produces: [{ type: JSON_TYPE, schema: ProposalList, describe: 'A page of proposals.' }],
  refuses: ['not-found'],
  example: { query: { status: 'OPEN' } },
  async handle({ query, caller }, services) {
    const { status, layer, conceptId, mine } = query
    const proposerId = mine === 'true' ? caller!.id : undefined
    const page = await pageFrom(
      (asked) => services.storage.proposals({ status, layer, conceptId, proposerId, ...asked }),
      query,
      `/v1${PATH}`,
      services,
    )
    if ('code' in page) return page
    const proposals = page.items.map((proposal) => show(proposal, caller!, services))
    return answerJson({ proposals, ...page.paging }, 'private', { headers: page.headers })
  },
})

export const getProposal = defineOperation({
  id: 'getProposal',
  method: 'get',
  path: `${PATH}/{id}`,
  tag: 'proposals',
  summary: { sv: 'Följ ett förslag', en: 'Follow a proposal' },
  description: 'Its status and the answer, and other open proposals about the same.',
  access: 'contributor',
  params,
  produces: [{ type: JSON_TYPE, schema: ProposalResource, describe: 'The proposal.' }],
  refuses: ['not-found'],
  example: { params: { id: 'p-000000000001' } },
  async handle({ params: { id }, caller }, services) {
    const found = ID.test(id) ? await services.storage.proposal(id) : undefined
    if (found === undefined) return noSuchProposal(id)
    const similar = await similarTo(found.value, services)
    // The others change without this one, so its version is no entity tag; the body is.
    return answerJson(show(found, caller!, services, similar), 'private')
  },
})

export const createProposal = defineOperation({
  id: 'createProposal',
  method: 'post',
  path: PATH,
  tag: 'proposals',
  summary: { sv: 'Lämna ett förslag', en: 'Make a proposal' },
  description:
    'A change that you want, as JSON Patch (RFC 6902). It is tried out at once, and decided by the editors of the layer. With the header Idempotency-Key, the same call sent twice is one proposal.',
  access: 'contributor',
  heeds: ['idempotencyKey'],
  body: ProposalInput,
  status: 201,
  produces: [{ type: JSON_TYPE, schema: ProposalResource, describe: 'The proposal, and open ones that are like it.' }],
  refuses: ['patch-fails', 'not-found'],
  example: {
    body: {
      conceptId: 'c-0001',
      title: 'Avråd från ”vårdportal”.',
      operations: [
        {
          op: 'add',
          path: '/terms/-',
          value: {
            label: 'vårdportal',
            status: 'deprecated',
            gender: 'common',
            reason: 'Läsarna vet inte vad en vårdportal är.',
          },
        },
      ],
      context: 'Logga in på vårdportalen.',
    },
  },
  async handle({ body, caller, conditions }, services) {
    const { layer, conceptId, title, operations, context } = body
    if (layer !== NATIONAL && (await services.storage.organisation(layer)) === undefined)
      return noSuchOrganisation(layer)
    const { idempotencyKey } = conditions
    if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,100}$/u.test(idempotencyKey))
      return refuse('invalid-parameter', {
        sv: 'Idempotency-Key ska vara 1–100 tecken utan mellanslag, till exempel ett UUID.',
        en: 'Idempotency-Key should be 1–100 characters without spaces, for example a UUID.',
      })
    const target = await proposalTarget(layer, conceptId, services)
    if ('code' in target) return target
    const { kind } = target
    // A change that cannot be made is told of now, to the one who knows what was meant.
    const tried = applyPatch(target.body, operations)
    if ('code' in tried) return tried
    const author = authorOf(caller!, title, services)
    const proposal: Proposal = {
      id: `p-${services.random(6).toString('hex')}`,
      layer,
      kind,
      ...(conceptId === undefined ? {} : { conceptId }),
      title,
      operations,
      ...(context === undefined || context === '' ? {} : { context }),
      proposedBy: author.actor,
      proposerId: caller!.id,
      status: 'OPEN',
      createdAt: author.at,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    }
    const added = await services.storage.addProposal(proposal, author)
    if (added.value.id !== proposal.id && !isSame(added.value, proposal))
      return refuse('conflict', {
        sv: 'Du har redan skickat ett annat förslag med samma Idempotency-Key.',
        en: 'You have sent another proposal with the same Idempotency-Key already.',
      })
    const similar = await similarTo(added.value, services)
    return answerEdit(show(added, caller!, services, similar), added.version, {
      location: services.link(`/v1${PATH}/${added.value.id}`),
    })
  },
})

export const decideProposal = defineOperation({
  id: 'decideProposal',
  method: 'post',
  path: `${PATH}/{id}/decisions`,
  tag: 'proposals',
  summary: { sv: 'Avgör ett förslag', en: 'Decide about a proposal' },
  description:
    'ACCEPTED makes the change, in the organisation’s layer or among the coming changes to the national bank, in the same step; it is refused when the bank would not hold together. The answer goes to the proposer. Send the ETag of the proposal, "v" and its version, in If-Match.',
  access: 'editor',
  heeds: ['ifMatch'],
  params,
  body: DecisionInput,
  produces: [{ type: JSON_TYPE, schema: ProposalResource, describe: 'The proposal as it was decided.' }],
  refuses: ['not-found', 'decided', 'patch-fails'],
  example: {
    params: { id: 'p-000000000002' },
    body: { status: 'ACCEPTED', answer: 'Tack! Ändringen kommer med i nästa utgåva.' },
  },
  async handle({ params: { id }, body, caller, conditions }, services) {
    const { storage } = services
    const found = ID.test(id) ? await storage.proposal(id) : undefined
    if (found === undefined) return noSuchProposal(id)
    const { value: proposal, version } = found
    if (!mayEdit(caller, proposal.layer))
      return refuse('not-allowed', {
        sv: `Förslaget avgörs av dem som ändrar i ${proposal.layer}.`,
        en: `The proposal is decided by those who edit ${proposal.layer}.`,
      })
    if (proposal.status !== 'OPEN') return decided(proposal)
    const expected = expectedVersion(conditions.ifMatch, version)
    if (typeof expected !== 'number') return expected
    const author = authorOf(caller!, body.answer, services)
    const decide = (edit?: Parameters<typeof storage.decideProposal>[4]) =>
      storage.decideProposal(id, body, expected, author, edit)
    const finish = (value: Versioned<Proposal>): Answer => answerEdit(show(value, caller!, services), value.version)
    if (body.status === 'REJECTED') {
      const done = await decide()
      return done.ok ? finish(done.value) : changedMeanwhile(done.version ?? 0)
    }
    const accept = async (conceptId: string): Promise<Answer | Refusal> => {
      const { layer, kind, operations } = proposal
      const key = { layer, kind, id: conceptId }
      const done = await editEntry(
        {
          ...key,
          ifMatch: proposal.conceptId === undefined ? undefined : 'any',
          change: (current) => {
            const patched = applyPatch(current ?? startOf(key, services) ?? {}, operations)
            if ('code' in patched || proposal.conceptId !== undefined) return patched
            return { value: { ...(patched.value as object), id: conceptId } }
          },
        },
        async (edit) => {
          const written = await decide(edit)
          return written.ok || written.version === undefined ? written : changedMeanwhile(written.version)
        },
        services,
      )
      return 'code' in done ? done : finish(done.saved)
    }
    return proposal.conceptId === undefined ? withFreeId(proposal.layer, services, accept) : accept(proposal.conceptId)
  },
})

const noSuchProposal = (id: string): Refusal =>
  refuse('not-found', { sv: `Förslaget ${id} finns inte.`, en: `There is no proposal ${id}.` })

const decided = ({ status }: Proposal): Refusal =>
  refuse('decided', {
    sv: `Förslaget är ${status === 'ACCEPTED' ? 'antaget' : 'avslaget'}. Lämna ett nytt om något ska ändras igen.`,
    en: `The proposal has been ${status.toLowerCase()}. Make a new one if something is to change again.`,
  })

const isSame = (one: Proposal, other: Proposal): boolean =>
  one.layer === other.layer &&
  one.conceptId === other.conceptId &&
  one.title === other.title &&
  isSameJson(one.operations, other.operations)

/** What a change starts from: which kind of entry of the layer it is about, and how that is now. */
export async function proposalTarget(
  layer: string,
  conceptId: string | undefined,
  services: Services,
): Promise<{ readonly kind: EntryKey['kind']; readonly body: unknown } | Refusal> {
  const kind = await kindOf(layer, conceptId, services)
  if (typeof kind !== 'string') return kind
  return { kind, body: await currentOf({ layer, kind, id: conceptId ?? '' }, services) }
}

/** Whether a proposal is about a concept of the layer itself, or about what an organisation says of a national one. */
async function kindOf(
  layer: string,
  conceptId: string | undefined,
  { storage, bank }: Services,
): Promise<EntryKey['kind'] | Refusal> {
  if (conceptId === undefined) return 'concept'
  if ((await storage.entry({ layer, kind: 'concept', id: conceptId })) !== undefined) return 'concept'
  if (bank.concept(conceptId) !== undefined) return layer === NATIONAL ? 'concept' : 'overlay'
  return refuse('not-found', {
    sv: `Begreppet ${conceptId} finns inte. Utelämna conceptId för ett nytt begrepp.`,
    en: `There is no concept ${conceptId}. Leave conceptId out for a new concept.`,
  })
}

async function currentOf(key: EntryKey, services: Services): Promise<unknown> {
  if (key.id === '') return {}
  return (await services.storage.entry(key))?.value.body ?? startOf(key, services) ?? {}
}

/** Open proposals about the same concept; for a new one, those with one of its words. */
async function similarTo(
  { id, layer, conceptId, operations }: Proposal,
  { storage }: Services,
): Promise<readonly Versioned<Proposal>[]> {
  const { items } = await storage.proposals({ status: 'OPEN', layer, conceptId, limit: MOST_COMPARED, offset: 0 })
  const others = items.filter(({ value }) => value.id !== id)
  if (conceptId !== undefined) return others.slice(0, MOST_SIMILAR)
  const labels = labelsIn(operations)
  return others
    .filter(({ value }) => [...labelsIn(value.operations)].some((label) => labels.has(label)))
    .slice(0, MOST_SIMILAR)
}

/** Every label that a change mentions, wherever it stands. */
function labelsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, part] of Object.entries(value)) {
    if (key === 'label' && typeof part === 'string') found.add(wordKey(part))
    else labelsIn(part, found)
  }
  return found
}

function show(
  { version, updatedAt, value }: Versioned<Proposal>,
  caller: Caller,
  services: Services,
  similar?: readonly Versioned<Proposal>[],
): z.output<typeof ProposalResource> {
  const { id, layer, kind, conceptId, title, status, operations, context, proposedBy, proposerId, answer, createdAt } =
    value
  const isMine = proposerId === caller.id
  const isClose = isMine || mayEdit(caller, layer)
  const self = (one: string) => ({ href: services.link(`/v1${PATH}/${one}`) })
  return {
    id,
    layer,
    ...(conceptId === undefined ? {} : { conceptId }),
    kind,
    title,
    status,
    operations: [...operations],
    ...(context !== undefined && isClose ? { context } : {}),
    ...(isClose ? { proposedBy } : {}),
    isMine,
    ...(answer === undefined ? {} : { answer }),
    createdAt,
    version,
    updatedAt,
    ...(similar === undefined
      ? {}
      : {
          similarProposals: similar.map((other) => ({
            id: other.value.id,
            title: other.value.title,
            links: { self: self(other.value.id) },
          })),
        }),
    links: {
      self: self(id),
      collection: { href: services.link(`/v1${PATH}`) },
      decisions: { href: services.link(`/v1${PATH}/${id}/decisions`) },
      ...(conceptId === undefined
        ? {}
        : {
            concept: conceptLink(services, conceptId),
            entry: { href: services.link(entryPath({ layer, kind, id: conceptId })) },
          }),
    },
  }
}
