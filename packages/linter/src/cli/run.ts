import { nearest } from '../nearest.js'
import { type CommandEntry, HELP_OPTION } from './command.js'
import { ExitCode, type Io, UserError } from './io.js'
import { parseArguments } from './parse-arguments.js'
import { tellError } from './tell-error.js'
import { version } from './version.js'

/** Runs one command. Resolves to the exit code; never throws for what a user can do. */
export async function run(argv: readonly string[], io: Io, commands: readonly CommandEntry[]): Promise<ExitCode> {
  try {
    return await dispatch(argv, io, commands)
  } catch (error) {
    tellError(error, io)
    return ExitCode.Failure
  }
}

async function dispatch(argv: readonly string[], io: Io, commands: readonly CommandEntry[]): Promise<ExitCode> {
  const [first, second] = argv
  if (first === '--version' || first === '-v' || first === 'version') {
    io.out(`${version}\n`)
    return ExitCode.Clean
  }
  const wantsHelp = first === '--help' || first === '-h' || first === 'help'
  if (first === undefined || (wantsHelp && second === undefined)) {
    const help = await (await import('./help.js')).generalHelp(commands)
    if (wantsHelp) io.out(help)
    else io.err(help)
    return wantsHelp ? ExitCode.Clean : ExitCode.Failure
  }
  const { entry, rest } = commandNamed(wantsHelp ? argv.slice(1) : argv, commands)
  const command = await entry.load()
  const isHelp = (argument: string) => argument === '--help' || argument === '-h'
  const end = rest.indexOf('--')
  if (wantsHelp || rest.slice(0, end < 0 ? undefined : end).some(isHelp)) {
    io.out((await import('./help.js')).commandHelp(command))
    return ExitCode.Clean
  }
  return command.run(parseArguments(rest, { ...command.options, ...HELP_OPTION }), io)
}

/** The command that the first word, or the first two, name. */
function commandNamed(argv: readonly string[], commands: readonly CommandEntry[]) {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    const entry = commands.find((candidate) => candidate.name === name)
    if (entry !== undefined) return { entry, rest: argv.slice(words) }
  }
  const name = argv[0] ?? ''
  const subcommands = commands.filter((command) => command.name.startsWith(`${name} `))
  const ofName = (names: readonly string[], word: string) => {
    const near = nearest(word, names)
    return near === undefined ? '' : ` Menar du ”${near}”?`
  }
  if (subcommands.length > 0) {
    const second = argv.slice(0, 2).join(' ')
    const asked =
      argv[1] === undefined
        ? ''
        : ofName(
            subcommands.map((command) => command.name),
            second,
          )
    if (asked !== '') throw new UserError(`Kommandot ”${second}” finns inte.${asked}`)
    throw new UserError(
      `Ange vad du vill göra: ${subcommands.map((command) => `klarsprak ${command.name}`).join(', ')}.`,
    )
  }
  if (name.startsWith('-')) {
    const asked = ofName(['--version', '--help'], name)
    if (asked !== '') throw new UserError(`Flaggan ”${name}” finns inte.${asked}`)
    throw new UserError(
      `Ange ett kommando före ”${name}”, till exempel klarsprak lint ${name}. Kör klarsprak --help för att se alla.`,
    )
  }
  const asked = ofName(
    commands.map((command) => command.name),
    name,
  )
  throw new UserError(`Kommandot ”${name}” finns inte.${asked} Kör klarsprak --help för att se alla.`)
}
