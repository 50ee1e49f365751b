import { describe, expect, test } from 'vitest'
import { parseArguments } from './parse-arguments.js'

const options = {
  format: { type: 'string', short: 'f', choices: ['pretty', 'json'], help: '' },
  rule: { type: 'string', multiple: true, value: 'REGEL', help: '' },
  fix: { type: 'boolean', help: '' },
} as const

describe('arguments', () => {
  test('are read in every usual way', () => {
    const args = parseArguments(['a', '--format=json', '--rule', 'x', '--rule', 'y', '--fix', '--', '--b'], options)
    expect(args.positionals).toEqual(['a', '--b'])
    expect([args.one('format'), args.all('rule'), args.flag('fix')]).toEqual(['json', ['x', 'y'], true])
    expect(parseArguments(['-f', 'json'], options).one('format')).toBe('json')
  })

  const faults = [
    { name: 'an unknown flag', argv: ['--fixx'], says: 'Menar du ”--fix”?' },
    { name: 'one like nothing', argv: ['--qwertyuiop'], says: 'Flaggan ”--qwertyuiop” finns inte. Kör' },
    { name: 'an unknown short flag', argv: ['-x'], says: '”-x” finns inte' },
    { name: 'a flag without its value', argv: ['--rule'], says: '--rule REGEL' },
    { name: 'a value where none goes', argv: ['--fix=yes'], says: 'tar inget värde' },
    {
      name: 'a value that is none of the choices',
      argv: ['--format', 'jsn'],
      says: 'Välj pretty eller json. Menar du ”json”?',
    },
    { name: 'the name of something every object has', argv: ['--constructor'], says: 'finns inte' },
  ]
  for (const { name, argv, says } of faults) {
    test(`say in Swedish what is wrong with ${name}`, () => expect(() => parseArguments(argv, options)).toThrow(says))
  }
})
