import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { z } from 'zod'
import { Concept } from '../../model/concept.js'
import { nearest } from '../../model/nearest.js'
import { Overlay } from '../../model/overlay.js'
import { inFileOrder, type Place, type Problem, problem } from '../../problems/problem.js'
import { whatIsWrong } from './schema-sentences.js'
import { syntaxSentence } from './syntax-sentences.js'

/** Keys from the top of a concept or an overlay, for example `['terms', 0, 'status']`. */
export type KeyPath = readonly (string | number)[]

/** Where a key of an entry stands in its file; the nearest key around it when the key itself is not written. */
export type PlaceOf = (entry: Concept | Overlay, key?: KeyPath) => Place | undefined

export interface ConceptFile {
  readonly concepts: readonly Concept[]
  readonly overlays: readonly Overlay[]
  readonly problems: readonly Problem[]
  /** Knows the entries of this file; undefined for all others. */
  readonly placeOf: PlaceOf
}

/**
 * Reads a bank file: one concept, or `concepts: […]` and `overlays: […]`. Every problem of syntax
 * and schema is collected; an entry with a problem is left out and the others are read all the same.
 *
 * What can only be seen by looking at several concepts is for `checkConcepts`.
 */
export function readConcepts(text: string, path: string): ConceptFile {
  const concepts: Concept[] = []
  const overlays: Overlay[] = []
  const problems: Problem[] = []
  const nodes = new Map<Concept | Overlay, Node>()
  const lines = new LineCounter()
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const lineOf = (node: Node): number => lineAt(node.range?.[0] ?? 0)

  const readEntry = (document: Document, node: Node, kind: 'concept' | 'overlay'): void => {
    const [from, , to] = node.range ?? [0, 0, text.length]
    // A broken entry has been reported already; what is left of it would only give misleading problems.
    if (document.errors.some(({ pos }) => pos[0] >= from && pos[0] < Math.max(to, from + 1))) return
    const value = plainValue(document, node)
    const id = entryId(value, kind)
    if (value instanceof Error) {
      problems.push(problem('BANK-YAML', { path, line: lineOf(node) }, { what: syntaxSentence(value) }))
      return
    }
    const schema: z.ZodType<Concept | Overlay> = kind === 'concept' ? Concept : Overlay
    const read = schema.safeParse(value)
    if (read.success) {
      nodes.set(read.data, node)
      if (kind === 'concept') concepts.push(read.data as Concept)
      else overlays.push(read.data as Overlay)
      return
    }
    for (const issue of read.error.issues) {
      for (const { key, what, atKey } of whatIsWrong(issue, value, kind)) {
        const place = { path, line: lineAt(offsetOf(node, key, atKey)), conceptId: id }
        problems.push(
          problem('BANK-SCHEMA', place, {
            where: key.join('.') || (kind === 'concept' ? 'begreppet' : 'ändringen'),
            what,
          }),
        )
      }
    }
  }

  const readList = (document: Document, node: unknown, kind: 'concept' | 'overlay'): void => {
    if (isSeq(node)) {
      for (const item of node.items) {
        if (isNode(item)) readEntry(document, item, kind)
      }
    } else if (document.errors.length === 0) {
      const line = isNode(node) ? lineOf(node) : 1
      problems.push(
        problem(
          'BANK-SCHEMA',
          { path, line },
          { where: `${kind}s`, what: 'Det ska vara en lista: varje post börjar med ett bindestreck.' },
        ),
      )
    }
  }

  const readTop = (document: Document): void => {
    const top = document.contents
    if (isMap(top) && (top.has('concepts') || top.has('overlays'))) {
      for (const { key, value } of top.items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (name === 'concepts') readList(document, value, 'concept')
        else if (name === 'overlays') readList(document, value, 'overlay')
        else if (document.errors.length === 0) {
          const line = isNode(key) ? lineOf(key) : 1
          const hint = nearest(name, ['concepts', 'overlays'])
          const what = `Okänd nyckel.${hint === undefined ? ' Här får concepts och overlays stå.' : ` Menar du ${hint}?`}`
          problems.push(problem('BANK-SCHEMA', { path, line }, { where: name, what }))
        }
      }
    } else if (isSeq(top)) readList(document, top, 'concept')
    else if (isMap(top)) readEntry(document, top, 'concept')
    else if (top !== null && document.errors.length === 0) {
      const what = 'Filen ska innehålla ett begrepp, eller listorna concepts och overlays.'
      problems.push(problem('BANK-SCHEMA', { path, line: isNode(top) ? lineOf(top) : 1 }, { where: 'filen', what }))
    }
  }

  const parsed = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : []
  for (const document of documents) {
    for (const error of document.errors) {
      problems.push(problem('BANK-YAML', { path, line: lineAt(error.pos[0]) }, { what: syntaxSentence(error) }))
    }
    readTop(document)
  }

  const placeOf: PlaceOf = (entry, key = []) => {
    const node = nodes.get(entry)
    return node === undefined ? undefined : { path, line: lineAt(offsetOf(node, key, true)) }
  }
  return { concepts, overlays, problems: inFileOrder(problems), placeOf }
}

/** A plain value, or the reason there is none (an alias without an anchor, or aliases that multiply beyond reason). */
function plainValue(document: Document, node: Node): unknown {
  try {
    return node.toJS(document, { maxAliasCount: 100 })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function entryId(value: unknown, kind: 'concept' | 'overlay'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const id = (value as Record<string, unknown>)[kind === 'concept' ? 'id' : 'concept']
  return typeof id === 'string' ? id : undefined
}

/** Where `key` begins in the file: the key itself with `atKey`, else its value; as far down as it is written. */
function offsetOf(node: Node, key: KeyPath, atKey: boolean): number {
  let at: Node = node
  let offset = node.range?.[0] ?? 0
  for (const step of key) {
    if (isMap(at)) {
      const pair = at.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (pair === undefined) return offset
      const keyOffset = isNode(pair.key) ? pair.key.range?.[0] : undefined
      if (!isNode(pair.value)) return keyOffset ?? offset
      at = pair.value
      offset = (atKey ? keyOffset : at.range?.[0]) ?? offset
    } else if (isSeq(at)) {
      const item = at.items[Number(step)]
      if (!isNode(item)) return offset
      at = item
      offset = at.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
