import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { testBank } from '../testing/test-linter.js'

const bin = join(import.meta.dirname, '../../bin/klarsprak.js')
const isBuilt = existsSync(join(import.meta.dirname, '../../dist/cli/main.js'))

const call = (argv: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, ...argv], { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })

// The command itself, as it is installed. Needs `node scripts/build.mjs`.
describe.skipIf(!isBuilt)('the command as a process', () => {
  test('lints, with the report on standard output and 1', () => {
    const { status, stdout, stderr } = call(
      ['lint', '--stdin', '--stdin-filename', 'a.md', '--only-bank', '--bank', testBank, '--format', 'json'],
      'På hälsoportalen.',
    )
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(JSON.parse(stdout).summary).toEqual({ files: 1, errors: 1, warnings: 0, infos: 0 })
  })
  test('says its version, and what is wrong', () => {
    expect(call(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d/u) })
    expect(call(['lnt'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('lint') })
  })
  test('does not mind a reader that stops early', () => {
    const text = 'På hälsoportalen.\n\n'.repeat(20_000)
    const pipe = `"${process.execPath}" "${bin}" lint --stdin --stdin-filename a.txt --bank "${testBank}" | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', pipe], { input: text, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: 'a.txt\n', stderr: '' })
  }, 180_000)
})
