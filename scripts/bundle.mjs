// Bundles the command, so that it starts by reading a few files and not a few hundred.
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { root } from './lib.mjs'

const outdir = join(root, 'packages/linter/dist/bundle')

/** Code that finds its data beside itself goes on finding it: its own address is written from the bundle's folder. */
const ownAddresses = {
  name: 'own-addresses',
  setup({ onLoad }) {
    onLoad({ filter: /packages\/[^/]+\/dist\/.*\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes('import.meta.url')) return undefined
      const address = JSON.stringify(relative(outdir, path).replaceAll('\\', '/'))
      return {
        contents: code.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`),
        resolveDir: dirname(path),
      }
    })
  },
}

rmSync(outdir, { recursive: true, force: true })
await build({
  entryPoints: { klarsprak: join(root, 'packages/linter/dist/cli/main.js') },
  outdir,
  bundle: true,
  // What is imported on demand stays in files of its own.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  minifySyntax: true,
  external: ['@klarsprak/server', '@klarsprak/language-server'],
  // Parts of some dependencies are CommonJS, which asks for `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [ownAddresses],
  logLevel: 'warning',
})
