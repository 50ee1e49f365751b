import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Files, temporaryFolders } from '../testing/temporary-folder.js'
import { ConfigError } from './config-error.js'
import { createConfigLoader } from './load-config.js'
import { createMatcher } from './matcher.js'
import { plain } from './merge.js'

const folder = temporaryFolders()

const settings = async (files: Files, path: string) =>
  plain(await createConfigLoader({ cwd: folder(files) }).settingsFor(path))

describe('settings for a file', () => {
  const cases: readonly { name: string; files: Files; path?: string; holds: object }[] = [
    { name: 'none', files: {}, holds: {} },
    {
      name: 'YAML',
      files: { 'klarsprak.config.yaml': 'preset: strict\nrules:\n  jargon: off\n' },
      holds: { preset: 'strict', rules: { jargon: 'off' } },
    },
    { name: 'JSON', files: { 'klarsprak.config.json': '{\n\t"preset": "all"\n}' }, holds: { preset: 'all' } },
    {
      name: 'JSON with a byte order mark',
      files: { 'klarsprak.config.json': '\ufeff{"preset":"all"}' },
      holds: { preset: 'all' },
    },
    {
      name: 'package.json',
      files: { 'package.json': '{"name":"x","klarsprak":{"audience":"staff"}}' },
      holds: { audience: 'staff' },
    },
    {
      name: 'a package.json that has none',
      files: { 'package.json': '{"dependencies":{"klarsprak":"1"}}' },
      holds: {},
    },
    { name: 'an empty file', files: { 'klarsprak.config.yml': '# inget än\n' }, holds: {} },
    {
      name: 'T15: a child that changes one rule and keeps the rest',
      files: {
        'klarsprak.config.yaml': 'audience: staff\nrules:\n  jargon: off\n  avoid-term: [warning, { quotes: true }]\n',
        'webb/klarsprak.config.yaml': 'rules:\n  jargon: info\n  avoid-term: [error, { names: true }]\n',
      },
      path: 'webb/a.md',
      holds: { audience: 'staff', rules: { jargon: 'info', 'avoid-term': ['error', { quotes: true, names: true }] } },
    },
    {
      name: 'nothing above the root of the repository',
      files: { 'klarsprak.config.yaml': 'preset: all\n', 'inre/.git/x': '' },
      path: 'inre/a.md',
      holds: {},
    },
    {
      name: 'some files',
      files: {
        'klarsprak.config.yaml':
          'rules: { jargon: off }\noverrides:\n  - files: [personal/**]\n    audience: staff\n  - files: ["*.json"]\n    rules: { jargon: info }\n',
      },
      path: 'personal/sv.json',
      holds: { audience: 'staff', rules: { jargon: 'info' } },
    },
    {
      name: 'a child before what its parent says of some files',
      files: {
        'klarsprak.config.yaml': 'overrides:\n  - files: ["**"]\n    preset: all\n',
        'a/klarsprak.config.yaml': 'preset: strict\n',
      },
      path: 'a/b.md',
      holds: { preset: 'strict' },
    },
    {
      name: 'another file and a preset',
      files: {
        'klarsprak.config.yaml': 'extends: [klarsprak:strict, delat/bas.yaml]\nrules: { jargon: info }\n',
        'delat/bas.yaml': 'audience: staff\nrules: { jargon: off, lix: off }\n',
      },
      holds: { preset: 'strict', audience: 'staff', rules: { jargon: 'info', lix: 'off' } },
    },
    {
      name: 'profile and suppressions, one by one',
      files: {
        'klarsprak.config.yaml': 'suppressions: { requireReason: true }\nprofile: { bankId: BankID }\n',
        'a/klarsprak.config.json': '{"suppressions": {"unused": "error"}}',
      },
      path: 'a/b.md',
      holds: { suppressions: { requireReason: true, unused: 'error' }, profile: { bankId: 'BankID' } },
    },
  ]
  for (const { name, files, path = 'a.md', holds } of cases) {
    test(name, async () => expect(await settings(files, path)).toEqual(holds))
  }

  test('have banks from the folder of their file, one after another', async () => {
    const cwd = folder({
      'klarsprak.config.yaml': 'bank: [ord/region.yaml]\n',
      'a/klarsprak.config.yaml': 'bank: [./egna.yaml]\n',
    })
    const { bank } = plain(await createConfigLoader({ cwd }).settingsFor('a/b.md'))
    expect(bank).toEqual([join(cwd, 'ord/region.yaml'), join(cwd, 'a/egna.yaml')])
  })

  test('T14: are the same from the root, from a folder and by an absolute path', async () => {
    const cwd = folder({
      'klarsprak.config.yaml': 'overrides:\n  - files: [a/**]\n    preset: all\n',
      'a/klarsprak.config.yaml': 'rules: { jargon: off }\n',
    })
    const here = plain(await createConfigLoader({ cwd }).settingsFor('a/b.md'))
    expect(here).toEqual({ preset: 'all', rules: { jargon: 'off' } })
    for (const [from, path] of [
      [join(cwd, 'a'), 'b.md'],
      [dirname(cwd), join(cwd, 'a/b.md')],
      [join(cwd, 'c'), '../a/b.md'],
    ] as const) {
      expect(plain(await createConfigLoader({ cwd: from }).settingsFor(path))).toEqual(here)
    }
  })

  test('know where each value comes from', async () => {
    const cwd = folder({
      'klarsprak.config.yaml': 'extends: klarsprak:strict\nrules:\n  jargon: off\n\n  lix: [info, {}]\n',
      'a/klarsprak.config.yaml': '# bara här\nrules:\n  jargon: info\n',
    })
    const { values } = await createConfigLoader({ cwd }).settingsFor('a/b.md')
    expect([...values.values()].map(({ path, value, origin }) => [path.join('.'), value, origin])).toEqual([
      ['preset', 'strict', { name: 'klarsprak:strict' }],
      ['rules.jargon.severity', 'info', { name: 'a/klarsprak.config.yaml', line: 3 }],
      ['rules.lix.severity', 'info', { name: 'klarsprak.config.yaml', line: 5 }],
    ])
  })
})

