import { isDeepStrictEqual } from 'node:util'
import { applyPatch as apply } from 'rfc6902'
import { type Refusal, refuse } from '../api/problems.js'
import type { PatchStep } from '../storage/storage.js'
import { tooMuch } from './limits.js'

/**
 * JSON Patch (RFC 6902): all steps or none. The value itself is not touched. Each step is looked at when it has been
 * taken, since `copy` can double what there is.
 */
export function applyPatch(value: unknown, steps: readonly PatchStep[]): { readonly value: unknown } | Refusal {
  // The whole document may be replaced, so it stands in a box.
  const box: { document?: unknown } = { document: structuredClone(value) }
  for (const [at, step] of steps.entries()) {
    const { op, path, from } = step
    const boxed = {
      ...structuredClone(step),
      path: `/document${path}`,
      ...(from === undefined ? {} : { from: `/document${from}` }),
    }
    let failure: unknown
    try {
      ;[failure] = apply(box, [boxed as never])
    } catch (error) {
      failure = error
    }
    if (failure !== null) {
      const where = path === '' ? '/' : path.slice(0, 200)
      return refuse(
        'patch-fails',
        op === 'test'
          ? {
              sv: `Steg ${at + 1}: ${where} är inte längre det som förslaget utgår från.`,
              en: `Step ${at + 1}: ${where} is no longer what the change starts from.`,
            }
          : {
              sv: `Steg ${at + 1} (${op}): det finns inget på ${where} att ändra. Hämta den senaste versionen.`,
              en: `Step ${at + 1} (${op}): there is nothing at ${where} to change. Get the latest version.`,
            },
        {
          errors: [
            {
              field: `operations.${at}`,
              message: { sv: 'Steget går inte att utföra.', en: 'The step cannot be taken.' },
            },
          ],
        },
      )
    }
    const refused = tooMuch(box.document)
    if (refused !== undefined) return refused
  }
  return { value: box.document }
}

/** Whether two values are the same JSON. */
export const isSameJson = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other))
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
