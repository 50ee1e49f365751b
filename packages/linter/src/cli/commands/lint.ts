import { appendFileSync, closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { audienceIn } from '../../config/audience.js'
import type { ConfigLoader } from '../../config/load-config.js'
import { plain } from '../../config/merge.js'
import type { IsFixed } from '../../create-linter.js'
import type { Fault, SourceFile } from '../../documents/document.js'
import { extensionOf, prepareParsers } from '../../documents/parsers.js'
import { withAcrossFiles } from '../../findings/across-files.js'
import type { Finding } from '../../findings/finding.js'
import { positionsIn } from '../../findings/positions.js'
import type { Linted } from '../../lint.js'
import type { EarlierReport } from '../../reporters/history.js'
import {
  countsOf,
  type LintReport,
  type ReportedFile,
  type SuppressedFinding,
  type Totals,
  totalsOf,
} from '../../reporters/report.js'
import {
  FORMATS,
  FORMATS_WITH_FIGURES,
  type Format,
  piecewiseReporterNamed,
  reporterNamed,
} from '../../reporters/reporter-named.js'
import type { NotedFile } from '../../rules/rule.js'
import type { ChangedLines } from '../changed-lines.js'
import { BANK_OPTION, COLOUR_OPTION, type Command } from '../command.js'
import { ExitCode, type Io, UserError, wantsColour } from '../io.js'
import { findInputs, largestIn, readsStandardInput } from '../lint/inputs.js'
import { createLinters, type SetUp } from '../lint/linters.js'
import type { Arrived, Opened, ToInspect } from '../lint/opened.js'
import { BASELINE_OPTIONS, FILES_OPTIONS, RUN_OPTIONS, SETTINGS_OPTIONS } from '../lint/options.js'
import { createPluginRunner } from '../lint/plugins.js'
import { NO_MEMORY, openRecall } from '../lint/recall.js'
import { openSettings, withOwnAudience } from '../lint/settings.js'
import { type Shown, showWith, writePieces } from '../lint/shown.js'
import type { WatchedRun } from '../lint/watch.js'
import { type Arguments, listed, wholeNumber } from '../parse-arguments.js'
import { createProgress } from '../progress.js'
import { readError } from '../read-error.js'
import { isUnreadable, owned, sourceOf, sourceWhenAsked, type Unreadable } from '../read-source.js'
import { ruleNamed } from '../rule-named.js'
import { touching } from '../touching.js'
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
      choices: FORMATS,
      help: `Hur rapporten ska se ut: pretty (förvalt), ${listed(FORMATS.slice(1))}.`,
    },
    'output-file': { type: 'string', short: 'o', value: 'FIL', help: 'Skriv rapporten i en fil.' },
    rule: { type: 'string', multiple: true, value: 'REGEL', help: 'Kör bara den här regeln. Kan anges flera gånger.' },
    ...SETTINGS_OPTIONS,
    ...BANK_OPTION,
    ...FILES_OPTIONS,
    quiet: { type: 'boolean', help: 'Visa bara fel, inte varningar och råd.' },
    'max-warnings': {
      type: 'string',
      value: 'ANTAL',
      help: 'Så många varningar får det finnas utan att kommandot misslyckas (0).',
    },
    fix: { type: 'boolean', help: 'Rätta det som säkert går att rätta, i filerna.' },
    'fix-type': {
      type: 'string',
      multiple: true,
      value: 'REGEL',
      help: 'Rätta bara det som den här regeln anmärker på. Kan anges flera gånger.',
    },
    'fix-dry-run': { type: 'boolean', help: 'Visa vad --fix skulle ändra, men ändra inget.' },
    stdin: { type: 'boolean', help: 'Läs texten från standard in.' },
    'stdin-filename': {
      type: 'string',
      value: 'FIL',
      help: 'Vad texten från standard in heter; ändelsen säger hur den ska läsas.',
    },
    'no-error-on-unmatched-pattern': { type: 'boolean', help: 'Godta mappar och mönster utan en enda fil.' },
    ...BASELINE_OPTIONS,
    ...RUN_OPTIONS,
    ...COLOUR_OPTION,
  },
  examples: [
    'klarsprak lint innehall/',
    'klarsprak lint sida.md --fix',
    'klarsprak lint "innehall/**/*.md" --format json -o rapport.json',
    'klarsprak lint innehall/ --format html -o rapport.html',
    'klarsprak lint innehall/ --baseline klarsprak.baseline.json',
    'git diff --name-only main | klarsprak lint --file-list -',
    'cat sida.md | klarsprak lint --stdin --stdin-filename sida.md',
  ],
  async run(args, io) {
    if (!args.flag('watch')) return lintOnce(args, io)
    const { lintAndWatch } = await import('../lint/watch.js')
    return lintAndWatch(args, io, (watched) => lintOnce(args, io, watched))
  },
}