describe('settings that cannot be used are said with file, line and way out', () => {
  const cases: readonly { name: string; text: string; says: string }[] = [
    {
      name: 'an unknown key',
      text: 'preset: all\nrulse: {}\n',
      says: ':2: Inställningen ”rulse” finns inte. Menar du ”rules”?',
    },
    {
      name: 'an unknown key of some files',
      text: 'overrides:\n  - files: [a]\n    audiance: staff\n',
      says: ':3: Inställningen ”overrides.0.audiance” finns inte. Menar du ”audience”?',
    },
    {
      name: 'an unknown rule',
      text: 'rules:\n  lix: off\n  jargong: off\n',
      says: ':3: Det finns ingen regel som heter ”jargong”. Menar du ”jargon”?',
    },
    {
      name: 'an unknown preset',
      text: 'preset: strikt\n',
      says: ':1: ”preset” är "strikt". Välj recommended, strict, all. Menar du ”strict”?',
    },
    {
      name: 'an unknown preset to extend',
      text: 'extends: klarsprak:strikt\n',
      says: ':1: Det finns ingen uppsättning som heter ”klarsprak:strikt”. Menar du ”klarsprak:strict”?',
    },
    {
      name: 'an unknown level',
      text: 'rules:\n  jargon: warn\n',
      says: ':2: ”rules.jargon” är "warn" och går inte att använda.',
    },
    {
      name: 'an unknown option',
      text: 'rules:\n  jargon:\n    - info\n    - quots: true\n',
      says: ':4: Regeln jargon: Inställningen ”quots” finns inte. Menar du ”quotes”?',
    },
    {
      name: 'an option of another kind',
      text: 'rules:\n  jargon: [info, { quotes: ja }]\n',
      says: ':2: Regeln jargon: ”quotes” är "ja", men ska vara true eller false.',
    },
    {
      name: 'another kind of value',
      text: 'bank: ord.yaml\n',
      says: ':1: ”bank” är "ord.yaml", men ska vara en lista.',
    },
    {
      name: 'a size',
      text: 'maxFileSize: 2 GB\n',
      says: ':1: ”maxFileSize” är "2 GB" och går inte att använda. Skriv ett antal byte',
    },
    { name: 'a list', text: '- a\n', says: ':1: Filen är ["a"], men ska vara inställningar med namn.' },
    { name: 'a file that is not there', text: '\nextends: bas.yaml\n', says: ':2: Filen ”bas.yaml” finns inte.' },
    { name: 'itself', text: 'extends: [klarsprak.config.yaml]\n', says: ':1: Inställningarna bygger på sig själva' },
    { name: 'a key twice', text: 'preset: all\npreset: strict\n', says: ':2: Samma inställning står två gånger.' },
    { name: 'an alias of nothing', text: 'ignore: *.md\n', says: ':1: Tecknet * har en egen betydelse i YAML.' },
    { name: 'no YAML', text: 'rules: [\n', says: ':' },
  ]
  for (const { name, text, says } of cases) {
    test(name, async () => {
      const error = await settings({ 'klarsprak.config.yaml': text }, 'a.md').catch((fault: unknown) => fault)
      expect(error).toBeInstanceOf(ConfigError)
      expect((error as Error).message).toContain(`klarsprak.config.yaml${says}`)
    })
  }
  test('two files in a folder', async () => {
    const files = { 'klarsprak.config.yaml': '', 'klarsprak.config.json': '{}' }
    await expect(settings(files, 'a.md')).rejects.toThrow(/Behåll en av dem/u)
  })
  test('files that build on each other', async () => {
    const files = { 'klarsprak.config.yaml': 'extends: a.yaml', 'a.yaml': 'extends: klarsprak.config.yaml' }
    await expect(settings(files, 'b.md')).rejects.toThrow(/bygger på sig själva/u)
  })
})

