import { functionWords, nounPhraseAround, type TokenisedText, TokenKind } from '@klarsprak/swedish'
import { Agreement, CutKind, EntryFlag } from './spelling.js'

/** The word tokens `[first, last]` with a space where the form at hand has none. */
export interface SpacedWords {
  readonly text: TokenisedText
  readonly first: number
  readonly last: number
  readonly sentenceStart: number
  readonly sentenceEnd: number
  readonly cut: number
  /** `Agreement` bits of the form written as one word. */
  readonly agreement: number
  readonly flags: number
  /** The term has a plural, so that its bare singular needs a determiner. */
  readonly countable: boolean
}

/**
 * How sure it is that two nouns with a space between them are one word torn apart: `no` when they may be an
 * ordinary phrase, `sure` when nothing else is possible. Looks at the words to the left, as far as the phrase goes.
 */
export function isTornApart(words: SpacedWords): 'no' | 'likely' | 'sure' {
  const { text, first, last, sentenceStart, sentenceEnd, cut, agreement, flags, countable } = words
  if (cut === CutKind.NoWord) return 'sure'
  const before = first > sentenceStart ? text.key(first - 1) : ''
  if (STANDS_BARE_AFTER.has(before) || before.endsWith('-')) return 'no'

  const { determiner: opening, modifiers, numeral, predeterminer, embedded } = nounPhraseAround(text, first)
  if (cut === CutKind.Genitive) {
    // ”en patients journal” is in order; a bare genitive of the indefinite is not Swedish.
    const isOpen = opening !== undefined || modifiers.length > 0 || numeral !== undefined || predeterminer !== undefined
    return isOpen || embedded ? 'no' : 'likely'
  }
  const has = (bits: number) => (agreement & bits) !== 0
  const determiner = opening?.uncertain ? undefined : opening?.determiner
  const many = determiner?.number === 'plural' || (numeral !== undefined && text.key(numeral) !== '1')
  if (many && !has(PLURAL)) return 'no'
  // What stands before agrees with the whole and cannot agree with the first part.
  if (many && cut === CutKind.Common) return 'sure'
  if (determiner?.number === 'singular') {
    if (!has(SINGULAR)) return 'no'
    const isNeuter = determiner.gender === 'neuter'
    if (determiner.gender !== undefined && has(Agreement.Common | Agreement.Neuter)) {
      if (has(Agreement.Neuter) !== isNeuter) return 'no'
      if (cut === CutKind.Common && isNeuter) return 'sure'
      if (cut === CutKind.Neuter && !isNeuter) return 'sure'
    }
  }
  if (determiner?.noun === 'indefinite' && !has(INDEFINITE)) return 'no'
  if ((flags & EntryFlag.AdjectiveHead) !== 0) {
    // ”har vård central roll”, ”det gör vård central”.
    if (OBJECT_IS.has(before) || isWordWithMeaning(text, last + 1, sentenceEnd)) return 'no'
  }
  const mayStandBare = !countable || !has(Agreement.SingularIndefinite) || has(PLURAL)
  // ”ger en patient vård”: a receiver, and what they get.
  if (mayStandBare && PERSONS.has(text.key(first))) return 'no'
  return determiner?.number === 'singular' && !mayStandBare ? 'sure' : 'likely'
}

const SINGULAR = Agreement.SingularIndefinite | Agreement.SingularDefinite
const PLURAL = Agreement.PluralIndefinite | Agreement.PluralDefinite
const INDEFINITE = Agreement.SingularIndefinite | Agreement.PluralIndefinite

const isWordWithMeaning = (text: TokenisedText, token: number, end: number): boolean =>
  token < end && text.kinds[token] === TokenKind.Word && !functionWords.has(text.key(token))

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** After these a noun stands without its article and ends its phrase: som patient, per besök, ordet vård. */
const STANDS_BARE_AFTER = listed(
  'som såsom är var vara varit blir bli blev blivit per antal antalet typ typen sorts slags ordet begreppet termen namnet som/eller kallas',
)
/** Verbs with an object and an adjective about it. */
const OBJECT_IS = listed('gör gjorde göra gjort görs gjordes anser ansåg anse finner fann finna')
const PERSONS = listed('patient kund klient person student elev medlem kollega vän granne specialist invånare')
/** Words of English running text that Swedish does not have. */
export const ENGLISH = listed('the of and to is are with by this that from your our as be or not has will')
