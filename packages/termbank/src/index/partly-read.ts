/** Bytes of which only what has been asked for is there. */
export interface PartlyRead {
  /** As long as the whole; zeros where nothing has been read. */
  readonly bytes: Uint8Array
  /** Reads `[from, to)` of `bytes`, unless that has been done. Undefined when all is there. */
  readonly need: ((from: number, to: number) => void) | undefined
  /** Gives `[from, to)` as bytes of their own, and leaves `bytes` as it is: for what is turned into something else at once. */
  readonly copy: ((from: number, to: number) => Uint8Array) | undefined
}

/** Makes the elements `[from, to)` of a table ready. */
export type Need = (table: Table, from: number, to: number) => void

/** Gives the elements `[from, to)` of a table of bytes as a copy. */
export type Copy = (table: Uint8Array, from: number, to: number) => Uint8Array

type Table = Uint8Array | Uint16Array | Uint32Array
