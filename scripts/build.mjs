// Compiles the packages, then the term bank and the lexicon to the binary form that the command loads, bundles the command and
// the service, and makes what the web pages load.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { once, root, run, tool } from './lib.mjs'

tool('tsc', '-b', 'tsconfig.json')

const lexicon = 'packages/lexicon-sv/dist'
const lexiconStamp = `${lexicon}/.lexicon-stamp`
if (!existsSync(join(root, lexicon, 'sv.lexicon'))) rmSync(join(root, lexiconStamp), { force: true })
once(
  lexiconStamp,
  [
    ...['index.aff', 'index.dic'].map((file) => `packages/lexicon-sv/node_modules/dictionary-sv/${file}`),
    ...['build', 'compile-lexicon', 'entry-forms', 'first-parts', 'hunspell', 'listed-compounds', 'word-class'].map(
      (file) => `${lexicon}/${file}.js`,
    ),
    ...['encode-lexicon', 'first-part-forms', 'lexicalised', 'lexicon', 'particles'].map(
      (file) => `packages/swedish/dist/compounds/${file}.js`,
    ),
  ],
  () => run(process.execPath, [`${lexicon}/build.js`]),
)

run(process.execPath, ['scripts/build-bank.mjs'])

const code = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.js') && !/^(?:assets|bundle|testing)\b|\.test\.js$/u.test(name))
    .sort()
    .map((name) => `${folder}/${name}`)
/** What all bundles are made with. */
const MADE_WITH = ['scripts/no-colours.mjs', 'scripts/own-addresses.mjs']
const stamp = 'packages/linter/dist/.bundle-stamp'
// Another Node compiles the code otherwise, and what was compiled is part of the bundle.
if (!existsSync(join(root, `packages/linter/dist/bundle/compiled/${process.versions.v8}-${process.arch}`)))
  rmSync(join(root, stamp), { force: true })
once(
  stamp,
  [
    'pnpm-lock.yaml',
    'scripts/bundle.mjs',
    'scripts/lazy-constants.mjs',
    ...MADE_WITH,
    'packages/linter/bin/klarsprak.js',
    'packages/linter/package.json',
    ...['swedish', 'lexicon-sv', 'termbank', 'linter'].flatMap((name) => code(`packages/${name}/dist`)),
  ],
  () => run(process.execPath, ['scripts/bundle.mjs']),
)
once(
  'packages/server/dist/.bundle-stamp',
  [
    'pnpm-lock.yaml',
    'scripts/bundle-server.mjs',
    ...MADE_WITH,
    ...['swedish', 'lexicon-sv', 'termbank', 'linter', 'server'].flatMap((name) => code(`packages/${name}/dist`)),
  ],
  () => run(process.execPath, ['scripts/bundle-server.mjs']),
)
run(process.execPath, ['scripts/build-pages.mjs'])
