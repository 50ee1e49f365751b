import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { looksLikeCopy } from '../documents/looks-like-copy.js'
import { READ_EXTENSIONS } from '../documents/parsers.js'
import { REPORTERS } from '../reporters/index.js'
import { testIo } from '../testing/test-io.js'
import { testBank } from '../testing/test-linter.js'
import { COMMANDS } from './commands/index.js'
import { run } from './run.js'

// The ways into other people’s pipelines name our flags in files that no compiler reads.

const root = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const manifest = JSON.parse(read('packages/linter/package.json')) as { name: string; version: string }

const action = parse(read('action.yml'))
const hooks = parse(read('.pre-commit-hooks.yaml'))
const gitlab = parse(read('ci/gitlab.yml'))
const megalinter = parse(read('ci/mega-linter-plugin-klarsprak/klarsprak.megalinter-descriptor.yml'))
const dockerfile = read('Dockerfile')

const commands = await Promise.all(COMMANDS.map(({ load }) => load()))

/** The flags after `klarsprak COMMAND`, or after the package’s name and a command, each with its command. */
function flagsIn(text: string): readonly { readonly command: string; readonly flag: string }[] {
  const longest = [...commands].sort((a, b) => b.name.length - a.name.length)
  // A backslash at the end of a line goes on with the command; what begins with | or # is no part of it.
  return text
    .replaceAll(/\\\n\s*/gu, ' ')
    .split(/\n|\s\|\s|\s#\s|`/u)
    .flatMap((line) => {
      const said = /(?:klarsprak|@klarsprak\/linter(?:@[^\s"]+)?)"?\s+(.*)$/u.exec(line)?.[1]
      const command = longest.find(({ name }) => said === name || said?.startsWith(`${name} `))
      if (said === undefined || command === undefined) return []
      return [...said.matchAll(/(?<=\s)--?[a-z][a-z-]*/gu)].map(([flag]) => ({ command: command.name, flag }))
    })
}

function isDeclared({ command, flag }: { command: string; flag: string }): boolean {
  const { options } = commands.find(({ name }) => name === command)!
  if (flag.startsWith('--')) return Object.hasOwn(options, flag.slice(2)) || flag === '--help'
  return Object.values(options).some(({ short }) => short === flag.slice(1))
}

describe('flags that the command has', () => {
  const lint = (flags: readonly string[]) => flags.map((flag) => ({ command: 'lint', flag }))
  const { cli_lint_extra_args, cli_lint_fix_arg_name, cli_config_arg_name, cli_sarif_args, examples } =
    megalinter.linters[0]
  const isFlag = (text: string) => text.startsWith('-')
  const cases = [
    { name: 'the GitHub Action', flags: flagsIn(action.runs.steps[0].run), fewest: 2 },
    { name: 'pre-commit', flags: hooks.flatMap(({ entry }: { entry: string }) => flagsIn(entry)), fewest: 5 },
    { name: 'GitLab', flags: flagsIn(gitlab.klarsprak.script.join('\n')), fewest: 3 },
    {
      name: 'MegaLinter',
      flags: [
        ...lint([...cli_lint_extra_args, ...cli_sarif_args, cli_lint_fix_arg_name, cli_config_arg_name].filter(isFlag)),
        ...flagsIn(examples.join('\n')),
      ],
      fewest: 7,
    },
    { name: 'the guide to CI', flags: flagsIn(read('docs/guide/ci.md')), fewest: 6 },
    { name: 'the guide to publishing systems', flags: flagsIn(read('docs/guide/cms.md')), fewest: 4 },
    { name: 'the guide to settings', flags: flagsIn(read('docs/guide/installningar.md')), fewest: 5 },
    { name: 'the guide to reports', flags: flagsIn(read('docs/guide/rapporter.md')), fewest: 2 },
    { name: 'the first guide', flags: flagsIn(read('docs/guide/README.md')), fewest: 1 },
    { name: 'the guide to the term bank', flags: flagsIn(read('docs/guide/termbanken.md')), fewest: 5 },
  ]
  for (const { name, flags, fewest } of cases)
    test(name, () => {
      expect(flags.filter((flag: { command: string; flag: string }) => !isDeclared(flag))).toEqual([])
      // Should the reading above go blind, this says so.
      expect(flags.length).toBeGreaterThanOrEqual(fewest)
    })

  test('a flag that does not exist is seen', () => {
    expect(flagsIn('npx klarsprak lint a/ --fixa -o x').filter((flag) => !isDeclared(flag))).toEqual([
      { command: 'lint', flag: '--fixa' },
    ])
  })
})

test('each names the package that is published, in its version', () => {
  const named = `${manifest.name}@${manifest.version}`
  expect(action.inputs.version.default).toBe(manifest.version)
  expect(action.runs.steps[0].run).toContain(`${manifest.name}@$KLARSPRAK_VERSION`)
  for (const { entry } of hooks) expect(entry).toContain(named)
  expect(gitlab.variables.KLARSPRAK_VERSION).toBe(manifest.version)
  expect(gitlab.klarsprak.script.join()).toContain(`${manifest.name}@$KLARSPRAK_VERSION`)
  expect(megalinter.install.dockerfile).toEqual([`RUN npm install --global ${named}`])
  expect(dockerfile).toContain(`ARG KLARSPRAK_VERSION=${manifest.version}`)
})

describe('the GitHub Action', () => {
  test('has what GitHub asks for', () => {
    expect(action).toMatchObject({ name: 'Klarspråk', description: expect.any(String), runs: { using: 'composite' } })
    for (const input of Object.values<Record<string, unknown>>(action.inputs)) {
      expect(Object.keys(input).sort()).toEqual(['default', 'description'])
    }
    for (const step of action.runs.steps) expect(step.shell).toBe('bash')
    expect(Object.keys(REPORTERS)).toContain(action.inputs.format.default)
  })
  test('never puts an input into its script', () => expect(action.runs.steps[0].run).not.toContain('${{'))

  const bash = spawnSync('bash', ['--version']).status === 0
  test.skipIf(!bash)('hands on paths and flags as they are, and runs none of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
    writeFileSync(join(folder, 'npx'), '#!/bin/sh\nfor one in "$@"; do echo "[$one]"; done\n', { mode: 0o755 })
    const call = (env: Record<string, string>) =>
      spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', action.runs.steps[0].run], {
        encoding: 'utf8',
        env: {
          PATH: `${folder}:${process.env.PATH}`,
          KLARSPRAK_VERSION: '0.1.0',
          KLARSPRAK_FORMAT: 'github',
          KLARSPRAK_OUTPUT_FILE: '',
          KLARSPRAK_ARGS: '',
          KLARSPRAK_PATHS: '.',
          ...env,
        },
      }).stdout.trim()
    const start = '[--yes]\n[@klarsprak/linter@0.1.0]\n[lint]\n[--no-progress]\n[--format]\n[github]\n'
    expect(call({})).toBe(`${start}[--]\n[.]`)
    expect(
      call({
        KLARSPRAK_PATHS: ' en mapp/\n\n!arkiv/**\n$(touch x); "',
        KLARSPRAK_ARGS: '--baseline=a b.json',
        KLARSPRAK_OUTPUT_FILE: 'r.sarif',
      }),
    ).toBe(`${start}[--baseline=a b.json]\n[--output-file=r.sarif]\n[--]\n[en mapp/]\n[!arkiv/**]\n[$(touch x); "]`)
    rmSync(folder, { recursive: true })
  })
})

describe('pre-commit', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'klarsprak-'))
    writeFileSync(join(folder, 'sida.md'), 'Logga in på hälsoportalen.\n')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  async function call(id: string, ...files: string[]) {
    const { entry } = hooks.find((hook: { id: string }) => hook.id === id)
    const words = (entry as string).split(' ')
    const io = testIo({ cwd: folder })
    const argv = words.slice(words.indexOf('lint'))
    const code = await run([...argv, '--only-bank', '--bank', testBank, ...files], io, COMMANDS)
    return { code, out: io.output(), err: io.errors() }
  }

  test('each hook has what pre-commit asks for', () => {
    for (const hook of hooks) {
      expect(hook).toMatchObject({ id: expect.any(String), name: expect.any(String), language: 'system' })
    }
  })
  test('no files is 0, and never the whole folder', async () => {
    for (const id of ['klarsprak', 'klarsprak-fix']) expect(await call(id)).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(folder, 'sida.md'), 'utf8')).toContain('hälsoportalen')
  })
  test('the files that are named are linted', async () => {
    const { code, out } = await call('klarsprak', 'sida.md')
    expect(code).toBe(1)
    expect(out).toContain('hälsoportalen')
  })
  test('takes the files that the command would find in a folder', () => {
    // Python’s verbose mode leaves white space out.
    const pattern = new RegExp(hooks[0].files.replace('(?x)', '').replaceAll(/\s/gu, ''), 'u')
    const paths = [
      ...READ_EXTENSIONS.filter((extension) => !/[jt]sx$/u.test(extension)).map(
        (extension) => `app/locales/sv/sida${extension}`,
      ),
      ...[
        'innehall/sida.md',
        'sida.html',
        'a/b.txt',
        'App.vue',
        'package.json',
        'docker-compose.yml',
        'src/main.ts',
        'sv.json',
        'text_sv-SE.yaml',
        'res/values-sv/strings.xml',
        'a/values/strings.xml',
        'pom.xml',
        'conf/service.yaml',
      ],
    ]
    const isRead = (path: string) =>
      READ_EXTENSIONS.some((extension) => path.endsWith(extension)) && looksLikeCopy(path)
    expect(paths.filter((path) => pattern.test(path))).toEqual(paths.filter(isRead))
  })
})

test('GitLab gets its report, also when there are findings', () => {
  const { artifacts, script } = gitlab.klarsprak
  expect(artifacts).toMatchObject({ when: 'always', reports: { codequality: 'gl-code-quality-report.json' } })
  expect(script.join()).toContain(`--format gitlab --output-file ${artifacts.reports.codequality}`)
  expect(Object.keys(REPORTERS)).toContain('gitlab')
})

test('MegaLinter gets what its schema asks for', () => {
  expect(megalinter).toMatchObject({ descriptor_id: 'KLARSPRAK', descriptor_type: 'other' })
  expect(megalinter.linters[0]).toMatchObject({ linter_name: 'klarsprak', cli_lint_mode: 'list_of_files' })
  for (const extension of megalinter.file_extensions) expect(READ_EXTENSIONS).toContain(extension)
  // Of a plugin it runs only these.
  for (const line of megalinter.install.dockerfile) expect(line).toMatch(/^RUN /u)
})

test('the image holds nothing from here and does not run as root', () => {
  expect(dockerfile).not.toMatch(/^(?:COPY|ADD)\s/mu)
  expect(dockerfile.indexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nRUN '))
  expect(read('.dockerignore').trim().split('\n').at(-1)).toBe('*')
})
