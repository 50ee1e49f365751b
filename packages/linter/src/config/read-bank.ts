import { basename } from 'node:path'
import { type Bank, createBank, fileStore, type Layer, type Problem, readSources } from '@klarsprak/termbank'

export interface ReadBank {
  readonly bank: Bank
  readonly problems: readonly Problem[]
}

/** Files and folders as a bank, each a layer on top of the one before it. Rejects when a path cannot be read. */
export async function readBank(paths: readonly string[], cwd: string): Promise<ReadBank> {
  const problems: Problem[] = []
  const layers: Layer[] = []
  for (const [at, path] of paths.entries()) {
    const { concepts, overlays, placeOf, problems: found } = readSources(await fileStore(path, cwd).readAll())
    problems.push(...found)
    const name = basename(path).replace(/\.(?:ya?ml|json)$/u, '')
    layers.push({
      name: layers.some((layer) => layer.name === name) ? `${name}-${at + 1}` : name,
      concepts,
      overlays,
      placeOf,
    })
  }
  const { bank, problems: conflicts } = createBank({ layers })
  return { bank, problems: [...problems, ...conflicts] }
}
