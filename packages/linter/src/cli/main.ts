import { COMMANDS } from './commands/index.js'
import { localDate } from './local-date.js'
import { run } from './run.js'
import { isErrorTerminal, isOutTerminal, writeError, writeOut } from './standard-streams.js'

void run(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    env: process.env,
    get isTerminal() {
      return isOutTerminal()
    },
    get isErrorTerminal() {
      return isErrorTerminal()
    },
    today: () => localDate(new Date()),
    async readStdin() {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
      return Buffer.concat(chunks)
    },
    untilInterrupted() {
      const end = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort())
      return end.signal
    },
    out: writeOut,
    err: writeError,
  },
  COMMANDS,
).then((code) => {
  process.exitCode = code
})
