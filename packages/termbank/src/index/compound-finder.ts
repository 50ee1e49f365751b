/**
 * Knows whether a compound really has a part somewhere. The index finds stretches of a word that
 * are spelt as a term; only somebody with a lexicon can tell ”för|råd” from ”vård|råd”.
 * `createTermPartFinder` of `@klarsprak/swedish` is one.
 */
export interface CompoundFinder {
  /**
   * @param word a key (see `wordKey`) without a hyphen at either end
   * @param start,end the stretch, in UTF-16 code units from 0; never the whole word
   */
  holds(word: string, start: number, end: number): boolean
}

const HYPHEN = 0x2d

/** Without a lexicon, only a part with a hyphen or an end of the word on either side is sure: ”portal-appen”. */
export const hyphenFinder: CompoundFinder = {
  holds: (word, start, end) =>
    (start === 0 || word.charCodeAt(start - 1) === HYPHEN) && (end === word.length || word.charCodeAt(end) === HYPHEN),
}
