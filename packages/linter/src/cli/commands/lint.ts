import { appendFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createLinter, type Linter } from '../../create-linter.js'
import type { SourceFile } from '../../documents/document.js'
import { looksLikeCopy } from '../../documents/looks-like-copy.js'
import { extensionOf, prepareParsers, READ_EXTENSIONS } from '../../documents/parsers.js'
import { withAcrossFiles } from '../../findings/across-files.js'
import type { Finding } from '../../findings/finding.js'
import type { Linted } from '../../lint.js'
import { FORMATS_WITH_FIGURES, figuresOf } from '../../reporters/figures.js'
import { githubSummary } from '../../reporters/github.js'
import { REPORTERS } from '../../reporters/index.js'
import type { LintReport, ReportedFile } from '../../reporters/report.js'
import type { NotedFile } from '../../rules/rule.js'
import { chosenRules } from '../chosen-rules.js'
import { BANK_OPTION, COLOUR_OPTION, type Command } from '../command.js'
import { findFiles } from '../find-files.js'
import { ExitCode, type Io, UserError, wantsColour } from '../io.js'
import { openWords } from '../open-words.js'
import { type Arguments, listed, wholeNumber } from '../parse-arguments.js'
import { decode, isUnreadable, readError, readSource, type Unreadable } from '../read-source.js'
import { version } from '../version.js'

export const lintCommand: Command = {
  name: 'lint',
  usage: '[SÖKVÄG …]',
  summary: 'Granska texter i filer, mappar eller det som kommer på standard in.',
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      choices: Object.keys(REPORTERS),
      help: `Hur rapporten ska se ut: pretty (förvalt), ${listed(Object.keys(REPORTERS).slice(1))}.`,
    },
    'output-file': { type: 'string', short: 'o', value: 'FIL', help: 'Skriv rapporten i en fil.' },
    rule: { type: 'string', multiple: true, value: 'REGEL', help: 'Kör bara den här regeln. Kan anges flera gånger.' },
    ...BANK_OPTION,
    quiet: { type: 'boolean', help: 'Visa bara fel, inte varningar och råd.' },
    'max-warnings': {
      type: 'string',
      value: 'ANTAL',
      help: 'Så många varningar får det finnas utan att kommandot misslyckas (0).',
    },
    fix: { type: 'boolean', help: 'Rätta det som säkert går att rätta, i filerna.' },
    'fix-dry-run': { type: 'boolean', help: 'Visa vad --fix skulle ändra, men ändra inget.' },
    stdin: { type: 'boolean', help: 'Läs texten från standard in.' },
    'stdin-filename': {
      type: 'string',
      value: 'FIL',
      help: 'Vad texten från standard in heter; ändelsen säger hur den ska läsas.',
    },
    'no-error-on-unmatched-pattern': { type: 'boolean', help: 'Godta mappar och mönster utan en enda fil.' },
    ...COLOUR_OPTION,
  },
  examples: [
    'klarsprak lint innehall/',
    'klarsprak lint sida.md --fix',
    'klarsprak lint "innehall/**/*.md" --format json -o rapport.json',
    'klarsprak lint innehall/ --format html -o rapport.html',
    'cat sida.md | klarsprak lint --stdin --stdin-filename sida.md',
  ],
  async run(args, io) {
    const mode = fixMode(args)
    const limit = wholeNumber('max-warnings', args.one('max-warnings') ?? '0')
    const rules = chosenRules(args.all('rule'))
    const { index, rewrite, isWhole } = await openWords(args, io)
    const { sources, faults, paths } = await readSources(args, io)
    const parserFor = await prepareParsers(paths.map(extensionOf))
    const linter = createLinter({ index, rewrite, rules, parserFor, today: io.today() })
    const format = args.one('format') ?? 'pretty'
    const isShown = ({ severity }: Finding) => severity === 'error' || !args.flag('quiet')
    const files: ReportedFile[] = []
    const notedFiles: NotedFile[] = []
    for await (const source of sources) {
      if (isUnreadable(source)) {
        faults.push(source)
        continue
      }
      const { findings: found, suppressed: left, noted, ...linted } = await lintFile(source, linter, mode, io, faults)
      const findings = found.filter(isShown)
      const suppressed = left.filter(({ finding }) => isShown(finding)).map((one) => ({ ...one, by: 'file' as const }))
      if (noted.length > 0) notedFiles.push({ path: linted.file.path, noted })
      const hasFigures = FORMATS_WITH_FIGURES.includes(format)
      files.push({
        ...linted,
        // A report needs the text of a file only for its findings; without any, it can be let go.
        file: found.length + left.length + noted.length === 0 ? { path: linted.file.path, text: '' } : linted.file,
        findings,
        suppressed,
        ...(hasFigures ? { figures: figuresOf(linted.file, findings, { parserFor, index }) } : {}),
      })
    }

    const across = linter.acrossFiles(notedFiles)
    const all = files.map((file) => ({
      ...file,
      findings: withAcrossFiles(file.findings, across.get(file.file.path)?.filter(isShown)),
    }))
    const report: LintReport = { release: index.release, files: all, version, date: io.today() }
    const reporter = REPORTERS[format]!
    const outputFile = args.one('output-file')
    const colour = outputFile === undefined && wantsColour(io, args.flag('no-color'))
    const text = reporter(report, { colour })
    if (outputFile === undefined) io.out(text)
    else await write(outputFile, text, io.cwd)
    const summaryFile = io.env.GITHUB_STEP_SUMMARY
    if (format === 'github' && summaryFile) {
      await appendFile(resolve(io.cwd, summaryFile), githubSummary(report)).catch((error: unknown) =>
        io.err(`klarsprak: Sammanfattningen kunde inte skrivas i ${summaryFile}. ${readError(error)}\n`),
      )
    }

    for (const { path, message } of faults) io.err(`klarsprak: ${path}: ${message}\n`)
    if (faults.length > 0 || !isWhole) return ExitCode.Failure
    return isClean(report, limit) ? ExitCode.Clean : ExitCode.Findings
  },
}

