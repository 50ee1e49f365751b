import type { Gender } from '../inflection/grammar.js'
import type { TokenisedText } from '../text/tokens.js'
import { type AdjectiveReading, adjectiveReading, isKnownAdjective } from './adjectives.js'
import {
  alsoVerbs,
  barelyDefinite,
  commonVerbs,
  coordinators,
  type Determiner,
  degreeAdverbs,
  determiners,
  firstNames,
  functionWords,
  measureGenitives,
  modals,
  perfectAuxiliaries,
  predeterminers,
  prepositions,
  sentenceAdverbs,
  subjunctions,
} from './closed-class.js'
import { type Words, wordsAround } from './words.js'

/** An adjective, participle or ordinal before the noun. */
export interface Modifier {
  readonly token: number
  /** Absent when the word is not known as an adjective; it only stands where one must stand. */
  readonly reading?: AdjectiveReading | undefined
}

/** What opens a noun phrase, and where. */
export interface PhraseOpening {
  readonly token: number
  readonly determiner: Determiner
  /** A genitive whose form leaves doubt: ”används” is a verb, and no list holds them all. */
  readonly uncertain?: true
}

/**
 * What stands to the left of a noun and belongs to it, read from the words alone:
 *
 *     hela     den         nya och säkra      hälsoportalen
 *     before   determiner  modifiers          noun: [first, last]
 */
export interface NounPhrase {
  /** The first token of the phrase. */
  readonly start: number
  readonly determiner?: PhraseOpening | undefined
  /** hela, halva, själva, alla, båda: before the article, or in its place. */
  readonly predeterminer?: number | undefined
  /** ”här” or ”där” after den, det, de. */
  readonly deictic?: number | undefined
  /** A number in figures. */
  readonly numeral?: number | undefined
  /** Left to right. */
  readonly modifiers: readonly Modifier[]
  /** More words in one phrase that change with the gender of the noun: **en** och samma, **en** eller flera. */
  readonly alsoAgree: readonly PhraseOpening[]
  /** ”och” or ”eller” stands directly before the noun, after an adjective: den fysiska och [digitala vårdtjänsten]. */
  readonly coordinated: boolean
  /** The word before the phrase, or `''`. */
  readonly before: string
  /** Something that is no language (a placeholder) stands directly before the phrase. */
  readonly afterSlot: boolean
  /** An article further left may belong to this noun, with words between that are not adjectives: **den** av regionen drivna sidan. */
  readonly embedded: boolean
}

/** What is known of the noun itself; it decides which words before it can be its adjectives. */
export interface NounHint {
  /** Every number and definiteness that the noun's form can have. */
  readonly readings: readonly { readonly number: 'singular' | 'plural'; readonly definite: boolean }[]
  readonly gender?: Gender | undefined
}

const ANY_NOUN: NounHint = {
  readings: [
    { number: 'singular', definite: false },
    { number: 'singular', definite: true },
    { number: 'plural', definite: false },
    { number: 'plural', definite: true },
  ],
}

const GENITIVE: Determiner = { adjective: 'weak', noun: 'indefinite', kind: 'genitive' }
const MEASURE: Determiner = { adjective: 'strong', noun: 'indefinite', kind: 'genitive' }

/** Never an adjective before a noun, whatever it looks like. */
const isOutside = (key: string): boolean =>
  functionWords.has(key) ||
  (!isKnownAdjective(key) && (commonVerbs.has(key) || /[^aeiouyåäö](?:ar|as|ades)$/u.test(key)))

/** Definite genitives and those of initialisms, and hardly anything else in Swedish, end so: vårdens, kommunernas, IVO:s. */
const SURE_GENITIVE = /(?:.{2}ens|..ets|..[aeiouyåäöt]ns|[aeo]rnas|..[aeo]rs|.:s)$/u
/** First in a sentence a capital shows nothing, but no verb ends like these. */
const PLACE_GENITIVE = /(?:riges|norges|skånes|lands|holms|borgs|köpings|bottens|stads|kommuns|regions|verks|sjukhus)$/u
/** Words in -s that are neither genitives nor passive verbs. */
const NO_GENITIVE = new Set(
  'trots alls dess oss tvärs minst hittills utomlands tillsammans förstås givetvis annars strax gratis stackars sms plus minus ovanpås således dels delvis känns finns minns syns tills visserligen'.split(
    ' ',
  ),
)

