// What a server without a disk asks its client for.

/** A file that comes with the server: `{ name }`. Answer: `Asset`, or null. */
export const ASSET = 'klarsprak/asset'
export interface Asset {
  readonly bytes: Uint8Array
  /** By Brotli. */
  readonly isPacked: boolean
}
/** The text of a file of the workspace: `{ uri }`. Answer: null when it cannot be read as text. */
export const READ_FILE = 'klarsprak/readFile'
/** The URIs of the workspace's files that end in one of `{ extensions }`. */
export const FIND_FILES = 'klarsprak/findFiles'
