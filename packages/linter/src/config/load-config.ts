import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { PRESETS } from '../rules/rule.js'
import { ConfigError } from './config-error.js'
import { isRemote } from './is-remote.js'
import type { TracedSettings } from './merge.js'
import { PRESET_PREFIX } from './preset-prefix.js'
import { type ConfigLayer, settingsFor } from './resolve.js'
import type { Config } from './schema.js'

/** The names of files of settings; one a folder. */
export const CONFIG_FILES = ['klarsprak.config.yaml', 'klarsprak.config.yml', 'klarsprak.config.json'] as const
const PACKAGE_FILE = 'package.json'
const IGNORE_FILE = '.klarsprakignore'

export interface ConfigLoader {
  /**
   * What holds for the file at `path`, which need not exist. Rejects with `ConfigError` when
   * settings on the way cannot be used.
   */
  settingsFor(path: string): Promise<TracedSettings>
  /** Whether settings or .klarsprakignore leave the file or folder out; and .gitignore, when asked. */
  isIgnored(path: string, options?: { readonly isFolder?: boolean; readonly git?: boolean }): Promise<boolean>
  /** The files that have been read, in no order. */
  files(): readonly string[]
}

/** Where files of settings are read. `read` throws when there is none. */
export interface ConfigSource {
  exists(path: string): boolean
  read(path: string): string
}

const onDisk: ConfigSource = { exists: existsSync, read: (path) => readFileSync(path, 'utf8') }

export interface ConfigLoaderOptions {
  /** What paths are from. */
  readonly cwd: string
  /** `search`: the nearest upward from each file, and those above it; otherwise a file, or none. */
  readonly from?: { readonly search: true } | { readonly file: string | undefined }
  /** On top of everything, such as flags. */
  readonly last?: readonly ConfigLayer[]
  /** Patterns from `cwd`, as in .gitignore. */
  readonly ignorePatterns?: readonly string[]
  /** Default: the disk. */
  readonly source?: ConfigSource
  /** Leave nothing out. */
  readonly noIgnore?: boolean
}

/**
 * Finds and reads settings: from the folder of the linted file up to the root of the repository (or
 * of the disk), so that the answer is the same wherever the command is run. Each file is read once.
 */