/** A genitive before a noun: kommunens, Annas, SKR:s. `uncertain` when a verb in -s could look the same. */
function genitiveAt(words: Words, i: number): 'sure' | 'uncertain' | undefined {
  const key = words.word(i)
  if (
    !key.endsWith('s') ||
    !/s$/u.test(words.raw(i)) ||
    key.length < 3 ||
    NO_GENITIVE.has(key) ||
    functionWords.has(key)
  )
    return undefined
  if (sentenceAdverbs.has(key) || key.endsWith('vis') || commonVerbs.has(key)) return undefined
  if (SURE_GENITIVE.test(key)) return 'sure'
  const capital = /^\p{Lu}/u.test(words.raw(i))
  if (
    capital &&
    (!words.opensSentence(i) || firstNames.has(key.slice(0, -1)) || firstNames.has(key) || PLACE_GENITIVE.test(key))
  )
    return 'sure'
  const before = words.word(i - 1)
  // ”på ett sjukhus hälsoportal”, ”din läkares intyg”: a noun, because something opens its phrase.
  if (determiners.has(before) && before !== 'det' && before !== 'de') return 'sure'
  return 'uncertain'
}

/** The noun phrase that ends in the noun at token `first`, or in a phrase of several words that begins there. Linear in its length. */
export function nounPhraseAround(text: TokenisedText, first: number): NounPhrase {
  return readNounPhrase(wordsAround(text, first), first)
}

/** How many words that are not known as adjectives may stand between a determiner and its noun. */
const MAX_UNKNOWN = 2

