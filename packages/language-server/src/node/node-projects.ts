import { dirname, isAbsolute, join } from 'node:path'
import { loadWords, type Words } from '@klarsprak/linter/words'
import { createRewriter } from '@klarsprak/swedish'
import { pathOfUri } from '../documents/path-of.js'
import type { Projects } from '../ports.js'
import { createProject, type Project } from '../projects/project.js'

/** Projects with the national bank, and the files of their settings on top of it. */
export function nodeProjects({ cwd = process.cwd() }: { readonly cwd?: string } = {}): Projects {
  const known = new Map<string, Promise<Project>>()
  return {
    of(path, settings) {
      const folder = settings.bank.length === 0 ? '' : dirname(path)
      const paths = settings.bank.map((given) => absolute(given, folder, cwd))
      const key = paths.join('\0')
      const project = known.get(key) ?? loadProject(paths, cwd)
      known.set(key, project)
      project.catch(() => known.delete(key))
      return project
    },
    forget: () => known.clear(),
  }
}

const absolute = (given: string, folder: string, cwd: string): string => {
  const path = given.startsWith('file:') ? pathOfUri(given) : given
  return isAbsolute(path) ? path : join(folder || cwd, path)
}

async function loadProject(paths: readonly string[], cwd: string): Promise<Project> {
  const words: Words = await loadWords({ paths: paths.length === 0 ? [] : ['national', ...paths], cwd })
  return createProject({ index: words.index, rewrite: createRewriter(), today })
}

const today = (): string => new Date().toISOString().slice(0, 10)
