import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

// What a process of the command loads. These are counts, so they say the same on any machine at any load; how long it
// takes is what `npm run bench` measures. When a count must grow, say why in the change.

/** The machine may do a lot else. */
vi.setConfig({ testTimeout: 180_000 })

const root = join(import.meta.dirname, '..')
const klarsprak = join(root, 'packages/linter/bin/klarsprak.js')
const isBuilt = existsSync(join(root, 'packages/linter/dist/bundle/klarsprak.cjs'))
/** The build has compiled the code for this version of V8. */
const isCompiled = existsSync(join(root, `packages/linter/dist/bundle/compiled/${process.versions.v8}-${process.arch}`))

/** Notes each file that the process reads, and which of Node's own modules it has loaded. */
const SPY = `
const fs = require('node:fs')
const { readFileSync } = fs
const files = []
const vm = require('node:vm')
const { Script } = vm
const notTaken = []
vm.Script = class extends Script {
  constructor(code, options) {
    super(code, options)
    if (this.cachedDataRejected !== false) notTaken.push(options.filename)
  }
}
fs.readFileSync = (path, ...rest) => {
  const read = readFileSync(path, ...rest)
  files.push([String(path), read.length])
  return read
}
process.on('exit', () => fs.writeFileSync(process.env.SPY_FILE, JSON.stringify({ files, notTaken, modules: process.moduleLoadList })))
`
/** Modules of Node that take longer to load than a page to lint. */
const HEAVY = ['crypto', 'child_process', 'fs/promises', 'http', 'net', 'stream', 'tty', 'worker_threads', 'zlib']

function loadedBy(...argv: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-start-'))
  try {
    const [spy, report] = [join(folder, 'spy.cjs'), join(folder, 'spy.json')]
    writeFileSync(spy, SPY)
    writeFileSync(join(folder, 'sida.md'), '# Boka tid\n\nVia vår hälsoportal kan du boka tid.\n')
    const run = (...args: string[]) => {
      const { stderr } = spawnSync(process.execPath, ['--require', spy, ...args], {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: '', SPY_FILE: report },
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      return JSON.parse(readFileSync(report, 'utf8')) as {
        files: [string, number][]
        notTaken: string[]
        modules: string[]
      }
    }
    const plain = new Set(run('-e', '0').modules)
    const { files, notTaken, modules } = run(klarsprak, ...argv)
    const code = files.filter(([path]) => path.endsWith('.cjs') && !path.includes('compiled'))
    const name = (path: string) => path.replace(/^.*[/\\]/u, '').replace(/-[\w-]{8}\.cjs$/u, '.cjs')
    return {
      code: code.map(([path]) => name(path)),
      bytes: code.reduce((sum, [, length]) => sum + length, 0),
      kept: files.reduce((sum, [path, length]) => (path.includes('/compiled/') ? sum + length : sum), 0),
      notTaken,
      data: files.filter(([path]) => !/\.c?js$/u.test(path)).map(([path]) => name(path)),
      heavy: HEAVY.filter(
        (module) => modules.includes(`NativeModule ${module}`) && !plain.has(`NativeModule ${module}`),
      ),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.runIf(isBuilt)('what the command loads', () => {
  test('for its version is what the command line needs', () => {
    const { code, bytes, data, heavy } = loadedBy('--version')
    expect({ code, data, heavy }).toEqual({ code: ['klarsprak.cjs'], data: [], heavy: [] })
    expect(bytes).toBeLessThan(15_000)
  })
  test('for a page is the rules, Markdown, the bank and its misspellings: no schema, no YAML, no lexicon, no streams', () => {
    const { code, bytes, data, heavy } = loadedBy('lint', 'sida.md')
    expect(code.toSorted()).toEqual(['klarsprak.cjs', 'lint.cjs', 'rolldown-runtime.cjs', 'words.cjs'])
    expect(data).toEqual(['sida.md', 'release.json', expect.stringMatching(/\.sv\.index$/u), 'sv.spellings'])
    expect(heavy).toEqual([])
    // Of these, the phrases of the rules' lists and the usual adjectives in every form are 220 kB; they were inflected before.
    // What is made when it is first asked for takes some more characters, and less of what V8 keeps.
    expect(bytes).toBeLessThan(980_000)
  })
  test.runIf(isCompiled)('for a page is less than 1.4 MB of code that V8 has compiled', () => {
    const { kept } = loadedBy('lint', 'sida.md')
    expect(kept).toBeGreaterThan(500_000)
    expect(kept).toBeLessThan(1_400_000)
  })
  test('for a word is no rule', () => {
    expect(loadedBy('term', 'remissens').code).not.toContain('lint.cjs')
  })
  test.runIf(isCompiled)('is code that V8 has compiled before, and takes as its own', () => {
    expect(loadedBy('lint', 'sida.md').notTaken).toEqual([])
  })
})
