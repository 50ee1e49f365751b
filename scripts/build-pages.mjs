// Makes what the web pages load: scripts and styles bundled, the files of words for the linter in the browser, all named
// by a hash of what is in them and packed beforehand, in packages/server/dist/assets. Does nothing when nothing has changed.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { once, root, WITHOUT_COLOURS } from './lib.mjs'

const server = 'packages/server'
const target = join(root, server, 'dist/assets')
const national = 'packages/termbank/dist/national'
const { indexes } = JSON.parse(readFileSync(join(root, national, 'release.json'), 'utf8'))
/** The name that pages know, and the file. */
const WORDS = {
  'sv.index': `${national}/${indexes.sv}`,
  'sv.spellings': `${national}/sv.spellings`,
  'sv.lexicon': 'packages/lexicon-sv/dist/sv.lexicon',
}

const filesUnder = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
const inputs = [
  'scripts/build-pages.mjs',
  'scripts/no-colours.mjs',
  'pnpm-lock.yaml',
  ...filesUnder(`${server}/client`, /\.(?:ts|css|svg)$/),
  ...filesUnder(`${server}/src/pages`, /\.ts$/),
  ...filesUnder(`${server}/src/checks`, /\.ts$/),
  ...['swedish', 'termbank', 'linter'].flatMap((name) => filesUnder(`packages/${name}/dist`, /^(?!bundle).*\.js$/)),
  ...Object.values(WORDS),
]

/** Of the languages that zod can speak, the one that it falls back on. */
const oneLanguage = {
  name: 'one-language',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** Large files are packed a little less hard, which takes a tenth of the time. */
const HARDEST_UP_TO = 300_000

async function make() {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const manifest = {}
  const put = (name, built, bytes) => {
    if (name !== undefined) manifest[name] = built
    writeFileSync(join(target, built), bytes)
    const quality = bytes.length > HARDEST_UP_TO ? 9 : 11
    writeFileSync(
      join(target, `${built}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    )
    writeFileSync(join(target, `${built}.gz`), gzipSync(bytes, { level: 9 }))
  }
  const client = join(root, server, 'client')
  const entry = (name) => join(client, name)
  const common = {
    absWorkingDir: root,
    outdir: target,
    entryNames: '[name].[hash]',
    chunkNames: 'chunk.[hash]',
    bundle: true,
    alias: WITHOUT_COLOURS,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    plugins: [oneLanguage],
    // Functions that read files are left out of the bundle, and their imports are told of.
    logLevel: 'error',
  }
  const bundles = await Promise.all([
    build({
      ...common,
      entryPoints: ['search-box.ts', 'check.ts', 'klarsprak-begrepp.ts', 'site.css'].map(entry),
      platform: 'browser',
    }),
    // A worker has no document, and some packages have a form of their own for it.
    build({
      ...common,
      entryPoints: [entry('check-worker.ts')],
      platform: 'browser',
      conditions: ['worker'],
      splitting: true,
    }),
  ])
  for (const { outputFiles, metafile } of bundles)
    for (const { path, contents } of outputFiles) {
      const { entryPoint } = metafile.outputs[relative(root, path).replaceAll('\\', '/')]
      put(entryPoint && basename(entryPoint).replace(/\.ts$/, '.js'), basename(path), contents)
    }
  for (const [name, path] of [...Object.entries(WORDS), ['icon.svg', `${server}/client/icon.svg`]]) {
    const bytes = readFileSync(join(root, path))
    const [stem, ending] = name.split('.')
    put(name, `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ending}`, bytes)
  }
  writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2))
}

let work
once(`${server}/dist/.pages-stamp`, inputs, () => {
  work = make()
})
await work