export function createConfigLoader(options: ConfigLoaderOptions): ConfigLoader {
  const { cwd, from = { search: true }, last = [], ignorePatterns = [], noIgnore = false, source = onDisk } = options
  const here = slashed(resolve(cwd))
  const loaded = new Map<string, Promise<readonly ConfigLayer[]>>()
  const byFolder = new Map<string, Promise<readonly ConfigLayer[]>>()
  const read = new Set<string>()
  let matcher: ReturnType<typeof loadMatcher> | undefined

  const loadOnce = (path: string, trail: readonly string[] = []) => {
    const known = loaded.get(path) ?? load(path, trail)
    loaded.set(path, known)
    return known
  }

  async function load(path: string, trail: readonly string[]): Promise<readonly ConfigLayer[]> {
    const shown = showPath(path, cwd)
    const { readConfig } = await import('./read-config.js')
    read.add(path)
    const text = source.read(path).replace(/^\uFEFF/u, '')
    const { config, originOf, problems } = readConfig(text, shown, basename(path) === PACKAGE_FILE ? ['klarsprak'] : [])
    if (problems.length > 0) throw new ConfigError(problems)
    const folder = dirname(path)
    const layers: ConfigLayer[] = []
    const bases = config.extends === undefined ? [] : [config.extends].flat()
    for (const [index, base] of bases.entries()) {
      const place = originOf(typeof config.extends === 'string' ? ['extends'] : ['extends', index])
      const fault = (message: string) => new ConfigError([{ path: shown, line: place.line ?? 1, message }])
      if (base.startsWith(PRESET_PREFIX)) {
        const preset = PRESETS.find((name) => base === PRESET_PREFIX + name)
        if (preset !== undefined)
          layers.push({ config: { preset }, folder: slashed(folder), originOf: () => ({ name: base }) })
        continue
      }
      const file = resolve(folder, base)
      if (trail.includes(file) || file === path) throw fault(`Inställningarna bygger på sig själva: ”${base}”.`)
      if (!source.exists(file)) throw fault(`Filen ”${base}” finns inte. Kontrollera sökvägen.`)
      layers.push(...(await load(file, [...trail, path])))
    }
    layers.push({ config: withAbsolutePaths(config, folder), folder: slashed(folder), originOf })
    return layers
  }

  /** From the root of the repository down to `folder`. */
  function above(folder: string): Promise<readonly ConfigLayer[]> {
    const known = byFolder.get(folder) ?? findAbove(folder)
    byFolder.set(folder, known)
    return known
  }

  async function findAbove(folder: string): Promise<readonly ConfigLayer[]> {
    const isTop = dirname(folder) === folder || source.exists(join(folder, '.git'))
    const outer = isTop ? [] : await above(dirname(folder))
    const file = configIn(folder, cwd, source)
    return file === undefined ? outer : [...outer, ...(await loadOnce(file))]
  }

  const layersFor = (path: string): Promise<readonly ConfigLayer[]> => {
    if ('search' in from) return above(dirname(path))
    return from.file === undefined ? Promise.resolve([]) : loadOnce(resolve(cwd, from.file))
  }

  const ignoreFiles = new Map<string, readonly IgnoreList[]>()
  /** The files called `name` that hold for what lies in `folder`, the nearest first. */
  function ignoreFilesAbove(name: string, folder: string): readonly IgnoreList[] {
    const key = join(folder, name)
    let known = ignoreFiles.get(key)
    if (known === undefined) {
      const text = readIfThere(key, source)
      const isTop = dirname(folder) === folder || source.exists(join(folder, '.git'))
      const outer = isTop ? [] : ignoreFilesAbove(name, dirname(folder))
      known = text === '' ? outer : [createIgnoreList(folder, text), ...outer]
      ignoreFiles.set(key, known)
    }
    return known
  }

  const configIgnores = new Map<ConfigLayer, IgnoreList>()
  const configIgnore = (layer: ConfigLayer): readonly IgnoreList[] => {
    if (layer.config.ignore === undefined) return []
    const known = configIgnores.get(layer) ?? createIgnoreList(layer.folder, layer.config.ignore.join('\n'))
    configIgnores.set(layer, known)
    return [known]
  }
  const flags = ignorePatterns.length === 0 ? [] : [createIgnoreList(resolve(cwd), ignorePatterns.join('\n'))]

  /** The lists that hold for what lies in `folder`, the nearest first. */
  const listsFor = async (folder: string, layers: Promise<readonly ConfigLayer[]>, git: boolean) => [
    ...flags,
    ...[...(await layers)].reverse().flatMap(configIgnore),
    ...ignoreFilesAbove(IGNORE_FILE, folder),
    ...(git ? ignoreFilesAbove('.gitignore', folder) : []),
  ]
  const listsOf = new Map<string, Promise<readonly IgnoreList[]>>()
  /** The same for its files. */
  function listsForFilesIn(folder: string, git: boolean): Promise<readonly IgnoreList[]> {
    const key = `${git} ${folder}`
    const known = listsOf.get(key) ?? listsFor(folder, layersFor(join(folder, 'x')), git)
    listsOf.set(key, known)
    return known
  }

  /** The nearest list of patterns that says something decides. */
  async function isIgnoredAt(path: string, isFolder: boolean, git: boolean): Promise<boolean> {
    const folder = dirname(path)
    const lists = await (isFolder ? listsFor(folder, layersFor(join(path, 'x')), git) : listsForFilesIn(folder, git))
    for (const { base, patterns } of lists) {
      const inside = slashed(relative(base, path))
      if (inside === '' || inside === '..' || inside.startsWith('../') || /^[A-Za-z]:/u.test(inside)) continue
      const { ignored, unignored } = (await patterns()).test(isFolder ? `${inside}/` : inside)
      if (ignored || unignored) return ignored
    }
    return false
  }

  const ignoredFolders = new Map<string, Promise<boolean>>()
  const isFolderIgnored = (folder: string, git: boolean): Promise<boolean> => {
    const key = `${git} ${folder}`
    const known =
      ignoredFolders.get(key) ??
      (async () => {
        if (dirname(folder) === folder || source.exists(join(folder, '.git'))) return false
        return (await isFolderIgnored(dirname(folder), git)) || (await isIgnoredAt(folder, true, git))
      })()
    ignoredFolders.set(key, known)
    return known
  }

  /** The settings of folders all of whose files have the same. */
  const ofAllIn = new Map<string, TracedSettings>()
  return {
    files: () => [...read],
    async settingsFor(path) {
      const folder = dirname(resolve(cwd, path))
      const known = ofAllIn.get(folder)
      if (known !== undefined) return known
      const layers = [...(await layersFor(resolve(cwd, path))), ...last]
      const hasOverrides = layers.some(({ config }) => config.overrides !== undefined)
      if (!hasOverrides) {
        const settings = settingsFor(slashed(resolve(here, path)), layers, () => false)
        ofAllIn.set(folder, settings)
        return settings
      }
      const matches = await (matcher ??= loadMatcher())
      return settingsFor(slashed(resolve(here, path)), layers, matches)
    },
    async isIgnored(path, { isFolder = false, git = false } = {}) {
      if (noIgnore) return false
      const absolute = resolve(cwd, path)
      // What lies in a folder that is left out cannot be taken back: as in .gitignore.
      return (await isFolderIgnored(dirname(absolute), git)) || isIgnoredAt(absolute, isFolder, git)
    },
  }
}

