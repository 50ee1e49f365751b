import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { FetchedRelease } from './fetch-release.js'

/** A release that has been fetched, as a folder that the bank can be read from. */
export interface Snapshot {
  readonly folder: string
  readonly name: string
  readonly sha256: string
  /** The day it was fetched, or found to be the newest, as 2027-01-31. */
  readonly day: string
}

/** What was fetched from one service, on disk. */
export interface Snapshots {
  release(name: string): Snapshot | undefined
  /** The one that was the newest when the service was last asked. */
  latest(): (Snapshot & Asked) | undefined
  save(release: FetchedRelease, concepts: Uint8Array, day: string): Snapshot
  /** Remembers that `name` is the newest. */
  saveLatest(name: string, asked: Asked): void
}

export interface Asked {
  /** Milliseconds since 1970. */
  readonly askedAt: number
  readonly etag?: string | undefined
}

const About = z.object({ name: z.string(), sha256: z.string(), day: z.string() })
const Latest = z.object({ name: z.string(), askedAt: z.number(), day: z.string(), etag: z.string().optional() })

/** @param releases the address that a service has its releases under */
export function snapshotsIn(cache: string, releases: string): Snapshots {
  const place = join(cache, 'releases', createHash('sha256').update(releases).digest('hex').slice(0, 20))
  const folderOf = (name: string) => join(place, name)
  const release = (name: string): Snapshot | undefined => {
    const about = read(join(folderOf(name), 'snapshot.json'), About)
    // What stands in the folder is checked once more when it is read.
    return about?.name === name ? { ...about, folder: folderOf(name) } : undefined
  }
  return {
    release,
    latest() {
      const latest = read(join(place, 'latest.json'), Latest)
      const known = latest === undefined ? undefined : release(latest.name)
      return latest === undefined || known === undefined
        ? undefined
        : { ...known, day: latest.day, askedAt: latest.askedAt, etag: latest.etag }
    },
    save({ name, file, sha256 }, concepts, day) {
      const beside = join(place, `.${randomBytes(6).toString('hex')}.tmp`)
      mkdirSync(beside, { recursive: true })
      const manifest = { release: name, concepts: file, indexes: {}, sha256: { [file]: sha256 } }
      writeFileSync(join(beside, file), concepts)
      writeFileSync(join(beside, 'release.json'), JSON.stringify(manifest))
      writeFileSync(join(beside, 'snapshot.json'), JSON.stringify({ name, sha256, day }))
      const folder = folderOf(name)
      // Another run may have done the same meanwhile: whichever is there is whole.
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
      try {
        renameSync(beside, folder)
      } catch (error) {
        rmSync(beside, { recursive: true, force: true })
        if (release(name)?.sha256 !== sha256) throw error
      }
      return { folder, name, sha256, day }
    },
    saveLatest(name, { askedAt, etag }) {
      const day = new Date(askedAt).toISOString().slice(0, 10)
      const beside = join(place, `.${randomBytes(6).toString('hex')}.tmp`)
      writeFileSync(beside, JSON.stringify({ name, askedAt, day, ...(etag === undefined ? {} : { etag }) }))
      renameSync(beside, join(place, 'latest.json'))
    },
  }
}

/** Undefined when the file is not there or is not what it should be. */
function read<Shape>(path: string, shape: z.ZodType<Shape>): Shape | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
