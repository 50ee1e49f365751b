// The other tools, each with the terms of the bank where it can have any. They are installed the first time, beside the
// product and never in it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadNationalBank } from '../../packages/termbank/dist/index.js'
import { isHere } from './measure.mjs'

const folder = join(import.meta.dirname, 'peers')
const node = process.execPath
const bin = (name, file) => [node, join(folder, 'node_modules', name, file)]
const MOST_TERMS = 300

/** Whether the peers are there, installed now if need be. Without a registry there are none, and a line says so. */
export function preparePeers() {
  if (existsSync(join(folder, 'node_modules/unified'))) return true
  console.error('Installing what is compared with, the first time …')
  const { status } = spawnSync(
    'npm',
    ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  )
  if (status !== 0) console.error('The peers could not be installed: there is nothing to compare with.')
  return status === 0
}

/** Single words that the bank advises against, with what to write instead. */
function pairs() {
  return loadNationalBank()
    .concepts.flatMap(({ terms }) => {
      const preferred = terms.find(({ status, lang }) => status === 'preferred' && lang === 'sv')?.label
      return preferred === undefined
        ? []
        : terms
            .filter(
              ({ status, lang, label }) => status === 'deprecated' && lang === 'sv' && /^\p{Ll}{4,}$/u.test(label),
            )
            .map(({ label }) => [label, preferred])
    })
    .slice(0, MOST_TERMS)
}

/** Writes what the tools need into `work` and gives the commands that lint `path`. */
export function peersFor(work, path) {
  const terms = pairs()
  mkdirSync(join(work, 'vale/Bank'), { recursive: true })
  const write = (name, text) => writeFileSync(join(work, name), text)
  write('terms.json', JSON.stringify(terms))
  write('textlintrc.json', JSON.stringify({ rules: { terminology: { defaultTerms: false, terms } } }))
  write('cspell.json', JSON.stringify({ import: ['@cspell/dict-sv/cspell-ext.json'], language: 'sv' }))
  const swap = terms.map(([from, to]) => `  ${JSON.stringify(from)}: ${JSON.stringify(to)}`).join('\n')
  write('vale/Bank/Terms.yml', `extends: substitution\nmessage: "%s"\nlevel: error\nignorecase: true\nswap:\n${swap}\n`)
  write('vale.ini', `StylesPath = vale\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Bank\n`)
  const files = path.endsWith('.md') ? [path] : [join(path, '**/*.md')]
  const all = [
    {
      name: 'remark + retext-latin + one rule',
      argv: [node, join(folder, 'retext.mjs'), 'latin', join(work, 'terms.json'), path],
    },
    {
      name: 'remark + retext-simplify',
      argv: [node, join(folder, 'retext.mjs'), 'simplify', join(work, 'terms.json'), path],
    },
    {
      name: 'textlint + terminology',
      argv: [
        ...bin('textlint', 'bin/textlint.js'),
        '--config',
        join(work, 'textlintrc.json'),
        '--format',
        'unix',
        ...files,
      ],
      cwd: folder,
    },
    {
      name: 'write-good',
      argv: [
        'bash',
        '-c',
        `shopt -s globstar; exec "${node}" "${join(folder, 'node_modules/write-good/bin/write-good.js')}" ${files.join(' ')}`,
      ],
    },
    { name: 'alex', argv: [...bin('alex', 'cli.js'), '--quiet', path] },
    {
      name: 'cspell, Swedish',
      argv: [
        ...bin('cspell', 'bin.mjs'),
        '--config',
        join(work, 'cspell.json'),
        '--no-progress',
        '--no-summary',
        ...files,
      ],
      cwd: folder,
    },
    { name: 'Vale', needs: 'vale', argv: ['vale', '--config', join(work, 'vale.ini'), '--output=line', path] },
    { name: 'LanguageTool', needs: 'languagetool', argv: ['languagetool', '--language', 'sv', '--recursive', path] },
  ]
  return all.filter(({ needs }) => needs === undefined || isHere(needs)).map((peer) => ({ allowed: 'any', ...peer }))
}

/** Those that ended because they could not run, told of by the first lines of what they said. */
export function isBroken({ out, error }) {
  return (
    /Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|SyntaxError/u.test(error) ||
    (out === '' && /Error:/u.test(error))
  )
}
