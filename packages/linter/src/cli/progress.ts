import type { Io } from './io.js'

/** Shows how far a long run has come, on a terminal and nowhere else. */
export interface Progress {
  step(): void
  /** Takes the line away. */
  done(): void
}

/** Milliseconds before anything is shown, and between changes. */
const PATIENCE = 1_000
const PACE = 100

export function createProgress(io: Io, total: number, isWanted: boolean, now: () => number = Date.now): Progress {
  const isShown = isWanted && io.isErrorTerminal === true && !io.env.CI && io.env.TERM !== 'dumb'
  const start = now()
  let count = 0
  let last = start + PATIENCE - PACE
  let isOnScreen = false
  return {
    step() {
      count++
      if (!isShown || now() - last < PACE) return
      last = now()
      isOnScreen = true
      io.err(`\r\u001B[2K${count} av ${total} filer …`)
    },
    done() {
      if (isOnScreen) io.err('\r\u001B[2K')
      isOnScreen = false
    },
  }
}