export function readNounPhrase(words: Words, first: number, noun: NounHint = ANY_NOUN): NounPhrase {
  const modifiers: Modifier[] = []
  const alsoAgree: PhraseOpening[] = []
  let determiner: PhraseOpening | undefined
  let predeterminer: number | undefined
  let deictic: number | undefined
  let numeral: number | undefined
  let coordinated = false
  let start = first
  let unknown = 0
  let i = first - 1
  if (noun.readings.length === 0) noun = { ...noun, readings: ANY_NOUN.readings }

  while (i >= words.start) {
    const key = words.word(i)
    if (words.isNumber(i) && numeral === undefined) {
      numeral = i
      start = i
      i--
      continue
    }
    if (key === '') {
      // A comma between two adjectives: en ny, säker app.
      const between = words.is(i, ',') && modifiers[0]?.token === i + 1 && canModify(words, i - 1)
      if (!between) break
      i--
      continue
    }
    if ((key === 'här' || key === 'där') && /^de[nt]?$|^dom$/u.test(words.word(i - 1))) {
      deictic = i
      i--
      continue
    }
    if (key === 'helst' && words.word(i - 1) === 'som' && determiners.get(words.word(i - 2))?.kind === 'quantifier') {
      i -= 2
      continue
    }
    const own = determiners.get(key)
    if (own) {
      const outer = outerDeterminer(words, i)
      // ”nästa gång användaren”, ”en dag appen”: with other words between, the determiner opens another phrase.
      if (outer === undefined && unknown > 0 && !mayOpen(own, noun)) break
      if (outer === undefined) {
        determiner = { token: i, determiner: own }
        start = i
        break
      }
      // min **egen**, en **annan**, de **båda**: the outer one decides, and the inner one agrees like an adjective.
      if (own.otherGender === undefined) modifiers.unshift({ token: i, reading: { form: 'invariable' } })
      else alsoAgree.push({ token: i, determiner: own })
      start = i
      i = outer
      continue
    }
    if (predeterminers.has(key)) break
    const genitive = genitiveAt(words, i)
    if (genitive && !isKnownAdjective(key)) {
      const measure = measureGenitives.has(key)
      determiner = {
        token: i,
        determiner: measure ? MEASURE : GENITIVE,
        ...(genitive === 'uncertain' && !measure && { uncertain: true }),
      }
      // The genitive has a phrase of its own; the words before it are not ours.
      start = i
      break
    }
    if (coordinators.has(key) && key !== '&' && !(key === 'men' && i === first - 1)) {
      const afterAdjective = canModify(words, i - 1) && (modifiers[0]?.token === i + 1 || i === first - 1)
      if (!afterAdjective) break
      // A noun directly after ”och”: only an adjective before it makes the two one phrase, and only under a determiner.
      if (i === first - 1) {
        if (!isKnownAdjective(words.word(i - 1)) && !looksAdjectival(words.word(i - 1))) break
        coordinated = true
      }
      i--
      continue
    }
    // ”en **till** app”: one more.
    if (
      key === 'till' &&
      i === first - 1 &&
      /^(?:en|ett)$/u.test(words.word(i - 1)) &&
      noun.readings.some(({ definite }) => !definite)
    ) {
      i--
      continue
    }
    // ”en **för** stor app”; elsewhere ”för” is the preposition.
    if (key === 'för' && !determiners.has(words.word(i - 1))) break
    if (modifiers.length > 0 && (degreeAdverbs.has(key) || sentenceAdverbs.has(key) || isAdverbBefore(words, i))) {
      i--
      continue
    }
    if (!canModify(words, i)) break
    const reading = adjectiveReading(key)
    if (reading && !suits(reading, noun)) break
    if (reading === undefined && ++unknown > MAX_UNKNOWN) break
    modifiers.unshift({ token: i, reading })
    i--
  }

  // Unknown words are ours only when a determiner further left claims them; known ones at most as far as they reach.
  if (determiner === undefined) {
    const claimed = trailingKnown(words, modifiers, first, noun)
    modifiers.splice(0, modifiers.length - claimed)
    start = modifiers[0]?.token ?? (numeral === first - 1 ? numeral : first)
    if (numeral !== undefined && numeral > start) start = Math.min(start, numeral)
    if (numeral !== undefined && numeral < start - 1) numeral = undefined
    else if (numeral !== undefined) start = Math.min(start, numeral)
    if (coordinated && modifiers.length === 0) coordinated = false
    if (predeterminers.has(words.word(start - 1))) predeterminer = --start
  } else {
    const left = determiner.token - 1
    if (predeterminers.has(words.word(left)) && determiner.determiner.kind !== 'genitive') predeterminer = start = left
  }
  collectAgreeing(words, determiner, alsoAgree)
  return {
    start,
    determiner,
    predeterminer,
    deictic: determiner ? deictic : undefined,
    numeral,
    modifiers,
    alsoAgree,
    coordinated,
    before: words.word(start - 1),
    afterSlot: words.isSlot(start - 1),
    embedded: determiner === undefined && isEmbedded(words, start, modifiers.length > 0),
  }
}

/** ”den av regionen drivna |sidan”, ”en till telefonen anpassad |app”: an article followed by a preposition, and a participle last. */
function isEmbedded(words: Words, start: number, hasModifiers: boolean): boolean {
  const nearest = words.word(hasModifiers ? start : start - 1)
  if (functionWords.has(nearest) || adjectiveReading(nearest) === undefined) return false
  for (let at = start - 1; at > words.start && at > start - 9; at--) {
    const key = words.word(at)
    if (words.is(at, ',') && /^(?:den|det|de|en|ett)$/u.test(words.word(at - 1))) return true
    if (key === '' && !words.is(at, ',')) return false
    if (prepositions.has(key) && determiners.get(words.word(at - 1))?.number) return true
  }
  return false
}

/** The determiner can stand before some reading of the noun. */
const mayOpen = (determiner: Determiner, { readings, gender }: NounHint): boolean =>
  readings.some(
    ({ number, definite }) =>
      agrees(determiner, { number, gender }) &&
      (determiner.noun === 'either' || definite === (determiner.noun === 'definite')),
  )

