import { NATIONAL } from '@klarsprak/termbank'
import { type Answer, isRefusal } from '../api/operation.js'
import type { Refusal } from '../api/problems.js'
import type { Services } from '../api/services.js'
import type { EntryKey } from '../storage/storage.js'
import { inTurn } from './in-turn.js'

/** Ids from here on are organisations' own. Source: docs/guide/termbanken.md. */
const FIRST_OWN = 9_001

/** Times another id is tried because another server has taken one meanwhile. */
const MOST_TRIES = 5

/** Adds a concept under an id that is free; under the next one when somebody else was first. */
export const withFreeId = (
  layer: string,
  services: Pick<Services, 'storage' | 'bank'>,
  add: (id: string) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> =>
  inTurn(`ids of ${layer}`, async () => {
    for (let tries = 1; ; tries++) {
      const answer = await add(await freeConceptId(layer, services))
      const isTaken = isRefusal(answer) && answer.code === 'version-needed'
      if (!isTaken || tries === MOST_TRIES) return answer
    }
  })

/** What a change to an entry starts from when nobody has saved it: the national concept, or an overlay that changes nothing. */
export function startOf({ layer, kind, id }: EntryKey, { bank }: Pick<Services, 'bank'>): unknown {
  const concept = bank.concept(id)
  if (concept === undefined) return undefined
  if (layer === NATIONAL) return concept
  return kind === 'overlay' ? { concept: id, reason: 'Eget val.' } : undefined
}

/** An id that no concept of the layer has or has ever had. The national bank keeps below those of organisations. */
async function freeConceptId(layer: string, { storage, bank }: Pick<Services, 'storage' | 'bank'>): Promise<string> {
  const isNational = layer === NATIONAL
  const used = new Set(await storage.usedIds(layer))
  if (isNational) for (const { id } of bank.concepts) used.add(id)
  const numbers = [...used].map((id) => Number(id.slice(2))).filter((number) => isNational === number < FIRST_OWN)
  let next = numbers.reduce((most, number) => Math.max(most, number), isNational ? 0 : FIRST_OWN - 1) + 1
  // The national bank has filled its numbers: it goes on where nobody counts.
  if (isNational && next >= FIRST_OWN) next = 100_001
  while (used.has(idOf(next))) next++
  return idOf(next)
}

const idOf = (number: number): string => `c-${String(number).padStart(4, '0')}`
