import { readFile } from 'node:fs/promises'
import { writeWholeFile } from './write-file.js'

/** Writes `after` in the place of `before`, unless the file has become something else meanwhile. */
export async function writeFixed(
  path: string,
  before: string,
  after: string,
): Promise<'written' | 'changed' | 'forbidden'> {
  try {
    if (!(await readFile(path)).equals(Buffer.from(before))) return 'changed'
    await writeWholeFile(path, after)
    return 'written'
  } catch {
    return 'forbidden'
  }
}
