import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { nearest } from '../nearest.js'
import { RULES } from '../rules/index.js'
import { optionsSchema } from '../rules/options-schema.js'
import type { ConfigProblem } from './config-problem.js'
import type { Origin } from './merge.js'
import { PRESET_PREFIX } from './preset-prefix.js'
import { Config } from './schema.js'

export interface ReadConfig {
  /** What could be understood; nothing of it when there are problems. */
  readonly config: Config
  originOf(path: KeyPath): Origin
  readonly problems: readonly ConfigProblem[]
}

type KeyPath = readonly (string | number)[]

/**
 * Reads settings written as YAML or JSON.
 *
 * @param path as it is shown to people
 * @param within the key that holds the settings, in a package.json
 */
export function readConfig(text: string, path: string, within: readonly string[] = []): ReadConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, maxAliasCount: 100 } as object)
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const lineOf = (at: KeyPath) => lineAt(offsetOf(document.contents as Node | null, [...within, ...at]))
  const originOf = (at: KeyPath): Origin => ({ name: path, line: lineOf(at) })
  const faults = document.errors.map(({ pos, code }) => ({
    path,
    line: lineAt(pos[0]),
    message: SYNTAX[code] ?? `Filen går inte att läsa (${code}). Kontrollera indrag, kolon och citattecken.`,
  }))
  if (faults.length > 0) return { config: {}, originOf, problems: faults }
  const whole = plainValue(document)
  if (whole instanceof Error) return { config: {}, originOf, problems: [{ path, line: 1, message: BAD_ALIAS }] }
  const value = within.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], whole) ?? {}
  const parsed = Config.safeParse(value)
  const issues = parsed.success
    ? ruleIssues(parsed.data)
    : parsed.error.issues.flatMap((issue) => explain(issue, value))
  const problems = issues.map(({ at, message }) => ({ path, line: lineOf(at), message }))
  return { config: parsed.success && problems.length === 0 ? parsed.data : {}, originOf, problems }
}

/** A plain value, or why there is none: an alias without an anchor, or aliases that multiply beyond reason. */
function plainValue(document: Pick<Document, 'toJS'>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const BAD_ALIAS = 'Tecknet * har en egen betydelse i YAML. Sätt texten inom citattecken.'

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Samma inställning står två gånger. Ta bort den ena.',
  TAB_AS_INDENT: 'Raden är indragen med tabb. Använd blanksteg.',
  BAD_INDENT: 'Indraget stämmer inte. Kontrollera blankstegen i början av raden.',
}

interface Issue {
  readonly at: KeyPath
  readonly message: string
}

/** Where the key (or the item) that `at` leads to stands; of a path that is not there, its nearest part. */
function offsetOf(root: Node | null, at: KeyPath): number {
  let node: unknown = root
  let offset = 0
  for (const step of at) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined
      if (item === undefined) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}

const ruleIds = RULES.map(({ id }) => id)

/** What the schema cannot know: which rules there are, and their options. */
function ruleIssues(config: Config): readonly Issue[] {
  const parts = [
    { part: config, at: [] as KeyPath },
    ...(config.overrides ?? []).map((part, index) => ({ part, at: ['overrides', index] as KeyPath })),
  ]
  const issues: Issue[] = []
  for (const { part, at } of parts) {
    for (const [id, setting] of Object.entries(part.rules ?? {})) {
      const place = [...at, 'rules', id]
      const rule = RULES.find((candidate) => candidate.id === id)
      // A plugin's rules are named with a colon, and known only when it has been loaded.
      if (rule === undefined && !id.includes(':')) {
        issues.push({ at: place, message: `Det finns ingen regel som heter ”${id}”.${meant(id, ruleIds)}` })
      }
      if (rule === undefined || !Array.isArray(setting)) continue
      const schema = optionsSchema(rule)
      const options = schema.safeParse(setting[1])
      if (options.success) continue
      for (const issue of options.error.issues) {
        for (const { at: inner, message } of explain(issue, setting[1], schema)) {
          issues.push({ at: [...place, 1, ...inner], message: `Regeln ${id}: ${message}` })
        }
      }
    }
  }
  const wanted = typeof config.extends === 'string' ? [config.extends] : (config.extends ?? [])
  for (const [index, name] of wanted.entries()) {
    if (!name.startsWith(PRESET_PREFIX) || PRESET_NAMES.includes(name)) continue
    const message = `Det finns ingen uppsättning som heter ”${name}”.${meant(name, PRESET_NAMES)}`
    issues.push({ at: typeof config.extends === 'string' ? ['extends'] : ['extends', index], message })
  }
  return issues
}

const PRESET_NAMES: readonly string[] = ['recommended', 'strict', 'all'].map((name) => PRESET_PREFIX + name)

const meant = (word: string, candidates: readonly string[]): string => {
  const near = nearest(word, candidates)
  return near === undefined ? '' : ` Menar du ”${near}”?`
}

/** A fault that the schema has found, in Swedish, and what may have been meant. */
function explain(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType = Config): readonly Issue[] {
  const at = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const name = at.length === 0 ? 'Filen' : `”${at.map(String).join('.')}”`
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, at)
    return issue.keys.map((key) => ({
      at: [...at, key],
      message: `Inställningen ”${[...at, key].join('.')}” finns inte.${meant(key, known)}`,
    }))
  }
  const given = at.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
    value,
  )
  const shown = given === undefined ? 'saknas' : `är ${JSON.stringify(given).slice(0, 60)}`
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String)
    return [{ at, message: `${name} ${shown}. Välj ${choices.join(', ')}.${meant(String(given), choices)}` }]
  }
  if (issue.code === 'invalid_type') {
    return [{ at, message: `${name} ${shown}, men ska vara ${TYPES[issue.expected] ?? issue.expected}.` }]
  }
  const rest = at.at(-2) === 'rules' ? RULE_HINT : at.at(-1) === 'maxFileSize' ? SIZE_HINT : ''
  const word = typeof given === 'string' && rest === RULE_HINT ? meant(given, ['off', 'info', 'warning', 'error']) : ''
  return [{ at, message: `${name} ${shown} och går inte att använda.${rest}${word}` }]
}

const RULE_HINT = ' Skriv off, info, warning eller error, eller [warning, { inställning: värde }].'
const SIZE_HINT = ' Skriv ett antal byte, eller till exempel 2 MB.'

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  tuple: 'en lista',
  object: 'inställningar med namn',
  record: 'inställningar med namn',
}

/** The names that the schema has at `at`. */
function keysAt(schema: z.ZodType, at: KeyPath): readonly string[] {
  let inner: JsonSchemaNode | undefined = z.toJSONSchema(schema, { io: 'input' }) as JsonSchemaNode
  for (const step of at) inner = typeof step === 'number' ? inner?.items : inner?.properties?.[step]
  return Object.keys(inner?.properties ?? {})
}

interface JsonSchemaNode {
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>
  readonly items?: JsonSchemaNode
}
