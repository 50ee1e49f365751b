/** By the key of a first word, the words and phrases of a list that have a form which begins so, by their numbers in order. */
export type ListBeginnings = Readonly<Record<string, readonly number[]>>

/**
 * How the words of lists begin, by the name of the list. The bundled command has it as a table (scripts/bundle.mjs), so
 * that it does not inflect some hundred words to lint a page; elsewhere a list finds out for itself.
 */
export const LIST_BEGINNINGS: ReadonlyMap<string, ListBeginnings> = new Map()
