import { TokenKind } from '@klarsprak/swedish'
import { type AnalysedSegment, isWord } from '../../analysis/analyse.js'
import { isCapitalised } from '../names.js'
import { createPhraseRewriter, phraseList, phrasesIn } from '../phrase-list.js'
import { looksForeign } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { FOREIGN, SOFTWARE } from './data.js'

const foreign = phraseList(
  'foreign-word/foreign',
  () => FOREIGN,
  ({ words }) => words,
)
const rewrite = createPhraseRewriter()

export const foreignWord = defineRule({
  id: 'foreign-word',
  summary: 'Skriv ett svenskt ord när det finns ett.',
  severity: 'info',
  presets: ['strict'],
  hears: [foreign],
  messages: {
    swedish: 'Skriv ”{swedish}” i stället för ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      ignore: z.array(z.string()).default([]).describe('Ord som är godkända, i grundform.'),
      ...guardOptions(z),
    }),
  check({ segments, all, report }, { ignore, ...options }) {
    const ignored = new Set(ignore.map((word) => word.toLowerCase()))
    let software: boolean | undefined
    for (const { segment, match, actual } of phrasesIn(segments, foreign, options)) {
      const { lexeme, span, first, last } = match
      if (ignored.has(lexeme.label)) continue
      const { words } = segment
      // A name (Google Case), or a part of an English expression (user story map).
      if (!options.names && isCapitalised(segment, first)) continue
      const sentence = segment.sentenceOf(first)
      if (looksForeign(words, words.sentences[sentence]!, words.sentences[sentence + 1]!)) continue
      if ([first - 1, last + 1].some((at) => isWord(words, at) && ENGLISH.has(words.key(at)))) continue
      const { swedish, isSoftware } = match.entry
      if (isSoftware) {
        software ??= isAboutSoftware(all)
        if (software) continue
      }
      const suggestions = swedish.flatMap((to) => rewrite(segment, match, to).slice(0, 1))
      report({
        segment,
        span,
        messageId: 'swedish',
        data: { actual, swedish: suggestions[0]?.text ?? swedish[0].label },
        suggestions,
      })
    }
  },
})

/** One word about software in so many makes a text be about it. */
const SHARE = 150

function isAboutSoftware(segments: readonly AnalysedSegment[]): boolean {
  let all = 0
  let software = 0
  for (const { words } of segments) {
    for (let token = 0; token < words.count; token++) {
      if (words.kinds[token] !== TokenKind.Word) continue
      all++
      if (SOFTWARE.has(words.key(token))) software++
    }
  }
  return software > 1 && software * SHARE > all
}

/** Words that make what stands beside them English too. */
const ENGLISH = new Set(
  'the of a and to by with is user users test story stories management data service services open source design system api app web request pull merge first driven based'.split(
    ' ',
  ),
)
