import { relative } from 'node:path'
import { checkBank, formatProblem, inFileOrder, nationalConcepts, type Problem } from '@klarsprak/termbank'
import { checkExamples } from '../../check-examples.js'
import { loadBank } from '../../config/load-bank.js'
import { loadWords } from '../../config/load-words.js'
import { NATIONAL_PATH } from '../../config/national-path.js'
import { type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { readError } from '../read-error.js'

export const bankCheckCommand: Command = {
  name: 'bank check',
  usage: '[SÖKVÄG …]',
  summary:
    'Kontrollera filer med termer: att de går att läsa, hänger ihop och inte säger emot varandra, och att deras exempelmeningar stämmer. Utan sökväg kontrolleras den nationella termbanken.',
  options: {
    strict: { type: 'boolean', help: 'Ställ samma krav som på den nationella termbanken.' },
    ...FORMAT_OPTION,
  },
  examples: ['klarsprak bank check termer/'],
  async run(args, io) {
    const isNational = args.positionals.length === 0
    const paths = isNational ? [nationalPath(io.cwd)] : args.positionals
    let problems: readonly Problem[]
    let concepts: number
    try {
      const read = await loadBank(paths, io.cwd)
      const options = {
        today: new Date().toISOString().slice(0, 10),
        ...(args.flag('strict') || isNational ? { strict: true } : {}),
      }
      const examples = checkExamples(read.bank, await loadWords({ paths, cwd: io.cwd }))
      problems = inFileOrder([...read.problems, ...checkBank(read.bank, options), ...examples])
      concepts = read.bank.concepts.length
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      const path = 'path' in error ? String(error.path) : paths.join(', ')
      throw new UserError(`${path}: ${readError(error)}`)
    }
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const warnings = problems.length - errors
    if (args.one('format') === 'json') {
      io.out(`${JSON.stringify({ version: 1, summary: { concepts, errors, warnings }, problems }, null, 2)}\n`)
    } else {
      for (const problem of problems) io.out(`${formatProblem(problem)}\n`)
      io.out(`${concepts} begrepp, ${errors} fel, ${warnings === 1 ? '1 varning' : `${warnings} varningar`}.\n`)
    }
    return errors > 0 ? ExitCode.Failure : warnings > 0 ? ExitCode.Findings : ExitCode.Clean
  },
}

/** The national bank's files where there are any, so that problems can be placed; else the bank as it was built. */
function nationalPath(cwd: string): string {
  const folder = nationalConcepts()
  return folder === undefined ? NATIONAL_PATH : relative(cwd, folder) || '.'
}
