import { ConfigError } from '../config/config-error.js'
import { type Io, UserError } from './io.js'

/** Tells what went wrong: what a user can do something about in a sentence, and the rest as our fault. */
export function tellError(error: unknown, io: Io): void {
  if (error instanceof UserError) io.err(`klarsprak: ${error.message}\n`)
  else if (error instanceof ConfigError) io.err(error.message.replace(/^/gmu, 'klarsprak: ').concat('\n'))
  else {
    const detail = io.env.KLARSPRAK_DEBUG && error instanceof Error ? `\n${error.stack}` : ` ${String(error)}`
    io.err(
      `klarsprak: Det blev fel i programmet.${detail}\nSätt KLARSPRAK_DEBUG=1 för mer, och rapportera gärna felet.\n`,
    )
  }
}
