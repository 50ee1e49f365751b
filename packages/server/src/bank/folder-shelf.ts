import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Concept } from '@klarsprak/termbank'
import { type BankManifest, builtBank, isReleaseFolder, readRelease } from '@klarsprak/termbank'
import { type ReleaseShelf, type ShelvedRelease, shelfOf } from './release-shelf.js'

const MANIFEST = 'release.json'

/**
 * The release that is built in, and every folder of `klarsprak bank build` in `folder`.
 *
 * @throws {ReleaseError} when one of them is damaged
 */
export function folderShelf(folder?: string): ReleaseShelf {
  const added =
    folder !== undefined && existsSync(folder)
      ? readdirSync(folder)
          .map((name) => join(folder, name))
          .filter(isReleaseFolder)
      : []
  // What was built in comes last, so that it wins over a copy of itself.
  return shelfOf([...added, builtBank()].map(shelved))
}

function shelved(folder: string): ShelvedRelease {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as BankManifest
  const { release, concepts, sha256 } = manifest
  const names = [MANIFEST, ...Object.keys(sha256).sort()]
  const sumOf = (name: string): string =>
    sha256[name] ??
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  const manifestSum = sumOf(MANIFEST)
  // Looked at now and then, when two releases are compared; not worth its memory in between.
  let held: WeakRef<readonly Concept[]> | undefined
  const read = (): readonly Concept[] => {
    const concepts = held?.deref() ?? readRelease(folder).concepts
    held = new WeakRef(concepts)
    return concepts
  }
  return {
    name: release,
    conceptCount: read().length,
    sha256: sumOf(concepts),
    files: names.map((name) => ({
      name,
      mediaType: name.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      size: statSync(join(folder, name)).size,
      sha256: name === MANIFEST ? manifestSum : sumOf(name),
    })),
    read(name) {
      const data = readFileSync(join(folder, name))
      const expected = name === MANIFEST ? manifestSum : sumOf(name)
      if (createHash('sha256').update(data).digest('hex') !== expected)
        throw new Error(`The file ${name} of release ${release} is not what it was when the service started.`)
      return data
    },
    concepts: read,
  }
}
