import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExchangeFormat, Loss } from '@klarsprak/termbank/exchange'
import { nearest } from '../../nearest.js'
import { BANK_OPTION, type Command } from '../command.js'
import { ExitCode, type Io, UserError } from '../io.js'
import { openBank } from '../open-bank.js'

/** What addresses of concepts begin with when nobody says otherwise. */
const DEFAULT_BASE = 'urn:klarsprak:begrepp:'

export const bankExportCommand: Command = {
  name: 'bank export',
  usage: '',
  summary: 'Skriv ut termbanken i ett annat format, med besked om vad formatet inte rymmer.',
  options: {
    to: {
      type: 'string',
      value: 'FORMAT',
      help: 'Formatet, till exempel tbx, skos-turtle, csv eller xlsx. Fråga efter alla med --to lista.',
    },
    out: { type: 'string', short: 'o', value: 'FIL', help: 'Filen att skriva. Annars skrivs texten ut.' },
    subject: {
      type: 'string',
      multiple: true,
      value: 'ÄMNE',
      help: 'Bara begrepp i det här ämnet. Kan anges flera gånger.',
    },
    base: { type: 'string', value: 'ADRESS', help: 'Vad begreppens adresser börjar med i RDF.' },
    title: { type: 'string', value: 'TEXT', help: 'Samlingens namn.' },
    losses: { type: 'string', value: 'FIL', help: 'Skriv hela listan över vad som inte följde med, som JSON.' },
    ...BANK_OPTION,
  },
  examples: ['klarsprak bank export --to tbx -o termbank.tbx', 'klarsprak bank export --to vale -o klarsprak.yml'],
  async run(args, io) {
    // The formats bring parsers of XML and RDF with them, which no other command should wait for.
    const { exchangeFormat, exchangeFormats } = await import('@klarsprak/termbank/exchange')
    const id = args.one('to')
    const ids = exchangeFormats.map((known) => known.id)
    if (id === 'lista') {
      for (const known of exchangeFormats) io.out(`${known.id.padEnd(18)} ${known.name}\n`)
      return ExitCode.Clean
    }
    if (id === undefined) throw new UserError('Ange ett format, till exempel --to tbx.')
    const format = exchangeFormat(id)
    if (format === undefined) {
      const near = nearest(id, ids)
      throw new UserError(
        `Formatet ”${id}” finns inte.${near === undefined ? '' : ` Menar du ”${near}”?`} Det går att välja ${ids.join(', ')}.`,
      )
    }
    const { bank, isWhole } = await openBank(args, io)
    const subjects = args.all('subject')
    const concepts =
      subjects.length === 0 ? bank.concepts : bank.concepts.filter(({ subject }) => subjects.includes(subject))
    const { content, losses } = await format.write(concepts, {
      release: bank.release,
      title: args.one('title') ?? 'Klarspråks termbank',
      base: args.one('base') ?? DEFAULT_BASE,
    })
    await put(content, args.one('out'), format, io)
    await reportLosses(losses, args.one('losses'), io)
    return isWhole ? ExitCode.Clean : ExitCode.Failure
  },
}

async function put(
  content: string | Uint8Array,
  out: string | undefined,
  format: ExchangeFormat,
  io: Io,
): Promise<void> {
  if (out === undefined) {
    if (typeof content !== 'string')
      throw new UserError(`${format.name} är inte text. Ange en fil: -o termbank.${format.extensions[0]}.`)
    io.out(content)
    return
  }
  try {
    await writeFile(resolve(io.cwd, out), content)
  } catch {
    throw new UserError(`Filen ${out} går inte att skriva. Kontrollera sökvägen och rättigheterna.`)
  }
  io.err(`Skrev ${out} (${format.name}).\n`)
}

/** The losses by kind, for people; all of them in a file when one is named. */
export async function reportLosses(losses: readonly Loss[], file: string | undefined, io: Io): Promise<void> {
  if (file !== undefined) await writeFile(resolve(io.cwd, file), `${JSON.stringify(losses, null, 2)}\n`)
  const kinds = new Map<string, { count: number; example: Loss }>()
  for (const loss of losses) {
    const kind = `${loss.field.replace(/\[[^\]]*\]/gu, '')}  ${loss.message.replace(/”[^”]*”/gu, '”…”')}`
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, { count: 1, example: loss })
    else known.count++
  }
  if (kinds.size > 0) io.err(`Följer inte med (${losses.length} uppgifter):\n`)
  for (const { count, example } of [...kinds.values()].sort((a, b) => b.count - a.count))
    io.err(
      `  ${count} × ${example.field.replace(/\[[^\]]*\]/gu, '')}: ${example.message} (${example.conceptId ?? 'filen'})\n`,
    )
}
