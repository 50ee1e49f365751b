import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openStorage } from './open-storage.js'

const built = join(import.meta.dirname, '../../dist/index.js')

/** Edits one overlay again and again, and says each version once it has been answered. */
const WRITER = `
  const { openStorage } = await import(process.env.SERVER)
  const storage = await openStorage({ data: process.env.DATA })
  const at = '2026-11-23T08:00:00.000Z'
  await storage.addOrganisation({ name: 'region-x', title: 'X', createdAt: at }, { actor: 'a', at, reason: 'r' })
  let version = (await storage.overlays('region-x'))[0]?.version ?? 0
  for (;;) {
    const overlay = { concept: 'c-0001', reason: 'r', prefer: 'ord ' + (version + 1) }
    const saved = await storage.saveOverlay('region-x', overlay, version, { actor: 'a', at, reason: 'r' })
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
      const [overlay] = await storage.overlays('region-x')
      expect(overlay!.version).toBeGreaterThanOrEqual(answered)
      expect(overlay!.value.prefer).toBe(`ord ${overlay!.version}`)
      const history = await storage.overlayHistory('region-x', 'c-0001')
      expect(history.map(({ version }) => version)).toEqual(Array.from({ length: overlay!.version }, (_, n) => n + 1))
      expect((await storage.audit(10_000)).filter(({ action }) => action === 'overlay.save')).toHaveLength(
        overlay!.version,
      )
      await storage.close()
    }
    expect(answered).toBeGreaterThan(100)
    rmSync(data, { recursive: true, force: true })
  },
  60_000,
)
