/** Bytes of which only what has been asked for is there. */
export interface PartlyRead {
  /** As long as the whole; zeros where nothing has been read. */
  readonly bytes: Uint8Array
  /** Reads `[from, to)` of `bytes`, unless that has been done. Undefined when all is there. */
  readonly need: ((from: number, to: number) => void) | undefined
}

/** Makes the elements `[from, to)` of a table ready. */
export type Need = (table: Table, from: number, to: number) => void

type Table = Uint8Array | Uint16Array | Uint32Array
