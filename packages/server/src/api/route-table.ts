import type { Operation } from './operation.js'

interface Node {
  readonly fixed: Map<string, Node>
  parameter?: { readonly name: string; readonly node: Node }
  readonly entries: Map<string, RouteEntry>
}

export interface RouteEntry {
  /** With `{name}` for parameters. */
  readonly path: string
  readonly operation: Operation
}

export interface Route {
  /** By method in lower case. */
  readonly entries: ReadonlyMap<string, RouteEntry>
  readonly params: Readonly<Record<string, string>>
}

const node = (): Node => ({ fixed: new Map(), entries: new Map() })

/** Finds the operations of a path. A path that cannot be decoded belongs to none. */
export function createRouteTable(all: readonly RouteEntry[]): (path: string) => Route | undefined {
  const root = node()
  for (const entry of all) {
    let at = root
    for (const part of entry.path.split('/').slice(1)) {
      const name = /^\{(\w+)\}$/u.exec(part)?.[1]
      if (name !== undefined) at = (at.parameter ??= { name, node: node() }).node
      else {
        const next = at.fixed.get(part) ?? node()
        at.fixed.set(part, next)
        at = next
      }
    }
    at.entries.set(entry.operation.method, entry)
  }
  return (path) => {
    const params: Record<string, string> = {}
    let at = root
    for (const part of path.split('/').slice(1)) {
      const fixed = at.fixed.get(part)
      if (fixed !== undefined) at = fixed
      else if (at.parameter !== undefined && part !== '') {
        try {
          params[at.parameter.name] = decodeURIComponent(part)
        } catch {
          return undefined
        }
        at = at.parameter.node
      } else return undefined
    }
    return at.entries.size === 0 ? undefined : { entries: at.entries, params }
  }
}
