import type { WordTable } from '../text/word-table.js'

/**
 * The usual adjectives in every form, with their readings. The bundled command has them as a table (scripts/bundle.mjs);
 * elsewhere they are inflected when the first is asked for.
 */
export const ADJECTIVE_TABLE: WordTable | undefined = undefined
