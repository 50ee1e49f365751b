import { type Bank, createBank, type Layer, type Problem } from '@klarsprak/termbank'
import type { Concept, Overlay } from '@klarsprak/termbank/model'
import type { Entry, Storage, Versioned } from '../storage/storage.js'
import type { ServedBank } from './served-bank.js'

/** An organisation's layer on top of the national bank, in one state. */
export interface LayeredBank {
  /** Undefined while the layer is empty: the national bank is theirs as it is. */
  readonly bank: Bank | undefined
  /** The layer itself, when there is anything in it. */
  readonly own?: Layer
  /** What does not fit the national bank as it is now, for example after a new release. The rest counts. */
  readonly problems: readonly Problem[]
}

/** The banks of organisations, each put together again when its layer has changed, here or in another server. */
export interface LayeredBanks {
  /** Undefined when there is no such organisation. Rejects only when the layer has never been read. */
  of(organisation: string): Promise<LayeredBank | undefined>
  /** Says that a layer has been edited, so that the next answer has it. */
  touch(layer: string): void
  /** The national bank as a bank. */
  national(): Bank
}

interface Held {
  layer: Promise<LayeredBank | undefined>
  version: number
  /** When it was last known to be current, in milliseconds. */
  checked: number
}

/** In milliseconds. For as long an edit made in another server may be unknown here. */
const FRESH = 1_000
/** Banks held at once; one takes some megabytes. The one that has not been asked for longest goes. */
const MOST_HELD = 32

/** The layer of entries, as `createBank` wants it. */
export const layerOf = (name: string, entries: readonly Versioned<Entry>[]): Layer => ({
  name,
  concepts: entries.filter(({ value }) => value.kind === 'concept').map(({ value }) => value.body as Concept),
  overlays: entries.filter(({ value }) => value.kind === 'overlay').map(({ value }) => value.body as Overlay),
})

/** What organisations' layers lie on. */
export const nationalLayer = ({ release, concepts }: Pick<ServedBank, 'concepts' | 'release'>): Layer => ({
  name: 'national',
  release,
  concepts,
})

export function createLayeredBanks({
  national,
  storage,
  clock = () => performance.now(),
}: {
  readonly national: Pick<ServedBank, 'concepts' | 'release'>
  readonly storage: Pick<Storage, 'organisation' | 'layerVersion' | 'entries'>
  /** Milliseconds from some moment. */
  readonly clock?: () => number
}): LayeredBanks {
  const base = (): Layer => nationalLayer(national)
  const held = new Map<string, Held>()
  let alone: Bank | undefined

  async function read(organisation: string): Promise<LayeredBank | undefined> {
    const entries = await storage.entries(organisation)
    if (entries.length > 0) {
      const own = layerOf(organisation, entries)
      return { ...createBank({ layers: [base(), own] }), own }
    }
    const known = await storage.organisation(organisation)
    return known === undefined ? undefined : { bank: undefined, problems: [] }
  }

  return {
    async of(organisation) {
      const kept = held.get(organisation)
      const started = clock()
      if (kept !== undefined) {
        held.delete(organisation)
        held.set(organisation, kept)
        if (started - kept.checked < FRESH) return kept.layer
      }
      let version: number
      try {
        // Before the entries are read: they may then be newer than their number, but never older.
        version = await storage.layerVersion(organisation)
      } catch (error) {
        // What was known is better than nothing while the database is away.
        if (kept !== undefined) return kept.layer
        throw error
      }
      if (kept !== undefined && kept.version === version) {
        kept.checked = started
        return kept.layer
      }
      // Somebody else may have asked meanwhile, and the bank is put together once.
      const meanwhile = held.get(organisation)
      if (meanwhile !== kept && meanwhile?.version === version) return meanwhile.layer
      const made: Held = { layer: read(organisation), version, checked: started }
      held.set(organisation, made)
      for (const [oldest] of held) {
        if (held.size <= MOST_HELD) break
        held.delete(oldest)
      }
      const forget = (): void => {
        if (held.get(organisation) !== made) return
        if (kept === undefined) held.delete(organisation)
        else held.set(organisation, kept)
      }
      try {
        const layer = await made.layer
        // Whoever makes up names does not fill the memory.
        if (layer === undefined) forget()
        return layer
      } catch (error) {
        forget()
        if (kept !== undefined) return kept.layer
        throw error
      }
    },
    touch(layer) {
      const kept = held.get(layer)
      if (kept !== undefined) kept.checked = Number.NEGATIVE_INFINITY
    },
    national: () => (alone ??= createBank({ layers: [base()] }).bank),
  }
}
