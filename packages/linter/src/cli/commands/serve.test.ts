import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testIo } from '../../testing/test-io.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const bin = join(import.meta.dirname, '../../../bin/klarsprak.js')
const packages = join(import.meta.dirname, '../../../..')
const isBuilt = [
  'linter/dist/cli/commands/serve.js',
  'server/dist/index.js',
  'termbank/dist/national/release.json',
].every((file) => existsSync(join(packages, file)))

// The command as a process. Needs node scripts/build.mjs.
describe.skipIf(!isBuilt)('klarsprak serve', () => {
  const data = mkdtempSync(join(tmpdir(), 'klarsprak-serve-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  test('needs no settings, says where it answers, and stops when asked with 0', async () => {
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--data', data], {
      env: { PATH: process.env.PATH },
    })
    try {
      const url = await addressOf(child)
      const answer = await (await fetch(`${url}/v1/lookups?word=remissens`)).json()
      expect(answer).toMatchObject({ senses: [{ label: 'remiss' }] })
      expect(existsSync(join(data, 'klarsprak.db'))).toBe(true)
      // A key made beside the running service is taken at once.
      const made = spawn(process.execPath, [bin, 'serve', '--data', data, '--create-admin-key', 'Anna'], {
        env: { PATH: process.env.PATH },
      })
      let key = ''
      made.stdout.on('data', (chunk) => (key += chunk))
      expect(await new Promise((resolve) => made.once('close', resolve))).toBe(0)
      const me = await fetch(`${url}/v1/callers/me`, { headers: { authorization: `Bearer ${key.trim()}` } })
      expect(await me.json()).toMatchObject({ name: 'Anna', roles: ['contributor', 'administrator'] })
      // A copy made beside the running service is a database with the key in it.
      const copied = spawn(process.execPath, [bin, 'serve', '--data', data, '--backup', join(data, 'kopia.db')], {
        env: { PATH: process.env.PATH },
      })
      expect(await new Promise((resolve) => copied.once('close', resolve))).toBe(0)
      expect(readFileSync(join(data, 'kopia.db')).includes('Nyckel till Anna')).toBe(true)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGKILL')
    }
  })
})

test.each([
  { name: 'a port that is no number', argv: ['--port', 'http'], says: '--port' },
  { name: 'a key to nobody', argv: ['--create-admin-key', ' '], says: '--create-admin-key' },
  { name: 'a copy of nothing', argv: ['--data', '/nowhere', '--backup', 'kopia.db'], says: '--data' },
  { name: 'a port that is too large', argv: ['--port', '70000'], says: '65535' },
])('$name is refused with 2', async ({ argv, says }) => {
  const io = testIo()
  expect(await run(['serve', ...argv], io, COMMANDS)).toBe(2)
  expect(io.errors()).toContain(says)
})

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk) => {
      said += chunk
      const url = /svarar på (http:\/\/[\d.:]+)\//u.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`It ended: ${said}`)))
  })
}
