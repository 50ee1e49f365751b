import { plain } from '@klarsprak/linter/config'
import { describe, expect, test } from 'vitest'
import { editorConfig } from './editor-config.js'

const FOLDER = 'vscode-vfs://github/kommunen/texter'
const files: Readonly<Record<string, string>> = {
  [`${FOLDER}/klarsprak.config.yaml`]: 'extends: grund.yaml\naudience: staff\nignore: [utkast/]\n',
  [`${FOLDER}/grund.yaml`]: 'rules: { jargon: off }\n',
  [`${FOLDER}/beslut/klarsprak.config.json`]: '{ "audience": "decision" }',
  [`${FOLDER}/trasig/klarsprak.config.yaml`]: 'preset: recommendd\n',
  [`${FOLDER}/%C3%A5r/.klarsprakignore`]: '*.md\n',
}

const configOf = (folder = FOLDER) => {
  const asked: string[] = []
  const config = editorConfig(
    () => [folder],
    async (uri) => {
      asked.push(uri)
      return files[uri]
    },
  )
  return { config, asked, settingsOf: async (path: string) => plain(await config.settingsFor(path)) }
}

describe('settings that are asked for, file by file', () => {
  test('are those of the folders from the file up to the workspace’s, with what they build on', async () => {
    const { settingsOf } = configOf()
    expect(await settingsOf('/kommunen/texter/sida.md')).toMatchObject({ audience: 'staff', rules: { jargon: 'off' } })
    expect(await settingsOf('/kommunen/texter/beslut/a/b.md')).toMatchObject({
      audience: 'decision',
      rules: { jargon: 'off' },
    })
  })
  test('leave files out', async () => {
    const { config } = configOf()
    expect(await config.isIgnored('/kommunen/texter/utkast/sida.md')).toBe(true)
    expect(await config.isIgnored('/kommunen/texter/år/sida.md')).toBe(true)
    expect(await config.isIgnored('/kommunen/texter/sida.md')).toBe(false)
  })
  test('are told of when they cannot be used', async () => {
    const { config } = configOf()
    await expect(config.settingsFor('/kommunen/texter/trasig/sida.md')).rejects.toThrow('recommendd')
  })
  test('nothing outside of the folder is asked for, and nothing twice', async () => {
    const { settingsOf, asked } = configOf()
    await settingsOf('/kommunen/texter/sida.md')
    await settingsOf('/kommunen/texter/sida.md')
    expect(asked.every((uri) => uri.startsWith(`${FOLDER}/`))).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    expect(await settingsOf('/annat/sida.md')).toEqual({})
  })
  test('a folder at the root of its file system has settings too', async () => {
    const { config } = configOf('vscode-test-web://mount/')
    expect(await config.isIgnored('/sida.md')).toBe(false)
  })
})
