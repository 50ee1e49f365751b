import { join } from 'node:path'

/** Where what can be made or fetched again is kept for the user: KLARSPRAK_CACHE, or as the system has it. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.KLARSPRAK_CACHE !== undefined) return env.KLARSPRAK_CACHE || undefined
  const base = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'))
  return base ? join(base, 'klarsprak') : undefined
}
