import type { TermIndex } from '@klarsprak/termbank'
import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver-types'
import type { Lines } from '../documents/lines.js'
import { preferredTerms } from '../features/show-concept.js'
import { placeInYaml } from './key-path.js'

/** The part of JSON Schema that our schemas use. */
export interface JsonSchemaNode {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchemaNode>>
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchemaNode[]
  readonly oneOf?: readonly JsonSchemaNode[]
  readonly allOf?: readonly JsonSchemaNode[]
  readonly properties?: Readonly<Record<string, JsonSchemaNode>>
  readonly additionalProperties?: JsonSchemaNode | boolean
  readonly items?: JsonSchemaNode | boolean
  readonly prefixItems?: readonly JsonSchemaNode[]
  readonly required?: readonly string[]
}

/** Keys whose values are ids of concepts. */
const CONCEPT_KEYS = new Set(['target', 'concept', 'replacedBy'])
const MOST_CONCEPTS = 2000

/** The keys that may stand at `offset` of a YAML text, or the values of the key that is being written. */
export function completeBySchema(
  schema: JsonSchemaNode,
  text: string,
  offset: number,
  lines: Lines,
  index?: TermIndex,
): CompletionList {
  const place = placeInYaml(text, offset)
  if (place === undefined) return { isIncomplete: false, items: [] }
  const around = place.path.reduce<readonly JsonSchemaNode[]>(
    (nodes, key) => inside(nodes, key, schema),
    flat([schema], schema),
  )
  const range = lines.rangeOf({ start: offset - place.typed.length, end: offset })
  const item = (newText: string, label: string, rest: Partial<CompletionItem>): CompletionItem => ({
    label,
    ...rest,
    textEdit: { range, newText },
  })
  const items =
    place.key === undefined
      ? keysOf(around)
          .filter(({ key }) => !place.siblings.has(key))
          .map(({ key, description, isRequired }) =>
            item(`${key}: `, key, {
              kind: CompletionItemKind.Property,
              sortText: `${isRequired ? 0 : 1}${key}`,
              ...(description === undefined ? {} : { documentation: description }),
            }),
          )
      : [
          ...valuesOf(inside(around, place.key, schema)).map((value) =>
            item(value, value, { kind: CompletionItemKind.EnumMember }),
          ),
          ...(index !== undefined && CONCEPT_KEYS.has(place.key)
            ? conceptsOf(index).map(({ id, label }) =>
                item(id, id, { kind: CompletionItemKind.Reference, detail: label, filterText: `${id} ${label}` }),
              )
            : []),
        ]
  return { isIncomplete: false, items }
}

/** What the schema says of a key at `offset`. */
export function describeKeyAt(schema: JsonSchemaNode, text: string, offset: number) {
  const word = /[\w$-]*$/u.exec(text.slice(0, offset))![0]
  const rest = /^[\w$-]*/u.exec(text.slice(offset))![0]
  const start = offset - word.length
  const end = offset + rest.length
  if (end === start || !/^["']?\s*:(?:\s|$)/u.test(text.slice(end))) return undefined
  const place = placeInYaml(text, start)
  if (place === undefined || place.key !== undefined) return undefined
  const around = place.path.reduce<readonly JsonSchemaNode[]>(
    (nodes, key) => inside(nodes, key, schema),
    flat([schema], schema),
  )
  const description = keysOf(around).find(({ key }) => key === word + rest)?.description
  return description === undefined ? undefined : { span: { start, end }, description }
}

function keysOf(nodes: readonly JsonSchemaNode[]) {
  const keys = new Map<string, { key: string; description: string | undefined; isRequired: boolean }>()
  for (const { properties = {}, required = [] } of nodes) {
    for (const [key, { description }] of Object.entries(properties)) {
      if (!keys.has(key)) keys.set(key, { key, description, isRequired: required.includes(key) })
    }
  }
  return [...keys.values()]
}

function valuesOf(nodes: readonly JsonSchemaNode[]): readonly string[] {
  const values = nodes.flatMap((node) => [
    ...(node.enum ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
  ])
  return [...new Set(values.map(String))]
}

/** The schemas of what stands under `key`, or of the items of a list. */
function inside(nodes: readonly JsonSchemaNode[], key: string, root: JsonSchemaNode): readonly JsonSchemaNode[] {
  const found = nodes.flatMap((node): readonly JsonSchemaNode[] => {
    if (key === '[]') {
      return [...(node.prefixItems ?? []), ...(typeof node.items === 'object' ? [node.items] : [])]
    }
    const property = Object.hasOwn(node.properties ?? {}, key) ? node.properties?.[key] : undefined
    if (property !== undefined) return [property]
    return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []
  })
  return flat(found, root)
}

/** Every alternative of the schemas, and what they refer to. */
function flat(nodes: readonly JsonSchemaNode[], root: JsonSchemaNode, depth = 0): readonly JsonSchemaNode[] {
  if (depth > 10) return []
  return nodes.flatMap((node) => {
    const referred = node.$ref === undefined ? [] : [referredTo(node.$ref, root)].filter((one) => one !== undefined)
    const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? []), ...referred]
    return [node, ...flat(others, root, depth + 1)]
  })
}

const referredTo = (ref: string, root: JsonSchemaNode): JsonSchemaNode | undefined =>
  ref === '#' ? root : root.$defs?.[ref.replace(/^#\/\$defs\//u, '')]

const labelled = new WeakMap<TermIndex, readonly { readonly id: string; readonly label: string }[]>()

function conceptsOf(index: TermIndex): readonly { readonly id: string; readonly label: string }[] {
  const known =
    labelled.get(index) ??
    [...index.concepts()]
      .slice(0, MOST_CONCEPTS)
      .map((concept) => ({ id: concept.id, label: (preferredTerms(concept)[0] ?? concept.terms[0])?.label ?? '' }))
  labelled.set(index, known)
  return known
}
