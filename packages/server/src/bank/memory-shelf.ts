import { createHash } from 'node:crypto'
import type { Concept } from '@klarsprak/termbank'
import type { ReleaseShelf, ShelvedRelease } from './release-shelf.js'
import { shelfOf } from './release-shelf.js'

/** Releases made of concepts, with their JSON as the only file; for tests and examples. */
export function memoryShelf(
  releases: readonly { readonly name: string; readonly concepts: readonly Concept[] }[],
): ReleaseShelf {
  return shelfOf(
    releases.map(({ name, concepts }): ShelvedRelease => {
      const file = `${name}.json`
      const data = Buffer.from(JSON.stringify({ release: name, concepts }))
      const sha256 = createHash('sha256').update(data).digest('hex')
      return {
        name,
        conceptCount: concepts.length,
        sha256,
        files: [{ name: file, mediaType: 'application/json', size: data.length, sha256 }],
        read: () => data,
        concepts: () => concepts,
      }
    }),
  )
}
