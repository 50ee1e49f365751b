import type { Io } from '../cli/io.js'

export interface TestIo extends Io {
  output(): string
  errors(): string
}

/** A world for tests: what is written is kept. */
export function testIo(
  settings: {
    cwd?: string
    stdin?: string
    today?: string
    env?: Readonly<Record<string, string>>
    isTerminal?: boolean
    signal?: AbortSignal
    isErrorTerminal?: boolean
  } = {},
): TestIo {
  const out: Buffer[] = []
  const err: string[] = []
  return {
    cwd: settings.cwd ?? '.',
    env: settings.env ?? {},
    isTerminal: settings.isTerminal ?? false,
    isErrorTerminal: settings.isErrorTerminal ?? false,
    today: () => settings.today ?? '2026-03-31',
    readStdin: async () => new TextEncoder().encode(settings.stdin ?? ''),
    untilInterrupted: () => settings.signal ?? AbortSignal.abort(),
    out: (text) => void out.push(Buffer.from(text)),
    err: (text) => void err.push(text),
    output: () => Buffer.concat(out).toString('utf8'),
    errors: () => err.join(''),
  }
}
