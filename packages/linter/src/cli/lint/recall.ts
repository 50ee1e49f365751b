import { resolve } from 'node:path'
import type { TracedSettings } from '../../config/merge.js'
import { plain } from '../../config/merge.js'
import type { ContentCache } from '../content-cache.js'
import type { Io } from '../io.js'
import { bankPaths } from '../open-words.js'
import type { Arguments } from '../parse-arguments.js'
import type { FileBytes } from '../read-source.js'
import { version } from '../version.js'
import type { Linters } from './linters.js'
import type { Memory } from './opened.js'

/** Asks what is known of a file since before, with the settings of its path and not yet what it says of itself. */
export interface Recall {
  (file: FileBytes, settings: TracedSettings): Promise<Memory>
  save(): Promise<void>
}

export interface RecallOptions {
  readonly keyOf: Linters['keyOf']
  /** Left out: the file of the cache. */
  readonly memory: ContentCache | undefined
  /** The format that files are shown in, with its options; undefined when a report is made otherwise. */
  readonly shownAs: string | undefined
}

/** Nothing is known, and nothing is kept. */
export const NO_MEMORY: Memory = { known: undefined, keep: () => {} }

/**
 * With `--cache`, remembers what was found in the same bytes at the same path with the same settings, words and version.
 * When a file was written is not asked: in CI all are new, and hashing all of 10 MB takes some milliseconds.
 */
export async function openRecall(args: Arguments, io: Io, { keyOf, memory, shownAs }: RecallOptions): Promise<Recall> {
  const location = args.one('cache-location')
  if (memory === undefined && location === undefined && !args.flag('cache')) {
    return Object.assign(async () => NO_MEMORY, { save: async () => {} })
  }
  const { openContentCache } = await import('../content-cache.js')
  const { contentHash } = await import('../content-hash.js')
  const { bankKey } = await import('../../config/load-index-cache.js')
  const cache = memory ?? openContentCache(resolve(io.cwd, location ?? '.klarsprakcache'), shownAs)
  const wordKeys = new Map<string, Promise<string>>()
  const wordKey = async (settings: TracedSettings): Promise<string> => {
    const { bank, onlyBank, organisation } = plain(settings)
    const paths = await bankPaths(args, io, { bank, onlyBank, organisation })
    const name = paths.join('\0')
    const known = wordKeys.get(name) ?? bankKey(paths, io.cwd)
    wordKeys.set(name, known)
    return known
  }
  const settingsKeys = new WeakMap<TracedSettings, Promise<string>>()
  const settingsKey = (settings: TracedSettings): Promise<string> => {
    const known =
      settingsKeys.get(settings) ??
      wordKey(settings).then((words) => contentHash(Buffer.from([version, words, keyOf(settings)].join('\0'))))
    settingsKeys.set(settings, known)
    return known
  }
  const recall = async ({ path, bytes }: FileBytes, settings: TracedSettings): Promise<Memory> => {
    const undated = (await settingsKey(settings)) + contentHash(bytes)
    // The day means something only for comments that count until one.
    const dated = undated + io.today()
    const remembered = cache.get(path, undated)
    const known = remembered ?? cache.get(path, dated)
    const isUndated = known === undefined ? !bytes.includes('until') : remembered !== undefined
    return {
      known,
      keep(remembered) {
        if (!remembered.linted.isOverdue) cache.set(path, isUndated ? undated : dated, remembered)
      },
    }
  }
  return Object.assign(recall, { save: () => cache.save() })
}
