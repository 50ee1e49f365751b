import type { SavedLists } from './saved-lists.js'

/**
 * The phrases of all lists in every form. The bundled command has it (scripts/bundle.mjs), so that it inflects nothing to
 * find phrases; elsewhere a list finds out for itself.
 */
export const LIST_TABLE: SavedLists | undefined = undefined
