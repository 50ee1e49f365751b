// Installs the dependencies and builds the packages. Quick when nothing has changed.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { once, root, run } from './lib.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Klarspråk needs Node 20.19 or later; this is ${process.versions.node}.`)
  process.exit(2)
}
const manifests = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}/package.json`)
  .filter((path) => existsSync(join(root, path)))
once('node_modules/.setup-stamp', ['pnpm-lock.yaml', 'package.json', ...manifests], () => {
  // The version is pinned because newer ones need a newer Node.
  run('npx', ['-y', 'pnpm@10.34.9', 'install', '--frozen-lockfile', '--reporter=append-only'])
})
run(process.execPath, ['scripts/build.mjs'])