type FixMode = 'none' | 'write' | 'show'

function fixMode(args: Arguments): FixMode {
  if (args.flag('fix-dry-run')) return 'show'
  if (!args.flag('fix')) return 'none'
  if (args.flag('stdin'))
    throw new UserError('Text från standard in går inte att skriva tillbaka. Använd --fix-dry-run.')
  return 'write'
}

interface LintedFile extends Linted {
  readonly file: SourceFile
  readonly change?: { readonly before: string; readonly after: string }
}

async function lintFile(
  source: SourceFile,
  linter: Linter,
  mode: FixMode,
  io: Io,
  faults: Unreadable[],
): Promise<LintedFile> {
  if (mode === 'none') return { file: source, ...linter.inspect(source) }
  const { text, ...linted } = linter.fix(source)
  if (text === source.text) return { file: source, ...linted }
  const file = { path: source.path, text }
  if (mode === 'show') return { file, ...linted, change: { before: source.text, after: text } }
  try {
    await writeFile(resolve(io.cwd, source.path), text)
    return { file, ...linted }
  } catch {
    faults.push({
      path: source.path,
      message: 'Filen går inte att skriva, så inget är rättat i den. Kontrollera filens rättigheter.',
    })
    return { file: source, ...linter.inspect(source) }
  }
}

async function readSources(args: Arguments, io: Io) {
  const faults: Unreadable[] = []
  if (args.flag('stdin') || args.positionals.join() === '-') {
    const path = args.one('stdin-filename') ?? 'standard in'
    const bytes = await io.readStdin()
    return { sources: [decode(path, bytes)], faults, paths: [path] }
  }
  const patterns = args.positionals.length === 0 ? ['.'] : args.positionals
  const { paths, unreadable, unmatched } = await findFiles(patterns, READ_EXTENSIONS, io.cwd, looksLikeCopy)
  faults.push(...unreadable)
  if (!args.flag('no-error-on-unmatched-pattern')) {
    for (const path of unmatched) {
      faults.push({
        path,
        message: `Här finns inga filer att granska (${READ_EXTENSIONS.join(', ')}). Kontrollera sökvägen, eller lägg till --no-error-on-unmatched-pattern.`,
      })
    }
  }
  return { sources: readInTurn(paths, io.cwd), faults, paths }
}

async function* readInTurn(paths: readonly string[], cwd: string) {
  for (const path of paths) yield await readSource(path, cwd)
}

async function write(path: string, text: string, cwd: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, path), text)
  } catch (error) {
    throw new UserError(`Rapporten kunde inte skrivas i ${path}. ${readError(error)}`)
  }
}

/** Errors always count; warnings when there are more than `limit`; advice never. */
function isClean({ files }: LintReport, limit: number): boolean {
  const all = files.flatMap(({ findings }) => findings)
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  return warnings <= limit && all.every(({ severity }) => severity !== 'error')
}
