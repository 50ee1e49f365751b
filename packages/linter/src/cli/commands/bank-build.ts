import { resolve } from 'node:path'
import { ReleaseError, releaseFiles, writeRelease } from '@klarsprak/termbank'
import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { openBank } from '../open-bank.js'

export const bankBuildCommand: Command = {
  name: 'bank build',
  usage: '',
  summary: 'Gör en utgåva av termbanken: en mapp med begrepp, sökindex och kontrollsummor, som aldrig ändras.',
  options: {
    ...BANK_OPTION,
    release: { type: 'string', value: 'NAMN', help: 'Utgåvans namn, till exempel 2026.1 eller region-x-2026.1.' },
    out: { type: 'string', short: 'o', value: 'MAPP', help: 'Mappen att skriva utgåvan i.' },
    ...FORMAT_OPTION,
  },
  examples: ['klarsprak bank build --release region-x-2026.1 --bank termer/ -o utgavor/region-x-2026.1'],
  async run(args, io) {
    const release = args.one('release')
    const out = args.one('out')
    if (release === undefined || !/^[\w.-]+$/u.test(release))
      throw new UserError('Ge utgåvan ett namn med bokstäver, siffror, punkt och bindestreck: --release 2026.1.')
    if (out === undefined) throw new UserError(`Ange en mapp att skriva i: -o utgavor/${release}.`)
    const { bank, isWhole } = await openBank(args, io)
    if (!isWhole) throw new UserError('Termbanken har fel, så ingen utgåva är gjord. Rätta felen först.')
    const files = releaseFiles(bank, release)
    try {
      writeRelease(files, resolve(io.cwd, out))
    } catch (error) {
      if (error instanceof ReleaseError) throw new UserError(error.message)
      throw new UserError(`Mappen ${out} går inte att skriva i. Kontrollera sökvägen och rättigheterna.`)
    }
    const { sha256 } = files.manifest
    if (args.one('format') === 'json') io.out(`${JSON.stringify(files.manifest, null, 2)}\n`)
    else {
      io.out(`Utgåva ${release} med ${bank.concepts.length} begrepp finns i ${out}.\n`)
      for (const [name, sum] of Object.entries(sha256)) io.out(`  ${sum}  ${name}\n`)
    }
    return ExitCode.Clean
  },
}
