import { dirname, isAbsolute, join, resolve } from 'node:path'
import { createConfigLoader, fetchedBank, isRemote, type PlainSettings, plain } from '@klarsprak/linter/config'
import { type LoadedWords, loadWords } from '@klarsprak/linter/words'
import { fileStore, isReleaseFolder, type Place, readSources } from '@klarsprak/termbank'
import { pathOfUri } from '../documents/path-of.js'
import type { Projects } from '../ports.js'
import { configuredProject } from '../projects/configured-project.js'
import type { Project } from '../projects/project.js'
import type { Settings } from '../settings.js'

/**
 * Projects as the command sees them: the settings nearest upward from each file, and the bank they
 * name. Plugins are left out: they run code, and an editor opens folders that nobody has vouched for.
 */
export function nodeProjects({ cwd = process.cwd() }: { readonly cwd?: string } = {}): Projects {
  let loader = createConfigLoader({ cwd })
  const banks = new Map<string, Promise<LoadedBank>>()
  const projects = new Map<string, Project>()
  return {
    async of(path, own) {
      const settings = path === '' ? {} : plain(await loader.settingsFor(resolve(cwd, path)))
      const paths = await bankPaths(path, settings, own, cwd)
      const key = paths.join('\0')
      const known = banks.get(key) ?? loadBankOf(paths, cwd)
      banks.set(key, known)
      known.catch(() => banks.delete(key))
      const name = `${own.audience}\0${key}`
      const project =
        projects.get(name) ?? configuredProject({ ...(await known), audience: own.audience, loader: () => loader })
      projects.set(name, project)
      return project
    },
    forget() {
      loader = createConfigLoader({ cwd })
      banks.clear()
      projects.clear()
    },
  }
}

const NATIONAL = 'national'

/** What the project's settings and the editor's add to the national bank, or have in its place. */
async function bankPaths(
  path: string,
  { bank = [], onlyBank, organisation }: PlainSettings,
  own: Settings,
  cwd: string,
) {
  const folder = path === '' ? cwd : dirname(resolve(cwd, path))
  const given = [...bank, ...own.bank.map((one) => absolute(one, folder))]
  const local = await Promise.all(given.map((one) => (isRemote(one) ? fetchedBank(one, folder, organisation) : [one])))
  const added = local.flat()
  // A release is the national bank as it was then: it comes in its place.
  const hasBase = onlyBank === true || added.some((one) => isReleaseFolder(resolve(cwd, one)))
  return added.length === 0 || hasBase ? added : [NATIONAL, ...added]
}

const absolute = (given: string, folder: string): string => {
  if (isRemote(given)) return given
  const path = given.startsWith('file:') ? pathOfUri(given) : given
  return isAbsolute(path) ? path : join(folder, path)
}

interface LoadedBank {
  readonly index: LoadedWords['index']
  readonly compile: LoadedWords['compile']
  readonly places: ReadonlyMap<string, Place>
}

async function loadBankOf(paths: readonly string[], cwd: string): Promise<LoadedBank> {
  const { index, compile } = await loadWords({ paths, cwd })
  return { index, compile, places: await placesIn(paths, cwd) }
}

/** Where each concept of a bank of files is written, by id; of two with one id, the topmost. */
async function placesIn(paths: readonly string[], cwd: string): Promise<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>()
  for (const path of paths) {
    if (path === NATIONAL || isReleaseFolder(resolve(cwd, path))) continue
    const { concepts, placeOf } = readSources(await fileStore(resolve(cwd, path), cwd).readAll())
    for (const concept of concepts) {
      const place = placeOf(concept)
      if (place !== undefined) places.set(concept.id, { ...place, path: resolve(cwd, place.path) })
    }
  }
  return places
}
