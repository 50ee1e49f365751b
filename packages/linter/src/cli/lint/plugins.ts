import { basename, isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PlainSettings } from '../../config/merge.js'
import type { SourceFile } from '../../documents/document.js'
import type { ParserFor } from '../../documents/parsers.js'
import { inFileOrder } from '../../findings/in-file-order.js'
import { suppressionsOf } from '../../findings/suppress.js'
import type { Linted } from '../../lint.js'
import type { NamedPlugin } from '../../retext/run-plugins.js'
import { RULES } from '../../rules/index.js'
import { importAtRunTime } from '../import-at-run-time.js'
import { UserError } from '../io.js'

/** Adds what a team's own rules say to what was found in a file. */
export type AddPluginFindings = (file: SourceFile, linted: Linted, settings: PlainSettings) => Promise<Linted>

/** Plugins are code: they are loaded when a file's settings name them, once each. */
export function createPluginRunner(parserFor: ParserFor, today: string): AddPluginFindings {
  const loaded = new Map<string, Promise<NamedPlugin>>()
  return async (file, linted, { plugins: names = [], rules }) => {
    if (names.length === 0) return linted
    const { runPlugins } = await import('../../retext/run-plugins.js')
    const plugins: NamedPlugin[] = []
    for (const name of names) {
      const known = loaded.get(name) ?? load(name)
      loaded.set(name, known)
      plugins.push(await known)
    }
    const document = parserFor(file).parse(file.text)
    const found = await runPlugins(document, plugins, rules)
    const ruleIds = [...new Set([...RULES, ...found.map(({ ruleId }) => ({ id: ruleId }))].map(({ id }) => id))]
    const { kept, suppressed } = suppressionsOf(document, { ruleIds, today }).divide(found)
    return {
      ...linted,
      findings: inFileOrder([...linted.findings, ...kept]),
      suppressed: [...linted.suppressed, ...suppressed],
    }
  }
}

async function load(name: string): Promise<NamedPlugin> {
  if (!isAbsolute(name)) {
    throw new UserError(`Tillägget ${name} i inställningarna finns inte. Installera det, eller ta bort det ur plugins.`)
  }
  let module: { readonly default?: unknown }
  try {
    module = (await importAtRunTime(pathToFileURL(name).href)) as typeof module
  } catch (error) {
    throw new UserError(
      `Tillägget ${name} gick inte att ladda: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (typeof module.default !== 'function') {
    throw new UserError(`Tillägget ${name} är inget retext-tillägg: det ska exportera en funktion som default.`)
  }
  return { name: basename(name).replace(/\.[cm]?js$/u, ''), plugin: module.default as NamedPlugin['plugin'] }
}
