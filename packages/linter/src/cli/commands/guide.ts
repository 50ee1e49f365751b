import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { openWords } from '../open-words.js'

const MOST = 5
/** Below this the best answer may be about something else. */
const SURE = 0.5

export const guideCommand: Command = {
  name: 'guide',
  usage: '"EGNA ORD"',
  summary: 'Hitta vad något heter och vart man vänder sig, utifrån vardagliga ord.',
  options: { ...BANK_OPTION, ...FORMAT_OPTION },
  examples: ['klarsprak guide "Jag får inte köra bil"'],
  async run(args, io) {
    const query = args.positionals.join(' ').trim()
    if (query === '') throw new UserError('Skriv med egna ord vad det gäller: klarsprak guide "Jag får inte köra bil".')
    const words = await openWords(args, io)
    const { index } = words
    const hits = (await import('../../config/load-search.js')).searchIn(words).guide(query, MOST)
    if (args.one('format') === 'json') {
      const answers = hits.map(({ concept, term, leadsTo, situation, emergency, confidence }) => ({
        conceptId: concept.id,
        label: term.label,
        leadsTo,
        situation,
        emergency,
        confidence: Math.round(confidence * 1_000) / 1_000,
        definition: concept.definition?.public,
        citizenWording: concept.citizenWording,
      }))
      io.out(`${JSON.stringify({ query, bank: { release: index.release }, hits: answers }, null, 2)}\n`)
      return hits.length === 0 ? ExitCode.Findings : ExitCode.Clean
    }
    if (hits.length === 0) io.out(`Vi hittade inget för ”${query}”. Prova med andra ord.\n`)
    else
      for (const { concept, term, leadsTo, emergency } of hits) {
        io.out(`${emergency ? 'RING 112 VID FARA FÖR LIVET  ' : ''}${term.label}  ${concept.id}\n`)
        const explanation = concept.definition?.public.sv
        if (explanation !== undefined) io.out(`  ${explanation}\n`)
        if (leadsTo !== undefined) io.out(`  Gör så här: ${leadsTo}\n`)
      }
    if ((hits[0]?.confidence ?? 0) < SURE) io.out('Osäker? Ring 1177. Ring 112 vid fara för livet.\n')
    return hits.length === 0 ? ExitCode.Findings : ExitCode.Clean
  },
}
