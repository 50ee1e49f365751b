import { createHash } from 'node:crypto'
import { isRefusal } from '../../api/operation.js'
import { createProposal } from '../../api/operations/proposals.js'
import type { Refusal } from '../../api/problems.js'
import { read } from '../../api/read-inputs.js'
import { ProposalInput } from '../../api/schemas/editing.js'
import type { Caller } from '../../auth/caller.js'
import type { PageCall } from '../page.js'
import type { ProposalDraft } from './read-proposal.js'

/** Whoever proposes on the web without a key. Nobody can be this caller in the API: no key and no token has its id. */
export const VISITOR: Caller = { id: 'visitor', name: 'Besökare på webben', isAdministrator: false, edits: [] }

/** Proposals of visitors that may wait for an answer. Those who flood the service fill this, and not the database. */
export const MOST_WAITING = 500

/** The id of a proposal that has come in; or what is wrong: with the key, or for another reason. */
export type Sent =
  | { readonly id: string }
  | { readonly wrongKey: true }
  | { readonly tooMany: true; readonly wait: number }
  | { readonly tooManyWait: true }
  | { readonly refusal: Refusal }

/**
 * Sends a proposal through the operation of the API, in the name of a key or of a visitor. What is sent twice, by
 * somebody who goes back or clicks again, is one proposal.
 */
export async function sendProposal(
  {
    layer,
    conceptId,
    draft,
    key,
  }: {
    readonly layer: string
    readonly conceptId: string | undefined
    readonly draft: ProposalDraft
    /** A key of the API; '' for none. */
    readonly key: string
  },
  { services, openProposals, countProposal }: PageCall,
): Promise<Sent> {
  const visitor = openProposals ? VISITOR : undefined
  const caller = key === '' ? visitor : await services.authenticate(`Bearer ${key}`)
  if (caller === undefined) return { wrongKey: true }
  if ('code' in caller) return caller.code === 'key-needed' ? { wrongKey: true } : { refusal: caller }
  if (caller === VISITOR) {
    const wait = await countProposal()
    if (wait !== undefined) return { tooMany: true, wait }
    const open = await services.storage.proposals({ status: 'OPEN', proposerId: VISITOR.id, limit: 1, offset: 0 })
    if (open.total >= MOST_WAITING) return { tooManyWait: true }
  }
  const input = { layer, ...(conceptId === undefined ? {} : { conceptId }), ...draft }
  const body = read(ProposalInput, input, 'invalid-content')
  if ('code' in body) return { refusal: body }
  const idempotencyKey = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const reply = await createProposal.handle(
    { params: {}, query: {}, body: body.values, caller, conditions: { idempotencyKey }, type: 'application/json' },
    services,
  )
  if (isRefusal(reply)) return { refusal: reply }
  return { id: (JSON.parse(String(reply.body)) as { readonly id: string }).id }
}
