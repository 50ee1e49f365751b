import { compileIndex } from '@klarsprak/termbank'
import { loadWords } from '../../config/load-words.js'
import { createLinter } from '../../create-linter.js'
import { looksLikeCopy } from '../../documents/looks-like-copy.js'
import { FILE_EXTENSIONS, prepareParsers } from '../../documents/parsers.js'
import type { Finding } from '../../findings/finding.js'
import { type Command, FORMAT_OPTION } from '../command.js'
import { findFiles } from '../find-files.js'
import { ExitCode, UserError } from '../io.js'
import { openBankAt } from '../open-bank.js'
import { isUnreadable, readSource, type Unreadable } from '../read-source.js'

/** As many places as are shown for each concept; the JSON has all. */
const SHOWN = 3

interface Place {
  readonly path: string
  readonly text: string
  readonly ruleId: string
  readonly conceptId: string
  readonly line: number
}

export const bankImpactCommand: Command = {
  name: 'bank impact',
  usage: 'ÄLDRE NYARE SÖKVÄG …',
  summary: 'Visa vad en ändring i termbanken skulle göra med fynden i en samling texter.',
  options: FORMAT_OPTION,
  examples: ['klarsprak bank impact national termer/ innehall/'],
  async run(args, io) {
    const [older, newer, ...paths] = args.positionals
    if (older === undefined || newer === undefined || paths.length === 0)
      throw new UserError('Ange två termbanker och texterna: klarsprak bank impact utgavor/2026.1 national innehall/.')
    const { compounds, rewrite } = await loadWords()
    const parserFor = await prepareParsers(FILE_EXTENSIONS)
    const linters = []
    for (const path of [older, newer]) {
      const { bank } = await openBankAt([path], io)
      linters.push(createLinter({ index: compileIndex(bank, { compounds }), rewrite, parserFor }))
    }
    const [before, after] = linters as [ReturnType<typeof createLinter>, ReturnType<typeof createLinter>]
    const added: Place[] = []
    const removed: Place[] = []
    const {
      paths: files,
      unreadable,
      unmatched,
    } = await findFiles({
      patterns: paths,
      extensions: FILE_EXTENSIONS,
      cwd: io.cwd,
      isWanted: looksLikeCopy,
    })
    const faults: Unreadable[] = [
      ...unreadable,
      ...unmatched.map((path) => ({ path, message: 'Här finns inga texter som går att granska.' })),
    ]
    for (const path of files) {
      const source = await readSource(path, io.cwd)
      if (isUnreadable(source)) {
        faults.push(source)
        continue
      }
      const [was, is] = [before.lint(source), after.lint(source)]
      for (const finding of without(is, was)) added.push(placeOf(finding, source))
      for (const finding of without(was, is)) removed.push(placeOf(finding, source))
    }
    if (args.one('format') === 'json') io.out(`${JSON.stringify({ files: files.length, added, removed }, null, 2)}\n`)
    else {
      for (const [title, places] of [
        ['Nya fynd', added],
        ['Fynd som försvinner', removed],
      ] as const) {
        io.out(`${title}: ${places.length} i ${new Set(places.map(({ path }) => path)).size} filer\n`)
        for (const [key, group] of byConcept(places)) {
          io.out(`  ${group.length} × ${key}\n`)
          for (const { path, line, text } of group.slice(0, SHOWN)) io.out(`      ${path}:${line}  ${text}\n`)
        }
      }
    }
    for (const { path, message } of faults) io.err(`klarsprak: ${path}: ${message}\n`)
    if (faults.length > 0) return ExitCode.Failure
    return added.length + removed.length === 0 ? ExitCode.Clean : ExitCode.Findings
  },
}

const keyOf = ({ ruleId, conceptId, span }: Finding) => `${ruleId} ${conceptId ?? ''} ${span.start} ${span.end}`

function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(keyOf))
  return findings.filter((finding) => !known.has(keyOf(finding)))
}

const placeOf = ({ ruleId, conceptId, span }: Finding, { path, text }: { path: string; text: string }): Place => ({
  path,
  text: text.slice(span.start, span.end).replaceAll(/\s+/gu, ' '),
  ruleId,
  conceptId: conceptId ?? '',
  line: text.slice(0, span.start).split('\n').length,
})

function byConcept(places: readonly Place[]): readonly (readonly [string, readonly Place[]])[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = [place.ruleId, place.conceptId].filter((part) => part !== '').join(' ')
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}
