import { API_ROOT } from './create-api.js'
import { OPERATIONS } from './operations/index.js'
import type { Surface } from './surface.js'

/** Everything that the service answers to programs. */
export const SURFACES: readonly Surface[] = [{ root: API_ROOT, operations: OPERATIONS }]
