import type { Problem } from '@klarsprak/termbank'
import { type Refusal, refuse } from '../api/problems.js'
import type { Services } from '../api/services.js'
import { actorOf, type Caller } from '../auth/caller.js'
import type { Author, Edited, Entry, EntryEdit, EntryKey, Versioned } from '../storage/storage.js'
import { examine } from './examine.js'
import { expectedVersion } from './if-match.js'
import { inTurn } from './in-turn.js'

/** From an entry as it is to what it shall be; `undefined` takes it away. */
export type Change = (body: unknown) => { readonly value: unknown } | Refusal

export interface Saved<T = Entry> {
  readonly saved: Versioned<T>
  readonly isNew: boolean
  readonly warnings: readonly Problem[]
}

export interface EntryRequest extends EntryKey {
  readonly change: Change
  /** The header; `any` when the state does not matter, as when a proposal is accepted. */
  readonly ifMatch: string | undefined | 'any'
}

/** Times an edit is examined anew because others edit the same layer in other servers. */
const MOST_TRIES = 8

const busy = refuse(
  'unavailable',
  {
    sv: 'Många ändrar samtidigt. Inget är sparat. Försök igen.',
    en: 'Many are editing at once. Nothing has been saved. Try again.',
  },
  { headers: { 'retry-after': '1' } },
)

/** Saves, changes or takes away an entry of a layer: examined together with the rest, and not over somebody else's work. */
export const saveEntry = (
  request: EntryRequest,
  author: Author,
  services: Pick<Services, 'storage' | 'layers'>,
): Promise<Saved | Refusal> => editEntry(request, (edit) => services.storage.saveEntry(edit, author), services)

/**
 * Examines an edit and hands it to `write`, again when the layer has changed in between. Edits of one layer within
 * this server wait for each other, so that only other servers can be in between.
 */
export function editEntry<T>(
  { change, ifMatch, ...key }: EntryRequest,
  write: (edit: EntryEdit) => Promise<Edited<T> | Refusal>,
  { storage, layers }: Pick<Services, 'storage' | 'layers'>,
): Promise<Saved<T> | Refusal> {
  return inTurn(key.layer, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      // Read before the entries: see `EntryEdit`.
      const layerVersion = await storage.layerVersion(key.layer)
      const entries = await storage.entries(key.layer)
      const current = entries.find(({ value }) => value.kind === key.kind && value.id === key.id)
      const version = current?.version ?? 0
      const expected = ifMatch === 'any' ? version : expectedVersion(ifMatch, version)
      if (typeof expected !== 'number') return expected
      const changed = change(current?.value.body)
      if ('code' in changed) return changed
      const examined =
        changed.value === undefined
          ? { body: undefined, warnings: [] }
          : examine(key, changed.value, entries, layers.national())
      if ('code' in examined) return examined
      const written = await write({ ...key, body: examined.body, expected, layerVersion })
      if ('code' in written) return written
      if (written.ok) {
        layers.touch(key.layer)
        return { saved: written.value, isNew: current === undefined, warnings: examined.warnings }
      }
    }
    return busy
  })
}

/** Who does it, when and why; for the history. */
export const authorOf = (caller: Caller, reason: string, services: Pick<Services, 'now'>): Author => ({
  actor: actorOf(caller),
  at: services.now(),
  reason,
})
