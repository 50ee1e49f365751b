import { initialismForms } from './abbreviation.js'
import { adjectiveForms, isInvariable, neuterOf } from './adjective.js'
import { type Cell, type Gathering, NOUN } from './features.js'
import type { Gender, Grammar } from './grammar.js'
import { type NounForms, nounForms, nounKeys } from './noun.js'
import { genitives, isInitialism } from './spelling.js'

// A noun phrase is words of three kinds:
//
//   samordnad individuell plan        digital ingång till vård och omsorg      hälso- och sjukvård
//   └──── modifiers ────┘ └head┘      └ mod ┘ └head┘ └──── tail ────────┘      └─ fixed ─┘ └head─┘

const PREPOSITIONS = new Set(
  `till för av i på med om mot från under vid utan hos enligt inom efter åt som ur över mellan per genom kring bland runt före
   utanför innanför via à att där när åt`.split(/\s+/u),
)
const AFTER_HEAD = new Set('in ut upp ner ned fram bort hem tillbaka dit hit igen åter över'.split(' '))
const COORDINATORS = new Set(['och', 'eller', 'samt', '&', '/', 'och/eller'])

/** How the words of a phrase divide: the word at `head` inflects, those in `modifiers` agree with it. */
export interface PhraseShape {
  readonly words: readonly string[]
  readonly head: number
  readonly modifiers: readonly number[]
  /** Nouns that inflect along with the head: vård och omsorg. */
  readonly alsoHeads: readonly number[]
}

/** Divides a noun phrase. Never fails: in doubt the last word is the head and no word before it agrees. */
export function phraseShape(label: string, grammar: Grammar): PhraseShape {
  const words = label.split(' ')
  const end = words.findIndex((word, place) => place > 0 && PREPOSITIONS.has(word))
  let head = (end === -1 ? words.length : end) - 1
  if (head > 0 && AFTER_HEAD.has(words[head] as string) && !COORDINATORS.has(words[head - 1] as string)) head--
  const alsoHeads: number[] = []
  const modifiers: number[] = []
  for (let place = 0; place < head; place++) {
    const word = words[place] as string
    const next = words[place + 1] as string
    if (COORDINATORS.has(word) || word.endsWith('-')) continue
    if (looksLikeAdjective(words, place, head, grammar)) modifiers.push(place)
    else if (COORDINATORS.has(next) && place + 2 === head) alsoHeads.push(place)
  }
  return { words, head, modifiers, alsoHeads }
}

const ADJECTIVE_ENDING =
  /(?:ig|lig|isk|iskt|igt|al|alt|ell|ellt|iv|ivt|bar|bart|full|fullt|lös|löst|sam|samt|ad|at|en|et|är|ärt|ell|ös|öst|ent|ant|nd|nt|gd|gt|ld|lt|rd|rt|dd|tt|mt|vt|st|kt|pt|änd)$/u
const SHORT_ADJECTIVES = new Set(
  `god gott ny nytt stor stort liten litet lång långt kort hög högt låg lågt fri fritt fast egen eget hel helt öppen öppet dold dolt
   ung ungt gammal gammalt svår svårt tung tungt trygg tryggt snabb snabbt säker säkert enkel enkelt vacker vackert rak rakt klar klart
   smart tom tomt vit vitt röd rött grön grönt gul gult blå blått grå grått svart skör skört frisk friskt sjuk sjukt annan annat
   intern internt extern externt modern modernt ren rent sen sent allmän allmänt gemensam mobil mobilt dubbel dubbelt privat akut
   rörlig skriven muntlig varm varmt kall kallt bred brett smal smalt rik rikt fattig död dött rätt fel skyddad psykisk fysisk stark starkt svag svagt`.split(
    /\s+/u,
  ),
)

function looksLikeAdjective(
  words: readonly string[],
  place: number,
  head: number,
  { plural, gender }: Grammar,
): boolean {
  const word = words[place] as string
  // A declared plural of the whole phrase shows which words agree.
  if (typeof plural === 'string') {
    const inPlural = plural.split(' ')
    if (inPlural.length === words.length && inPlural[place] !== word)
      return (
        (/[ae]$/u.test(inPlural[place] as string) && !/(?:na|or|ar|er)$/u.test(inPlural[place] as string)) ||
        isAdjectiveForm(word)
      )
  }
  if (/\d|\p{Lu}/u.test(word) || isInvariable(word)) return false
  // An adverb before another adjective: medicinskt färdigbehandlad.
  if (
    gender !== 'neuter' &&
    place + 1 < head &&
    /(?:skt|igt|lt|vt|rt)$/u.test(word) &&
    isAdjectiveForm(words[place + 1] as string)
  )
    return false
  return (
    isAdjectiveForm(word) &&
    !(COORDINATORS.has(words[place + 1] as string) && place + 2 === head && !isAdjectiveForm(word))
  )
}

