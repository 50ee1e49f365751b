import { CONFIG_FILES, type ConfigLoader, type ConfigSource, createConfigLoader } from '@klarsprak/linter/config'
import { pathOfUri } from '../documents/path-of.js'

/** A file that the loader wants to see and that has not been asked for yet. */
class Wanted extends Error {
  constructor(readonly path: string) {
    super(`${path} has not been asked for.`)
  }
}

const pathOf = (folder: string): string => pathOfUri(folder).replace(/\/$/u, '')

/** What may say something about the files of a folder: asked for together, since each question takes its time. */
const NAMES = [...CONFIG_FILES, 'package.json', '.klarsprakignore']

/**
 * Settings of a workspace that can only be read by asking, through the loader that reads disks: when
 * it wants a file that is not here, the file is fetched and the question is put again. Nothing
 * outside of the folders is read.
 *
 * @param read the text of the file, or undefined
 */
export function editorConfig(
  folders: () => readonly string[],
  read: (uri: string) => Promise<string | undefined>,
): Pick<ConfigLoader, 'settingsFor' | 'isIgnored'> {
  const known = new Map<string, string | undefined>()
  const source: ConfigSource = {
    exists: (path) => textOf(path) !== undefined,
    read: (path) => textOf(path) ?? '',
  }
  let loader = createConfigLoader({ cwd: '/', source })

  function textOf(path: string): string | undefined {
    if (uriOf(path) === undefined || path.endsWith('/.git')) return undefined
    if (!known.has(path)) throw new Wanted(path)
    return known.get(path)
  }
  function uriOf(path: string): string | undefined {
    const folder = folders().find((uri) => path.startsWith(`${pathOf(uri)}/`))
    if (folder === undefined) return undefined
    const inside = path.slice(pathOf(folder).length)
    return `${folder.replace(/\/$/u, '')}${inside.split('/').map(encodeURIComponent).join('/')}`
  }
  const fetch = async (path: string): Promise<void> => {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const paths = new Set([path, ...NAMES.map((name) => `${folder}/${name}`)].filter((one) => !known.has(one)))
    await Promise.all(
      [...paths].map(async (one) => {
        const uri = uriOf(one)
        known.set(one, uri === undefined ? undefined : await read(uri))
      }),
    )
  }
  const asking = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await question()
      } catch (error) {
        if (!(error instanceof Wanted)) throw error
        await fetch(error.path)
        // It remembers that it could not read.
        loader = createConfigLoader({ cwd: '/', source })
      }
    }
  }

  return {
    settingsFor: (path) => asking(() => loader.settingsFor(path)),
    isIgnored: (path, options) => asking(() => loader.isIgnored(path, options)),
  }
}
