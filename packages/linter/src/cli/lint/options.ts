import { AUDIENCES } from '../../config/audience.js'
import { FILE_SIZE, fileSizeInBytes } from '../../config/file-size.js'
import { PRESETS } from '../../rules/rule.js'
import { UserError } from '../io.js'
import type { Arguments, OptionDeclarations } from '../parse-arguments.js'

export const SETTINGS_OPTIONS: OptionDeclarations = {
  config: { type: 'string', short: 'c', value: 'FIL', help: 'Använd de här inställningarna i stället för att leta.' },
  'no-config': { type: 'boolean', help: 'Använd inga inställningar ur filer.' },
  'no-plugins': { type: 'boolean', help: 'Ladda inga tillägg: de är kod, och inställningarna säger vilka.' },
  'print-config': { type: 'string', value: 'FIL', help: 'Visa inställningarna för en fil och varifrån de kommer.' },
  preset: {
    type: 'string',
    value: 'NAMN',
    choices: [...PRESETS],
    help: 'Vilka regler som ska köras: recommended (förvalt), strict eller all.',
  },
  audience: {
    type: 'string',
    value: 'NAMN',
    choices: [...AUDIENCES],
    help: 'Vem texterna är till för: invånare (citizen), personal (staff) eller beslut (decision).',
  },
  'report-unused-disable-directives': {
    type: 'boolean',
    help: 'Varna för kommentarer som stänger av regler i onödan. De är annars råd.',
  },
  'max-file-size': { type: 'string', value: 'STORLEK', help: 'Hoppa över större filer, till exempel 2MB.' },
  'max-time': { type: 'string', value: 'SEKUNDER', help: 'Hoppa över filer som tar längre tid, till exempel 10.' },
}

export const FILES_OPTIONS: OptionDeclarations = {
  'ignore-pattern': {
    type: 'string',
    multiple: true,
    value: 'MÖNSTER',
    help: 'Hoppa över filer, som i .gitignore. Kan anges flera gånger.',
  },
  'no-ignore': {
    type: 'boolean',
    help: 'Ta också med det som .gitignore, .klarsprakignore och inställningarna hoppar över.',
  },
  'file-list': { type: 'string', value: 'FIL', help: 'Granska filerna i en lista, en på varje rad. - är standard in.' },
  since: {
    type: 'string',
    value: 'GREN',
    help: 'Ta bara med rader som är ändrade sedan en gren eller incheckning i git.',
  },
}

export const BASELINE_OPTIONS: OptionDeclarations = {
  baseline: { type: 'string', value: 'FIL', help: 'Visa bara anmärkningar som inte finns i baslinjen.' },
  'update-baseline': { type: 'boolean', help: 'Skriv alla anmärkningar i baslinjen, så att bara nya visas sedan.' },
  'prune-baseline': { type: 'boolean', help: 'Ta bort det ur baslinjen som inte finns i texterna längre.' },
  ratchet: { type: 'boolean', help: 'Misslyckas också när baslinjen har anmärkningar som inte finns längre.' },
}

export const RUN_OPTIONS: OptionDeclarations = {
  cache: { type: 'boolean', help: 'Granska bara filer som har ändrats sedan sist.' },
  'cache-location': { type: 'string', value: 'FIL', help: 'Var det som --cache minns finns (.klarsprakcache).' },
  workers: {
    type: 'string',
    value: 'ANTAL',
    help: 'Så många trådar som ska hjälpa till att granska (0). Lönar sig från ett par MB text.',
  },
  timing: { type: 'boolean', help: 'Visa hur lång tid varje regel tar.' },
  watch: { type: 'boolean', help: 'Granska igen varje gång en fil ändras, tills du avslutar med Ctrl-C.' },
  trend: {
    type: 'string',
    value: 'MAPP',
    help: 'Visa i html-rapporten hur det har gått sedan rapporterna (--format json) i en mapp, till exempel 2026-03-31.json.',
  },
  'no-progress': { type: 'boolean', help: 'Visa inte hur långt granskningen har kommit.' },
}

/** @throws {UserError} if the size cannot be understood. */
export function fileSizeOf(args: Arguments): number | undefined {
  const size = args.one('max-file-size')
  if (size === undefined) return undefined
  if (/^\d{1,9}$/u.test(size) && Number(size) > 0) return Number(size)
  if (FILE_SIZE.test(size)) return fileSizeInBytes(size)
  throw new UserError('Flaggan --max-file-size behöver en storlek, till exempel --max-file-size 2MB.')
}
