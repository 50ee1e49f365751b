// Looks for known faults in what runs at our users'. Where the registry answers no such questions (a mirror, no network), it
// says so and ends well: a change must not wait for somebody else's service.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib.mjs'

const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { stdout } = spawnSync('npx', ['-y', packageManager, 'audit', '--prod', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
})
const report = parsed(stdout ?? '')
// Only a report counts as an answer: there are many ways not to get one.
if (report?.metadata?.vulnerabilities === undefined) {
  console.log('Skipped: the registry does not answer questions about known faults here.')
} else {
  const { high = 0, critical = 0 } = report.metadata.vulnerabilities
  for (const { severity, module_name, title, url } of Object.values(report.advisories ?? {}))
    console.log(`${severity}  ${module_name}: ${title}  ${url}`)
  console.log(`Known faults in what runs at our users': ${critical} critical, ${high} high.`)
  if (high + critical > 0) process.exitCode = 1
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
