import { type Span, type TokenisedText, TokenKind } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../../analysis/analyse.js'
import { looksForeign } from '../prose.js'
import { defineRule } from '../rule.js'

export const nounChain = defineRule({
  id: 'noun-chain',
  summary: 'Bryt upp långa rader av substantiv.',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  reach: 'segment',
  messages: {
    chain: 'Här hänger {nouns} led ihop med små ord: ”{actual}”. Skriv vem som gör vad, med verb.',
  },
  options: (z) =>
    z.strictObject({
      links: z.int().min(2).max(10).default(3).describe('Så många ord som ”av” och ”för” får det finnas i rad.'),
    }),
  check({ segments, report }, { links }) {
    for (const segment of segments) {
      if (looksForeign(segment.words)) continue
      for (const { from, to, nouns } of chainsIn(segment.words, links)) {
        const span = { start: segment.words.starts[from]!, end: segment.words.ends[to - 1]! }
        if (isLeftAlone(segment, span)) continue
        report({
          segment,
          span,
          messageId: 'chain',
          data: { nouns, actual: segment.prose.slice(span.start, span.end) },
        })
      }
    }
  },
})

/** A law or an authority is called what it is called. */
const isLeftAlone = (segment: AnalysedSegment, span: Span) => segment.guardsAt(span).length > 0

const LINKS = new Set('av för om till vid kring gällande avseende rörande inom i'.split(' '))
/** Words that no chain of nouns goes on over: verbs, conjunctions and other small words. */
const BREAKS = new Set(
  (
    'och eller samt men utan att som är var blir blev har hade ska skall kan får bör måste vill sker görs finns gäller ges ' +
    'inte ej så då när där här vi du ni man jag han hon sig på med från mot efter under över genom mellan ' +
    'utifrån enligt hos bland ur åt per in ut upp ned fram bort'
  ).split(' '),
)
/** What a word for an action or a state ends in. */
const ABSTRACT =
  /\p{L}{3}(?:(?:n|r)ing|ande|ende|else|het|tion|sion)(?:en|et|n|t|s|ens|ets|ar|er|r|arna|erna|rna|arnas|ernas)?$/u
/** Words in one link: ”behovet”, ”fortsatta insatser”, ”den enskildes behov”. */
const LONGEST_LINK = 3
/** Words that a noun comes after: determiners, and genitives by their ending. */
const BEFORE_NOUN = /^(?:den|det|de|en|ett|din|ditt|dina|vår|vårt|våra|denna|detta|dessa|.{3,}s)$/u

interface Chain {
  /** Tokens `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly nouns: number
}

/**
 * ”genomförande av bedömning av behov av stöd”: a word for an action, and at least `links` links with a preposition, most of
 * them ”av”, of which at least one is again a word for an action. One pass.
 */
function* chainsIn(words: TokenisedText, links: number): Generator<Chain> {
  for (let at = 0; at < words.count; at++) {
    if (words.kinds[at] !== TokenKind.Word || !ABSTRACT.test(words.key(at))) continue
    let end = at + 1
    let count = 0
    let ofs = 0
    let abstract = 1
    while (end < words.count && isLink(words, end)) {
      const link = linkAfter(words, end)
      if (link === undefined) break
      if (keyAt(words, end) === 'av') ofs++
      if (link.isAbstract) abstract++
      count++
      end = link.to
    }
    if (count >= links && ofs * 2 > count && abstract >= 2) {
      yield { from: at, to: end, nouns: count + 1 }
      at = end - 1
    }
  }
}

/** The words after the preposition at `at`, up to the next preposition or the end of the chain. */
function linkAfter(
  words: TokenisedText,
  at: number,
): { readonly to: number; readonly isAbstract: boolean } | undefined {
  let to = at + 1
  while (to < words.count && to - at <= LONGEST_LINK && isPart(words, to)) to++
  if (to === at + 1) return undefined
  // Without a preposition after it, only the first noun is surely of the chain.
  if (!isLink(words, to)) {
    let first = at + 1
    while (first + 1 < to && BEFORE_NOUN.test(keyAt(words, first))) first++
    to = first + 1
  }
  return { to, isAbstract: ABSTRACT.test(keyAt(words, to - 1)) }
}

function isPart(words: TokenisedText, at: number): boolean {
  const key = keyAt(words, at)
  return key !== '' && isLower(words, at) && !LINKS.has(key) && !BREAKS.has(key)
}

const isLink = (words: TokenisedText, at: number): boolean => LINKS.has(keyAt(words, at)) && isLower(words, at)

/** A capital letter begins a name, or a new line of a text that has been PDF. */
const isLower = (words: TokenisedText, at: number): boolean =>
  /^\p{Ll}/u.test(words.text.slice(words.starts[at], words.ends[at]))

const keyAt = (words: TokenisedText, at: number): string =>
  at < words.count && words.kinds[at] === TokenKind.Word ? words.key(at) : ''