/** Patterns as in .gitignore, from the folder they stand in; they are read when a path is first held against them. */
interface IgnoreList {
  readonly base: string
  patterns(): Promise<Ignore>
}

function createIgnoreList(base: string, text: string): IgnoreList {
  let read: Promise<Ignore> | undefined
  return { base, patterns: () => (read ??= import('ignore').then(({ default: ignore }) => ignore().add(text))) }
}

const loadMatcher = async () => (await import('./matcher.js')).createMatcher()

/** The file of settings in a folder. Throws when there are two. */
function configIn(folder: string, cwd: string, source: ConfigSource): string | undefined {
  const found: string[] = CONFIG_FILES.map((name) => join(folder, name)).filter((path) => source.exists(path))
  const manifest = join(folder, PACKAGE_FILE)
  if (hasSettings(readIfThere(manifest, source))) found.push(manifest)
  const [file, second] = found
  if (file !== undefined && second !== undefined) {
    const message = `Det finns inställningar också i ${basename(file)}. Behåll en av dem.`
    throw new ConfigError([{ path: showPath(second, cwd), line: 1, message }])
  }
  return file
}

function hasSettings(manifest: string): boolean {
  if (!manifest.includes('"klarsprak"')) return false
  try {
    return Object.hasOwn(JSON.parse(manifest.replace(/^\uFEFF/u, '')) as object, 'klarsprak')
  } catch {
    // Somebody else's file, and theirs to complain of.
    return false
  }
}

/** The settings with `bank` and `plugins` that are files as absolute paths. */
function withAbsolutePaths(config: Config, folder: string): Config {
  const fromFolder = (path: string) => (isRemote(path) ? path : resolve(folder, path))
  const own = <Part extends { bank?: string[] | undefined }>(part: Part): Part =>
    part.bank === undefined ? part : { ...part, bank: part.bank.map(fromFolder) }
  return {
    ...own(config),
    ...(config.plugins === undefined ? {} : { plugins: config.plugins.map((name) => pluginPath(name, folder)) }),
    ...(config.overrides === undefined ? {} : { overrides: config.overrides.map(own) }),
  }
}

/** Where a plugin's code is. Nothing of it is run; a package that is not installed keeps its name. */
function pluginPath(name: string, folder: string): string {
  if (/^\.{0,2}\//u.test(name)) return resolve(folder, name)
  try {
    return createRequire(join(folder, PACKAGE_FILE)).resolve(name)
  } catch {
    return name
  }
}

function readIfThere(path: string, source: ConfigSource): string {
  if (!source.exists(path)) return ''
  try {
    return source.read(path)
  } catch {
    return ''
  }
}

const slashed = (path: string) => (sep === '/' ? path : path.split(sep).join('/'))

/** As people see it: from where they stand, unless that is far away. */
const showPath = (path: string, cwd: string): string => {
  const inside = relative(resolve(cwd), path)
  return inside.startsWith(`..${sep}..${sep}..`) ? path : slashed(inside)
}
