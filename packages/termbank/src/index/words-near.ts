import { type TokenisedText, TokenKind, wordKey } from '@klarsprak/swedish'
import type { Term } from '../model/concept.js'

type WordsNear = Pick<Term, 'nearWords' | 'notNearWords'>

export const dependsOnWordsNear = ({ nearWords, notNearWords }: WordsNear): boolean =>
  nearWords !== undefined || notNearWords !== undefined

/** The words of a text as they are compared, with a space on each side of every one. */
export function joinedKeys(text: TokenisedText): string {
  let keys = ' '
  for (let token = 0; token < text.count; token++) {
    if (text.kinds[token] === TokenKind.Word) keys += `${text.key(token)} `
  }
  return keys
}

/**
 * Whether the words of a text speak for this term and not for another meaning of the same word: ”applicera” is
 * `nearWords` ”kräm”, ”ordination” is `notNearWords` ”präst”. What may stand in a text has no end of forms and compounds, so a part
 * of a word is enough: ”kräm” is in ”krämer” and ”handkrämen”. A compound says by itself what it is about:
 * ”antibiotikaresistens”.
 */
export function fitsWordsNear({ nearWords, notNearWords }: WordsNear, keys: string): boolean {
  const has = (part: string): boolean => keys.includes(wordKey(part))
  return (nearWords === undefined || nearWords.some(has)) && !(notNearWords?.some(has) ?? false)
}