async function lintOnce(args: Arguments, io: Io, watched?: WatchedRun): Promise<ExitCode> {
  const settings = openSettings(args, io)
  const asked = args.one('print-config')
  if (asked !== undefined) return printConfig(asked, settings, args, io)
  const mode = fixMode(args)
  const workers = wholeNumber('workers', args.one('workers') ?? '0')
  const limit = wholeNumber('max-warnings', args.one('max-warnings') ?? '0')
  const only = args.all('rule').length === 0 ? undefined : new Set(args.all('rule').map(ruleNamed))
  const isFixed = fixableRules(args)
  const inputs = await findInputs(args, io, settings)
  watched?.reads(inputs.paths)
  const faults: Unreadable[] = [...inputs.faults]
  const notes: Unreadable[] = [...inputs.notes]
  const changed = await changedSince(args, io)
  const baseline = Object.keys(BASELINE_OPTIONS).some(args.flag)
    ? await (await import('../lint/baseline-file.js')).openBaseline(args, io)
    : undefined
  const parserFor = await prepareParsers(inputs.paths.map(extensionOf))
  const stopwatch = args.flag('timing') ? (await import('../timing.js')).createStopwatch() : undefined
  const linters = createLinters({ args, io, parserFor, only, timed: stopwatch?.timed })
  const withPlugins = createPluginRunner(parserFor, io.today())
  const hasPlugins = only === undefined && !args.flag('no-plugins')
  const format = (args.one('format') ?? 'pretty') as Format
  const outputFile = args.one('output-file')
  const options = { colour: outputFile === undefined && wantsColour(io, args.flag('no-color')) }
  const reporter = await piecewiseReporterNamed(format)
  const show = reporter && showWith(reporter, options)
  // Nothing is left to ask of the file for: it can be shown as soon as it is linted.
  const showAtOnce = mode === 'none' && changed === undefined && baseline === undefined ? show : undefined
  const isShown = ({ severity }: Finding) => severity === 'error' || !args.flag('quiet')
  const history = await historyOf(args, io, format)
  const shownAs = showAtOnce && !args.flag('quiet') ? format + (options.colour ? ' colour' : '') : undefined
  const recall = await openRecall(args, io, { keyOf: linters.keyOf, memory: watched?.memory, shownAs })
  const figures = FORMATS_WITH_FIGURES.includes(format) ? await import('../../reporters/figures.js') : undefined
  const files: (LintedFile | Shown)[] = []
  let first: SetUp | undefined
  const tidy = inputs.paths.length > MANY_FILES ? (await import('../small-heap.js')).keepHeapSmallInRun() : undefined
  const progress = createProgress(io, inputs.paths.length, !args.flag('no-progress'))
  const open = async (path: string): Promise<Opened> => {
    const lines = changed?.get(resolve(io.cwd, path)) ?? []
    if (changed !== undefined && lines !== 'all' && lines.length === 0) return { kind: 'unchanged' }
    const fileSettings = await settings.settingsFor(path)
    const read = inputs.read(path, fileSettings)
    if (isUnreadable(read)) return { kind: 'unreadable', fault: read }
    // What is fixed is read anew.
    const memory = mode === 'none' ? await recall(read, fileSettings) : NO_MEMORY
    const { known } = memory
    if (known?.shown !== undefined && !(hasPlugins && plain(fileSettings).plugins?.length)) {
      const setUp = await linters.for(withOwnAudience(fileSettings, { path, audience: known.audience }))
      return { kind: 'to-show', shown: known.shown, setUp }
    }
    const file = owned(read)
    const whenAsked = sourceWhenAsked(file)
    const source = (known && whenAsked) ?? (await sourceOf(file, largestIn(fileSettings)))
    if (isUnreadable(source)) return { kind: 'unreadable', fault: source }
    const audience = known === undefined ? audienceIn(source.text) : known.audience
    const setUp = await linters.for(withOwnAudience(fileSettings, { path, audience }))
    if (mode !== 'none' && source.lines === undefined) return { kind: 'to-fix', mode, source, setUp, lines }
    return { kind: 'to-inspect', source, reported: whenAsked ?? source, audience, setUp, memory }
  }
  // What is fixed, measured or watched is so here.
  const isAlone = workers === 0 || mode !== 'none' || stopwatch !== undefined || watched !== undefined
  const inOrder =
    isAlone || inputs.paths.length < 2
      ? inTurn(inputs.paths, open)
      : (await import('../lint/with-threads.js')).withThreads(inputs.paths, open, { args, io, only, workers })
  for await (const { path, opened, linted: found } of inOrder) {
    progress.step()
    tidy?.()
    if (opened.kind === 'unchanged') continue
    if (opened.kind === 'unreadable') {
      ;(opened.fault.isSkipped && !inputs.isNamed(path) ? notes : faults).push(opened.fault)
      continue
    }
    if (opened.kind === 'to-show') {
      first ??= opened.setUp
      files.push(opened.shown)
      continue
    }
    const { source, setUp } = opened
    const own =
      opened.kind === 'to-fix'
        ? await fixFile(source, setUp, opened.mode, { io, faults, isFixed, lines: opened.lines })
        : { file: opened.reported, setUp, ...(opened.memory.known?.linted ?? found ?? setUp.linter.inspect(source)) }
    const linted = hasPlugins ? { ...own, ...(await withPlugins(own.file, own, setUp.settings)) } : own
    const { file, findings, suppressed, noted, fault } = linted
    if (linted.isOverdue) {
      ;(inputs.isNamed(path) ? faults : notes).push({ path, message: TOO_SLOW })
      continue
    }
    // A program that does not compile is its maker's business, unless someone has named it.
    if (fault !== undefined) (isProgram(path) && !inputs.isNamed(path) ? notes : faults).push(brokenFile(file, fault))
    if (mode !== 'none' && file.lines !== undefined && findings.length > 0) notes.push({ path, message: NOT_FIXED })
    first ??= setUp
    // A report needs the text of a file only for its findings; without any, it can be let go.
    const isBare = findings.length + suppressed.length + noted.length === 0
    const kept = isBare ? { path: file.path, text: '' } : file
    // Rules about several files may have more to say of it when all have been linted.
    const shown =
      noted.length > 0 ? undefined : showAtOnce?.({ file: isBare ? kept : source, findings: findings.filter(isShown) })
    if (opened.kind === 'to-inspect') {
      const isOwn = fault === undefined && linted.findings === own.findings
      remember(opened, own, shownAs !== undefined && isOwn ? shown : undefined)
    }
    files.push(
      shown ?? {
        ...linted,
        file: kept,
        ...(figures === undefined
          ? {}
          : { figures: figures.figuresOf(file, findings, { parserFor, index: setUp.words.index }) }),
      },
    )
  }
  await recall.save()
  progress.done()

  first ??= await linters.for(await settings.settingsFor('x'))
  const across = acrossFiles(files)
  const reported = ({ file, findings: own, suppressed, change, figures }: LintedFile): ReportedFile => {
    const whole = withAcrossFiles(own, across.get(file.path))
    const { added, known } = baseline?.compare(file.path, whole) ?? { added: whole, known: [] }
    const lines = changed?.get(resolve(io.cwd, file.path)) ?? 'all'
    const isInLines = lines === 'all' ? () => true : touching(file.text, lines)
    const isWanted = (finding: Finding) => isShown(finding) && isInLines(finding.span.start, finding.span.end)
    const left: SuppressedFinding[] = [
      ...suppressed.map((one) => ({ ...one, by: 'file' as const })),
      ...known.map((finding) => ({ finding, by: 'list' as const })),
    ]
    return {
      file,
      findings: added.filter(isWanted),
      suppressed: left.filter(({ finding }) => isWanted(finding)),
      ...(change === undefined ? {} : { change }),
      ...(figures === undefined ? {} : { figures }),
    }
  }
  const { release } = first.words.index
  let totals: Totals
  if (reporter !== undefined && show !== undefined) {
    const shown = files.map((file) => ('bytes' in file ? file : show(reported(file))))
    totals = totalsOf(
      shown.map(({ counts }) => counts),
      release,
    )
    const out = outputFile === undefined ? { write: io.out, close: () => {} } : openOutput(outputFile, io.cwd)
    writePieces(shown, totals, { reporter, options, out: out.write })
    out.close()
  } else {
    const all = files.flatMap((file) => ('bytes' in file ? [] : [reported(file)]))
    totals = totalsOf(
      all.map(({ findings }) => countsOf(findings)),
      release,
    )
    const report: LintReport = { release, files: all, version, date: io.today(), history }
    const text = (await reporterNamed(format))(report, options)
    if (outputFile === undefined) io.out(text)
    else write(outputFile, text, io.cwd)
    const summaryFile = io.env.GITHUB_STEP_SUMMARY
    if (format === 'github' && summaryFile) {
      const { githubSummary } = await import('../../reporters/github.js')
      try {
        appendFileSync(resolve(io.cwd, summaryFile), githubSummary(report))
      } catch (error) {
        io.err(`klarsprak: Sammanfattningen kunde inte skrivas i ${summaryFile}. ${readError(error)}\n`)
      }
    }
  }

  for (const { path, message } of [...notes, ...faults]) io.err(`klarsprak: ${path}: ${message}\n`)
  const ratchet = (await baseline?.finish()) ?? ExitCode.Clean
  if (stopwatch !== undefined) io.err(stopwatch.table())
  // A broken entry in the bank has been told of; `bank check` is what fails for it.
  if (faults.length > 0) return ExitCode.Failure
  return isClean(totals, limit) ? ratchet : ExitCode.Findings
}

