import type { SearchHit } from '@klarsprak/termbank/search'
import { BANK_OPTION, type Command, FORMAT_OPTION } from '../command.js'
import { ExitCode, UserError } from '../io.js'
import { openWords } from '../open-words.js'
import { senseAsJson, senseLines } from '../show-sense.js'

export const termCommand: Command = {
  name: 'term',
  usage: 'ORD',
  summary: 'Slå upp ett ord i termbanken, i vilken form som helst.',
  options: { ...BANK_OPTION, ...FORMAT_OPTION },
  examples: ['klarsprak term hälsoportalens'],
  async run(args, io) {
    const word = args.positionals.join(' ').trim()
    if (word === '') throw new UserError('Ange ett ord: klarsprak term hälsoportalens.')
    const words = await openWords(args, io)
    const { index, isWhole } = words
    const senses = (await import('../../config/load-search.js')).searchIn(words).search(word).filter(isTheWord)
    if (args.one('format') === 'json') {
      io.out(
        `${JSON.stringify({ word, bank: { release: index.release }, senses: senses.map(senseAsJson) }, null, 2)}\n`,
      )
    } else if (senses.length === 0) io.out(`”${word}” finns inte i termbanken.\n`)
    else io.out(`${senses.map((sense) => senseLines(sense).join('\n')).join('\n\n')}\n`)
    if (!isWhole) return ExitCode.Failure
    return senses.length === 0 ? ExitCode.Findings : ExitCode.Clean
  },
}

/** A form of a term, a part of the word, or a word spelt nearly the same. What merely has to do with it is the guide's. */
const isTheWord = ({ matchType, part }: SearchHit, _: number, hits: readonly SearchHit[]): boolean => {
  if (matchType === 'wording' || (matchType === 'compound-part' && part === undefined)) return false
  // What is only alike is no answer when the word itself was found.
  const isAlike = matchType === 'misspelling' || matchType === 'prefix'
  return !isAlike || hits.every((hit) => hit.matchType !== 'exact' && hit.matchType !== 'inflected')
}
