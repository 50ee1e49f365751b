import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type ConceptInput, formatProblem, readConcepts } from '@klarsprak/termbank'
import type { ExchangeFormat } from '@klarsprak/termbank/exchange'
import { stringify } from 'yaml'
import { type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { readError } from '../read-error.js'
import { reportLosses } from './bank-export.js'

export const bankImportCommand: Command = {
  name: 'bank import',
  usage: 'FIL …',
  summary: 'Läs termer ur TBX, SKOS, NTRF, CSV eller Excel och skriv dem som begreppsfiler.',
  options: {
    from: {
      type: 'string',
      value: 'FORMAT',
      help: 'Formatet, när det inte framgår av filen: tbx, skos-turtle, skos-rdfxml, skos-jsonld, ntrf, csv, tsv eller xlsx.',
    },
    out: {
      type: 'string',
      short: 'o',
      value: 'MAPP',
      help: 'Mappen att skriva begreppsfilerna i. Annars skrivs de ut.',
    },
    losses: { type: 'string', value: 'FIL', help: 'Skriv hela listan över vad som inte följde med, som JSON.' },
    ...FORMAT_OPTION,
  },
  examples: ['klarsprak bank import termer.tbx -o termer/', 'klarsprak bank import lista.csv'],
  async run(args, io) {
    if (args.positionals.length === 0) throw new UserError('Ange en fil: klarsprak bank import termer.tbx -o termer/.')
    const concepts: ConceptInput[] = []
    let isWhole = true
    for (const path of args.positionals) {
      const read = await readFileAs(path, args.one('from'), io.cwd)
      for (const concept of read.concepts) concepts.push(concept)
      await reportLosses(read.losses, args.one('losses'), io)
    }
    const files = concepts.map((concept) => ({
      name: `${concept.id}.yaml`,
      text: stringify(concept, { lineWidth: 0 }),
    }))
    for (const { name, text } of files)
      for (const problem of readConcepts(text, name).problems) {
        isWhole = false
        io.err(`klarsprak: ${formatProblem(problem)}\n`)
      }
    const out = args.one('out')
    if (out !== undefined) {
      try {
        await mkdir(resolve(io.cwd, out), { recursive: true })
        for (const { name, text } of files) await writeFile(resolve(io.cwd, join(out, name)), text)
      } catch {
        throw new UserError(`Mappen ${out} går inte att skriva i. Kontrollera sökvägen och rättigheterna.`)
      }
      io.err(`Skrev ${files.length} begrepp i ${out}.\n`)
    } else if (args.one('format') === 'json') io.out(`${JSON.stringify({ concepts }, null, 2)}\n`)
    else io.out(stringify({ concepts }, { lineWidth: 0 }))
    return isWhole ? ExitCode.Clean : ExitCode.Failure
  },
}

async function readFileAs(path: string, from: string | undefined, cwd: string) {
  let bytes: Uint8Array
  try {
    bytes = await readFile(resolve(cwd, path))
  } catch (error) {
    throw new UserError(`${path}: ${readError(error)}`)
  }
  const { exchangeFormat, guessFormat, UnreadableFile } = await import('@klarsprak/termbank/exchange')
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000))
  const format: ExchangeFormat | undefined = from === undefined ? guessFormat(path, start) : exchangeFormat(from)
  if (format?.read === undefined)
    throw new UserError(`${path}: Formatet framgår inte av filen. Ange det med --from, till exempel --from tbx.`)
  try {
    return await format.read(format.id === 'xlsx' ? bytes : new TextDecoder().decode(bytes))
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UserError(`${path}: ${error.message}`)
    throw error
  }
}
