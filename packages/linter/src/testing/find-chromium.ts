import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Chromium as the system has it: CHROMIUM, or the first on PATH. Undefined, with a line about what is left out, when there is none. */
export function findChromium(leftOut: string): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const found = [
    process.env.CHROMIUM ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ].find((path) => path !== '' && existsSync(path))
  if (found === undefined) console.warn(`${leftOut}: Chromium is not found.`)
  return found
}
