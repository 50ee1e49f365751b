import type { Rewriter } from '@klarsprak/linter'
import type { RewriteAnswer, RewriteRequest, TokenisedText } from '@klarsprak/swedish'

/**
 * A rewriter that works each answer out once for as long as somebody holds the words it is about: rules about the
 * whole of a text ask again after each keystroke, about words that have not changed.
 */
export function rememberedRewriter(rewrite: Rewriter): Rewriter {
  const answers = new WeakMap<TokenisedText, Map<string, RewriteAnswer>>()
  return (request) => {
    const known = answers.get(request.text) ?? new Map<string, RewriteAnswer>()
    answers.set(request.text, known)
    const key = keyOf(request)
    const answer = known.get(key) ?? rewrite(request)
    known.set(key, answer)
    return answer
  }
}

/** All that a request says beside its text. */
const keyOf = ({ first, last, span, part, features, from, to }: RewriteRequest): string =>
  JSON.stringify([first, last, span.start, span.end, part, features, from, to])