/** With so many files it matters what each leaves behind. */
const MANY_FILES = 100

const NOT_WRITTEN = 'Filen går inte att skriva, så inget är rättat i den. Kontrollera filens rättigheter.'
const CHANGED_MEANWHILE = 'Filen har ändrats av någon annan medan den granskades, så inget är rättat i den. Kör igen.'
const TOO_SLOW = 'Filen tog för lång tid att granska, så den hoppas över. Dela upp den, eller höj --max-time.'
const NOT_FIXED = '--fix ändrar aldrig Word-dokument. Rätta texten i Word.'

const isProgram = (path: string) => ['.tsx', '.jsx'].includes(extensionOf(path))

function brokenFile({ path, text }: SourceFile, { offset, format }: Fault): Unreadable {
  const { line } = positionsIn(text).at(Math.min(offset, text.length))
  return { path, message: `Filen är inte riktig ${format}, se rad ${line}. Allt i den är kanske inte granskat.` }
}

type FixMode = 'none' | 'write' | 'show'

function fixMode(args: Arguments): FixMode {
  if (args.flag('fix-dry-run')) return 'show'
  if (!args.flag('fix')) return 'none'
  if (readsStandardInput(args))
    throw new UserError('Text från standard in går inte att skriva tillbaka. Använd --fix-dry-run.')
  return 'write'
}

