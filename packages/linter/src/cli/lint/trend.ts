import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type EarlierReport, earlierReport } from '../../reporters/history.js'
import { UserError } from '../io.js'
import { readError } from '../read-error.js'

/** Bytes of a report that is read. Larger ones are no reports of ours. */
const LARGEST_REPORT = 200_000_000

/**
 * What the reports of `lint --format json` in a folder say, one for each day, the earliest first. The day is that of
 * the file's name (`2026-03-31.json`, `rapport-2026-03-31.json`), else when it was last written. Other files are no fault.
 *
 * @throws {UserError} when the folder cannot be read
 */
export async function earlierReportsIn(folder: string, cwd: string): Promise<readonly EarlierReport[]> {
  const path = resolve(cwd, folder)
  const names = await readdir(path).catch((error: unknown) => {
    throw new UserError(`Mappen ${folder} med tidigare rapporter: ${readError(error)}`)
  })
  const byDay = new Map<string, EarlierReport>()
  for (const name of names.sort()) {
    if (!name.toLowerCase().endsWith('.json')) continue
    const file = join(path, name)
    const { mtime, size } = await stat(file)
    if (size > LARGEST_REPORT) continue
    const report = earlierReport(dayIn(name) ?? dayOf(mtime), await readFile(file, 'utf8').catch(() => ''))
    if (report !== undefined) byDay.set(report.date, report)
  }
  return [...byDay.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function dayIn(name: string): string | undefined {
  const [day] = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u.exec(name) ?? []
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined
}

/** The day where the command runs. */
const dayOf = (date: Date): string => date.toLocaleDateString('sv-SE')
