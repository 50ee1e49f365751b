import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createConfigLoader } from '../../config/load-config.js'
import { plain } from '../../config/merge.js'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { testIo } from '../../testing/test-io.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

const folder = temporaryFolders()
const init = async (cwd: string, ...argv: string[]) => {
  const io = testIo({ cwd })
  return { code: await run(['init', ...argv], io, COMMANDS), out: io.output(), err: io.errors() }
}

describe('init', () => {
  const site = {
    'innehall/a.md': 'Hej.',
    'innehall/personal/b.md': 'Hej.',
    'mallar/beslut/c.html': '<p>Hej.',
    'app/locales/sv.json': '{}',
    'app/locales/en.json': '{}',
    'app/package.json': '{}',
    'node_modules/x/README.md': 'Hej.',
    '.gitignore': 'bygge/',
    'bygge/d.md': 'Hej.',
  }
  test('writes settings for what there is, and they can be read', async () => {
    const cwd = folder(site)
    expect(await init(cwd)).toMatchObject({ code: 0, out: '', err: expect.stringContaining('5 texter') })
    const text = readFileSync(join(cwd, 'klarsprak.config.yaml'), 'utf8')
    expect(text).toContain('#   app/locales: 2 .json')
    expect(text).toContain('Språk i filernas namn: en, sv.')
    expect(text).not.toContain('bygge')
    const settings = createConfigLoader({ cwd })
    expect(plain(await settings.settingsFor('innehall/a.md'))).toEqual({ preset: 'recommended', audience: 'citizen' })
    expect(plain(await settings.settingsFor('innehall/personal/b.md')).audience).toBe('staff')
    expect(plain(await settings.settingsFor('mallar/beslut/c.html')).audience).toBe('decision')
  })
  test('works where there is nothing', async () => {
    const cwd = folder({})
    expect((await init(cwd)).code).toBe(0)
    expect(plain(await createConfigLoader({ cwd }).settingsFor('a.md'))).toMatchObject({ preset: 'recommended' })
  })
  test('leaves what is there', async () => {
    const cwd = folder({ 'klarsprak.config.yml': 'preset: all\n' })
    expect(await init(cwd)).toMatchObject({ code: 2, err: expect.stringContaining('--force') })
    expect(readFileSync(join(cwd, 'klarsprak.config.yml'), 'utf8')).toBe('preset: all\n')
    expect((await init(cwd, '--force')).code).toBe(0)
    expect(readFileSync(join(cwd, 'klarsprak.config.yml'), 'utf8')).toContain('preset: recommended')
  })
  test('shows without writing', async () => {
    const cwd = folder(site)
    const { out } = await init(cwd, '--stdout')
    expect(out).toContain('preset: recommended')
    expect(existsSync(join(cwd, 'klarsprak.config.yaml'))).toBe(false)
  })
})
