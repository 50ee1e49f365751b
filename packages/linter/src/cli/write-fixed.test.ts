import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../testing/temporary-folder.js'
import { writeFixed } from './write-fixed.js'

const folder = temporaryFolders()
const filesIn = (cwd: string) => readdirSync(cwd).filter((name) => name !== '.git')

test('a file is written whole, with its mode, its byte order mark and its line endings', async () => {
  const cwd = folder({ 'a.md': '\ufeffEn\r\n' })
  chmodSync(join(cwd, 'a.md'), 0o640)
  expect(await writeFixed(join(cwd, 'a.md'), '\ufeffEn\r\n', '\ufeffTvå\r\n')).toBe('written')
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('\ufeffTvå\r\n')
  expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640)
  expect(filesIn(cwd)).toEqual(['a.md'])
})

test('what someone else has written meanwhile is kept', async () => {
  const cwd = folder({ 'a.md': 'Nyss ändrad.\n' })
  expect(await writeFixed(join(cwd, 'a.md'), 'Som den var.\n', 'Rättad.\n')).toBe('changed')
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Nyss ändrad.\n')
})

test('a file that has been taken away is not made again', async () => {
  const cwd = folder({})
  expect(await writeFixed(join(cwd, 'a.md'), 'a', 'b')).toBe('forbidden')
  expect(filesIn(cwd)).toEqual([])
})

// The superuser may write anything.
test.skipIf(process.getuid?.() === 0)('a file that may not be written is left', async () => {
  const cwd = folder({ 'a.md': 'a' })
  chmodSync(join(cwd, 'a.md'), 0o444)
  expect(await writeFixed(join(cwd, 'a.md'), 'a', 'b')).toBe('forbidden')
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('a')
})
