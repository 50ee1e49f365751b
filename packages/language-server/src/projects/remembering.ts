import type { Rewriter, TermSearch, Tokenise } from '@klarsprak/linter'
import { type RewriteAnswer, type RewriteRequest, type TokenisedText, tokenise } from '@klarsprak/swedish'
import type { Match, SpellingMatch } from '@klarsprak/termbank'

/** What a linter needs to know of words, as it remembers the passages it has seen. */
export interface RememberedWords {
  readonly tokenise: Tokenise
  readonly index: TermSearch & Required<Pick<TermSearch, 'misspellings'>>
  readonly rewrite: Rewriter
}

/** What has been found out about one passage. */
interface Passage {
  matches?: readonly Match[]
  misspellings?: readonly SpellingMatch[]
  readonly rewrites: Map<string, RewriteAnswer>
}

/** UTF-16 code units of passages that are kept: some hundred pages. */
const LONGEST_KEPT = 2_000_000

/**
 * Words, terms and rewrites of a passage depend on the passage alone, and a keystroke changes one
 * passage. So each is worked out once, and the passages that have been out of use longest are let go.
 */
export function remembering({
  index,
  rewrite,
}: {
  readonly index: TermSearch
  readonly rewrite: Rewriter
}): RememberedWords {
  /** The least recently used first. */
  const texts = new Map<string, TokenisedText>()
  const passages = new WeakMap<TokenisedText, Passage>()
  let kept = 0

  const passageOf = (words: TokenisedText): Passage => {
    const known = passages.get(words)
    if (known !== undefined) return known
    const passage: Passage = { rewrites: new Map() }
    passages.set(words, passage)
    return passage
  }

  return {
    tokenise(text) {
      const known = texts.get(text)
      if (known !== undefined) {
        texts.delete(text)
        texts.set(text, known)
        return known
      }
      const words = tokenise(text)
      if (text.length > LONGEST_KEPT / 2) return words
      texts.set(text, words)
      kept += text.length
      for (const [oldest] of texts) {
        if (kept <= LONGEST_KEPT) break
        texts.delete(oldest)
        kept -= oldest.length
      }
      return words
    },
    index: {
      search: (words) => (passageOf(words).matches ??= index.search(words)),
      misspellings: (words) => (passageOf(words).misspellings ??= index.misspellings?.(words) ?? []),
      ...(index.english === undefined ? {} : { english: index.english }),
    },
    rewrite(request) {
      const { rewrites } = passageOf(request.text)
      const key = keyOf(request)
      const known = rewrites.get(key)
      if (known !== undefined) return known
      const answer = rewrite(request)
      rewrites.set(key, answer)
      return answer
    },
  }
}

/** All that a request says beside its text. */
const keyOf = ({ first, last, span, part, features, from, to }: RewriteRequest): string =>
  JSON.stringify([first, last, span.start, span.end, part, features, from, to])
