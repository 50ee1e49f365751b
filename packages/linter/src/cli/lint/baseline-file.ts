import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  type Baseline,
  type BaselineEntry,
  compareWithBaseline,
  countIn,
  EMPTY_BASELINE,
  entriesOf,
  formatBaseline,
  parseBaseline,
  withoutStale,
} from '../../findings/baseline.js'
import type { Finding } from '../../findings/finding.js'
import { ExitCode, type Io, UserError } from '../io.js'
import type { Arguments } from '../parse-arguments.js'
import { readError } from '../read-error.js'
import { writeWholeFile } from '../write-file.js'

/** The baseline of one run. */
export interface BaselineRun {
  /** What is new in a file, and what was there. Ask once for each file, in order. */
  compare(
    path: string,
    findings: readonly Finding[],
  ): { readonly added: readonly Finding[]; readonly known: readonly Finding[] }
  /** Writes what the flags ask for, tells what is no more, and says whether that is a failure. */
  finish(): Promise<ExitCode>
}

export const BASELINE_FILE = 'klarsprak.baseline.json'
/** Entries that are no more and are named one by one. */
const MOST_NAMED = 10

/** Undefined when no flag asks for a baseline. */
export async function openBaseline(args: Arguments, io: Io): Promise<BaselineRun | undefined> {
  const isUpdate = args.flag('update-baseline')
  const isPrune = args.flag('prune-baseline')
  const name = args.one('baseline') ?? (isUpdate || isPrune || args.flag('ratchet') ? BASELINE_FILE : undefined)
  if (name === undefined) return undefined
  if (isUpdate && isPrune) throw new UserError('Välj --update-baseline eller --prune-baseline, inte båda.')
  const file = resolve(io.cwd, name)
  const folder = dirname(file)
  const baseline = await read(file, name, isUpdate)
  const after = new Map<string, readonly BaselineEntry[]>()
  const stale: { readonly path: string; readonly entry: BaselineEntry }[] = []
  const gone = [...baseline.files].filter(([path]) => !existsSync(resolve(folder, path)))
  /** Entries of files that are no more: a file may have been given another name. */
  let orphans = gone.flatMap(([, entries]) => entries)

  return {
    compare(path, findings) {
      const key = relative(folder, resolve(io.cwd, path)).split(sep).join('/')
      if (isUpdate) {
        after.set(key, entriesOf(findings))
        return { added: [], known: findings }
      }
      const entries = baseline.files.get(key)
      const own = compareWithBaseline(findings, entries)
      for (const entry of own.stale) stale.push({ path: key, entry })
      if (entries !== undefined || orphans.length === 0) {
        if (entries !== undefined) after.set(key, withoutStale(entries, own.stale))
        return own
      }
      const moved = compareWithBaseline(findings, orphans)
      orphans = [...moved.stale]
      if (moved.known.length > 0) after.set(key, entriesOf(moved.known))
      return moved
    },
    async finish() {
      const unread = [...baseline.files].filter(([path]) => !after.has(path) && existsSync(resolve(folder, path)))
      const files = new Map([...unread, ...after])
      const counted = (all: Baseline['files']) => [...all.values()].reduce((sum, entries) => sum + countIn(entries), 0)
      const before = counted(baseline.files)
      if (isUpdate || isPrune) {
        await writeWholeFile(file, formatBaseline({ files })).catch((error: unknown) => {
          throw new UserError(`Baslinjen kunde inte skrivas i ${name}. ${readError(error)}`)
        })
        const now = counted(files)
        io.err(`Baslinjen ${name} har ${now} anmärkningar${baseline === EMPTY_BASELINE ? '' : ` (förut ${before})`}.\n`)
        return ExitCode.Clean
      }
      const left = [...stale, ...orphans.map((entry) => ({ path: 'borttagen fil', entry }))]
      if (left.length === 0) return ExitCode.Clean
      const count = countIn(left.map(({ entry }) => entry))
      io.err(
        `klarsprak: ${count === 1 ? '1 anmärkning' : `${count} anmärkningar`} i baslinjen ${name} finns inte längre. Kör med --prune-baseline för att ta bort ${count === 1 ? 'den' : 'dem'}.\n`,
      )
      for (const { path, entry } of left.slice(0, MOST_NAMED)) {
        io.err(`  ${path}: ${entry.rule} ”${entry.text}”${entry.count > 1 ? ` (${entry.count})` : ''}\n`)
      }
      if (left.length > MOST_NAMED) io.err(`  … och ${left.length - MOST_NAMED} till\n`)
      return args.flag('ratchet') ? ExitCode.Findings : ExitCode.Clean
    },
  }
}

async function read(file: string, name: string, mayBeMissing: boolean): Promise<Baseline> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (mayBeMissing && !existsSync(file)) return EMPTY_BASELINE
    throw new UserError(`Baslinjen ${name}: ${readError(error)} Gör den med --update-baseline.`)
  }
  const baseline = parseBaseline(text)
  if (baseline === undefined && mayBeMissing) return EMPTY_BASELINE
  if (baseline === undefined) {
    throw new UserError(
      `Baslinjen ${name} går inte att läsa. Hämta den ur versionshanteringen, eller gör om den med --update-baseline.`,
    )
  }
  return baseline
}
