// Looks for known faults in what runs at our users'. Where the registry answers no such questions (a mirror, no network), it
// says so and ends well: a change must not wait for somebody else's service.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib.mjs'

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { status, stdout, stderr } = spawnSync(
  'npx',
  ['-y', packageManager, 'audit', '--prod', '--audit-level', 'high'],
  {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  },
)
const said = `${stdout ?? ''}${stderr ?? ''}`
if (/ERR_PNPM_AUDIT_BAD_RESPONSE|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/u.test(said) || status === null)
  console.log('Skipped: the registry does not answer questions about known faults here.')
else {
  console.log(said.trim())
  process.exitCode = status
}
