import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtBank } from '@klarsprak/termbank'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../settings.js'
import { editorProjects } from './editor-projects.js'

const FOLDER = 'vscode-vfs://github/kommunen/texter'
const LEXICON = join(import.meta.dirname, '../../../lexicon-sv/dist/sv.lexicon')
const isBuilt = existsSync(`${builtBank()}release.json`) && existsSync(LEXICON)

const files: Readonly<Record<string, string>> = {
  [`${FOLDER}/egen/klarsprak.config.yaml`]: 'bank: [ordbank.yaml]\n',
}
const projects = () =>
  editorProjects(
    {
      asset: (name) => readFile(name === 'sv.lexicon' ? LEXICON : `${builtBank()}${name}`),
      list: async () => [],
      read: async (uri) => files[uri],
    },
    () => [FOLDER],
  )

describe.skipIf(!isBuilt)('a workspace that only the editor can read', () => {
  test('is checked against the national bank', async () => {
    const project = await projects().of('/kommunen/texter/sida.md', defaultSettings)
    expect(project.hasUnreadBank).toBe(false)
    expect([...project.index.concepts()].some(({ id }) => id === 'c-0001')).toBe(true)
  })
  test('says so when its settings or the editor’s name a bank of their own', async () => {
    const { of } = projects()
    expect((await of('/kommunen/texter/egen/sida.md', defaultSettings)).hasUnreadBank).toBe(true)
    expect((await of('/kommunen/texter/sida.md', { ...defaultSettings, bank: ['ord.yaml'] })).hasUnreadBank).toBe(true)
    expect((await of('/kommunen/texter/sida.md', defaultSettings)).hasUnreadBank).toBe(false)
  })
})
