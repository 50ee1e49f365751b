/**
 * What the build has worked out about words, as texts by the letters that the words begin with. A line for each word:
 * the word, a tab, and what is known, with a line feed on both sides. So much is read as somebody asks about.
 */
export type WordTable = Readonly<Record<string, string>>

/** The same for the same entries in the same order. Words have no tab or line feed; values are kept as JSON. */
export function encodeWordTable(entries: Iterable<readonly [word: string, value: unknown]>): WordTable {
  const lines: Record<string, string> = {}
  for (const [word, value] of entries) {
    const initial = initialOf(word)
    lines[initial] = `${lines[initial] ?? '\n'}${word}\t${JSON.stringify(value)}\n`
  }
  return lines
}

/**
 * So many words with the same initial are looked for in the text, which takes a microsecond or two. Cutting the text into
 * lines takes as long as some hundreds of them, which a short page never asks.
 */
const SEARCHES = 200

/** What a table has of a word; undefined when that is nothing. Each value is made once. */
export function readWordTable<Value>(table: WordTable): (word: string) => Value | undefined {
  const byInitial = new Map<string, (word: string) => string | undefined>()
  const values = new Map<string, Value>()
  return (word) => {
    const initial = initialOf(word)
    let jsonOf = byInitial.get(initial)
    if (jsonOf === undefined) {
      jsonOf = Object.hasOwn(table, initial) ? linesOf(table[initial]!) : () => undefined
      byInitial.set(initial, jsonOf)
    }
    const json = jsonOf(word)
    if (json === undefined) return undefined
    const value = values.get(word) ?? (JSON.parse(json) as Value)
    values.set(word, value)
    return value
  }
}

function linesOf(text: string): (word: string) => string | undefined {
  let asked = 0
  let lines: Map<string, string> | undefined
  return (word) => {
    if (lines === undefined && asked++ < SEARCHES) {
      const at = text.indexOf(`\n${word}\t`)
      return at < 0 ? undefined : text.slice(at + word.length + 2, text.indexOf('\n', at + 1))
    }
    lines ??= new Map(
      text
        .slice(1, -1)
        .split('\n')
        .map((line) => {
          const tab = line.indexOf('\t')
          return [line.slice(0, tab), line.slice(tab + 1)]
        }),
    )
    return lines.get(word)
  }
}

const initialOf = (word: string): string => word.slice(0, 1)
