import type { Role } from '../storage/storage.js'

/** Somebody who has shown who they are. */
export interface Caller {
  /** `key:` and the id of a key, or `user:` and the subject of a token. Stays the same when a name changes. */
  readonly id: string
  /** Shown in the history of what they edit. */
  readonly name: string
  readonly isAdministrator: boolean
  /** The organisations whose layers they edit. */
  readonly edits: readonly string[]
}

/** Who may use an operation: anybody who is known by name, or somebody with a role. `optional`: known callers are told more. */
export type Access = 'optional' | Role

export const hasRole = (caller: Caller, role: Role): boolean =>
  role === 'contributor' || caller.isAdministrator || (role === 'editor' && caller.edits.length > 0)

/** An administrator edits everything; the coming changes to the national bank are edited by nobody else. */
export const mayEdit = (caller: Caller | undefined, layer: string): boolean =>
  caller !== undefined && (caller.isAdministrator || caller.edits.includes(layer))

/** As the history and the audit log keep it. */
export const actorOf = ({ id, name }: Caller): string => `${name} (${id})`