/** ”öppnat sidorna”, ”byggt portal”: a strong form that cannot agree with the noun is a supine. */
const suits = ({ form, gender }: AdjectiveReading, noun: NounHint): boolean =>
  form !== 'strong' ||
  (noun.readings.some(({ number, definite }) => number === 'singular' && !definite) &&
    (gender === undefined || noun.gender === undefined || gender === noun.gender))

/** Whether the word at `i` may be an adjective before a noun. Unknown words may, unless they look like something else. */
function canModify(words: Words, i: number): boolean {
  const key = words.word(i)
  if (key === '' || key.endsWith('-')) return false
  if (isKnownAdjective(key) || barelyDefinite.has(key)) return true
  if (functionWords.has(key) || sentenceAdverbs.has(key) || subjunctions.has(key)) return false
  if (looksAdjectival(key)) return !genitiveAt(words, i)
  if (isOutside(key)) return false
  if (genitiveAt(words, i)) return false
  // Definite nouns and present tense verbs: never before a noun of the same phrase.
  return !/(?:arna|erna|orna|[^n]er|or|ligen|tvis)$/u.test(key)
}

/** An ending that adjectives and participles have and few other words. */
const looksAdjectival = (key: string): boolean =>
  /(?:lig|ig|isk|(?<!b)bar|sam|iv|ell|lös|full|erad|ade|igt|iskt|bart|samt|ivt|ellt|löst|fullt|erat|iga|iska|bara|samma|iva|ella|ala|lösa|fulla|erade|ande|ende|aste)$/u.test(
    key,
  ) &&
  key.length > 4 &&
  !commonVerbs.has(key)

/** ”tekniskt” in ”en tekniskt avancerad app”. */
const isAdverbBefore = (words: Words, i: number): boolean => {
  const key = words.word(i)
  return /(?:ig|sk|el|er|al|bar|iv|lös|full)t$/u.test(key) && adjectiveReading(words.word(i + 1))?.gender === 'common'
}

/** How many modifiers, counted from the noun, are adjectives without the help of a determiner. */
function trailingKnown(words: Words, modifiers: readonly Modifier[], first: number, noun: NounHint): number {
  const mayBeIndefinite = noun.readings.some(({ definite }) => !definite)
  let count = 0
  for (let at = modifiers.length - 1; at >= 0; at--) {
    const { token } = modifiers[at]!
    const key = words.word(token)
    // ”Använd inte redigerbar app”: an adverb of the sentence ends the phrase.
    const next = modifiers[at + 1]?.token ?? first
    for (let between = token + 1; between < next; between++) {
      const word = words.word(between)
      if (sentenceAdverbs.has(word) && !degreeAdverbs.has(word)) return count
    }
    const reading = adjectiveReading(key)
    const adjective =
      isKnownAdjective(key) ||
      looksAdjectival(key) ||
      barelyDefinite.has(key) ||
      reading?.form === 'strong' ||
      (reading?.form === 'weak' && mayBeIndefinite)
    if (reading?.gender === 'neuter' && isSupine(words, token)) break
    // ”Vi lanserade portalen”, ”Vi bokade besök”: the past tense, unless a verb cannot stand there.
    if (key.endsWith('ade') && !words.opensSentence(token) && !prepositions.has(words.word(token - 1))) break
    if (key.endsWith('ade') && noun.readings.every(({ definite }) => definite)) break
    if (!adjective || (commonVerbs.has(key) && !isKnownAdjective(key))) break
    // ”Öppna appen”, ”Rensa”: a word that is a verb too, first or after what calls for a verb, is the verb.
    if (verbLike(words, token) && count === modifiers.length - 1 - at) {
      if (words.opensSentence(token) || callsForVerb(words, token - 1) || token === first - 1) break
    }
    count++
  }
  return count
}

/** ”har **bokat** besök”, ”som **bokat** besök”: the neuter of a participle is most often the supine. */
function isSupine(words: Words, i: number): boolean {
  const base = adjectiveReading(words.word(i))?.otherGender ?? ''
  if (
    !base.endsWith('d') ||
    /(?:hård|mild|sund|rund|blind|ond|nöjd|god|glad|röd|bred|död|skild|värd|vild)$/u.test(base)
  )
    return false
  for (let at = i - 1; at >= words.start; at--) {
    const key = words.word(at)
    if (perfectAuxiliaries.has(key) || key === 'som') return true
    if (key === '' && !words.isSlot(at)) return false
  }
  return false
}

