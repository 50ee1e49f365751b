import type { Concept } from '@klarsprak/termbank'

export interface ShelvedFile {
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
}

/** A release that is handed out. What it holds never changes. */
export interface ShelvedRelease {
  readonly name: string
  readonly conceptCount: number
  /** SHA-256 of the file of concepts. */
  readonly sha256: string
  readonly files: readonly ShelvedFile[]
  /** @throws {Error} when the file has been taken away or changed since the service started */
  read(file: string): Uint8Array
  /** Read when they are asked for. */
  concepts(): readonly Concept[]
}

/** Port: the releases that are handed out. See `memoryShelf` and `folderShelf`. */
export interface ReleaseShelf {
  /** The newest first. Never empty. */
  readonly all: readonly ShelvedRelease[]
  find(name: string): ShelvedRelease | undefined
}

/** What `latest` stands for. */
export const LATEST = 'latest'

/** The newest first: 2026.10 before 2026.9. Two with one name are the same release. */
export function shelfOf(releases: readonly ShelvedRelease[]): ReleaseShelf {
  const byName = new Map(releases.map((release) => [release.name, release]))
  const all = [...byName.values()].sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }))
  return { all, find: (name) => (name === LATEST ? all[0] : byName.get(name)) }
}
