/**
 * What a general lexicon knows of a form. A form may have several roles: ”kort” is a noun, an
 * adjective, and a first part.
 */
export const Role = {
  /** Accepted as a word of its own. Without it the key is only a part: ”hälso”, ”läkar”. */
  Word: 1,
  /** The lexicon itself says that the form may stand before another part, its link included: ”arbets”. */
  First: 2,
  /** May stand before another part by the rules of `firstPartForms`; the lexicon is silent. */
  FirstByRule: 4,
  /** The lexicon itself says that the form may end a compound. */
  Last: 8,
  Noun: 16,
  /** A finite form, infinitive or supine. */
  Verb: 32,
  /** An adjective or a participle. */
  Adjective: 64,
  /** A word with no inflection: adverbs, prepositions, pronouns, interjections. */
  Other: 128,
  Name: 256,
  /** The base form of its entry. */
  Base: 512,
  /** A compound of other words in the lexicon: ”läkarbesöket”, but not ”rapport” or ”lägenhet”. */
  Compound: 1024,
  /** A prefix or particle (för, om, till): begins many words that are no compounds of what follows. */
  Particle: 2048,
} as const

/**
 * A set of forms with roles, walked letter by letter so that looking for parts inside a word
 * cuts no strings. Keys are in lower case and NFC, as `wordKey` makes them.
 */
export interface Lexicon {
  /** How many forms there are. */
  readonly size: number
  /** Whether `key` is a word of its own. */
  has(key: string): boolean
  /** The roles of `key` as `Role` bits; 0 when it is unknown. */
  roles(key: string): number
  /** The node to begin a walk from. */
  readonly root: number
  /** The node one code unit further on, or -1. */
  step(node: number, codeUnit: number): number
  /** The roles of the form that ends at `node`; 0 when none does. */
  rolesAt(node: number): number
}

/** The binary is no lexicon, is damaged, or is of another version than this code reads. */
export class LexiconFormatError extends Error {
  override readonly name = 'LexiconFormatError'
}

// The binary: little-endian 32-bit words, then the letters and the edges' labels.
//
//   0  magic ”KSLX”      4  nodes N        8  checksum of all that follows word 3
//   1  version           5  edges E        9… values: V roles
//   2  length in bytes   6  values V          nodes:  N+1 first edges
//   3  checksum          7  letters L         targets: E nodes
//                        8  forms             valueIds: N × u16   letters: L × u16   labels: E × u8
//
// A node's edges stand together in order of their labels; label n is letter n-1. Node 0 is the root.
export const LEXICON_MAGIC = 0x584c534b
export const LEXICON_VERSION = 1
export const HEADER_WORDS = 9

/** FNV-1a over whole words. A change confined to one word never goes unnoticed. */
export function checksum(words: Uint32Array, from: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193)
  return hash >>> 0
}

const padded = (bytes: number): number => (bytes + 3) & ~3

/** Where each table of the binary begins, in bytes, and how long the whole is. */
export function layout(nodes: number, edges: number, values: number, letters: number) {
  const valuesAt = HEADER_WORDS * 4
  const nodesAt = valuesAt + values * 4
  const targetsAt = nodesAt + (nodes + 1) * 4
  const valueOfAt = targetsAt + edges * 4
  const lettersAt = valueOfAt + padded(nodes * 2)
  const labelsAt = lettersAt + padded(letters * 2)
  return { valuesAt, nodesAt, targetsAt, valueOfAt, lettersAt, labelsAt, length: labelsAt + padded(edges) }
}

/**
 * Reads a lexicon that `encodeLexicon` wrote. The bytes are used as they are, so they must not
 * change afterwards; they are copied only when they do not start at a multiple of four.
 *
 * @param options.isChecked the bytes are known to be as they were written, so their sum is not asked for
 * @throws {LexiconFormatError} if the bytes are not a whole lexicon of this version.
 */
export function createLexicon(
  input: Uint8Array,
  { isChecked = false }: { readonly isChecked?: boolean | undefined } = {},
): Lexicon {
  const bytes = input.byteOffset % 4 === 0 ? input : new Uint8Array(input)
  if (bytes.length < HEADER_WORDS * 4 || bytes.length % 4 !== 0) {
    throw new LexiconFormatError(`Not a lexicon: ${bytes.length} bytes is too short or not a multiple of 4.`)
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  const [magic, version, length, sum, nodes, edges, values, letters, size] = words as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (magic !== LEXICON_MAGIC) throw new LexiconFormatError('Not a lexicon: the first four bytes are not ”KSLX”.')
  if (version !== LEXICON_VERSION) {
    throw new LexiconFormatError(`Lexicon version ${version}; this program reads version ${LEXICON_VERSION}.`)
  }
  const at = layout(nodes, edges, values, letters)
  if (length !== bytes.length || at.length !== bytes.length || letters > 255 || nodes === 0) {
    throw new LexiconFormatError(`Damaged lexicon: ${bytes.length} bytes, but its tables need ${at.length}.`)
  }
  if (!isChecked && checksum(words, 4) !== sum) throw new LexiconFormatError('Damaged lexicon: the checksum is wrong.')

  const { buffer } = bytes
  const base = bytes.byteOffset
  const rolesOf = new Uint32Array(buffer, base + at.valuesAt, values)
  const firstEdge = new Uint32Array(buffer, base + at.nodesAt, nodes + 1)
  const target = new Uint32Array(buffer, base + at.targetsAt, edges)
  const valueIds = new Uint16Array(buffer, base + at.valueOfAt, nodes)
  const labels = new Uint8Array(buffer, base + at.labelsAt, edges)
  const labelOf = new Uint8Array(0x250)
  const rareLabels = new Map<number, number>()
  new Uint16Array(buffer, base + at.lettersAt, letters).forEach((unit, i) => {
    if (unit < labelOf.length) labelOf[unit] = i + 1
    else rareLabels.set(unit, i + 1)
  })
  // The root has many edges and every walk begins there.
  const fromRoot = new Int32Array(256).fill(-1)
  for (let e = firstEdge[0]!; e < firstEdge[1]!; e++) fromRoot[labels[e]!] = target[e]!

  function step(node: number, unit: number): number {
    const label = unit < labelOf.length ? labelOf[unit]! : (rareLabels.get(unit) ?? 0)
    if (label === 0) return -1
    if (node === 0) return fromRoot[label]!
    const end = firstEdge[node + 1]!
    for (let e = firstEdge[node]!; e < end; e++) if (labels[e] === label) return target[e]!
    return -1
  }
  const rolesAt = (node: number): number => rolesOf[valueIds[node]!]!
  function roles(key: string): number {
    let node = 0
    for (let i = 0; i < key.length; i++) {
      node = step(node, key.charCodeAt(i))
      if (node === -1) return 0
    }
    return rolesAt(node)
  }
  return { size, root: 0, step, rolesAt, roles, has: (key) => (roles(key) & Role.Word) !== 0 }
}
