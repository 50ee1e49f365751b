import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CONFIG_FILES, createConfigLoader } from '../../config/load-config.js'
import { localeOf } from '../../documents/locale/locale-of.js'
import { looksLikeCopy } from '../../documents/looks-like-copy.js'
import { extensionOf, FILE_EXTENSIONS } from '../../documents/parsers.js'
import type { Command } from '../command.js'
import { findFiles } from '../find-files.js'
import { ExitCode, UserError } from '../io.js'
import { readError } from '../read-error.js'
import { writeWholeFile } from '../write-file.js'

const FILE = CONFIG_FILES[0]

export const initCommand: Command = {
  name: 'init',
  usage: '',
  summary: 'Se efter vilka texter som finns här och skriv en fil med inställningar.',
  options: {
    stdout: { type: 'boolean', help: 'Visa inställningarna, men skriv ingen fil.' },
    force: { type: 'boolean', help: 'Skriv över inställningar som redan finns.' },
  },
  examples: ['klarsprak init', 'klarsprak init --stdout'],
  async run(args, io) {
    if (args.positionals.length > 0) throw new UserError('Kör klarsprak init i projektets mapp, utan sökväg.')
    const existing = CONFIG_FILES.find((name) => existsSync(join(io.cwd, name)))
    const isShown = args.flag('stdout')
    if (existing !== undefined && !isShown && !args.flag('force')) {
      throw new UserError(
        `${existing} finns redan. Lägg till --force för att skriva över, eller --stdout för att jämföra.`,
      )
    }
    // What the settings that may be there leave out, `init` should see.
    const ignores = createConfigLoader({ cwd: io.cwd, from: { file: undefined } })
    const { paths } = await findFiles({
      patterns: ['.'],
      extensions: FILE_EXTENSIONS,
      cwd: io.cwd,
      isWanted: looksLikeCopy,
      isIgnored: ignores.isIgnored,
    })
    const text = settingsFor(paths)
    if (isShown) {
      io.out(text)
      return ExitCode.Clean
    }
    const name = existing !== undefined && existing !== 'klarsprak.config.json' ? existing : FILE
    if (existing === 'klarsprak.config.json') {
      throw new UserError(`${existing} finns. Ta bort den först: en mapp har en fil med inställningar.`)
    }
    await writeWholeFile(resolve(io.cwd, name), text).catch((error: unknown) => {
      throw new UserError(`${name} kunde inte skrivas. ${readError(error)}`)
    })
    io.err(`${name} är skriven: ${counted(paths.length)}. Kör klarsprak lint för att granska.\n`)
    return ExitCode.Clean
  },
}

/** Folders whose name says that citizens are not the readers. */
const STAFF = /^(?:personal|intern(?:t|webb)?|medarbetare|intranat|intranät|staff|vardgivare|vårdgivare)$/iu
const DECISION = /^(?:beslut|beslutsmallar|decisions?)$/iu
/** Folders and kinds that are named in the file. */
const MOST_NAMED = 8

/** A file of settings for a project with these texts, with what else there is to choose as comments. */
export function settingsFor(paths: readonly string[]): string {
  const folders = new Map<string, Map<string, number>>()
  for (const path of paths) {
    const parts = path.split('/')
    const folder = parts.length === 1 ? '.' : parts.slice(0, Math.min(2, parts.length - 1)).join('/')
    const kinds = folders.get(folder) ?? new Map<string, number>()
    kinds.set(extensionOf(path), (kinds.get(extensionOf(path)) ?? 0) + 1)
    folders.set(folder, kinds)
  }
  const languages = [...new Set(paths.flatMap((path) => localeOf(path) ?? []))].sort()
  const named = [...folders].slice(0, MOST_NAMED).map(([folder, kinds]) => {
    const list = [...kinds].map(([extension, count]) => `${count} ${extension}`).join(', ')
    return `#   ${folder}: ${list}`
  })
  const rest = folders.size - named.length
  const overrides = [
    ...groupsNamed(paths, STAFF).map((files) => ({ files, audience: 'staff' })),
    ...groupsNamed(paths, DECISION).map((files) => ({ files, audience: 'decision' })),
  ]
  const lines = [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/klarsprak/klarsprak/main/docs/schemas/config.schema.json',
    '# Inställningar för Klarspråk. Alla inställningar: docs/guide/installningar.md i Klarspråk.',
    '#',
    `# Här finns ${counted(paths.length)}${paths.length === 0 ? '.' : ':'}`,
    ...named,
    ...(rest > 0 ? [`#   och ${rest} mappar till`] : []),
    ...(languages.length > 0
      ? [`# Språk i filernas namn: ${languages.join(', ')}. Bara svenska texter granskas mot reglerna.`]
      : []),
    '',
    '# recommended har så gott som aldrig fel, strict säger mer, all är alla regler.',
    'preset: recommended',
    '',
    '# Vem texterna är till för: citizen (invånare), staff (personal) eller decision (beslut).',
    'audience: citizen',
    '',
    '# Regler som ska ha en annan nivå: off, info, warning eller error.',
    '# rules:',
    '#   jargon: info',
    '#   avoid-term: [error, { quotes: true }]',
    '',
    '# Egna termer, som går före den nationella termbanken.',
    '# bank: [termer/]',
    '',
    '# Filer som inte ska granskas. Det som står i .gitignore hoppas redan över.',
    '# ignore: [arkiv/]',
    '',
    ...(overrides.length === 0
      ? [
          '# Andra inställningar för en del av filerna.',
          '# overrides:',
          '#   - files: [personal/**]',
          '#     audience: staff',
        ]
      : [
          '# Andra inställningar för en del av filerna. Mapparnas namn tyder på andra läsare: ändra om det är fel.',
          'overrides:',
          ...overrides.flatMap(({ files, audience }) => [
            `  - files: [${JSON.stringify(files)}]`,
            `    audience: ${audience}`,
          ]),
        ]),
  ]
  return `${lines.join('\n')}\n`
}

const counted = (count: number) => (count === 1 ? '1 text' : `${count} texter`)

/** Patterns for the folders that are called so. */
function groupsNamed(paths: readonly string[], name: RegExp): readonly string[] {
  const groups = new Set<string>()
  for (const path of paths) {
    const folders = path.split('/').slice(0, -1)
    const at = folders.findIndex((folder) => name.test(folder))
    if (at >= 0) groups.add(`${folders.slice(0, at + 1).join('/')}/**`)
  }
  return [...groups].sort()
}
