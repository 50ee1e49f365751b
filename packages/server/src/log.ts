import pino, { type Logger } from 'pino'

/**
 * The log, one JSON object a line on standard output. Lines are written several at a time, since a write for each
 * answer would cost more than the answer.
 */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 1_000 }),
  )
}
