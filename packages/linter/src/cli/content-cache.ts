import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Audience } from '../config/audience.js'
import type { Linted } from '../lint.js'
import { contentHash } from './content-hash.js'
import type { Shown } from './lint/shown.js'
import { createPacker, createUnpacker } from './packed-findings.js'

/** What is known of a text since before. */
export interface Remembered {
  /** Whom the text says it is written to. */
  readonly audience: Audience | undefined
  /** Worked out when it is asked for. */
  readonly linted: Linted
  /** All that a report shows of the text, in the format that is asked for. */
  readonly shown?: Shown | undefined
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
const HEADER = 'klarsprak-cache 4'
/** Bytes; an older half is let go when the file would be larger. */
const LARGEST = 200_000_000

// header and hash of what follows, with a space between
// bytes of the list, of what is shared and of findings, with spaces between
// list: what `shown` is shown as, a line; then a line an entry: path as JSON, check, audience, bytes of its findings, bytes
//   of what is shown or nothing, and its errors, warnings, infos and those that --fix mends; with tabs between
// what findings share, as a JSON text a line (see packed-findings.ts)
// findings of the entries, one after the other; nothing found is nothing written
// what is shown of the entries, as it is written in a report
//
// The hash shows damage. It is of all, so that of an entry only what somebody asks for is read.

interface Entry {
  readonly check: string
  readonly audience: Audience | undefined
  /** As it stands in the file, or what has been set. */
  readonly found: { readonly packed: Uint8Array } | { readonly linted: Linted }
  readonly shown: Shown | undefined
}

class KeptEntry implements Remembered {
  readonly audience: Audience | undefined

  constructor(
    private readonly entry: Entry,
    private readonly lintedOf: (entry: Entry) => Linted,
    readonly shown: Shown | undefined,
  ) {
    this.audience = entry.audience
  }

  get linted(): Linted {
    return this.lintedOf(this.entry)
  }
}

/** @param shownAs what `shown` is shown as; what is shown otherwise in the file is let go. Left out, nobody asks for it. */
export function openContentCache(file: string, shownAs?: string): ContentCache {
  const kept = readEntries(file, shownAs)
  const { entries } = kept
  const unpack = createUnpacker(kept.shared)
  const lintedOf = ({ found }: Entry): Linted => ('linted' in found ? found.linted : unpack(textOf(found.packed)))
  let isChanged = false

  return {
    get(path, check) {
      const entry = entries.get(path)
      if (entry === undefined || entry.check !== check) return undefined
      return new KeptEntry(entry, lintedOf, shownAs === undefined ? undefined : entry.shown)
    },
    set(path, check, { audience, linted, shown }) {
      // Last among the entries: those that have not been set for longest are let go first.
      entries.delete(path)
      entries.set(path, { check, audience, found: { linted }, shown })
      isChanged = true
    },
    async save() {
      if (!isChanged) return
      const packer = createPacker()
      const [list, findings, shows]: [string[], Uint8Array[], Uint8Array[]] = [[], [], []]
      let size = 0
      for (const [path, entry] of [...entries].reverse()) {
        const packed = Buffer.from(packer.pack(lintedOf(entry)))
        const { shown } = entry
        const name = JSON.stringify(path)
        size += name.length + packed.length + (shown?.bytes.length ?? 0)
        if (size > LARGEST) break
        const { errors, warnings, infos, fixable } = shown?.counts ?? NOTHING
        const counts = shown === undefined ? [] : [shown.bytes.length, errors, warnings, infos, fixable]
        list.push([name, entry.check, entry.audience ?? '', packed.length, ...counts].join('\t'))
        findings.push(packed)
        if (shown !== undefined) shows.push(shown.bytes)
      }
      const parts = [
        Buffer.from([shownAs ?? kept.shownAs, ...list.reverse()].join('\n')),
        Buffer.from([...packer.shared()].join('\n')),
        Buffer.concat(findings.reverse()),
      ]
      const lengths = Buffer.from(`${parts.map(({ length }) => length).join(' ')}\n`)
      const body = Buffer.concat([lengths, ...parts, ...shows.reverse()])
      try {
        // Most runs write nothing, and what writes takes long to load.
        const { writeWholeFile } = await import('./write-file.js')
        mkdirSync(dirname(file), { recursive: true })
        await writeWholeFile(file, Buffer.concat([Buffer.from(`${HEADER} ${contentHash(body)}\n`), body]))
      } catch {
        // Next time takes as long as this time did.
      }
    },
  }
}

const NOTHING = { errors: 0, warnings: 0, infos: 0, fixable: 0 }

interface Kept {
  readonly shownAs: string
  readonly shared: () => readonly string[]
  readonly entries: Map<string, Entry>
}

/** What stands in the file; nothing when there is none, or when it is damaged or of another version. */
function readEntries(file: string, wanted: string | undefined): Kept {
  const entries = new Map<string, Entry>()
  const nothing: Kept = { shownAs: '', shared: () => [], entries }
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return nothing
  }
  const bodyAt = bytes.indexOf('\n') + 1
  const body = bytes.subarray(bodyAt)
  if (bytes.toString('latin1', 0, bodyAt) !== `${HEADER} ${contentHash(body)}\n`) return nothing
  const listAt = body.indexOf('\n') + 1
  const [list = 0, shared = 0, findings = 0] = body.toString('latin1', 0, listAt).split(' ').map(Number)
  const sharedAt = listAt + list
  const findingsAt = sharedAt + shared
  const [shownAs = '', ...lines] = textOf(body.subarray(listAt, sharedAt)).split('\n')
  let at = findingsAt
  let shownAt = findingsAt + findings
  for (const line of lines) {
    const [path = '', check = '', audience, length, shownLength, ...counts] = line.split('\t')
    const packed = body.subarray(at, (at += Number(length)))
    let shown: Shown | undefined
    if (shownLength !== undefined) {
      const [errors = 0, warnings = 0, infos = 0, fixable = 0] = counts.map(Number)
      shown = {
        bytes: body.subarray(shownAt, (shownAt += Number(shownLength))),
        counts: { errors, warnings, infos, fixable },
      }
    }
    entries.set(path.includes('\\') ? (JSON.parse(path) as string) : path.slice(1, -1), {
      check,
      audience: audience === '' ? undefined : (audience as Audience),
      found: { packed },
      shown: wanted === undefined || wanted === shownAs ? shown : undefined,
    })
  }
  return { shownAs, shared: () => textOf(body.subarray(sharedAt, findingsAt)).split('\n'), entries }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
