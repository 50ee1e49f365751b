import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Audience } from '../config/audience.js'
import type { Linted } from '../lint.js'
import { contentHash } from './content-hash.js'
import { createPacker, createUnpacker } from './packed-findings.js'
import { writeWholeFile } from './write-file.js'

/** What is known of a text since before. */
export interface Remembered {
  /** Whom the text says it is written to. */
  readonly audience: Audience | undefined
  readonly linted: Linted
}

/** What was found in texts before. Of a path only what was set last is kept. */
export interface ContentCache {
  /** @param check stands for everything that findings depend on; what was found with another is not known */
  get(path: string, check: string): Remembered | undefined
  set(path: string, check: string, remembered: Remembered): void
  /** Writes what there is now, if it has changed. A cache that cannot be written is no fault. */
  save(): Promise<void>
}

/** First in the file: another version is no cache of ours. */
const HEADER = 'klarsprak-cache 3'
/** UTF-16 code units; an older half is let go when the file would be larger. */
const LARGEST = 200_000_000

// header and hash of what follows, with a space between
// what findings share, as a JSON text a line (see packed-findings.ts)
// an empty line
// a line an entry: path as JSON, check, audience, findings; with tabs between. Nothing found is nothing written.
//
// The hash shows damage. It is of all, so that an entry costs nothing until somebody asks for it.

interface Entry {
  readonly check: string
  readonly audience: Audience | undefined
  /** As it stands in the file, or what has been set. */
  readonly found: { readonly packed: string } | { readonly linted: Linted }
}

export function openContentCache(file: string): ContentCache {
  const { shared, entries } = readEntries(file)
  const unpack = createUnpacker(shared)
  const lintedOf = ({ found }: Entry): Linted => ('linted' in found ? found.linted : unpack(found.packed))
  let isChanged = false

  return {
    get(path, check) {
      const entry = entries.get(path)
      return entry === undefined || entry.check !== check
        ? undefined
        : { audience: entry.audience, linted: lintedOf(entry) }
    },
    set(path, check, { audience, linted }) {
      // Last among the entries: those that have not been set for longest are let go first.
      entries.delete(path)
      entries.set(path, { check, audience, found: { linted } })
      isChanged = true
    },
    async save() {
      if (!isChanged) return
      const packer = createPacker()
      const kept: string[] = []
      let size = 0
      for (const [path, entry] of [...entries].reverse()) {
        const line = [JSON.stringify(path), entry.check, entry.audience ?? '', packer.pack(lintedOf(entry))].join('\t')
        size += line.length + 1
        if (size > LARGEST) break
        kept.push(line)
      }
      const body = Buffer.from([...packer.shared(), '', ...kept.reverse()].join('\n'))
      try {
        await mkdir(dirname(file), { recursive: true })
        await writeWholeFile(file, Buffer.concat([Buffer.from(`${HEADER} ${contentHash(body)}\n`), body]))
      } catch {
        // Next time takes as long as this time did.
      }
    },
  }
}

/** What stands in the file; nothing when there is none, or when it is damaged or of another version. */
function readEntries(file: string): { readonly shared: readonly string[]; readonly entries: Map<string, Entry> } {
  const entries = new Map<string, Entry>()
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return { shared: [], entries }
  }
  const bodyAt = bytes.indexOf('\n') + 1
  const body = bytes.subarray(bodyAt)
  if (bytes.toString('latin1', 0, bodyAt) !== `${HEADER} ${contentHash(body)}\n`) return { shared: [], entries }
  const lines = body.toString('utf8').split('\n')
  const sharedEnd = lines.indexOf('')
  for (let at = sharedEnd + 1; at < lines.length; at++) {
    const [path = '', check = '', audience = '', packed = ''] = lines[at]!.split('\t')
    entries.set(path.includes('\\') ? (JSON.parse(path) as string) : path.slice(1, -1), {
      check,
      audience: audience === '' ? undefined : (audience as Audience),
      found: { packed },
    })
  }
  return { shared: lines.slice(0, sharedEnd), entries }
}
