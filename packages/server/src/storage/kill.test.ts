import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openStorage } from './open-storage.js'
import { subjects } from './storage.js'

const built = join(import.meta.dirname, '../../dist/index.js')

/** Edits one overlay again and again, and says each version once it has been answered. */
const WRITER = `
  const { openStorage } = await import(process.env.SERVER)
  const storage = await openStorage({ data: process.env.DATA })
  const at = '2026-11-23T08:00:00.000Z'
  await storage.addOrganisation({ name: 'region-x', title: 'X', createdAt: at }, { actor: 'a', at, reason: 'r' })
  const key = { layer: 'region-x', kind: 'overlay', id: 'c-0001' }
  let version = (await storage.entry(key))?.version ?? 0
  for (;;) {
    const body = { concept: 'c-0001', reason: 'r', prefer: 'ord ' + (version + 1) }
    const edit = { ...key, body, expected: version, layerVersion: await storage.layerVersion('region-x') }
    const saved = await storage.saveEntry(edit, { actor: 'a', at, reason: 'r' })
    version = saved.value.version
    process.stdout.write(version + '\\n')
  }
`
const ROUNDS = 6

// Needs node scripts/build.mjs.
test.skipIf(!existsSync(built))(
  'a server that is killed while it writes has lost nothing that was answered, and kept nothing by half',
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'klarsprak-kill-'))
    let answered = 0
    for (let round = 0; round < ROUNDS; round++) {
      const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER], {
        env: { ...process.env, SERVER: pathToFileURL(built).href, DATA: data },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      await new Promise<void>((resolve) => {
        writer.stdout.on('data', (chunk) => {
          said += chunk
          // Somewhere in the middle of the next ones.
          if (said.split('\n').length > 20 + round * 7) writer.kill('SIGKILL')
        })
        writer.on('close', () => resolve())
      })
      answered = Number(said.split('\n').at(-2) ?? answered)
      const storage = await openStorage({ data })
      const [overlay] = await storage.entries('region-x')
      const version = overlay!.version
      const all = { limit: 10_000, offset: 0 }
      expect(version).toBeGreaterThanOrEqual(answered)
      expect(overlay!.value.body).toMatchObject({ prefer: `ord ${version}` })
      expect(await storage.layerVersion('region-x')).toBe(version)
      const history = await storage.revisions(subjects.entry(overlay!.value), all)
      expect(history.items.map((revision) => revision.version)).toEqual(
        Array.from({ length: version }, (_, n) => version - n),
      )
      const { items } = await storage.audit(all)
      expect(items.filter(({ action }) => action === 'overlay.save')).toHaveLength(version)
      await storage.close()
    }
    expect(answered).toBeGreaterThan(100)
    rmSync(data, { recursive: true, force: true })
  },
  60_000,
)
