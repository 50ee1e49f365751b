import { describe, expect, test } from 'vitest'
import { testIo } from '../testing/test-io.js'
import { COMMANDS } from './commands/index.js'
import { run } from './run.js'

const commands = await Promise.all(COMMANDS.map(({ load }) => load()))

const call = async (...argv: string[]) => {
  const io = testIo()
  const code = await run(argv, io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}

describe('the command', () => {
  test('says what it can do', async () => {
    const { code, out } = await call('--help')
    expect(code).toBe(0)
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`${name} +${summary.slice(0, 20)}`, 'u'))
    expect(await call('help')).toEqual({ code, out, err: '' })
  })
  test('without anything shows the help as a fault', async () => {
    expect(await call()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Användning:') })
  })
  test('has a version', async () => {
    expect(await call('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) })
  })
  test('a command is called what the list calls it', () => {
    expect(commands.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name))
  })
  for (const { name, options, examples } of commands) {
    test(`explains ${name}, with every flag and an example`, async () => {
      const { code, out } = await call(...name.split(' '), '--help')
      expect(code).toBe(0)
      for (const option of Object.keys(options)) expect(out).toContain(`--${option}`)
      for (const example of examples) expect(out).toContain(example)
      expect(await call('help', ...name.split(' '))).toMatchObject({ code: 0, out })
    })
  }

  const faults = [
    { name: 'an unknown command', argv: ['lnt'], says: 'Menar du ”lint”?' },
    { name: 'half a command', argv: ['bank'], says: 'klarsprak bank check' },
    { name: 'half a command and a slip', argv: ['bank', 'chek'], says: 'Menar du ”bank check”?' },
    { name: 'a slip of the version', argv: ['--versoin'], says: 'Menar du ”--version”?' },
    { name: 'an unknown flag', argv: ['lint', '--fx'], says: 'Menar du ”--fix”?' },
    { name: 'a flag before the command', argv: ['--fix'], says: 'klarsprak lint --fix' },
    { name: 'an unknown rule', argv: ['explain', 'avoid-tem'], says: 'Menar du ”avoid-term”?' },
    { name: 'an unknown rule to lint', argv: ['lint', '--rule', 'jargong'], says: 'Menar du ”jargon”?' },
    { name: 'no rule', argv: ['explain'], says: 'Ange en regel' },
    { name: 'a number that is none', argv: ['lint', '--max-warnings', 'tre'], says: 'heltal' },
    { name: 'an unknown format', argv: ['lint', '--format', 'jsno'], says: 'Menar du ”json”?' },
    { name: 'fixing what cannot be written', argv: ['lint', '--stdin', '--fix'], says: '--fix-dry-run' },
  ]
  for (const { name, argv, says } of faults) {
    test(`answers ${name} with one Swedish line and 2`, async () => {
      const { code, out, err } = await call(...argv)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(says)
      expect(err).toMatch(/^klarsprak: .*\n$/u)
    })
  }

  test('lists the rules', async () => {
    expect((await call('rules')).out).toContain('avoid-term')
    const { out } = await call('rules', '--format', 'json')
    expect(JSON.parse(out).rules).toContainEqual(expect.objectContaining({ id: 'avoid-term', severity: 'error' }))
  })
  test('explains a rule', async () => {
    expect((await call('explain', 'avoid-term')).out).toContain('## När du inte ska använda regeln')
    expect(JSON.parse((await call('explain', 'jargon', '--format', 'json')).out)).toMatchObject({ id: 'jargon' })
  })
})
