// Compiles the national bank to packages/termbank/dist/national: the concepts as one JSON file and an index for each
// language, under the name of the release. Does nothing when neither the concepts nor the code have changed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './lib.mjs'

const termbank = join(root, 'packages/termbank')
const target = join(termbank, 'dist/national')

const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
const inputs = [
  join(termbank, 'release.json'),
  ...filesUnder(join(termbank, 'concepts'), '.yaml'),
  ...['bank', 'formats/yaml', 'index', 'model', 'search', 'store', 'variants'].flatMap((part) =>
    filesUnder(join(termbank, 'dist', part), '.js'),
  ),
  join(root, 'packages/lexicon-sv/dist/sv.lexicon'),
  ...['inflection', 'compounds', 'phrases', 'text'].flatMap((part) =>
    filesUnder(join(root, 'packages/swedish/dist', part), '.js'),
  ),
]
const hash = createHash('sha256')
for (const input of inputs) hash.update(input.slice(root.length)).update(readFileSync(input))
const stamp = hash.digest('hex')
const stampFile = join(target, '.stamp')
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) await build()

async function build() {
  const { checkBank, createBank, fileStore, formatProblem, NATIONAL, readSources, releaseFiles, writeRelease } =
    await import(pathToFileURL(join(termbank, 'dist/index.js')).href)
  const { release } = JSON.parse(readFileSync(join(termbank, 'release.json'), 'utf8'))
  const read = readSources(await fileStore(join(termbank, 'concepts'), root).readAll())
  const { bank, problems } = createBank({ layers: [{ name: NATIONAL, release, ...read }] })
  const errors = [...read.problems, ...problems, ...checkBank(bank)].filter(({ severity }) => severity === 'error')
  for (const error of errors) console.error(formatProblem(error))

  rmSync(target, { recursive: true, force: true })
  writeRelease(releaseFiles(bank, release), target)
  await buildSpellings()
  await buildSearch()
  // A bank with errors is built all the same, so that the rest can be used, but it is built anew each time.
  if (errors.length === 0) writeFileSync(stampFile, stamp)
  console.log(
    `Bank ${release}: ${bank.concepts.length} concepts${errors.length > 0 ? `, ${errors.length} errors` : ''}.`,
  )
}

/** How the terms are written wrongly: from the index just written and the lexicon, so it is no part of the release. */
async function buildSpellings() {
  const { compileSpellings, loadNationalIndex, saveSpellings } = await import(
    pathToFileURL(join(termbank, 'dist/index.js')).href
  )
  const { loadLexicon } = await import(pathToFileURL(join(root, 'packages/lexicon-sv/dist/index.js')).href)
  const index = loadNationalIndex()
  writeFileSync(join(target, 'sv.spellings'), saveSpellings(compileSpellings(index, { lexicon: loadLexicon() }), index))
}

/** What searches need beside the index; it follows from the release, so it is no part of it. */
async function buildSearch() {
  const { loadNationalIndex, SEARCH_FILE } = await import(pathToFileURL(join(termbank, 'dist/index.js')).href)
  const { compileSearch, saveSearch } = await import(pathToFileURL(join(termbank, 'dist/search.js')).href)
  const index = loadNationalIndex()
  writeFileSync(join(target, SEARCH_FILE), saveSearch(compileSearch(index), index))
}
