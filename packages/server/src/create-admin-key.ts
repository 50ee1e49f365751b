import { createApiKey } from './auth/api-key.js'
import type { Settings } from './settings.js'
import { openStorage } from './storage/open-storage.js'

/** A year. */
const LASTS = 365 * 86_400_000

/**
 * Makes a key for an administrator, straight in the database: the first one, since only an administrator makes keys
 * over HTTP. A service that is running takes it at once. Nothing is logged.
 */
export async function createAdminKey(
  { databaseUrl, data }: Pick<Settings, 'databaseUrl' | 'data'>,
  name: string,
): Promise<string> {
  const storage = await openStorage({ databaseUrl, data })
  try {
    const now = Date.now()
    const at = new Date(now).toISOString()
    const expiresAt = new Date(now + LASTS).toISOString()
    const { key, kept } = createApiKey({ name, role: 'administrator', createdAt: at, expiresAt })
    await storage.addApiKey(kept, { actor: 'klarsprak serve', at, reason: `Nyckel till ${name}, skapad på servern.` })
    return key
  } finally {
    await storage.close()
  }
}
