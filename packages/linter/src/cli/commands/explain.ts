import { readFile } from 'node:fs/promises'
import { ruleUrl } from '../../rules/rule.js'
import { type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { ruleNamed } from '../rule-named.js'

export const explainCommand: Command = {
  name: 'explain',
  usage: 'REGEL',
  summary: 'Förklara en regel: varför den finns, exempel och inställningar.',
  options: FORMAT_OPTION,
  examples: ['klarsprak explain avoid-term'],
  async run(args, io) {
    const [id, ...more] = args.positionals
    if (id === undefined || more.length > 0) throw new UserError('Ange en regel: klarsprak explain avoid-term.')
    const { summary, severity } = ruleNamed(id)
    const text = await readFile(new URL(`../../../src/rules/${id}/rule.md`, import.meta.url), 'utf8')
    if (args.one('format') === 'json') {
      io.out(`${JSON.stringify({ id, severity, summary, url: ruleUrl(id), text }, null, 2)}\n`)
    } else io.out(text)
    return ExitCode.Clean
  },
}
