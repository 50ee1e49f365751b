import {
  isLetter,
  isLower,
  isUpper,
  rememberedByWord,
  SLOT,
  type TokenisedText,
  TokenKind,
  widthInWord,
  wordNumbersOf,
} from '@klarsprak/swedish'
import { type AnalysedSegment, tokenText } from '../analysis/analyse.js'
import { wantedWords } from './wanted-words.js'

/** Words that come up in texts for those who build software, and in hardly any other. */
const WORDS = new Set(
  (
    'api apier html css json xml yaml sql http https url uri dom javascript typescript github gitlab git repo repository ' +
    'commit commits backend frontend npm docker webhook webhooks endpoint endpoints schema scheman parser branch merge ' +
    'kodbas kodbasen källkod källkoden kodförråd bibliotek ramverk turtle sparql rdf token tokens callback metadata ' +
    'datamängd datamängder'
  ).split(' '),
)
/**
 * beforeSubmit, dcat:type, user_id, --flag: no word of a language is written so. Small letters, a capital and small ones
 * again; or letters with joints between.
 */
function isIdentifier(text: string): boolean {
  let at = 0
  while (isLower(text, at)) at += widthInWord(text, at)
  if (at > 0 && isUpper(text, at)) {
    const next = at + widthInWord(text, at)
    if (isLower(text, next) && endOfLetters(text, next) === text.length) return true
  }
  const joint = endOfLetters(text, 0)
  if (joint === 0 || !isJoint(text, joint) || !isLetter(text, joint + 1)) return false
  for (at = joint; at < text.length; ) {
    if (isJoint(text, at)) at++
    else if (isLetter(text, at)) at += widthInWord(text, at)
    else return false
  }
  return true
}

const isJoint = (text: string, at: number): boolean => text[at] === '_' || text[at] === ':'

function endOfLetters(text: string, start: number): number {
  let at = start
  while (isLetter(text, at)) at += widthInWord(text, at)
  return at
}

/** What the key of a word tells: nothing, that it is one of the words, or that it has a joint and may be an identifier. */
const Key = { Plain: 0, Sign: 1, Joined: 2 } as const
const kindOf = (key: string) => (WORDS.has(key) ? Key.Sign : /[_:]/u.test(key) ? Key.Joined : Key.Plain)
const kindOfWord = rememberedByWord(kindOf)
const mayBeSigns = wantedWords((key) => kindOf(key) !== Key.Plain)
/** In every identifier that is told by its capitals; without classes of Unicode, since it reads every text. */
const INNER_CAPITAL = /[a-z\u00b5-\uffff][A-Z\u00c0-\u00de\u0100-\uffff]/

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
  for (const segment of segments) {
    count += segment.words.count
    if (!mayHaveSigns(segment)) continue
    for (const sign of segment.known(signsIn)) {
      signs++
      if (sign !== SLOT || different.size === 0) different.add(sign)
    }
  }
  return different.size >= FEWEST && signs >= count * SHARE
}

const NONE: readonly string[] = []

const mayHaveSigns = (segment: AnalysedSegment): boolean =>
  mayBeSigns.tokensIn(segment).length > 0 || segment.prose.includes(SLOT) || INNER_CAPITAL.test(segment.prose)

function signsIn({ words }: AnalysedSegment): readonly string[] {
  const { text, starts, ends } = words
  const numbers = wordNumbersOf(words)
  let capital = innerCapital(text, 0)
  let signs: string[] | undefined
  for (let token = 0; token < words.count; token++) {
    if (capital < starts[token]!) capital = innerCapital(text, starts[token]!)
    const sign = signAt(words, token, numbers[token]!, capital < ends[token]!)
    if (sign === undefined) continue
    signs ??= []
    signs.push(sign)
  }
  return signs ?? NONE
}

/** The word, or slot, at `token` if it comes up in texts for those who build software. */
function signAt(words: TokenisedText, token: number, number: number, hasCapital: boolean): string | undefined {
  const kind = words.kinds[token]
  if (kind === TokenKind.Slot) return SLOT
  if (kind !== TokenKind.Word) return undefined
  const key = kindOfWord(number)
  if (key === Key.Sign) return words.key(token)
  if (key === Key.Plain && !hasCapital) return undefined
  return isIdentifier(tokenText(words, token)) ? words.key(token) : undefined
}

const INNER_CAPITALS = new RegExp(INNER_CAPITAL, 'g')

/** Where a small letter stands right before a capital, as in an identifier, from `from` on; the end of the text where none does. */
function innerCapital(text: string, from: number): number {
  INNER_CAPITALS.lastIndex = from
  for (let found = INNER_CAPITALS.exec(text); found !== null; found = INNER_CAPITALS.exec(text)) {
    if (isLower(text, found.index) && isUpper(text, found.index + 1)) return found.index
    INNER_CAPITALS.lastIndex = found.index + 1
  }
  return text.length
}
