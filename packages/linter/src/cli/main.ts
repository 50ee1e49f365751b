import { COMMANDS } from './commands/index.js'
import type { Io } from './io.js'
import { THREAD_ARGUMENT } from './lint/thread-argument.js'
import { localDate } from './local-date.js'
import { run } from './run.js'
import { isErrorTerminal, isOutTerminal, writeError, writeOut } from './standard-streams.js'

const io: Io = {
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
}

if (process.argv[2] === THREAD_ARGUMENT) void import('./lint/lint-thread.js').then(({ lintInThread }) => lintInThread())
else {
  void run(process.argv.slice(2), io, COMMANDS).then((code) => {
    process.exitCode = code
    // With nothing left to wait for, an end now spares taking apart what is in memory.
    if (process.getActiveResourcesInfo().length === 0) process.exit()
  })
}
