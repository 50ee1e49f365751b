import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

// What runs at our users' is open in a way that binds them to nothing: no GPL, no AGPL; LGPL in lexicon-sv only, which is
// a package of its own for that reason.

const root = join(import.meta.dirname, '..')
const PACKAGES = ['swedish', 'lexicon-sv', 'termbank', 'linter', 'language-server', 'server', 'vscode-extension']
const OPEN =
  /^(?:\(?(?:MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|CC-BY-4\.0|EUPL-1\.2|Zlib)(?: (?:AND|OR) )?)+\)?$/u

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const read = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'))

/** The folder of a dependency, as Node finds it from the folder of a package: here, or in a folder above. */
function folderOf(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name)
  if (existsSync(join(folder, 'package.json'))) return realpathSync(folder)
  const above = dirname(from)
  return above === from ? undefined : folderOf(name, above)
}

/** Every package that runs when ours does, once for each of its versions. Optional ones may be for other machines. */
function runtimeOf(folder: string): ReadonlyMap<string, Manifest> {
  const found = new Map<string, Manifest>()
  const visit = (at: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = read(join(at, 'package.json'))
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = folderOf(name, at)
      if (next === undefined) {
        expect(Object.keys(optionalDependencies), `${name}, needed in ${at}`).toContain(name)
        continue
      }
      const manifest = read(join(next, 'package.json'))
      const key = `${manifest.name}@${manifest.version}`
      if (found.has(key)) continue
      found.set(key, manifest)
      // Ours have a test of their own.
      if (!manifest.name.startsWith('@klarsprak/')) visit(next)
    }
  }
  visit(folder)
  return found
}

/** Licences that stand in the package but not in its manifest. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'format@0.2.2': 'MIT' }

const licenceOf = ({ name, version, license }: Manifest): string =>
  typeof license === 'string' ? license : (license?.type ?? SAID_ELSEWHERE[`${name}@${version}`] ?? 'none')

test.each(PACKAGES)('%s runs with nothing that binds its users', (name) => {
  const folder = join(root, 'packages', name)
  const binding = [...runtimeOf(folder)]
    .filter(([, manifest]) => !manifest.name.startsWith('@klarsprak/'))
    .map(([key, manifest]) => `${key}: ${licenceOf(manifest)}`)
    .filter((line) => !OPEN.test(line.slice(line.indexOf(': ') + 2)))
  // dictionary-sv is compiled into lexicon-sv, which carries its licence.
  expect(binding.filter((line) => !(name === 'lexicon-sv' && /^dictionary-sv@.*LGPL/u.test(line)))).toEqual([])
})
