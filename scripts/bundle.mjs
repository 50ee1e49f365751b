// Bundles the command, so that it starts by reading a few files and not a few hundred. What a command shares with
// others is one file, what only it needs another, and what is imported on demand stays in files of its own.
// How it starts, and why so: docs/decisions/0022-start-of-the-command.md.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { withLazyConstants } from './lazy-constants.mjs'
import { root, WITHOUT_COLOURS } from './lib.mjs'
import { ownAddresses } from './own-addresses.mjs'

const linter = join(root, 'packages/linter')
const outdir = join(linter, 'dist/bundle')
const built = (path) => join(root, 'packages', path)

/** Where a module lies, from the bundle's folder. */
const addressOf = (id) => `new URL(${JSON.stringify(relative(outdir, id).replaceAll('\\', '/'))}, import.meta.url).href`

const { COMMANDS } = await import(pathToFileURL(built('linter/dist/cli/commands/index.js')).href)
const { commandSummaries } = await import(pathToFileURL(built('linter/dist/cli/command-summaries.js')).href)
const { defaultOptions } = await import(pathToFileURL(built('linter/dist/rules/default-options.js')).href)
const { RULES } = await import(pathToFileURL(built('linter/dist/rules/index.js')).href)
const { PHRASE_LISTS } = await import(pathToFileURL(built('linter/dist/rules/phrase-list.js')).href)
const { encodeWordTable } = await import(pathToFileURL(built('swedish/dist/index.js')).href)
const { knownAdjectives, packReading } = await import(pathToFileURL(built('swedish/dist/phrases/adjectives.js')).href)
const charTables = await import(pathToFileURL(built('swedish/dist/text/char-tables.js')).href)
const { FOLD } = await import(pathToFileURL(built('swedish/dist/text/fold-table.js')).href)
const { encodeLists } = await import(pathToFileURL(built('linter/dist/rules/saved-lists.js')).href)
const { version } = await import(pathToFileURL(built('linter/dist/cli/version.js')).href)

/** A module that exports these values. Tables of numbers are written as numbers. */
const moduleOf = (values) =>
  Object.entries(values)
    .map(([name, value]) => {
      const isTable = ArrayBuffer.isView(value)
      const json = JSON.stringify(isTable ? [...value] : value)
      return `export const ${name} = ${isTable ? `new ${value.constructor.name}(${json})` : json}\n`
    })
    .join('')

/** What follows from the code and costs time to work out is worked out here: the text of the module that says the same. */
const WORKED_OUT = {
  [built('linter/dist/cli/version.js')]: `export const version = ${JSON.stringify(version)}`,
  [built('linter/dist/cli/command-summaries.js')]:
    `const summaries = ${JSON.stringify(await commandSummaries(COMMANDS))}
    export const commandSummaries = async () => summaries`,
  // Code that V8 runs as a script cannot import; what starts it can.
  [built('linter/dist/cli/import-at-run-time.js')]:
    `export const importAtRunTime = typeof importFrom === 'function' ? importFrom : (specifier) => import(specifier)`,
  // A thread starts as the command does.
  [built('linter/dist/cli/lint/thread-file.js')]:
    `export const threadFile = new URL('../../../bin/klarsprak.js', import.meta.url)`,
  [built('linter/dist/rules/default-options.js')]:
    `const defaults = ${JSON.stringify(Object.fromEntries(RULES.map((rule) => [rule.id, defaultOptions(rule)])))}
    export const defaultOptions = ({ id }) => defaults[id]`,
  [built('linter/dist/rules/list-table.js')]: moduleOf({
    LIST_TABLE: encodeLists([...PHRASE_LISTS].map(([name, roots]) => [name, roots()])),
  }),
  [built('swedish/dist/phrases/adjective-table.js')]: moduleOf({
    ADJECTIVE_TABLE: encodeWordTable([...knownAdjectives()].map(([form, reading]) => [form, packReading(reading)])),
  }),
  [built('swedish/dist/text/char-tables.js')]: moduleOf(charTables),
  [built('swedish/dist/text/fold-table.js')]: moduleOf({ FOLD }),
}
const workedOut = { name: 'worked-out', load: (id) => WORKED_OUT[id] }

