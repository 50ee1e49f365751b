import { COMMANDS } from './commands/index.js'
import { localDate } from './local-date.js'
import { run } from './run.js'

// A reader that has had enough (`klarsprak lint | head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

void run(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
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
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
  COMMANDS,
).then((code) => {
  process.exitCode = code
})
