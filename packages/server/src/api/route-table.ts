import type { Operation } from './operation.js'

interface Node {
  readonly fixed: Map<string, Node>
  parameter?: { readonly name: string; readonly node: Node }
  readonly operations: Map<string, Operation>
}

export interface Route {
  /** By method in lower case. */
  readonly operations: ReadonlyMap<string, Operation>
  readonly params: Readonly<Record<string, string>>
}

const node = (): Node => ({ fixed: new Map(), operations: new Map() })

/** Finds the operations of a path below `/v1`. A path that cannot be decoded belongs to none. */
export function createRouteTable(operations: readonly Operation[]): (path: string) => Route | undefined {
  const root = node()
  for (const operation of operations) {
    let at = root
    for (const part of operation.path.split('/').slice(1)) {
      const name = /^\{(\w+)\}$/u.exec(part)?.[1]
      if (name !== undefined) at = (at.parameter ??= { name, node: node() }).node
      else {
        const next = at.fixed.get(part) ?? node()
        at.fixed.set(part, next)
        at = next
      }
    }
    at.operations.set(operation.method, operation)
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
    return at.operations.size === 0 ? undefined : { operations: at.operations, params }
  }
}
