import { encodeWordTable, type Features, readWordTable, type WordTable } from '@klarsprak/swedish'

/** Words on the way through a list of phrases, as data. */
export interface SavedNode {
  /** What ends here: a lexeme, by its number among those of all entries in order, and every reading of the form. */
  readonly form?: { readonly lexeme: number; readonly features: readonly Features[] }
  /** By the key of the next word. */
  readonly next?: Readonly<Record<string, SavedNode>>
}

/** The phrases of all lists, in little room and so that a part can be read. */
export interface SavedLists {
  /** Each reading once, by its number. */
  readonly features: readonly Features[]
  /** Of each first word, by the name of the list, where it leads. */
  readonly words: WordTable
}

/** A node: the lexeme that ends here and its readings, or 0; the nodes of the next words. */
type Packed = readonly [form: 0 | readonly number[], next?: Readonly<Record<string, Packed>>]

/** @param lists by name: by the key of a first word, where it leads */
export function encodeLists(
  lists: Iterable<readonly [name: string, roots: ReadonlyMap<string, SavedNode>]>,
): SavedLists {
  const numbers = new Map<string, number>()
  const numberOf = (features: Features): number => {
    const json = JSON.stringify(features)
    const number = numbers.get(json) ?? numbers.size
    numbers.set(json, number)
    return number
  }
  const pack = ({ form, next }: SavedNode): Packed => {
    const packed = form === undefined ? 0 : [form.lexeme, ...form.features.map(numberOf)]
    if (next === undefined) return [packed]
    return [packed, Object.fromEntries(Object.entries(next).map(([word, node]) => [word, pack(node)]))]
  }
  const words = new Map<string, Record<string, Packed>>()
  for (const [name, roots] of lists)
    for (const [word, node] of roots) words.set(word, { ...words.get(word), [name]: pack(node) })
  return { words: encodeWordTable(words), features: [...numbers.keys()].map((json) => JSON.parse(json) as Features) }
}

/** The phrases of all lists, as they have been saved. */
export interface ListReader {
  /** The names of the lists that have phrases with this first word. */
  listsOf(first: string): readonly string[]
  /** Where a first word leads in a list; undefined when none of its phrases begins so. */
  nodeOf(list: string, first: string): SavedNode | undefined
}

export function readLists({ features, words }: SavedLists): ListReader {
  const read = readWordTable<Readonly<Record<string, Packed>>>(words)
  const unpack = ([form, next]: Packed): SavedNode => ({
    ...(form === 0 ? {} : { form: { lexeme: form[0]!, features: form.slice(1).map((number) => features[number]!) } }),
    ...(next === undefined
      ? {}
      : { next: Object.fromEntries(Object.entries(next).map(([word, node]) => [word, unpack(node)])) }),
  })
  return {
    listsOf(first) {
      const lists = read(first)
      return lists === undefined ? NONE : Object.keys(lists)
    },
    nodeOf(list, first) {
      const packed = read(first)?.[list]
      return packed && unpack(packed)
    },
  }
}

const NONE: readonly string[] = []
