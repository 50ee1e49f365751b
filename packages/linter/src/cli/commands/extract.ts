import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { looksLikeCopy } from '../../documents/looks-like-copy.js'
import { extensionOf, FILE_EXTENSIONS, prepareParsers } from '../../documents/parsers.js'
import { asConcepts, type Proposal } from '../../extract/as-concepts.js'
import { CANDIDATE_KINDS, type CandidateKind } from '../../extract/candidate.js'
import { createExtractor } from '../../extract/extract-terms.js'
import { nearestConcept } from '../../extract/nearest-concept.js'
import { BANK_OPTION, type Command } from '../command.js'
import { findFiles } from '../find-files.js'
import { ExitCode, type Io, UserError } from '../io.js'
import { openWords } from '../open-words.js'
import { wholeNumber } from '../parse-arguments.js'
import { readError } from '../read-error.js'
import { isUnreadable, readSource, type Unreadable } from '../read-source.js'

const FEWEST = '3'
const MOST = '100'
/** As sure as this, the bank has the word itself, in a form or a spelling that the text does not show. */
const IN_BANK = 0.9

const KIND_NAMES: Readonly<Record<CandidateKind, string>> = {
  abbreviation: 'förkortning',
  compound: 'sammansättning',
  phrase: 'fras',
  word: 'okänt ord',
}

export const extractCommand: Command = {
  name: 'extract',
  usage: 'SÖKVÄG …',
  summary: 'Föreslå nya termer och förkortningar ur texter: det som återkommer och inte finns i termbanken.',
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: ['pretty', 'json', 'yaml'],
      help: 'Svara med text (pretty), json eller yaml: en fil att gå igenom och lägga i termbanken.',
    },
    'output-file': { type: 'string', short: 'o', value: 'FIL', help: 'Skriv förslagen i en fil.' },
    kind: {
      type: 'string',
      multiple: true,
      value: 'SLAG',
      choices: CANDIDATE_KINDS,
      help: 'Bara det här slaget: abbreviation, compound, phrase eller word. Kan anges flera gånger.',
    },
    'min-count': { type: 'string', value: 'ANTAL', help: `Så många gånger ska ordet minst förekomma (${FEWEST}).` },
    limit: { type: 'string', value: 'ANTAL', help: `Så många förslag som mest (${MOST}).` },
    ...BANK_OPTION,
  },
  examples: ['klarsprak extract innehall/', 'klarsprak extract innehall/ --format yaml -o forslag.yaml'],
  async run(args, io) {
    if (args.positionals.length === 0) throw new UserError('Ange texterna att läsa: klarsprak extract innehall/.')
    const fewest = wholeNumber('min-count', args.one('min-count') ?? FEWEST)
    const most = wholeNumber('limit', args.one('limit') ?? MOST)
    const kinds = args.all('kind')
    const { index, isWhole } = await openWords(args, io)
    const { loadLexicon } = await import('@klarsprak/lexicon-sv')
    const { paths, unreadable, unmatched } = await findFiles({
      patterns: args.positionals,
      extensions: FILE_EXTENSIONS,
      cwd: io.cwd,
      isWanted: looksLikeCopy,
    })
    const faults: Unreadable[] = [
      ...unreadable,
      ...unmatched.map((path) => ({ path, message: 'Här finns inga texter att läsa. Kontrollera sökvägen.' })),
    ]
    const parserFor = await prepareParsers(paths.map(extensionOf))
    const extractor = createExtractor({ index, lexicon: loadLexicon(), parserFor })
    let texts = 0
    for (const path of paths) {
      const source = await readSource(path, io.cwd)
      if (isUnreadable(source)) faults.push(source)
      else {
        extractor.add(source)
        texts++
      }
    }

    const search = (await import('@klarsprak/termbank/search')).createBankSearch(index)
    const proposals: Proposal[] = []
    for (const candidate of extractor.candidates(fewest)) {
      if (proposals.length >= most) break
      if (kinds.length > 0 && !kinds.includes(candidate.kind)) continue
      const nearest = nearestConcept(candidate, search)
      if (nearest !== undefined && nearest.confidence >= IN_BANK) continue
      proposals.push({ ...candidate, ...(nearest === undefined ? {} : { nearest }) })
    }

    const report = written(proposals, texts, index.release, args.one('format') ?? 'pretty')
    const outputFile = args.one('output-file')
    if (outputFile === undefined) io.out(report)
    else await write(outputFile, report, io)
    for (const { path, message } of faults) io.err(`klarsprak: ${path}: ${message}\n`)
    return faults.length > 0 || !isWhole ? ExitCode.Failure : ExitCode.Clean
  },
}

function written(proposals: readonly Proposal[], texts: number, release: string, format: string): string {
  if (format === 'yaml') return asConcepts(proposals, texts)
  if (format === 'json') {
    const candidates = proposals.map(({ score, ...rest }) => ({ ...rest, score: Math.round(score * 100) / 100 }))
    return `${JSON.stringify({ version: 1, bank: { release }, texts, candidates }, null, 2)}\n`
  }
  if (proposals.length === 0) return `Inga nya termer i ${texts} ${texts === 1 ? 'text' : 'texter'}.\n`
  return proposals.map(shown).join('\n')
}

function shown({ kind, label, expansion, count, files, forms, contexts, nearest }: Proposal): string {
  const others = forms.filter((form) => form !== label).slice(0, 5)
  return [
    `${label}${expansion === undefined ? '' : ` (${expansion})`}  ${KIND_NAMES[kind]}, ${count} gånger i ${files} ${files === 1 ? 'text' : 'texter'}`,
    ...(others.length === 0 ? [] : [`  former: ${others.join(', ')}`]),
    ...contexts.map(({ path, line, column, text }) => `  ${path}:${line}:${column}  ${text}`),
    ...(nearest === undefined ? [] : [`  närmast i banken: ${nearest.label} (${nearest.conceptId})`]),
    '',
  ].join('\n')
}

async function write(path: string, text: string, { cwd }: Io): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), text)
  } catch (error) {
    throw new UserError(`Förslagen kunde inte skrivas i ${path}. ${readError(error)}`)
  }
}
