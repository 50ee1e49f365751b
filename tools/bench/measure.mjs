// How everything here is measured: processor seconds, wall clock, memory, and ratios of things run in turn. A machine that
// does other work falls on both of a pair alike, so a ratio says something where a time does not.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

export const median = (values) => quantile(values, 0.5)
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

const number = (value, decimals) => value.toLocaleString('en', { maximumFractionDigits: decimals })
/** As a person wants it: three figures that matter. */
export const round = (value) => number(value, value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)

/** A table in Markdown. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const machine = () => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  load: loadavg().map((value) => value.toFixed(1)),
})

/** Whether a program is on the PATH. */
export const isHere = (program) =>
  (process.env.PATH ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, program)))

/** A folder that is gone when `work` is done. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Bash tells what its children took of the processor once they have ended; Node tells that of itself only.
const SCRIPT = '"$@" >"$OUT_FILE" 2>"$ERROR_FILE" & echo $!; wait $!; echo "status $?"; times'

/**
 * Runs a command to its end.
 *
 * @returns `cpu` and `wall` in seconds, `rss` the most memory in MB (Linux; else 0), `out` and `error` as text
 */
export function runOnce(argv, { cwd = process.cwd(), env = process.env, allowed = [0, 1] } = {}) {
  return inFolder(
    (folder) =>
      new Promise((resolve, reject) => {
        const files = { OUT_FILE: join(folder, 'out'), ERROR_FILE: join(folder, 'error') }
        const from = performance.now()
        const child = spawn('bash', ['-c', SCRIPT, 'bash', ...argv], { cwd, env: { ...env, ...files } })
        let said = ''
        let rss = 0
        let watch
        child.stdout.on('data', (chunk) => {
          said += chunk
          const pid = /^(\d+)\n/u.exec(said)?.[1]
          if (pid !== undefined && watch === undefined) {
            watch = setInterval(() => {
              try {
                rss = Math.max(
                  rss,
                  Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
                )
              } catch {
                // It has ended, or this is no Linux.
              }
            }, 10)
          }
        })
        child.once('error', reject)
        child.once('close', () => {
          clearInterval(watch)
          const wall = (performance.now() - from) / 1000
          const status = Number(/status (\d+)/u.exec(said)?.[1])
          const error = readFileSync(files.ERROR_FILE, 'utf8')
          if (allowed !== 'any' && !allowed.includes(status))
            return reject(new Error(`${argv.join(' ').slice(0, 300)}: ended with ${status}\n${error.slice(0, 2_000)}`))
          const [user, system] = said
            .trimEnd()
            .split('\n')
            .at(-1)
            .split(' ')
            .map((time) => /(\d+)m([\d.]+)s/u.exec(time))
            .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
          resolve({
            cpu: user + system,
            wall,
            rss: rss / 1024,
            status,
            error,
            out: readFileSync(files.OUT_FILE, 'utf8'),
          })
        })
      }),
  )
}

/**
 * Runs commands in turn, `rounds` times, after once to warm the disk's cache (not when it is but one). Each is `{ name, argv, check, … }`, where
 * `check` throws when the answer is wrong.
 *
 * @returns by name the medians, and the median of the ratios to the first in the same round
 */
export async function inTurn(commands, rounds) {
  const runs = new Map(commands.map(({ name }) => [name, []]))
  // One round is for what takes a minute: the disk's cache is a small part of it.
  for (let nth = rounds === 1 ? 1 : 0; nth <= rounds; nth++)
    for (const { name, argv, check, ...options } of commands) {
      const result = await runOnce(argv, options)
      check?.(result)
      if (nth > 0) runs.get(name).push(result)
    }
  const first = runs.get(commands[0].name)
  return new Map(
    [...runs].map(([name, all]) => [
      name,
      {
        cpu: median(all.map(({ cpu }) => cpu)),
        wall: median(all.map(({ wall }) => wall)),
        rss: Math.max(...all.map(({ rss }) => rss)),
        cpuRatio: median(all.map(({ cpu }, at) => cpu / first[at].cpu)),
        wallRatio: median(all.map(({ wall }, at) => wall / first[at].wall)),
        last: all.at(-1),
      },
    ]),
  )
}

/** Processor milliseconds of `work`, the median of `rounds` after one to warm up. `expected` is its answer every time. */
export function cpuOf(work, rounds) {
  const expected = work()
  const times = Array.from({ length: rounds }, () => {
    const from = process.cpuUsage()
    const answer = work()
    const { user, system } = process.cpuUsage(from)
    if (answer !== expected) throw new Error(`Another answer the second time: ${answer}, not ${expected}.`)
    return (user + system) / 1000
  })
  return { ms: median(times), answer: expected }
}
