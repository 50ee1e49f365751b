import {
  type Counts,
  countsOf,
  type PiecewiseReporter,
  type ReportedFile,
  type ReporterOptions,
  type Totals,
} from '../../reporters/report.js'

/** What a report shows of a file, as it is written, and what it counts there. */
export interface Shown {
  readonly bytes: Uint8Array
  readonly counts: Counts
}

/** What waits for its turn in a report takes a tenth of the room that its findings do. */
export const showWith =
  (reporter: PiecewiseReporter, options: ReporterOptions) =>
  (file: ReportedFile): Shown => ({
    bytes: Buffer.from(reporter.piece(file, options)),
    counts: countsOf(file.findings),
  })

/** Bytes that are written at once. */
const CHUNK = 1 << 16

/** Writes a report part by part, so that it is nowhere as a whole. */
export function writePieces(files: readonly Shown[], totals: Totals, { reporter, options, out }: PiecesOptions): void {
  const chunk = Buffer.allocUnsafe(CHUNK)
  let length = 0
  const flush = () => {
    if (length > 0) out(chunk.subarray(0, length))
    length = 0
  }
  const write = (bytes: Uint8Array) => {
    if (length + bytes.length > CHUNK) flush()
    if (bytes.length > CHUNK) out(bytes)
    else {
      chunk.set(bytes, length)
      length += bytes.length
    }
  }
  const separator = Buffer.from(reporter.separator)
  write(Buffer.from(reporter.head(totals, options)))
  files.forEach(({ bytes }, at) => {
    if (at > 0) write(separator)
    write(bytes)
  })
  write(Buffer.from(reporter.foot(totals, options)))
  flush()
}

export interface PiecesOptions {
  readonly reporter: PiecewiseReporter
  readonly options: ReporterOptions
  readonly out: (bytes: Uint8Array) => void
}
