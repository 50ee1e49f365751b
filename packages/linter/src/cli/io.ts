/** Everything the command knows of the world around it, so that it can be run by a test. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean
  /** Whether standard error is one. */
  readonly isErrorTerminal?: boolean
  /** The day, where the command runs, as 2027-01-31. */
  today(): string
  readStdin(): Promise<Uint8Array>
  /** Aborted when the user ends the command (Ctrl-C), which otherwise ends at once. */
  untilInterrupted?(): AbortSignal
  /** Left out: the platform's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** The report, and nothing else; bytes are text in UTF-8, and may be used for something else afterwards. */
  out(text: string | Uint8Array): void
  /** Faults and notes, for people. */
  err(text: string): void
}

export const ExitCode = { Clean: 0, Findings: 1, Failure: 2 } as const
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** A fault of use, settings or surroundings: the message says what is wrong and the way out, in Swedish. */
export class UserError extends Error {
  override readonly name = 'UserError'
}

/** Whether to colour: https://no-color.org, https://force-color.org, and otherwise only in a terminal. */
export function wantsColour({ env, isTerminal }: Io, noColour: boolean): boolean {
  if (noColour) return false
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
