import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'

const OUT = 1
const ERROR = 2

/**
 * Writes what is said to a descriptor at once. Node's own streams take longer to load than a page to lint; they are
 * used only where the reader is slower than we and the system says so.
 */
function writeTo(descriptor: 1 | 2): (text: string | Uint8Array) => void {
  /** Set when a write had to wait: what comes after it goes the same way, in order. */
  let stream: NodeJS.WriteStream | undefined
  return (text) => {
    let left = typeof text === 'string' ? Buffer.from(text) : text
    while (stream === undefined && left.length > 0) {
      try {
        left = left.subarray(writeSync(descriptor, left))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined
        // A reader that has had enough (`klarsprak lint | head`) is no fault of ours.
        if (code === 'EPIPE') return
        if (code !== 'EAGAIN') throw error
        stream = descriptor === OUT ? process.stdout : process.stderr
        stream.on('error', (fault: NodeJS.ErrnoException) => {
          if (fault.code !== 'EPIPE') throw fault
        })
      }
    }
    // It is written when there is time, and whoever said it may use the bytes for something else by then.
    if (left.length > 0) stream?.write(Buffer.from(left))
  }
}

export const writeOut = writeTo(OUT)
export const writeError = writeTo(ERROR)

const isNobody = ({ rdev }: Stats): boolean => rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev

/** Whether a person reads what is written: what is no device, or the one that nobody reads, is asked no more. */
const isTerminal = (descriptor: 1 | 2, stream: () => { readonly isTTY: boolean }): boolean => {
  try {
    const written = fstatSync(descriptor)
    return written.isCharacterDevice() && !isNobody(written) && stream().isTTY === true
  } catch {
    return false
  }
}

export const isOutTerminal = (): boolean => isTerminal(OUT, () => process.stdout)
export const isErrorTerminal = (): boolean => isTerminal(ERROR, () => process.stderr)
