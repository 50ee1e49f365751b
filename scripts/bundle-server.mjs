// Bundles the service, so that it starts by reading a few files and not a thousand. What is loaded on demand (the formats of
// exchange, the assistants' protocol, PostgreSQL) stays in files of its own.
// What it gives: docs/benchmarks/http.md.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { root, WITHOUT_COLOURS } from './lib.mjs'
import { ownAddresses } from './own-addresses.mjs'

const built = join(root, 'packages/server/dist')
const outdir = join(built, 'bundle')

/** Where a module lies, wherever the packages are installed: told from the address of its package. */
function addressOf(id) {
  const [, name, path] = /packages[/\\]([^/\\]+)[/\\]dist[/\\](.*)$/.exec(id)
  const file = path.replaceAll('\\', '/')
  return name === 'server'
    ? `new URL('../${file}', import.meta.url).href`
    : `new URL('./${file}', import.meta.resolve('@klarsprak/${name}')).href`
}

/** Letters outside Latin-1 written as escapes: for one quotation mark among them, V8 holds a file with two bytes for each letter. */
const inLatin1 = {
  name: 'in-latin-1',
  generateBundle(_options, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk')
        file.code = file.code.replaceAll(
          /[^\u0000-\u00ff]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
}

rmSync(outdir, { recursive: true, force: true })
const made = await rolldown({
  input: {
    index: join(built, 'index.js'),
    main: join(built, 'main.js'),
    'check-thread': join(built, 'checks/check-thread.js'),
    'compile-thread': join(built, 'bank/compile-thread.js'),
  },
  platform: 'node',
  // Code that is compiled for a machine, and what looks for such code.
  external: ['libsql', 'pg'],
  resolve: { alias: WITHOUT_COLOURS },
  plugins: [ownAddresses(addressOf), inLatin1],
  logLevel: 'warn',
})
await made.write({
  format: 'esm',
  dir: outdir,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  comments: { legal: true },
})
await made.close()
