import { checksum, LEXICON_MAGIC, LEXICON_VERSION, layout } from './lexicon.js'

/**
 * Writes forms and their roles in the binary form that `createLexicon` reads: a minimal acyclic
 * automaton, built from the sorted keys (Daciuk et al. 2000, ”Incremental construction of minimal
 * acyclic finite-state automata”). Memory and time are linear in the letters of all keys.
 *
 * @throws {RangeError} if a key is empty, there are more than 255 letters, or more than 65,535 sets of roles.
 */
export function encodeLexicon(entries: ReadonlyMap<string, number>): Uint8Array {
  const keys = [...entries.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  if (keys[0] === '') throw new RangeError('A lexicon cannot have an empty key.')
  const letters = [...new Set(keys.flatMap((key) => [...new Set(key.split(''))]))].sort()
  if (letters.length > 255)
    throw new RangeError(`A lexicon has at most 255 letters; these keys have ${letters.length}.`)
  const labelOf = new Map(letters.map((letter, i) => [letter, i + 1]))
  const values = [...new Set([0, ...entries.values()])].sort((a, b) => a - b)
  if (values.length > 0xffff) throw new RangeError(`At most 65,535 sets of roles; these are ${values.length}.`)
  const valueIndex = new Map(values.map((value, i) => [value, i]))

  // Finished nodes, equal ones shared; `path` holds the node under construction at each depth.
  const register = new Map<string, number>()
  const finished: { readonly value: number; readonly edges: readonly number[] }[] = []
  const path: { value: number; edges: number[] }[] = [{ value: 0, edges: [] }]
  const finish = (node: { value: number; edges: number[] }): number => {
    const signature = `${node.value}:${node.edges.join()}`
    let id = register.get(signature)
    if (id === undefined) {
      id = finished.push(node) - 1
      register.set(signature, id)
    }
    return id
  }
  const closeTo = (depth: number, previous: string): void => {
    while (path.length - 1 > depth) {
      const child = finish(path.pop()!)
      path.at(-1)!.edges.push(labelOf.get(previous[path.length - 1]!)!, child)
    }
  }
  let previous = ''
  for (const key of keys) {
    let shared = 0
    while (shared < previous.length && shared < key.length && previous[shared] === key[shared]) shared++
    closeTo(shared, previous)
    while (path.length - 1 < key.length) path.push({ value: 0, edges: [] })
    path.at(-1)!.value = valueIndex.get(entries.get(key)!)!
    previous = key
  }
  closeTo(0, previous)
  // The root is written first, so every other node is one further on.
  const nodes = [path[0]!, ...finished]
  const edgeCount = nodes.reduce((sum, node) => sum + node.edges.length / 2, 0)

  const at = layout(nodes.length, edgeCount, values.length, letters.length)
  const bytes = new Uint8Array(at.length)
  const words = new Uint32Array(bytes.buffer)
  const valueIds = new Uint16Array(bytes.buffer, at.valueOfAt, nodes.length)
  words.set(values, at.valuesAt / 4)
  new Uint16Array(bytes.buffer, at.lettersAt, letters.length).set(letters.map((letter) => letter.charCodeAt(0)))
  let edge = 0
  nodes.forEach((node, n) => {
    words[at.nodesAt / 4 + n] = edge
    valueIds[n] = node.value
    for (let e = 0; e < node.edges.length; e += 2, edge++) {
      bytes[at.labelsAt + edge] = node.edges[e]!
      words[at.targetsAt / 4 + edge] = node.edges[e + 1]! + 1
    }
  })
  words[at.nodesAt / 4 + nodes.length] = edge
  words.set([LEXICON_MAGIC, LEXICON_VERSION, at.length, 0], 0)
  words.set([nodes.length, edgeCount, values.length, letters.length, entries.size], 4)
  words[3] = checksum(words, 4)
  return bytes
}
