import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultSettings } from '@klarsprak/language-server'
import { describe, expect, test } from 'vitest'
import { startClient } from '../../language-server/src/testing/lsp-client.js'

const folder = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
  contributes: {
    commands: readonly { command: string }[]
    configuration: { properties: Readonly<Record<string, { default: unknown }>> }
  }
}

test('the settings of the editor are those of the server, with the same defaults', () => {
  const { 'klarsprak.trace.server': _, ...declared } = manifest.contributes.configuration.properties
  expect(Object.fromEntries(Object.entries(declared).map(([key, one]) => [key, one.default]))).toEqual(
    Object.fromEntries(Object.entries(defaultSettings).map(([key, value]) => [`klarsprak.${key}`, value])),
  )
})

test('every command in the menu is there', () => {
  const code = readdirSync(join(folder, 'src'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, 'src', name), 'utf8'))
  const registered = code.flatMap((text) => [...text.matchAll(/registerCommand\('([\w.]+)'/gu)].map(([, id]) => id))
  expect(registered.sort()).toEqual(manifest.contributes.commands.map(({ command }) => command).sort())
})

const server = join(folder, 'dist/server/server.mjs')
// Needs `node build.mjs` here.
describe.skipIf(!existsSync(server))('the server in the package', () => {
  test('finds its term bank, its lexicon and its pages', async () => {
    const client = await startClient([server], { initializationOptions: { showsAnswers: true } })
    const uri = 'untitled:Untitled-1'
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'markdown',
        version: 1,
        text: 'Gå till regionhälsoportalen och erlägg avgiften.',
      },
    })
    const { diagnostics } = await client.diagnostics(uri)
    expect(diagnostics.map(({ code }) => code)).toContain('avoid-term')
    const page = await client.connection.sendRequest('workspace/executeCommand', {
      command: 'klarsprak.server.explainRule',
      arguments: ['avoid-term'],
    })
    expect(page).toMatchObject({ text: expect.stringContaining('avoid-term') })
    expect(await client.stop()).toBe(0)
  })
})
