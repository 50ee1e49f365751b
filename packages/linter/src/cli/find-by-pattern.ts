import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { FOREIGN } from './find-in-folders.js'

/** Whether a path that is not there is a pattern. */
export const isPattern = (path: string): boolean => isDynamicPattern(path)

/** The files that a pattern means, in order. */
export async function matching(pattern: string, takenAway: readonly string[], cwd: string): Promise<readonly string[]> {
  const ignore = [...FOREIGN.map((name) => `**/${name}/**`), ...takenAway]
  return (await glob(pattern, { cwd, ignore, expandDirectories: false, onlyFiles: true })).sort()
}

/** Whether a file is one of those that patterns with ! leave out. */
export async function takenAwayBy(patterns: readonly string[], cwd: string): Promise<(path: string) => boolean> {
  const away = await glob([...patterns], { cwd, absolute: true, dot: true, expandDirectories: true, onlyFiles: true })
  const paths = new Set(away.map((path) => resolve(path)))
  return (path) => paths.has(resolve(path))
}