/** Bundles, with each module in the file that `fileOf` names, or where the bundler finds best. */
async function bundled(fileOf) {
  const bundle = await rolldown({
    input: { klarsprak: built('linter/dist/cli/main.js') },
    platform: 'node',
    preserveEntrySignatures: false,
    resolve: { alias: WITHOUT_COLOURS },
    external: [/^@klarsprak\/(?:server|language-server)/],
    plugins: [workedOut, ownAddresses(addressOf)],
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: fileOf === undefined || {
      includeDependenciesRecursively: false,
      groups: [{ name: fileOf, debugName: 'start' }],
    },
    comments: { legal: true },
  })
  await bundle.close()
  return output
}

/** The modules of a file of the bundle and of those that are loaded with it. */
function loadedWith(start, output) {
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  const found = new Set()
  const open = [start]
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (found.has(chunk)) continue
    found.add(chunk)
    open.push(...chunk.imports.flatMap((name) => chunks.get(name) ?? []))
  }
  return new Set([...found].flatMap(({ moduleIds }) => moduleIds))
}

// The bundler makes a file of everything that some files share, which are many. Of those that `lint` loads we make two:
// what looking a word up takes too, and the rest.
const apart = await bundled()
const entry = (name) => apart.find(({ facadeModuleId }) => facadeModuleId === built(`linter/dist/cli/${name}.js`))
const main = loadedWith(entry('main'), apart)
const lint = loadedWith(entry('commands/lint'), apart)
const term = loadedWith(entry('commands/term'), apart)
const fileOf = (id) => (main.has(id) ? 'main' : lint.has(id) ? (term.has(id) ? 'words' : 'lint') : null)
const output = await bundled(fileOf)

rmSync(outdir, { recursive: true, force: true })
mkdirSync(outdir, { recursive: true })
/** What is left beyond ASCII stands in regular expressions, where an escape says the same; not so in raw templates. */
function inAscii(code, file) {
  if (/\braw`/u.test(code)) throw new Error(`${file} has a raw template, whose characters cannot be escaped.`)
  return code.replace(/[^\0-\x7f]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}

/** What a file gives to others, each in a few letters: the bundler writes out a getter for every name. */
const SHOWN = /Object\.defineProperty\(exports,("[\w$]+"),\{enumerable:!0,get:function\(\)\{return ([\w$.]+)\}\}\)/gu
const SHOW = 'const show$=(name,get)=>Object.defineProperty(exports,name,{enumerable:!0,get});'
function withShortExports(code) {
  const short = code.replace(SHOWN, (_, name, value) => `show$(${name},()=>${value})`)
  return short === code ? code : SHOW + short
}

// In ASCII, a file is read without being decoded.
for (const { fileName, code } of output) {
  const { code: small } = await transform(withLazyConstants(code, parseAst(code))?.code ?? code, {
    charset: 'ascii',
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'node20',
    // Left to itself, esbuild writes a class such as \p{L} as `new RegExp`, which is then made anew at each use.
    supported: { 'regexp-unicode-property-escapes': true },
    legalComments: 'inline',
  })
  writeFileSync(join(outdir, fileName), inAscii(withShortExports(small), fileName))
}

// The code as the engine has compiled it, for what people run most. Each run adds what it used to what is there.
const runs = [
  ['--help'],
  ['term', 'remissens'],
  ['trace', 'hälsoportalernas'],
  ['forms', 'ingång'],
  ['guide', 'Jag får inte köra bil'],
  ['lint', 'examples/boka-tid.md'],
  ['lint', 'examples', '--no-config'],
]
for (const argv of runs) {
  const { error, status, stderr } = spawnSync(process.execPath, [join(linter, 'bin/klarsprak.js'), ...argv], {
    cwd: root,
    env: { ...process.env, KLARSPRAK_KEEP_CODE: '1' },
    encoding: 'utf8',
  })
  if (error !== undefined || status === 2) throw new Error(`klarsprak ${argv.join(' ')}: ${stderr}`, { cause: error })
}
