import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** For bundlers: what is taken in place of packages that are asked for and not needed. */
export const WITHOUT_COLOURS = { '@lezer/highlight': join(root, 'scripts/no-colours.mjs') }

/** Runs a command in the repo root with its output shown; ends the process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (result.error) {
    console.error(`Could not run ${command}: ${result.error.message}`)
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Runs a tool installed in the workspace, by the name of its command. */
export function tool(name, ...args) {
  const suffix = process.platform === 'win32' ? '.cmd' : ''
  run(join(root, 'node_modules', '.bin', name + suffix), args)
}

/** Runs `work` unless a stamp says it was done for these very files. */
export function once(stampFile, inputs, work) {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(input).update(readFileSync(join(root, input)))
  const stamp = hash.digest('hex')
  const file = join(root, stampFile)
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return false
  work()
  writeFileSync(file, stamp)
  return true
}