/** Each path opened when its turn comes. */
async function* inTurn(paths: readonly string[], open: (path: string) => Promise<Opened>): AsyncGenerator<Arrived> {
  for (const path of paths) yield { path, opened: await open(path), linted: undefined }
}

interface LintedFile extends Linted {
  readonly file: SourceFile
  readonly setUp: SetUp
  readonly change?: { readonly before: string; readonly after: string }
  readonly figures?: ReportedFile['figures']
}

/** Which findings `--fix-type` lets be fixed. */
function fixableRules(args: Arguments): IsFixed | undefined {
  const ids = new Set(args.all('fix-type').map((id) => ruleNamed(id).id))
  return ids.size === 0 ? undefined : ({ ruleId }) => ids.has(ruleId)
}

interface Fixing {
  readonly io: Io
  readonly faults: Unreadable[]
  readonly isFixed: IsFixed | undefined
  readonly lines: Lines
}
type Lines = Parameters<typeof touching>[1]

async function fixFile(
  source: SourceFile,
  setUp: SetUp,
  mode: 'write' | 'show',
  { io, faults, isFixed = () => true, lines }: Fixing,
): Promise<LintedFile> {
  const { linter } = setUp
  const isInLines = lines.length === 0 ? () => true : touching(source.text, lines)
  const { text, ...linted } = linter.fix(
    source,
    (finding, before) => isFixed(finding, before) && isInLines(finding.span.start, finding.span.end),
  )
  if (text === source.text) return { file: source, setUp, ...linted }
  const file = { path: source.path, text }
  if (mode === 'show') return { file, setUp, ...linted, change: { before: source.text, after: text } }
  const { writeFixed } = await import('../write-fixed.js')
  const written = await writeFixed(resolve(io.cwd, source.path), source.text, text)
  if (written === 'written') return { file, setUp, ...linted }
  faults.push({ path: source.path, message: written === 'changed' ? CHANGED_MEANWHILE : NOT_WRITTEN })
  return { file: source, setUp, ...linter.inspect(source) }
}

