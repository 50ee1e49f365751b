import { RULES } from '../../rules/index.js'
import { ruleUrl } from '../../rules/rule.js'
import { type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode } from '../io.js'

export const rulesCommand: Command = {
  name: 'rules',
  usage: '',
  summary: 'Lista alla regler.',
  options: FORMAT_OPTION,
  examples: ['klarsprak rules'],
  async run(args, io) {
    const rules = RULES.map(({ id, severity, summary, presets = [] }) => ({
      id,
      severity,
      summary,
      presets: [...presets, 'all'],
      url: ruleUrl(id),
    }))
    if (args.one('format') === 'json') io.out(`${JSON.stringify({ rules }, null, 2)}\n`)
    else {
      const width = Math.max(...rules.map(({ id }) => id.length))
      const names = { error: 'fel', warning: 'varning', info: 'råd' }
      for (const { id, severity, summary, presets } of rules) {
        io.out(
          `${id.padEnd(width)}  ${names[severity].padEnd('varning'.length)}  ${summary}${presets.includes('recommended') ? '' : ' (av från början)'}\n`,
        )
      }
    }
    return ExitCode.Clean
  },
}
