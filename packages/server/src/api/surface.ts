import type { Operation } from './operation.js'

/** Operations that stand below one address and follow one convention: the national profile, or that of other clients. */
export interface Surface {
  /** What stands before every path: `/v1`. */
  readonly root: string
  readonly operations: readonly Operation[]
}
