import { type Grammar, type InflectedForm, inflect, POS, type Pos } from '@klarsprak/swedish'
import { lookup, termForms } from '@klarsprak/termbank'
import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { showFeatures } from '../features.js'
import { ExitCode, type Io, UserError } from '../io.js'
import { openWords } from '../open-words.js'
import type { Arguments } from '../parse-arguments.js'

/** Options that say what the author knows; without any, the bank is asked and then we guess. */
const GRAMMAR = ['pos', 'gender', 'plural', 'definite', 'present', 'past', 'supine', 'neuter', 'no-plural'] as const

export const formsCommand: Command = {
  name: 'forms',
  usage: 'ORD',
  summary: 'Visa ett ords alla former. Ord i termbanken böjs som där; andra böjs på försök.',
  options: {
    pos: { type: 'string', value: 'ORDKLASS', choices: POS, help: 'Ordklass: noun, verb, adjective …' },
    gender: {
      type: 'string',
      value: 'GENUS',
      choices: ['common', 'neuter'],
      help: 'Substantiv: common (en) eller neuter (ett).',
    },
    plural: { type: 'string', value: 'FORM', help: 'Substantiv och adjektiv: pluralformen.' },
    'no-plural': { type: 'boolean', help: 'Substantiv: har ingen plural.' },
    definite: { type: 'string', value: 'FORM', help: 'Substantiv: bestämd form.' },
    present: { type: 'string', value: 'FORM', help: 'Verb: presens.' },
    past: { type: 'string', value: 'FORM', help: 'Verb: preteritum.' },
    supine: { type: 'string', value: 'FORM', help: 'Verb: supinum.' },
    neuter: { type: 'string', value: 'FORM', help: 'Adjektiv: formen efter ett.' },
    ...BANK_OPTION,
    ...FORMAT_OPTION,
  },
  examples: ['klarsprak forms e-tjänst', 'klarsprak forms lasarett --gender neuter'],
  async run(args, io) {
    const word = args.positionals.join(' ').trim()
    if (word === '') throw new UserError('Ange ett ord: klarsprak forms e-tjänst.')
    const { source, forms } = await formsOf(word, args, io)
    if (args.one('format') === 'json') io.out(`${JSON.stringify({ word, source, forms }, null, 2)}\n`)
    else {
      if (source === 'guess') io.out('Ordet finns inte i termbanken, så böjningen är en gissning.\n')
      const width = Math.max(...forms.map(({ form }) => form.length))
      for (const { form, features, guess } of forms) {
        io.out(`${form.padEnd(width)}  ${showFeatures(features)}${guess ? ' (gissad)' : ''}\n`)
      }
    }
    return ExitCode.Clean
  },
}

interface Forms {
  readonly source: 'bank' | 'options' | 'guess'
  readonly forms: readonly InflectedForm[]
}

async function formsOf(word: string, args: Arguments, io: Io): Promise<Forms> {
  if (GRAMMAR.some((name) => args.flag(name))) return { source: 'options', forms: inflect(word, grammarFrom(args)) }
  const { index } = await openWords(args, io)
  const term = lookup(index, word).find(
    (found) => found.matchType !== 'compound-part' && found.term.lang === 'sv',
  )?.term
  if (term !== undefined) return { source: 'bank', forms: termForms(term) }
  const forms = inflect(word, { pos: 'noun' })
  return { source: 'guess', forms: forms.map((form) => ({ ...form, guess: true })) }
}

function grammarFrom(args: Arguments): Grammar {
  const isVerb = ['present', 'past', 'supine'].some((name) => args.flag(name))
  return {
    pos: (args.one('pos') as Pos | undefined) ?? (isVerb ? 'verb' : args.flag('neuter') ? 'adjective' : 'noun'),
    gender: args.one('gender') as Grammar['gender'],
    plural: args.flag('no-plural') ? false : args.one('plural'),
    definite: args.one('definite'),
    present: args.one('present'),
    past: args.one('past'),
    supine: args.one('supine'),
    neuter: args.one('neuter'),
  }
}
