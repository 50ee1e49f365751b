/**
 * What the build has worked out about words, as texts by the letters that the words begin with. A line for each word:
 * the word, a tab, and what is known. So much is read as the words that somebody asks about begin with.
 */
export type WordTable = Readonly<Record<string, string>>

/** The same for the same entries in the same order. Words have no tab or line feed; values are kept as JSON. */
export function encodeWordTable(entries: Iterable<readonly [word: string, value: unknown]>): WordTable {
  const lines: Record<string, string[]> = {}
  for (const [word, value] of entries) (lines[initialOf(word)] ??= []).push(`${word}\t${JSON.stringify(value)}`)
  return Object.fromEntries(Object.entries(lines).map(([initial, those]) => [initial, those.join('\n')]))
}

/** What a table has of a word; undefined when that is nothing. Each value is made once. */
export function readWordTable<Value>(table: WordTable): (word: string) => Value | undefined {
  const byInitial = new Map<string, Map<string, string>>()
  const values = new Map<string, Value>()
  const linesOf = (initial: string): Map<string, string> => {
    const lines = new Map<string, string>()
    if (!Object.hasOwn(table, initial)) return lines
    for (const line of table[initial]!.split('\n')) {
      const tab = line.indexOf('\t')
      lines.set(line.slice(0, tab), line.slice(tab + 1))
    }
    return lines
  }
  return (word) => {
    const initial = initialOf(word)
    let lines = byInitial.get(initial)
    if (lines === undefined) {
      lines = linesOf(initial)
      byInitial.set(initial, lines)
    }
    const json = lines.get(word)
    if (json === undefined) return undefined
    const value = values.get(word) ?? (JSON.parse(json) as Value)
    values.set(word, value)
    return value
  }
}

const initialOf = (word: string): string => word.slice(0, 1)
