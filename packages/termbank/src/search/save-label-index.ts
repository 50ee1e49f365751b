import type { KeyTrie } from './key-trie.js'
import type { LabelIndex } from './label-index.js'

/**
 * The file: `KLSL`, version, checksum of what follows, then each part as its length in bytes and its
 * bytes, padded to four. Little-endian. Loading makes views on the bytes and copies nothing but texts.
 */
const MAGIC = 0x4c_53_4c_4b // "KLSL"
const VERSION = 1
const HEADER_WORDS = 3

type Part = Uint32Array | Uint16Array | string

const partsOf = ({
  labelPool,
  labelOffsets,
  trie,
  keyLabels,
  keyLabelOffsets,
  fromEnd,
}: LabelIndex): readonly Part[] => [
  labelPool,
  labelOffsets,
  keyLabels,
  keyLabelOffsets,
  fromEnd,
  trie.pool,
  trie.offsets,
  trie.firstChild,
  trie.childCount,
  trie.edgeStart,
  trie.edgeLength,
  trie.low,
  trie.high,
]

const padded = (length: number): number => (length + 3) & ~3

export function saveLabelIndex(index: LabelIndex): Uint8Array {
  const chunks = partsOf(index).map((part) =>
    typeof part === 'string'
      ? new TextEncoder().encode(part)
      : new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
  )
  const size = chunks.reduce((sum, chunk) => sum + 4 + padded(chunk.length), HEADER_WORDS * 4)
  const bytes = new Uint8Array(size)
  const words = new Uint32Array(bytes.buffer)
  words[0] = MAGIC
  words[1] = VERSION
  let at = HEADER_WORDS * 4
  for (const chunk of chunks) {
    words[at >> 2] = chunk.length
    bytes.set(chunk, at + 4)
    at += 4 + padded(chunk.length)
  }
  words[2] = checksum(words)
  return bytes
}

/** @throws {Error} when the bytes are no label index, of another version, or damaged. */
export function loadLabelIndex(source: Uint8Array): LabelIndex {
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice()
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  if (words.length < HEADER_WORDS || words[0] !== MAGIC) throw new Error('These bytes are not a label index.')
  if (words[1] !== VERSION)
    throw new Error(
      `The label index has version ${words[1]}; this program reads version ${VERSION}. Build the bank again.`,
    )
  if (bytes.byteLength % 4 !== 0 || words[2] !== checksum(words))
    throw new Error('The label index is damaged. Build the bank again.')
  let at = HEADER_WORDS * 4
  const next = (): readonly [start: number, length: number] => {
    const length = words[at >> 2]!
    const start = bytes.byteOffset + at + 4
    at += 4 + padded(length)
    return [start, length]
  }
  const numbers = (): Uint32Array => {
    const [start, length] = next()
    return new Uint32Array(bytes.buffer as ArrayBuffer, start, length >> 2)
  }
  const shorts = (): Uint16Array => {
    const [start, length] = next()
    return new Uint16Array(bytes.buffer as ArrayBuffer, start, length >> 1)
  }
  const text = (): string => {
    const [start, length] = next()
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      new Uint8Array(bytes.buffer as ArrayBuffer, start, length),
    )
  }
  const labelPool = text()
  const labelOffsets = numbers()
  const keyLabels = numbers()
  const keyLabelOffsets = numbers()
  const fromEnd = numbers()
  const trie: KeyTrie = {
    pool: text(),
    offsets: numbers(),
    firstChild: numbers(),
    childCount: shorts(),
    edgeStart: numbers(),
    edgeLength: shorts(),
    low: numbers(),
    high: numbers(),
  }
  return { labelPool, labelOffsets, trie, keyLabels, keyLabelOffsets, fromEnd }
}

/** A rolling sum over all words but its own. It finds accidents, not attacks. */
function checksum(words: Uint32Array): number {
  let sum = words[1]!
  for (let at = HEADER_WORDS; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]!) | 0
  return sum >>> 0
}
