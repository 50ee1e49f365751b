import { basename, resolve } from 'node:path'
import {
  type Bank,
  createBank,
  fileStore,
  isReleaseFolder,
  type Layer,
  loadNationalLayer,
  type Problem,
  readRelease,
  readSources,
} from '@klarsprak/termbank'
import { NATIONAL_PATH } from './national-path.js'

export interface LoadedBank {
  readonly bank: Bank
  readonly problems: readonly Problem[]
  /** Paths in which nothing could be used. */
  readonly useless: readonly string[]
}

/**
 * Files and folders as a bank, each a layer on top of the one before it; `national` is the national
 * bank as it was built, and a folder with a release is that release of it. Rejects when a path cannot be read.
 */
export async function loadBank(paths: readonly string[], cwd: string): Promise<LoadedBank> {
  const problems: Problem[] = []
  const useless: string[] = []
  const layers: Layer[] = []
  for (const [at, path] of paths.entries()) {
    if (path === NATIONAL_PATH) {
      layers.push(loadNationalLayer())
      continue
    }
    if (isReleaseFolder(resolve(cwd, path))) {
      layers.push(readRelease(resolve(cwd, path)))
      continue
    }
    const {
      concepts,
      overlays,
      placeOf,
      problems: found,
    } = readSources(await fileStore(resolve(cwd, path), cwd).readAll())
    for (const problem of found) problems.push(problem)
    if (concepts.length + overlays.length === 0 && found.length > 0) useless.push(path)
    const name = basename(path).replace(/\.(?:ya?ml|json)$/u, '')
    const isTaken = name === NATIONAL_PATH || layers.some((layer) => layer.name === name)
    layers.push({ name: isTaken ? `${name}-${at + 1}` : name, concepts, overlays, placeOf })
  }
  const { bank, problems: conflicts } = createBank({ layers })
  return { bank, problems: [...problems, ...conflicts], useless }
}
