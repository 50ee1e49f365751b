import type { z } from 'zod'
import { defineOperation, type Operation, type OperationDeclaration, type Shape } from '../operation.js'

/** An operation on keys and the log of what has been done: it says itself whom it is for. */
export function forAdministrators<
  Params extends Shape = z.ZodObject<Record<never, never>>,
  Query extends Shape = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(declaration: Omit<OperationDeclaration<Params, Query, Body>, 'tag' | 'access'>): Operation {
  return defineOperation<Params, Query, Body>({
    ...declaration,
    tag: 'keys',
    access: 'administrator',
    description: `For administrators. ${declaration.description}`,
  })
}
