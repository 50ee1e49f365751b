// Bundles the client and the server, and puts the built term bank and lexicon beside the server where its code looks for
// them. Needs `node scripts/build.mjs` in the root first. `npm run package` then makes dist/klarsprak.vsix.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const server = join(here, 'dist/server')
rmSync(join(here, 'dist/server'), { recursive: true, force: true })

/** Code that finds data beside itself finds it in a folder of the same name beside the bundle. */
const addressesInBundle = {
  name: 'addresses-in-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /packages\/[^/]+\/dist\/.*\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8')
      if (!code.includes('import.meta.url')) return undefined
      const address = JSON.stringify(`./${relative(root, path).replaceAll('\\', '/')}`)
      return {
        contents: code.replaceAll('import.meta.url', `new URL(${address}, import.meta.url).href`),
        resolveDir: dirname(path),
      }
    })
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
  plugins: [addressesInBundle],
})

mkdirSync(join(here, 'dist/schemas'), { recursive: true })
cpSync(join(root, 'docs/schemas/config.schema.json'), join(here, 'dist/schemas/config.schema.json'))

// The English index is not here: only Swedish text is looked at.
const put = (path) => {
  mkdirSync(dirname(join(server, path)), { recursive: true })
  cpSync(join(root, path), join(server, path))
}
const national = 'packages/termbank/dist/national'
for (const name of readdirSync(join(root, national))) {
  if (!name.startsWith('.') && !name.endsWith('.en.index')) put(`${national}/${name}`)
}
put('packages/lexicon-sv/dist/sv.lexicon')
put('packages/lexicon-sv/LICENSE')
const rules = 'packages/linter/src/rules'
for (const name of readdirSync(join(root, rules), { withFileTypes: true })) {
  if (name.isDirectory() && readdirSync(join(root, rules, name.name)).includes('rule.md'))
    put(`${rules}/${name.name}/rule.md`)
}
