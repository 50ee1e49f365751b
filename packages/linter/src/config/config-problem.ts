/** A fault in a file of settings: a sentence that says what is wrong and the way out, in Swedish. */
export interface ConfigProblem {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

export const formatConfigProblem = ({ path, line, message }: ConfigProblem): string => `${path}:${line}: ${message}`
