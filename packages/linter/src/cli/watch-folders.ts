import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

/** Looks at folders, without those in them, and waits for something in them to change. */
export interface FolderWatch {
  /** The folders to look at from now on. One that cannot be looked at is passed by. */
  look(folders: Iterable<string>): void
  /**
   * Paths that have changed since the last call, when nothing more has changed for a while; `undefined` when
   * `signal` has been aborted. What `isOfInterest` says no to is no change.
   */
  next(isOfInterest: (path: string) => boolean): Promise<readonly string[] | undefined>
  close(): void
}

/** Milliseconds without changes before they are told: an editor may write a file in several steps. */
const CALM = 100

export function watchFolders(signal: AbortSignal, calm = CALM): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  const changed = new Set<string>()
  let events = 0
  let wake = (): void => {}
  let stop = (): void => {}
  signal.addEventListener('abort', () => stop(), { once: true })

  /** Until a change comes, or for so many milliseconds; never longer than to the end. */
  function rest(ms?: number): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
      wake = ms === undefined ? resolve : () => {}
      stop = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  return {
    look(folders) {
      const wanted = new Set(folders)
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) forget(folder)
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        try {
          const watcher = watch(folder, (_, name) => {
            if (name !== null) changed.add(join(folder, name))
            events++
            wake()
          })
          // The folder may be taken away.
          watcher.on('error', () => forget(folder))
          watchers.set(folder, watcher)
        } catch {
          // It is gone, or there are too many to look at.
        }
      }
    },
    async next(isOfInterest) {
      while (!signal.aborted) {
        const before = events
        if ([...changed].some(isOfInterest)) {
          await rest(calm)
          if (events !== before || signal.aborted) continue
          const news = [...changed].filter(isOfInterest)
          changed.clear()
          return news
        }
        changed.clear()
        await rest()
      }
      return undefined
    },
    close() {
      for (const folder of [...watchers.keys()]) forget(folder)
    },
  }
}
