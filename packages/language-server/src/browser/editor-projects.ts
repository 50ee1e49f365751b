import { wordsFromBytes } from '@klarsprak/linter/browser'
import { type PlainSettings, plain } from '@klarsprak/linter/config'
import type { Projects } from '../ports.js'
import { configuredProject } from '../projects/configured-project.js'
import type { Project } from '../projects/project.js'
import { editorConfig } from './editor-config.js'
import type { EditorFiles } from './editor-files.js'

/**
 * Projects where there is no disk: the settings of the workspace, and the national bank. A bank of
 * one's own is not read here; the project says so.
 */
export function editorProjects(files: EditorFiles, folders: () => readonly string[]): Projects {
  const words = once(async () => {
    const release = JSON.parse(new TextDecoder().decode(await files.asset('release.json'))) as {
      readonly release: string
    }
    const [index, lexicon, spellings] = await Promise.all(
      [`${release.release}.sv.index`, 'sv.lexicon', 'sv.spellings'].map((name) => files.asset(name)),
    )
    return wordsFromBytes({ index: index!, lexicon: lexicon!, spellings })
  })
  let config = editorConfig(folders, (uri) => files.read(uri))
  const projects = new Map<string, Project>()
  return {
    async of(path, own) {
      // Rejects with a sentence about settings that cannot be used.
      const { bank = [] }: PlainSettings = path === '' ? {} : plain(await config.settingsFor(path))
      const hasUnreadBank = bank.length + own.bank.length > 0
      const { index } = await words()
      const { audience } = own
      const name = `${audience} ${hasUnreadBank}`
      const project = projects.get(name) ?? configuredProject({ index, hasUnreadBank, audience, loader: () => config })
      projects.set(name, project)
      return project
    },
    forget() {
      config = editorConfig(folders, (uri) => files.read(uri))
      projects.clear()
    },
  }
}

/** What `make` gives; made again only if it failed. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