const NOUN_ENDING =
  /(?:ning|tion|het|itet|ment|else|ande|ende|are|nad|skap|dom|stöd|vård|het|råd|land|hand|samtal|avtal|antal|val|bord|kort|hälsa|plan|ling|avtal|insats|plats|punkt|objekt|projekt|patient|journal|signal|bostad|kontakt|rätt|takt|makt)$/u
const isAdjectiveForm = (word: string): boolean =>
  SHORT_ADJECTIVES.has(word) || (ADJECTIVE_ENDING.test(word) && !NOUN_ENDING.test(word) && word.length > 3)

/** The weak and plural forms of an adjective as it stands in a phrase, strong and agreeing with a noun of `gender`. */
function modifierForms(word: string, gender: Gender, inPlural: string | undefined): Modifier {
  const base = gender === 'neuter' ? (commonOf(word) ?? word) : word
  const forms = adjectiveForms(
    base,
    inPlural === undefined ? {} : { plural: inPlural, neuter: gender === 'neuter' ? word : neuterOf(base) },
  )
  const plural = inPlural ?? forms.plural[0] ?? word
  const weak = forms.weak[0] ?? plural
  return { strong: word, plural, weak, weakPlural: forms.weakPlural?.[0] ?? plural, masculine: forms.masculine[0] }
}

interface Modifier {
  readonly strong: string
  readonly plural: string
  readonly weak: string
  readonly weakPlural: string
  readonly masculine: string | undefined
}

/** Neuters that more than one adjective could have. */
const COMMON_OF: Readonly<Record<string, string>> = {
  gott: 'god',
  nytt: 'ny',
  fritt: 'fri',
  blått: 'blå',
  grått: 'grå',
  rått: 'rå',
  rött: 'röd',
  brett: 'bred',
  dött: 'död',
  glatt: 'glad',
  vitt: 'vit',
  hett: 'het',
  vått: 'våt',
  sött: 'söt',
  tätt: 'tät',
  fett: 'fet',
  rätt: 'rätt',
  lätt: 'lätt',
  trött: 'trött',
  nedsatt: 'nedsatt',
  litet: 'liten',
  annat: 'annan',
  eget: 'egen',
  gammalt: 'gammal',
  sant: 'sann',
  tunt: 'tunn',
  grant: 'grann',
  noggrant: 'noggrann',
  allmänt: 'allmän',
  hårt: 'hård',
  rent: 'ren',
  sent: 'sen',
  känt: 'känd',
  godkänt: 'godkänd',
  okänt: 'okänd',
  bestämt: 'bestämd',
  privat: 'privat',
  akut: 'akut',
  smart: 'smart',
  fast: 'fast',
  svart: 'svart',
  kort: 'kort',
  stort: 'stor',
  separat: 'separat',
  adekvat: 'adekvat',
  konkret: 'konkret',
  absolut: 'absolut',
  direkt: 'direkt',
  indirekt: 'indirekt',
  bekant: 'bekant',
  relevant: 'relevant',
  öppet: 'öppen',
  särskilt: 'särskild',
  enskilt: 'enskild',
  milt: 'mild',
  snabbt: 'snabb',
  dolt: 'dold',
  sålt: 'såld',
  valt: 'vald',
  utvalt: 'utvald',
  nöjt: 'nöjd',
  begärt: 'begärd',
  höjt: 'höjd',
  förhöjt: 'förhöjd',
  utbrett: 'utbredd',
  avsett: 'avsedd',
  född: 'född',
  fött: 'född',
}

/** The common gender of a neuter adjective: digitalt → digital, samordnat → samordnad, öppet → öppen. */
export function commonOf(neuter: string): string | undefined {
  if (Object.hasOwn(COMMON_OF, neuter)) return COMMON_OF[neuter]
  if (isInvariable(neuter)) return neuter
  if (/fritt$/u.test(neuter)) return neuter.slice(0, -2)
  if (!neuter.endsWith('t')) return undefined
  const stem = neuter.slice(0, -1)
  if (/[bcdfghjklmnpqrstvwxzi]at$/u.test(neuter)) return `${stem}d`
  if (/[^aeiouyåäö]et$/u.test(neuter)) return `${stem}n`
  if (neuter.endsWith('tt')) return `${neuter.slice(0, -2)}dd`
  if (/(?:ant|ent|kt|pt|st|ft)$/u.test(neuter) && !/(?:iskt|skt|löst|öst|ist|kt)$/u.test(neuter)) return neuter
  if (/[^s]kt$/u.test(neuter) && !/(?:rkt|jukt|akt|ikt)$/u.test(neuter)) return neuter
  if (/nt$/u.test(neuter)) return `${stem}d`
  return stem
}

