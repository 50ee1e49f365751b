import { resolve } from 'node:path'
import type { Command } from '../command.js'
import { importOptional } from '../import-optional.js'
import { ExitCode, UserError } from '../io.js'
import { wholeNumber } from '../parse-arguments.js'
import { keepHeapSmallInService } from '../small-heap.js'

/** What the command needs of the server, which is a package of its own. */
interface Server {
  /** A key for an administrator; shown once. */
  createAdminKey(settings: Settings, name: string): Promise<string>
  /** Copies the embedded database, also while a service uses it. */
  backup(data: string, file: string): void
  readSettings(env: Readonly<Record<string, string | undefined>>): Settings
  /** Resolves when the process has been asked to stop and everything is closed. */
  serve(
    settings: Settings,
    onListening: (server: { readonly url: string; readonly release: string }) => void,
  ): Promise<void>
}
interface Settings {
  readonly port: number
  readonly host: string
  readonly data: string | undefined
  readonly databaseUrl: string | undefined
}

/** Where the embedded database lies when nobody says. */
const DATA = 'klarsprak-data'

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'Starta tjänsten: slå upp ord och granska texter över HTTP.',
  options: {
    port: { type: 'string', short: 'p', value: 'PORT', help: 'Porten att lyssna på. Förvalt: 3000.' },
    host: {
      type: 'string',
      value: 'ADRESS',
      help: 'Adressen att lyssna på. Förvalt: 127.0.0.1, som bara nås från den här datorn.',
    },
    data: {
      type: 'string',
      value: 'MAPP',
      help: `Mappen för databasen och egna utgåvor. Förvalt: ${DATA}. Med DATABASE_URL används PostgreSQL.`,
    },
    backup: {
      type: 'string',
      value: 'FIL',
      help: 'Säkerhetskopiera den inbyggda databasen till en ny fil och avsluta. Går även medan tjänsten används.',
    },
    'create-admin-key': {
      type: 'string',
      value: 'NAMN',
      help: 'Skapa en nyckel till en administratör, skriv ut den och avsluta. Den visas bara nu.',
    },
  },
  examples: [
    'klarsprak serve',
    'klarsprak serve --port 8080 --data /var/lib/klarsprak',
    'klarsprak serve --create-admin-key "Anna Andersson"',
  ],
  async run(args, io) {
    // Before the server is loaded: what is read meanwhile would make the heap large.
    keepHeapSmallInService()
    const { backup, createAdminKey, readSettings, serve } = await importOptional<Server>('@klarsprak/server')
    let settings: Settings
    try {
      // The log of each answer is for those who run the service for others; they ask for it.
      settings = readSettings({ LOG_LEVEL: 'warn', ...io.env })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new UserError(error.message)
    }
    const port = args.one('port')
    const data = args.one('data') ?? settings.data ?? DATA
    const chosen = {
      ...settings,
      port: port === undefined ? settings.port : wholeNumber('port', port),
      host: args.one('host') ?? settings.host,
      data: resolve(io.cwd, data),
    }
    const copy = args.one('backup')
    if (copy !== undefined) {
      if (chosen.databaseUrl !== undefined)
        throw new UserError('Säkerhetskopiera PostgreSQL med pg_dump. --backup är till för den inbyggda databasen.')
      try {
        backup(chosen.data, resolve(io.cwd, copy))
      } catch (error) {
        if (error instanceof RangeError) throw new UserError(error.message)
        throw explained(error, chosen)
      }
      io.err(`Skrev ${copy}.\n`)
      return ExitCode.Clean
    }
    const name = args.one('create-admin-key')
    if (name !== undefined) {
      if (name.trim().length < 3 || name.length > 100)
        throw new UserError('Ange vem nyckeln är till, med 3–100 tecken: --create-admin-key "Anna Andersson".')
      try {
        io.out(`${await createAdminKey(chosen, name.trim())}\n`)
      } catch (error) {
        throw explained(error, chosen)
      }
      io.err('Nyckeln visas bara nu, gäller i ett år och skickas som Authorization: Bearer. Förvara den säkert.\n')
      return ExitCode.Clean
    }
    if (chosen.port > 65_535) throw new UserError('Flaggan --port kan vara högst 65535.')
    try {
      await serve(chosen, ({ url, release }) => {
        io.err(`Termbanken, utgåva ${release}, svarar på ${url}/v1/api-info. Avsluta med Ctrl+C.\n`)
        io.err(`Prova: curl "${url}/v1/lookups?word=remissens"\n`)
      })
    } catch (error) {
      throw explained(error, chosen)
    }
    return ExitCode.Clean
  },
}

function explained(error: unknown, { port, host, data }: { port: number; host: string; data: string }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return new UserError(`Porten ${port} är upptagen. Välj en annan: --port ${port + 1}.`)
  if (code === 'EACCES')
    return new UserError(`Det går inte att använda porten ${port} eller mappen ${data}: rättigheten saknas.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UserError(`Adressen ${host} finns inte på den här datorn.`)
  return error
}
