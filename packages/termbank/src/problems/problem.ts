import { type ProblemCode, problemCodes } from './problem-codes.js'

/** Where in a source file something stands. */
export interface Place {
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** Something wrong in our own data: never thrown, always collected, so that one bad entry never hides the others. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  /** A Swedish sentence that says what is wrong and the way out. */
  readonly message: string
  /** The file, or the name of the layer when the concept did not come from a file. */
  readonly path: string
  /** From 1; absent when the place within the file is not known. */
  readonly line?: number
  readonly conceptId?: string
}

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** What a problem's sentence needs: one value for each `{placeholder}` in the table. */
export type ProblemData<C extends ProblemCode> = {
  readonly [Name in Placeholders<(typeof problemCodes)[C]['message']>]: string
}

export function problem<C extends ProblemCode>(
  code: C,
  place: { readonly path: string; readonly line?: number | undefined; readonly conceptId?: string | undefined },
  data: ProblemData<C>,
): Problem {
  const { severity, message } = problemCodes[code]
  return {
    code,
    severity,
    message: message.replace(/\{(\w+)\}/gu, (_, name: string) => (data as Record<string, string>)[name] ?? ''),
    path: place.path,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.conceptId === undefined ? {} : { conceptId: place.conceptId }),
  }
}

/** `concepts/a.yaml:5  BANK-SCHEMA  …`, one line per problem. */
export function formatProblem({ path, line, code, message }: Problem): string {
  return `${path}${line === undefined ? '' : `:${line}`}  ${code}  ${message}`
}

/** By file, then by line, then by code. */
export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}
