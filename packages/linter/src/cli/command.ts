import type { ExitCode, Io } from './io.js'
import type { Arguments, OptionDeclarations } from './parse-arguments.js'

/** One of `klarsprak`'s commands. The help is made from this. */
export interface Command {
  readonly name: string
  /** What comes after the name, as in the help: `ORD`, `[SÖKVÄG …]`. */
  readonly usage: string
  readonly summary: string
  readonly options: OptionDeclarations
  readonly examples: readonly string[]
  run(args: Arguments, io: Io): Promise<ExitCode>
}

/** A command by its name, before it has been loaded. */
export interface CommandEntry {
  readonly name: string
  load(): Promise<Command>
}

export const HELP_OPTION: OptionDeclarations = {
  help: { type: 'boolean', short: 'h', help: 'Visa hjälpen för kommandot.' },
}

export const FORMAT_OPTION: OptionDeclarations = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: ['pretty', 'json'],
    help: 'Svara med text (pretty) eller json.',
  },
}

export const BANK_OPTION: OptionDeclarations = {
  bank: {
    type: 'string',
    multiple: true,
    value: 'SÖKVÄG',
    help: 'Lägg till termer ur en fil eller mapp, eller använd en utgåva från en termtjänst (https://…/v1/releases/latest). Kan anges flera gånger.',
  },
  'only-bank': { type: 'boolean', help: 'Använd bara termerna i --bank, inte den nationella termbanken.' },
  organisation: {
    type: 'string',
    value: 'NAMN',
    help: 'Lägg organisationens egna termer i termtjänsten på utgåvan i --bank, till exempel region-x.',
  },
  offline: { type: 'boolean', help: 'Hämta ingen utgåva från en termtjänst; använd den som hämtades senast.' },
}

export const COLOUR_OPTION: OptionDeclarations = {
  'no-color': { type: 'boolean', help: 'Skriv utan färger.' },
}
