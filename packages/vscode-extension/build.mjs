// Bundles the client and the server, and puts the built term bank and lexicon beside the server where its code looks for
// them. Needs `node scripts/build.mjs` in the root first. `npm run package` then makes dist/klarsprak.vsix.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { WITHOUT_COLOURS } from '../../scripts/lib.mjs'
import { concepts } from './packed-files.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const server = join(here, 'dist/server')
rmSync(join(here, 'dist/server'), { recursive: true, force: true })

/** Code that reads the data of others. */
const readsData = /termbank\/dist\/store\/release-files\.js$/

/** Code that finds data beside itself finds it in a folder of the same name beside the bundle, packed or not. */
const addressesInBundle = {
  name: 'addresses-in-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /packages\/[^/]+\/dist\/.*\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes('import.meta.url') && !readsData.test(path)) return undefined
      const address = JSON.stringify(`./${relative(root, path).replaceAll('\\', '/')}`)
      return {
        contents: code
          .replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`)
          .replaceAll("from 'node:fs'", `from ${JSON.stringify(join(here, 'packed-files.mjs'))}`),
        resolveDir: dirname(path),
      }
    })
  },
}

/** Zod has its messages in some fifty languages; ours are our own. */
const englishOnly = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.(?:js|cjs)$/ }, ({ path }) => ({
      contents: "export { default as en } from './en.js'",
      resolveDir: dirname(path),
    }))
  },
}

/** A package that is there in two module systems is taken once, whoever asks for it. */
const once = {
  name: 'once',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^acorn$/ }, ({ path, resolveDir, pluginData }) =>
      pluginData === 'once' ? undefined : resolve(path, { resolveDir, kind: 'import-statement', pluginData: 'once' }),
    )
  },
}

/** In a browser there is no disk and no process; code that asks for one gets nothing, and is not run. */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) =>
      path === 'node:path' ? undefined : { path, namespace: 'without-node' },
    )
    onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}
await build({
  ...common,
  entryPoints: [join(here, 'src/extension.ts')],
  outfile: join(here, 'dist/extension.cjs'),
  format: 'cjs',
  external: ['vscode'],
})
// The same in a browser. What is about paths works on any; what is about disks is never reached.
const inBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  // Packages that have a way of their own for workers: they have no document.
  conditions: ['worker', 'module'],
  alias: { 'node:path': 'path-browserify', ...WITHOUT_COLOURS },
  // Where code finds its data does not matter when it is handed the data.
  define: { 'import.meta.url': JSON.stringify('file:///klarsprak/dist/x.js') },
  logOverride: { 'import-is-undefined': 'silent' },
}
await build({
  ...inBrowser,
  entryPoints: [join(here, 'src/extension.browser.ts')],
  outfile: join(here, 'dist/extension.browser.js'),
  format: 'cjs',
  external: ['vscode'],
})
await build({
  ...inBrowser,
  entryPoints: [join(here, 'src/server.browser.ts')],
  outfile: join(here, 'dist/server.browser.js'),
  format: 'iife',
  plugins: [withoutNode, englishOnly, once],
})
await build({
  ...common,
  entryPoints: { server: join(root, 'packages/language-server/bin/klarsprak-language-server.js') },
  outdir: server,
  outExtension: { '.js': '.mjs' },
  splitting: true,
  format: 'esm',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  alias: WITHOUT_COLOURS,
  plugins: [addressesInBundle, englishOnly, once],
})

mkdirSync(join(here, 'dist/schemas'), { recursive: true })
cpSync(join(root, 'docs/schemas/config.schema.json'), join(here, 'dist/schemas/config.schema.json'))

/** Bytes. Small files are small enough as the package packs them. */
const WORTH_PACKING = 100_000

/** In a window as large as the file: the package's own way sees only the 32 kB before, and the lexicon repeats itself later. */
const packed = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

// The English index is not here: only Swedish text is looked at.
const put = (path) => {
  mkdirSync(dirname(join(server, path)), { recursive: true })
  const bytes = readFileSync(join(root, path))
  if (bytes.length < WORTH_PACKING) writeFileSync(join(server, path), bytes)
  else writeFileSync(join(server, `${path}.br`), packed(bytes))
}
const national = 'packages/termbank/dist/national'
const release = JSON.parse(readFileSync(join(root, national, 'release.json'), 'utf8'))
if (
  concepts(readFileSync(join(root, national, release.indexes.sv))) !==
  readFileSync(join(root, national, release.concepts), 'utf8')
)
  throw new Error('The concepts in the index are not those of the release.')
/** The searches that are made ready for the command: the editor makes its own when somebody first looks a word up. */
const notPut = ['search.tables', release.indexes.en, release.concepts]
for (const name of readdirSync(join(root, national))) {
  if (!name.startsWith('.') && !notPut.includes(name)) put(`${national}/${name}`)
}
put('packages/lexicon-sv/dist/sv.lexicon')
put('packages/lexicon-sv/LICENSE')
const rules = 'packages/linter/src/rules'
for (const name of readdirSync(join(root, rules), { withFileTypes: true })) {
  if (name.isDirectory() && readdirSync(join(root, rules, name.name)).includes('rule.md'))
    put(`${rules}/${name.name}/rule.md`)
}
