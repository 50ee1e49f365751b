import type { AnalysedSegment } from '../../analysis/analyse.js'
import { characters } from '../hears.js'
import { createPhraseRewriter, phraseList, phrasesIn, readsTokens } from '../phrase-list.js'
import { capitalised, unguarded } from '../prose.js'
import { defineRule, guardOptions } from '../rule.js'
import { ANYBODY, TITLES } from './data.js'

const titles = phraseList(
  'gendered/titles',
  () => TITLES,
  ([title]) => [title],
)
const anybody = phraseList(
  'gendered/anybody',
  () => ANYBODY,
  (phrase) => [phrase],
)
const rewrite = createPhraseRewriter()

const HE_SHE =
  /(?<![\p{L}\d/])(?:han\s?\/\s?hon|hon\s?\/\s?han|hans\s?\/\s?hennes|hennes\s?\/\s?hans|honom\s?\/\s?henne|henne\s?\/\s?honom)(?![\p{L}\d/])/giu
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  han: ['hen', 'han eller hon'],
  hon: ['hen', 'hon eller han'],
  hans: ['hens', 'hans eller hennes'],
  hennes: ['hens', 'hennes eller hans'],
  honom: ['hen', 'honom eller henne'],
  henne: ['hen', 'henne eller honom'],
}

export const gendered = defineRule({
  id: 'gendered',
  summary: 'Skriv så att alla kön ingår.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  hears: [titles, anybody, characters('/')],
  messages: {
    title: 'Skriv ”{neutral}” i stället för ”{actual}”.',
    generic: '”{actual}” syftar på vem som helst. Skriv ”du”, ”den”, ”hen” eller om meningen i plural.',
    slash: 'Skriv ”{neutral}” i stället för ”{actual}”.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const { segment, match, actual } of phrasesIn(segments, titles, options)) {
      const [, neutral] = match.entry
      const suggestions = neutral.flatMap((to) => rewrite(segment, match, to).slice(0, 1))
      const data = { actual, neutral: suggestions[0]?.text ?? neutral[0].label }
      report({ segment, span: match.span, messageId: 'title', data, suggestions })
    }
    for (const { segment, match } of phrasesIn(segments, anybody, options)) {
      const token = heAfter(segment, match.last)
      if (token === undefined) continue
      const { words } = segment
      const span = { start: words.starts[token]!, end: words.ends[token]! }
      if (!readsTokens(segment, { first: token, last: token, span }, options)) continue
      const actual = segment.prose.slice(span.start, span.end)
      report({ segment, span, messageId: 'generic', data: { actual } })
    }
    for (const segment of segments) {
      for (const { span, found } of unguarded(segment, HE_SHE, options.quotes ? ['quote'] : [])) {
        const [actual] = found
        const [first = ''] = actual.toLowerCase().split(/\s?\//u)
        const opens = /^\p{Lu}\p{Ll}/u.test(actual)
        const instead = (INSTEAD[first] ?? []).map((text) => (opens ? capitalised(text) : text))
        const [neutral = ''] = instead
        const suggestions = instead.map((text) => ({ span, text, safe: false }))
        report({ segment, span, messageId: 'slash', data: { actual, neutral }, suggestions })
      }
    }
  },
})

/** Words after ”den som” and the like in which a pronoun for it is looked for. */
const REACH = 20

/** ”Han” alone, later in the sentence, and not ”han eller hon”. ”Hon” is hardly ever said of anybody. */
function heAfter(segment: AnalysedSegment, last: number): number | undefined {
  const { words } = segment
  const end = Math.min(words.sentences[segment.sentenceOf(last) + 1] ?? words.count, last + 1 + REACH)
  const key = (at: number) => (at < end ? words.key(at) : '')
  for (let at = last + 1; at < end; at++) {
    if (!/^(?:han|hans|honom)$/u.test(key(at))) continue
    const joined = /^(?:eller|och|\/)$/u
    return joined.test(key(at + 1)) || joined.test(key(at - 1)) ? undefined : at
  }
  return undefined
}
