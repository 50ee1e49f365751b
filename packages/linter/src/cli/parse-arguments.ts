import { nearest } from '../nearest.js'
import { argumentTokens } from './argument-tokens.js'
import { UserError } from './io.js'

export interface OptionDeclaration {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** May be given several times. */
  readonly multiple?: boolean
  /** What stands for the value in the help: FIL, ID. */
  readonly value?: string
  /** The values that can be given. */
  readonly choices?: readonly string[]
  /** One Swedish sentence. */
  readonly help: string
}
export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>

export interface Arguments {
  readonly positionals: readonly string[]
  flag(name: string): boolean
  one(name: string): string | undefined
  all(name: string): readonly string[]
}

/**
 * Reads arguments and says in Swedish what is wrong with them.
 *
 * @throws {UserError}
 */
export function parseArguments(argv: readonly string[], options: OptionDeclarations): Arguments {
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of argumentTokens(argv, options)) {
    if (token.kind === 'positional') {
      positionals.push(token.value)
      continue
    }
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw new UserError(unknownOption(token.rawName, options))
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UserError(`Flaggan --${token.name} tar inget värde.`)
    }
    if (option.type === 'string' && token.value === undefined) {
      throw new UserError(`Flaggan --${token.name} behöver ett värde: --${token.name} ${option.value ?? 'VÄRDE'}.`)
    }
    const value = token.value ?? 'true'
    if (option.choices !== undefined && !option.choices.includes(value)) {
      const near = nearest(value, option.choices)
      throw new UserError(
        `Värdet ”${value}” går inte att använda för --${token.name}. Välj ${listed(option.choices)}.${near === undefined ? '' : ` Menar du ”${near}”?`}`,
      )
    }
    const known = values.get(token.name)
    if (known === undefined) values.set(token.name, [value])
    else if (option.multiple === true) known.push(value)
    else known[0] = value
  }
  return {
    positionals,
    flag: (name) => values.has(name),
    one: (name) => values.get(name)?.[0],
    all: (name) => values.get(name) ?? [],
  }
}

function unknownOption(rawName: string, options: OptionDeclarations): string {
  const near = nearest(rawName.replace(/^-+/u, ''), Object.keys(options))
  const meant = near === undefined ? '' : ` Menar du ”--${near}”?`
  return `Flaggan ”${rawName}” finns inte.${meant} Kör med --help för att se alla flaggor.`
}

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`

/** @throws {UserError} if `value` is no whole number from 0. */
export function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new UserError(`Flaggan --${name} behöver ett heltal, till exempel --${name} 10.`)
  return Number(value)
}

/** @throws {UserError} if `value` is no number of seconds above 0: 10, 0.5 or 0,5. */
export function secondsIn(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = /^\d{1,6}(?:[.,]\d{1,6})?$/u.test(value) ? Number(value.replace(',', '.')) : 0
  if (seconds > 0) return seconds
  throw new UserError(`Flaggan --${name} behöver ett antal sekunder, till exempel --${name} 10.`)
}
