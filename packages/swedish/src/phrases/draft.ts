import { combined, type Edit } from './edits.js'
import type { Rewrite, RewriteAnswer, RewriteRefusal } from './rewrite.js'

/** One way to write the words, and what is doubtful about it; or why there is none. */
export type Draft =
  | { readonly edits: readonly Edit[]; readonly doubts: readonly RewriteRefusal[] }
  | { readonly refusal: RewriteRefusal }

export const refused = (refusal: RewriteRefusal): RewriteAnswer => ({ rewrites: [], refusal })

/**
 * The answer that the drafts of several readings add up to. When all say the same thing it does not
 * matter which reading is right. When they differ they are all given, none of them safe.
 */
export function answerFrom(text: string, drafts: readonly Draft[]): RewriteAnswer {
  const rewrites = new Map<string, Rewrite>()
  const doubts: RewriteRefusal[] = []
  const refusals: RewriteRefusal[] = []
  for (const draft of drafts) {
    if ('refusal' in draft) {
      refusals.push(draft.refusal)
      continue
    }
    doubts.push(...draft.doubts)
    const { start, end, text: written } = combined(text, draft.edits)
    rewrites.set(`${start}:${end}:${written}`, { span: { start, end }, text: written, safe: false })
  }
  const different = [...rewrites.values()]
  if (different.length === 0) return refused(refusals[0] ?? 'no-form')
  if (refusals.length > 0 || different.length > 1) return { rewrites: different, refusal: 'ambiguous-form' }
  if (doubts.length > 0) return { rewrites: different, refusal: doubts[0]! }
  return { rewrites: [{ ...different[0]!, safe: true }] }
}