describe('patterns', () => {
  const cases = [
    { pattern: '*.json', path: 'a/b/sv.json', is: true },
    { pattern: 'a/**', path: 'a/b/c.md', is: true },
    { pattern: 'a', path: 'x/a/c.md', is: true },
    { pattern: 'a/', path: 'x/a/c.md', is: false },
    { pattern: './a', path: 'x/a/c.md', is: false },
    { pattern: '/a', path: 'a/c.md', is: true },
    { pattern: '**/{sv,en}.json', path: 'x/sv.json', is: true },
    { pattern: 'åäö/*.md', path: 'åäö/a.md', is: true },
    { pattern: 'a/*.md', path: 'a/b/c.md', is: false },
    { pattern: '.dold/**', path: '.dold/a.md', is: true },
  ]
  const matches = createMatcher()
  for (const { pattern, path, is } of cases) {
    test(`${pattern} ${is ? 'matches' : 'does not match'} ${path}`, () => expect(matches(pattern, path)).toBe(is))
  }
})

describe('files that are left out', () => {
  const site = {
    '.gitignore': 'dist/\n*.tmp.md\n',
    '.klarsprakignore': '/arkiv\n!behall.tmp.md\n',
    'a/.gitignore': '!b.tmp.md\nx.md\n',
    'klarsprak.config.yaml': 'ignore: [genererat/]\n',
  }
  const cases = [
    { path: 'a.md', is: false },
    { path: 'dist/a.md', is: true },
    { path: 'a/dist/a.md', is: true },
    { path: 'a.tmp.md', is: true },
    { path: 'a/b.tmp.md', is: false },
    { path: 'a/x.md', is: true },
    { path: 'x.md', is: false },
    { path: 'behall.tmp.md', is: false },
    { path: 'arkiv/a.md', is: true },
    { path: 'a/arkiv/a.md', is: false },
    { path: 'a/genererat/a.md', is: true },
    { path: 'flagga/a.md', is: true },
  ]
  for (const { path, is } of cases) {
    test(`${path} ${is ? 'is' : 'is not'}`, async () => {
      const cwd = folder(site)
      for (const from of [cwd, join(cwd, 'a')]) {
        const loader = createConfigLoader({ cwd: from, ignorePatterns: from === cwd ? ['flagga'] : ['../flagga'] })
        if (path.startsWith('flagga') && from !== cwd) continue
        expect(await loader.isIgnored(join(cwd, path), { git: true })).toBe(is)
      }
    })
  }
  test('none, when that is asked for', async () => {
    expect(await createConfigLoader({ cwd: folder(site), noIgnore: true }).isIgnored('dist/a.md', { git: true })).toBe(
      false,
    )
  })
  test('not by .gitignore, unless asked', async () => {
    const loader = createConfigLoader({ cwd: folder(site) })
    expect(await loader.isIgnored('dist/a.md')).toBe(false)
    expect(await loader.isIgnored('arkiv/a.md')).toBe(true)
  })
})