/** Adds every form of a noun phrase: agreement before the head, the rest unchanged. */
export function addNounPhrase(to: Gathering, label: string, grammar: Grammar): void {
  const shape = phraseShape(label, grammar)
  const { words, head, modifiers, alsoHeads } = shape
  const headWord = words[head] as string
  const inPlural = typeof grammar.plural === 'string' ? grammar.plural.split(' ') : undefined
  const aligned = inPlural?.length === words.length ? inPlural : undefined
  if (aligned && grammar.plural === label && grammar.gender === undefined) {
    addPluralOnly(to, shape)
    return
  }
  const headGrammar: Grammar = {
    pos: 'noun',
    gender: grammar.gender,
    plural: inPlural === undefined ? grammar.plural : (aligned?.[head] ?? inPlural[inPlural.length - 1]),
    definite: pick(grammar.definite, words, head),
  }
  const gender = headGrammar.gender ?? nounKeys(headWord, headGrammar).gender
  const nouns = isInitialism(headWord) ? initialismForms(headWord, headGrammar) : nounForms(headWord, headGrammar)
  const agreed = new Map(
    modifiers.map((place) => {
      const plural = aligned && aligned[place] !== words[place] ? aligned[place] : undefined
      return [place, modifierForms(words[place] as string, gender, plural)] as const
    }),
  )
  const build = (form: string, key: keyof Modifier, others: readonly string[]): string =>
    words
      .map((word, place) => {
        if (place === head) return form
        const coordinated = alsoHeads.indexOf(place)
        if (coordinated >= 0) return others[coordinated] ?? word
        return agreed.get(place)?.[key] ?? word
      })
      .join(' ')
  const also = alsoHeads.map((place) => nounForms(words[place] as string, { pos: 'noun' }))
  const put = (
    cell: Cell,
    list: readonly string[],
    key: keyof Modifier,
    guess: boolean,
    others: (forms: NounForms) => readonly string[],
    bare = false,
  ) => {
    const beside = also.map((forms) => others(forms)[0] ?? forms.singular[0] ?? '')
    const unsure = guess || (!bare && also.some((forms) => forms.guess[cell === NOUN.definite ? 'definite' : 'plural']))
    const unlikely =
      nouns.rarePlural === true && (cell === NOUN.plural || cell === NOUN.weakPlural || cell === NOUN.pluralDefinite)
    list.forEach((form, place) => {
      const whole = build(form, key, beside)
      to.add(whole, cell.nominative, { guess: unsure, rare: unlikely || place > 0 })
      addGenitives(to, shape, cell, form, whole, (genitive) => build(genitive, key, beside), {
        guess: unsure,
        rare: place > 0,
      })
    })
  }
  put(NOUN.singular, nouns.singular, 'strong', false, (forms) => forms.singular, true)
  if (modifiers.length > 0) put(NOUN.weakSingular, nouns.singular, 'weak', false, (forms) => forms.singular, true)
  put(NOUN.definite, nouns.definite, 'weak', nouns.guess.definite, (forms) => forms.definite)
  if (/man$/u.test(headWord) && modifiers.length > 0)
    put(NOUN.definite, nouns.definite, 'masculine', false, (forms) => forms.definite)
  put(NOUN.plural, nouns.plural, 'plural', nouns.guess.plural, (forms) => forms.plural)
  if (modifiers.length > 0)
    put(NOUN.weakPlural, nouns.plural, 'weakPlural', nouns.guess.plural, (forms) => forms.plural)
  put(NOUN.pluralDefinite, nouns.pluralDefinite, 'weakPlural', nouns.guess.plural, (forms) => forms.pluralDefinite)
}

const pick = (declared: string | undefined, words: readonly string[], head: number): string | undefined => {
  if (declared === undefined) return undefined
  const parts = declared.split(' ')
  return parts.length === words.length ? parts[head] : parts[parts.length - 1]
}

/**
 * The genitive stands on the head when the head is last. With a tail both places occur (väg ins,
 * ingången till vårdens) and neither is good to write.
 */
function addGenitives(
  to: Gathering,
  { words, head }: PhraseShape,
  cell: Cell,
  form: string,
  whole: string,
  build: (genitive: string) => string,
  mark: { guess: boolean; rare: boolean },
): void {
  const last = head === words.length - 1
  genitives(form).forEach((genitive, place) => {
    to.add(build(genitive), cell.genitive, { ...mark, rare: mark.rare || place > 0 || !last })
  })
  if (!last)
    for (const genitive of genitives(whole).slice(0, 1)) to.add(genitive, cell.genitive, { ...mark, rare: true })
}

/** digitala tjänster: the label is the plural. */
function addPluralOnly(to: Gathering, shape: PhraseShape): void {
  const { words, head } = shape
  const noun = words[head] as string
  const forms = nounForms(noun, { pos: 'noun', plural: noun })
  const plurals = forms.singular.length === 0 ? forms : { ...forms, singular: [], definite: [] }
  const build = (form: string) => words.map((word, place) => (place === head ? form : word)).join(' ')
  for (const [list, cells] of [
    [plurals.plural, [NOUN.plural, NOUN.weakPlural]],
    [plurals.pluralDefinite, [NOUN.pluralDefinite]],
  ] as const) {
    list.forEach((form, place) => {
      for (const cell of cells) {
        to.add(build(form), cell.nominative, { rare: place > 0 })
        addGenitives(to, shape, cell, form, build(form), build, { guess: false, rare: place > 0 })
      }
    })
  }
}