/** What the rules about several files say, each of the files that have its settings. */
function acrossFiles(files: readonly (LintedFile | Shown)[]): ReadonlyMap<string, readonly Finding[]> {
  const bySetUp = new Map<SetUp, NotedFile[]>()
  for (const one of files) {
    if ('bytes' in one || one.noted.length === 0) continue
    const { file, noted, setUp } = one
    const others = bySetUp.get(setUp)
    if (others === undefined) bySetUp.set(setUp, [{ path: file.path, noted }])
    else others.push({ path: file.path, noted })
  }
  return new Map([...bySetUp].flatMap(([{ linter }, noted]) => [...linter.acrossFiles(noted)]))
}

async function changedSince(args: Arguments, io: Io): Promise<ChangedLines | undefined> {
  const ref = args.one('since')
  return ref === undefined ? undefined : (await import('../changed-lines.js')).changedLinesSince(ref, io.cwd)
}

/** What is found in a text, and all that is shown of it when that is so, unless it is known since before. */
function remember({ audience, memory: { known, keep } }: ToInspect, linted: Linted, shown: Shown | undefined): void {
  if (known === undefined || (known.shown === undefined && shown !== undefined)) keep({ audience, linted, shown })
}

/** `--print-config`: each value that holds for a file, and where it was set. */
async function printConfig(path: string, settings: ConfigLoader, args: Arguments, io: Io): Promise<ExitCode> {
  const { formatValues, shownValues } = await import('../lint/print-config.js')
  const values = shownValues(await settings.settingsFor(path))
  if (args.one('format') === 'json') io.out(`${JSON.stringify({ path, values }, null, 2)}\n`)
  else io.out(formatValues(values))
  return ExitCode.Clean
}

/** `--trend`: earlier reports, for the report that shows them. */
async function historyOf(args: Arguments, io: Io, format: string): Promise<readonly EarlierReport[]> {
  const folder = args.one('trend')
  if (folder === undefined) return []
  if (format !== 'html') throw new UserError('Flaggan --trend hör till html-rapporten. Lägg till --format html.')
  return (await import('../lint/trend.js')).earlierReportsIn(folder, io.cwd)
}

function write(path: string, text: string, cwd: string): void {
  const { write, close } = openOutput(path, cwd)
  write(Buffer.from(text))
  close()
}

/** `--output-file`, to be written in. */
function openOutput(path: string, cwd: string) {
  const orSay = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw new UserError(`Rapporten kunde inte skrivas i ${path}. ${readError(error)}`)
    }
  }
  const descriptor = orSay(() => {
    const file = resolve(cwd, path)
    mkdirSync(dirname(file), { recursive: true })
    return openSync(file, 'w')
  })
  return {
    write: (bytes: Uint8Array) =>
      orSay(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
      }),
    close: () => orSay(() => closeSync(descriptor)),
  }
}

/** Errors always count; warnings when there are more than `limit`; advice never. */
function isClean({ errors, warnings }: Totals, limit: number): boolean {
  return errors === 0 && warnings <= limit
}