/** Adjective forms that are verb forms too: ”Öppna appen”. */
const verbLike = (words: Words, i: number): boolean => commonVerbs.has(words.word(i)) || alsoVerbs.has(words.word(i))

function callsForVerb(words: Words, i: number): boolean {
  for (let at = i; at >= words.start && at > i - 4; at--) {
    const key = words.word(at)
    if (key === 'att' || modals.has(key)) return true
    if (!sentenceAdverbs.has(key) && !/^(?:du|vi|ni|man|jag|han|hon|hen)$/u.test(key)) return false
  }
  return false
}

/** Determiners of their own that are adjectives after a possessive or an article: **mitt** nästa besök. */
const AFTER_POSSESSIVE = new Set(
  'samma nästa följande föregående nedanstående ovanstående ifrågavarande motsvarande'.split(' '),
)

/** The determiner to the left of the one at `i` that rules over both: **min** egen, **de** båda. */
function outerDeterminer(words: Words, i: number): number | undefined {
  const inner = words.word(i)
  const left = words.word(i - 1)
  if (inner === 'samma' && left === 'och' && /^(?:en|ett)$/u.test(words.word(i - 2))) return i - 2
  if (/^(?:annan|annat)$/u.test(inner) && left === 'eller' && /^(?:en|ett|någon|något)$/u.test(words.word(i - 2)))
    return i - 2
  const outer = determiners.get(left)
  if (/^(?:annan|annat|sådan|sådant|sån|sånt|sådana|såna)$/u.test(inner)) {
    return outer?.kind === 'quantifier' || outer?.kind === 'article' ? i - 1 : undefined
  }
  if (AFTER_POSSESSIVE.has(inner)) {
    const rules =
      outer?.kind === 'possessive' ||
      /^(?:den|det|de|denna|detta|dessa)$/u.test(left) ||
      genitiveAt(words, i - 1) === 'sure'
    return rules ? i - 1 : undefined
  }
  const counts = determiners.get(inner)
  if (counts?.kind === 'quantifier' && counts.number === 'plural') {
    const opens = outer?.number === 'plural' || outer?.kind === 'possessive' || predeterminers.has(left)
    if (opens && !/^(?:alla|båda|bägge)$/u.test(left)) return i - 1
    if (genitiveAt(words, i - 1) === 'sure') return i - 1
  }
  return undefined
}

/** Words that agree with the noun through ”och”, ”eller” or ”av”: **en** eller flera, **en** av, var och **en** av. */
function collectAgreeing(words: Words, opening: PhraseOpening | undefined, into: PhraseOpening[]): void {
  if (opening === undefined) return
  const { token, determiner } = opening
  const left = words.word(token - 1)
  if (
    determiner.number === 'plural' &&
    (left === 'eller' || left === 'till' || left === '/' || words.is(token - 1, '/'))
  ) {
    const other = determiners.get(words.word(token - 2))
    if (other?.gender) into.push({ token: token - 2, determiner: other })
  }
}

/** The pronoun of a partitive: **en** av apparna, **någon** av våra appar, **var och en** av, **vilken** av. */
export function partitiveBefore(words: Words, phraseStart: number): PhraseOpening | undefined {
  if (words.word(phraseStart - 1) !== 'av') return undefined
  const determiner = determiners.get(words.word(phraseStart - 2))
  if (determiner?.gender === undefined || determiner.otherGender === undefined) return undefined
  if (determiner.kind === 'possessive') return undefined
  return { token: phraseStart - 2, determiner }
}

/** The determiner allows this number and gender after it. */
export function agrees(
  { number, gender }: Determiner,
  of: { readonly number: 'singular' | 'plural'; readonly gender?: Gender | undefined },
): boolean {
  if (number !== undefined && number !== of.number) return false
  return of.number === 'plural' || gender === undefined || of.gender === undefined || gender === of.gender
}
