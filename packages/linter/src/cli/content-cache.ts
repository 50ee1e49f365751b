import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Linted } from '../lint.js'
import { writeWholeFile } from './write-file.js'

/** What was found in texts before, by everything that it depends on. */
export interface ContentCache {
  get(key: string): Linted | undefined
  /** Of a path only what is set or got last is kept. */
  set(key: string, path: string, linted: Linted): void
  /** Writes what there is now, if it has changed. A cache that cannot be written is no fault. */
  save(): Promise<void>
}

/** First in the file: another version is no cache of ours. */
const HEADER = 'klarsprak-cache 2'
/** UTF-16 code units; an older half is let go when the file would be larger. */
const LARGEST = 200_000_000

// A line an entry: key, check, path as JSON, findings as JSON, with tabs between. The check is of path
// and findings, so that a damaged entry is seen; JSON holds no tab of its own. Entries are read when asked for.

export async function openContentCache(file: string): Promise<ContentCache> {
  const entries = new Map<string, string>()
  /** The key by path, to let go of what a path was before. */
  const keyOf = new Map<string, string>()
  const text = await readFile(file, 'utf8').catch(() => '')
  const [header, ...lines] = text.split('\n')
  if (header === HEADER) {
    for (const line of lines) {
      const [key, , path] = line.split('\t', 3)
      if (key === undefined || path === undefined) continue
      entries.set(key, line)
      keyOf.set(path, key)
    }
  }
  let isChanged = header !== HEADER

  return {
    get(key) {
      const line = entries.get(key)
      return line === undefined ? undefined : parse(line)
    },
    set(key, path, linted) {
      const shown = JSON.stringify(path)
      const old = keyOf.get(shown)
      if (old !== undefined && old !== key) entries.delete(old)
      const rest = `${shown}\t${JSON.stringify(linted)}`
      entries.set(key, `${key}\t${digest(rest)}\t${rest}`)
      keyOf.set(shown, key)
      isChanged = true
    },
    async save() {
      if (!isChanged) return
      const kept: string[] = []
      let size = 0
      for (const line of [...entries.values()].reverse()) {
        size += line.length + 1
        if (size > LARGEST) break
        kept.push(line)
      }
      try {
        await mkdir(dirname(file), { recursive: true })
        await writeWholeFile(file, `${[HEADER, ...kept.reverse()].join('\n')}\n`)
      } catch {
        // Next time takes as long as this time did.
      }
    },
  }
}

function parse(line: string): Linted | undefined {
  const [, check, path, ...json] = line.split('\t')
  const rest = `${path}\t${json.join('\t')}`
  if (check !== digest(rest)) return undefined
  try {
    return JSON.parse(json.join('\t')) as Linted
  } catch {
    return undefined
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** A key for all of `parts`, in order. */
export function cacheKey(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('base64url')
}
