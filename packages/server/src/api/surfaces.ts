import { MCP, MCP_ROOT } from '../mcp/operations.js'
import { RECONCILIATION, RECONCILIATION_ROOT } from '../reconciliation/operations.js'
import { SKOSMOS, SKOSMOS_ROOT } from '../skosmos/operations.js'
import { API_ROOT } from './create-api.js'
import { OPERATIONS } from './operations/index.js'
import type { Surface } from './surface.js'

/** What other tools' clients expect, each by its own convention. */
export const INTEROP_SURFACES: readonly Surface[] = [
  { root: RECONCILIATION_ROOT, operations: RECONCILIATION },
  { root: SKOSMOS_ROOT, operations: SKOSMOS },
  { root: MCP_ROOT, operations: MCP },
]

/** Everything that the service answers to programs. */
export const SURFACES: readonly Surface[] = [{ root: API_ROOT, operations: OPERATIONS }, ...INTEROP_SURFACES]
