import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BankStore } from './bank-store.js'
import { fileStore } from './file-store.js'
import { memoryStore } from './memory-store.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bank-'))
  mkdirSync(join(folder, 'concepts/vård'), { recursive: true })
  writeFileSync(join(folder, 'concepts/vård/c-0002-b.yaml'), '\uFEFFid: c-0002\n')
  writeFileSync(join(folder, 'concepts/c-0001-a.yml'), 'id: c-0001\n')
  writeFileSync(join(folder, 'concepts/LICENSE'), 'CC0')
  writeFileSync(join(folder, 'concepts/.draft.yaml'), 'id: c-0003\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const both: readonly { name: string; store: () => BankStore }[] = [
  { name: 'files', store: () => fileStore(join(folder, 'concepts'), folder) },
  {
    name: 'memory',
    store: () =>
      memoryStore([
        { path: 'concepts/vård/c-0002-b.yaml', text: 'id: c-0002\n' },
        { path: 'concepts/c-0001-a.yml', text: 'id: c-0001\n' },
      ]),
  },
]

describe.each(both)('a store of $name', ({ store }) => {
  test('gives every source file, sorted by path', async () => {
    expect(await store().readAll()).toEqual([
      { path: 'concepts/c-0001-a.yml', text: 'id: c-0001\n' },
      { path: 'concepts/vård/c-0002-b.yaml', text: 'id: c-0002\n' },
    ])
  })
})

test('a single file, whatever it is called, is read once', async () => {
  const file = join(folder, 'concepts/LICENSE')
  expect(await fileStore([file, file], folder).readAll()).toEqual([{ path: 'concepts/LICENSE', text: 'CC0' }])
})

test('a path that does not exist is no empty bank', async () => {
  await expect(fileStore(join(folder, 'nowhere')).readAll()).rejects.toThrow(/ENOENT/u)
})
