import { SLOT, TokenKind } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../analysis/analyse.js'

/** Words that come up in texts for those who build software, and in hardly any other. */
const WORDS = new Set(
  (
    'api apier html css json xml yaml sql http https url uri dom javascript typescript github gitlab git repo repository ' +
    'commit commits backend frontend npm docker webhook webhooks endpoint endpoints schema scheman parser branch merge ' +
    'kodbas kodbasen källkod källkoden kodförråd bibliotek ramverk turtle sparql rdf token tokens callback metadata ' +
    'datamängd datamängder'
  ).split(' '),
)
/** beforeSubmit, dcat:type, user_id, --flag: no word of a language is written so. */
const IDENTIFIER = /^(?:\p{Ll}+\p{Lu}\p{Ll}\p{L}*|\p{L}+[_:]\p{L}+[\p{L}_:]*)$/u
/** Different signs that it takes, and how often they come, for a text to be technical. */
const FEWEST = 3
const SHARE = 1 / 200

const known = new WeakMap<readonly AnalysedSegment[], boolean>()

/**
 * Whether a text is for those who build software, as its words show. They know words and abbreviations that nobody else
 * does, and which of them need to be explained cannot be told from outside.
 */
export function isForDevelopers(segments: readonly AnalysedSegment[]): boolean {
  const before = known.get(segments)
  if (before !== undefined) return before
  const answer = isTechnical(segments)
  known.set(segments, answer)
  return answer
}

function isTechnical(segments: readonly AnalysedSegment[]): boolean {
  const different = new Set<string>()
  let signs = 0
  let count = 0
  for (const { words } of segments) {
    count += words.count
    for (let token = 0; token < words.count; token++) {
      const kind = words.kinds[token]
      if (kind !== TokenKind.Word && kind !== TokenKind.Slot) continue
      const sign = kind === TokenKind.Slot ? SLOT : words.key(token)
      const isSign =
        sign === SLOT || WORDS.has(sign) || IDENTIFIER.test(words.text.slice(words.starts[token], words.ends[token]))
      if (!isSign) continue
      signs++
      if (sign !== SLOT || different.size === 0) different.add(sign)
    }
  }
  return different.size >= FEWEST && signs >= count * SHARE
}
