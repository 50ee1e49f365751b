import type { Gathering } from './features.js'
import { type Cell, NOUN } from './features.js'
import type { Gender, Grammar } from './grammar.js'
import { nounHead, pluralWithVowel, syncopated } from './noun-heads.js'
import { endsInVowel, genitives, isVowel, syllables } from './spelling.js'

/** The four nominative cells of a noun; in each the form to write first, then others that are accepted. */
export interface NounForms {
  readonly singular: readonly string[]
  readonly definite: readonly string[]
  readonly plural: readonly string[]
  readonly pluralDefinite: readonly string[]
  /** The plurals are possible, no more: for finding only. */
  readonly rarePlural?: boolean
  /** Which cells rest on a guess. */
  readonly guess: { readonly definite: boolean; readonly plural: boolean }
}

/** Gender and plural of a noun, as declared or else by rule. */
export interface NounKeys {
  readonly gender: Gender
  readonly plural: string | false
  readonly definite: string | undefined
  readonly guessed: { readonly gender: boolean; readonly plural: boolean }
  readonly unlikelyPlural?: string | undefined
}

const NONE: readonly string[] = []

/** Every cell of the single word `noun`. */
export function nounForms(noun: string, grammar: Grammar): NounForms {
  const keys = nounKeys(noun, grammar)
  const guess = {
    definite: keys.guessed.gender && keys.definite === undefined,
    plural: keys.guessed.plural,
  }
  if (isPluralOnly(noun, grammar)) {
    return {
      singular: NONE,
      definite: NONE,
      plural: [noun],
      pluralDefinite: pluralDefinites(noun, noun, 'common'),
      guess,
    }
  }
  if (isAdjectival(noun, keys)) return adjectivalForms(noun, keys, guess)
  const head = nounHead(noun)
  const definite =
    keys.definite === undefined ? definites(noun, keys) : withFirst(keys.definite, definites(noun, keys), noun)
  if (keys.plural === false) {
    const unlikely = keys.unlikelyPlural === undefined ? NONE : [keys.unlikelyPlural]
    const unlikelyDefinite = unlikely.map((form) => `${form}na`)
    return { singular: [noun], definite, plural: unlikely, pluralDefinite: unlikelyDefinite, rarePlural: true, guess }
  }
  const plural = keys.plural
  const listed = head?.pluralDefinite
  const variants = pluralVariants(noun, plural)
  const pluralDefinite =
    listed !== undefined && head && plural.endsWith(head.plural || '-')
      ? [plural.slice(0, plural.length - (head.plural || '').length) + listed]
      : [plural, ...variants].flatMap((form) => pluralDefinites(noun, form, keys.gender, definite[0]))
  return { singular: [noun], definite, plural: [plural, ...variants], pluralDefinite, guess }
}

/** A declared form is the only one of its kind, save that an old or short side form may stay accepted. */
const withFirst = (declared: string, byRule: readonly string[], noun: string): readonly string[] =>
  byRule.includes(declared) ? [declared, ...byRule.filter((form) => form !== declared && form !== noun)] : [declared]

/** Adds the four cells, with genitives. */
export function addNounForms(
  to: Gathering,
  forms: NounForms,
  decorate: (form: string, cell: Cell) => string = same,
): void {
  const add = (list: readonly string[], cell: Cell, guess: boolean, unlikely = false) => {
    list.forEach((form, place) => {
      const rare = unlikely || place > 0
      const written = decorate(form, cell)
      to.add(written, cell.nominative, { guess, rare })
      genitives(form).forEach((genitive, second) => {
        to.add(decorate(genitive, cell), cell.genitive, { guess, rare: rare || second > 0 })
      })
    })
  }
  add(forms.singular, NOUN.singular, false)
  add(forms.definite, NOUN.definite, forms.guess.definite)
  add(forms.plural, NOUN.plural, forms.guess.plural, forms.rarePlural)
  add(forms.pluralDefinite, NOUN.pluralDefinite, forms.guess.plural, forms.rarePlural)
}

const same = (form: string): string => form

/** Words that are plurals themselves, though their gender may be given. */
const PLURAL_ONLY = /(?:kläder|pengar|föräldrar|byxor|glasögon|grönsaker|inälvor|stadgar|kostnader|utgifter)$/u

/** A noun without a singular: its plural is given as the word itself, and no rule makes that of a singular. */
export function isPluralOnly(noun: string, { gender, plural, definite }: Grammar): boolean {
  if (plural !== noun || definite !== undefined) return false
  if (gender !== undefined) return PLURAL_ONLY.test(noun)
  return !/(?:are|[ae]nde|iker)$/u.test(noun)
}

/** Adjectives and participles used as nouns: anhörig, anställd, vuxen, närstående. */
function isAdjectival(noun: string, { gender, plural }: NounKeys): boolean {
  if (gender !== 'common' || plural === false) return false
  if (plural === noun) return /[ae]nde$/u.test(noun)
  if (plural.endsWith('ade')) return noun.endsWith('ad')
  if (!plural.endsWith('a') || endsInVowel(noun)) return false
  return plural === `${noun}a` || (/e[nlr]$/u.test(noun) && plural === `${syncopated(noun)}a`)
}

/** Participles whose definite is more often the bare form (den närstående) than one in -n (sökanden). */
const BARE_DEFINITE = /(?:stående|boende|levande|sittande|studerande|resande|varande)$/u

function adjectivalForms(noun: string, keys: NounKeys, guess: NounForms['guess']): NounForms {
  const plural = keys.plural as string
  if (plural !== noun) {
    const masculine = plural.endsWith('a') ? [`${plural.slice(0, -1)}e`] : NONE
    return { singular: [noun], definite: [plural, ...masculine], plural: [plural], pluralDefinite: [plural], guess }
  }
  const bare = BARE_DEFINITE.test(noun)
  const choose = (form: string) => (bare ? [noun, form] : [form, noun])
  const definite = keys.definite === undefined ? choose(`${noun}n`) : [keys.definite]
  return { singular: [noun], definite, plural: [noun, `${noun}n`], pluralDefinite: choose(`${noun}na`), guess }
}

// --- the definite singular -------------------------------------------------------------------

/** The definite singular, from the word, its gender and its plural. */
export function definites(noun: string, { gender, plural }: Pick<NounKeys, 'gender' | 'plural'>): readonly string[] {
  const head = nounHead(noun)
  const stem = head === undefined ? '' : noun.slice(0, noun.length - head.head.length)
  // The head counts only if the plural is its own: the man of huvudman is not that of narkoman.
  const agrees = head !== undefined && (plural === false || plural === stem + head.plural)
  if (agrees && head.definite !== undefined && head.gender === gender) {
    return [stem + head.definite]
  }
  return gender === 'common' ? commonDefinites(noun, plural) : neuterDefinites(noun, plural)
}

function commonDefinites(noun: string, plural: string | false): readonly string[] {
  const last = noun[noun.length - 1] ?? ''
  if (isVowel(last)) {
    if (noun.endsWith('ia')) return [`${noun}n`, `${noun.slice(0, -1)}en`]
    return (last === 'i' && syllables(noun) > 1) || last === 'é' ? [`${noun}n`, `${noun}en`] : [`${noun}n`]
  }
  if (plural !== false && plural.startsWith(noun) && doubled(noun, plural)) return [`${noun}${last}en`]
  const head = plural === false ? nounHead(noun) : undefined
  if (head?.plural && doubled(head.head, head.plural)) return [`${noun}${last}en`]
  if (/[^aeiouyåäö]an$/u.test(noun) && syllables(noun) > 1 && isActionNoun(noun, plural)) return [noun]
  // Latin: examen, examina.
  if (/men$/u.test(noun) && typeof plural === 'string' && plural.endsWith('ina')) return [noun]
  if (/(?:us|is)$/u.test(noun) && plural === false && syllables(noun) > 1) return [`${noun}en`, noun]
  if (noun.endsWith('ör')) return [`${noun}en`, `${noun}n`]
  if (/(?:natt|stad)$/u.test(noun) && plural !== false)
    return [`${noun}en`, noun.endsWith('stad') ? `${noun.slice(0, -1)}n` : `${noun}n`]
  if (plural === false && /(?:lösen|borgen|kulmen|hymen)$/u.test(noun)) return [noun]
  if (/iel$/u.test(noun)) return [`${noun}en`]
  if (/e[lr]$|or$|[^iou]ar$|ur$/u.test(noun)) return afterLiquid(noun, plural)
  if (/[^aeiouyåäö]en$/u.test(noun) && plural !== false && plural.startsWith(syncopated(noun))) {
    return [`${syncopated(noun)}en`, noun]
  }
  return [`${noun}en`]
}

/** ansökan, samverkan: the definite is the word itself. */
const isActionNoun = (noun: string, plural: string | false): boolean =>
  plural === false ? !NOT_ACTION.test(noun) : /(?:ingar|nden)$/u.test(plural) || plural === noun

/** Other words in -an: substances and loans. */
const NOT_ACTION =
  /(?:slogan|altan|roman|organ|kran|(?<!vä)gran|plan|[^n]tan|propan|butan|uran|tran|mangan|span|marsipan|timjan|zigan|(?<!önsk)san|fan|man|van)$/u

/** -el, -er, -or, -ar, -ur: -n when the last syllable is unstressed, which the plural may show. */
function afterLiquid(noun: string, plural: string | false): readonly string[] {
  const [short, long] = [`${noun}n`, `${noun}en`]
  const ending = noun.slice(-2)
  if (syllables(noun) === 1) return [long]
  if (plural !== false && plural.startsWith(noun) && plural !== noun) {
    // Nothing dropped: andelar, karaktärer; but motorer and partners are unstressed in the singular.
    if (ending === 'or')
      return /(?:^|[^aeiouyåäö])(?:jor|fon|for|mor|ador)$/u.test(noun) ? [long, short] : [short, long]
    if (/s(?:ar)?$/u.test(plural)) return [short]
    return plural === `${noun}are` ? [long, short] : [long]
  }
  if (plural !== false && plural !== noun) return ending === 'ar' ? [long, short] : [short]
  if (plural === noun) return [short]
  const head = nounHead(noun)
  if (
    typeof head?.plural === 'string' &&
    head.plural.startsWith(head.head) &&
    head.plural !== head.head &&
    ending !== 'or'
  )
    return [long]
  return ending === 'ur' || noun.endsWith('iar') ? [long] : [short]
}

function neuterDefinites(noun: string, plural: string | false): readonly string[] {
  const last = noun[noun.length - 1] ?? ''
  if (/[ei]um$/u.test(noun) && plural !== noun) {
    const latin = `${noun.slice(0, -2)}et`
    return plural === false ? [latin, `${noun}et`, noun] : [latin]
  }
  if (/[^aeiouyåäö]r?um$/u.test(noun) && syllables(noun) > 1 && !nounHead(noun)) {
    return [`${noun}et`, `${noun.slice(0, -2)}et`, noun]
  }
  if (isVowel(last)) return afterVowel(noun, plural)
  if (plural !== false && plural.startsWith(noun) && doubled(noun, plural)) return [`${noun}${last}et`]
  if (syllables(noun) > 1 && dropsVowel(noun)) {
    if (noun.endsWith('väsen')) return [`${noun}det`, `${noun}et`, `${syncopated(noun)}et`]
    return noun.endsWith('papper') ? [`${noun}et`, `${syncopated(noun)}et`] : [`${syncopated(noun)}et`]
  }
  return [`${noun}et`]
}

function afterVowel(noun: string, plural: string | false): readonly string[] {
  const last = noun[noun.length - 1] ?? ''
  const [short, long] = [`${noun}t`, `${noun}et`]
  if (last === 'y' && syllables(noun) > 1) return [short, long]
  if (syllables(noun) === 1 || 'åäöyé'.includes(last)) return noun.endsWith('oo') ? [short, long] : [long, short]
  if (last === 'i') {
    if (plural !== false) return plural.endsWith('er') ? [long, short] : [short]
    return [long, short]
  }
  if (last === 'e' || last === 'a') return [short]
  return nounHead(noun)?.head === 'bo' ? [long, short] : [short, long]
}

/** Stressed -el, -er, -en keep their vowel: spelet, kvarteret, fenomenet. */
const KEEPS_VOWEL =
  /(?:spel|(?:^|[^f])fel|(?<!me)(?<!ta)del|tel|kvarter|klaver|faner|baner|revisor|visir|kuratel|parallell|karaktär|er[ei]er|ier)$/u
/** Of the neuters in -en few are unstressed. */
const DROPS_EN = /(?:tecken|vatten|vapen|väsen|siden|linnen|åsen|socken)$/u

function dropsVowel(noun: string): boolean {
  if (/[^aeiouyåäö]en$/u.test(noun)) return DROPS_EN.test(noun)
  return /[^aeiouyåäö]e[lr]$/u.test(noun) && !KEEPS_VOWEL.test(noun)
}

/** Whether the plural doubles the last m or n of the word: vänner, dammar. */
function doubled(noun: string, plural: string): boolean {
  const last = noun[noun.length - 1]
  return (last === 'm' || last === 'n') && plural[noun.length] === last && isVowel(plural[noun.length + 1])
}

// --- the definite plural ---------------------------------------------------------------------

function pluralDefinites(noun: string, plural: string, gender: Gender, definite?: string): readonly string[] {
  const last = plural[plural.length - 1] ?? ''
  if (plural.endsWith('män')) return [`${plural}nen`]
  if (/(?:gäss|möss|löss)$/u.test(plural)) return [`${plural}en`]
  if (plural === noun && definite !== undefined) return sameInPlural(noun, gender, definite)
  if (last === 'r') {
    // pris has both priser and pris.
    return gender === 'neuter' && plural === `${noun}er` ? [`${plural}na`, `${noun}en`] : [`${plural}na`]
  }
  if (plural.endsWith('are')) return [`${plural.slice(0, -1)}na`]
  if (/(?:ögon|öron)$/u.test(plural)) return [`${plural}en`]
  if (last === 'n') {
    if (gender === 'common') return [`${plural}en`, `${plural}a`]
    return plural === `${noun}n` && 'åäöyio'.includes(noun[noun.length - 1] ?? '-')
      ? [`${plural}a`, `${noun}en`]
      : [`${plural}a`]
  }
  if (last === 's') return [`${plural}en`, `${plural}arna`]
  if (/(?:ina|enta)$/u.test(plural)) return [plural, `${plural}na`]
  if (last === 'a') return [`${plural}na`, `${plural}n`]
  return isVowel(last) ? [`${plural}na`] : [`${plural}en`]
}

function sameInPlural(noun: string, gender: Gender, definite: string): readonly string[] {
  if (gender === 'common') {
    if (noun.endsWith('are')) return [`${noun.slice(0, -1)}na`]
    return endsInVowel(noun) || /(?:er|ar|el|or)$/u.test(noun) ? [`${noun}na`] : [`${noun}en`]
  }
  if (noun.endsWith('papper')) return [`${noun}en`, `${noun}na`, `${syncopated(noun)}en`]
  if (noun.endsWith('väsen')) return [`${syncopated(noun)}en`, `${noun}en`]
  if (endsInVowel(noun)) return noun.endsWith('e') ? [`${noun}n`] : [`${noun}na`, `${noun}n`]
  if (noun.endsWith('um') && definite.endsWith('umet')) return [`${noun}en`]
  const byDefinite = definite.endsWith('et') ? `${definite.slice(0, -1)}n` : `${noun}en`
  return /er$/u.test(noun) && byDefinite !== `${noun}en` ? [byDefinite, `${noun}na`] : [byDefinite]
}

/** Plurals beside the declared one: hammare and hamrar, order and ordrar, morgnar and mornar, centrum and centra. */
function pluralVariants(noun: string, plural: string): readonly string[] {
  if (plural === noun && /[hk]ammare$/u.test(noun)) return [`${noun.slice(0, -5)}mrar`]
  if (plural === noun && /(?:order|meter|liter)$/u.test(noun)) return [`${syncopated(noun)}ar`]
  if (plural.endsWith('morgnar')) return [`${plural.slice(0, -4)}nar`]
  if (/(?:centr|spektr|vis|kvant|plektr)um$/u.test(noun)) {
    return ['um', 'a', 'er'].map((ending) => noun.slice(0, -2) + ending).filter((form) => form !== plural)
  }
  return NONE
}

// --- gender and plural by rule -----------------------------------------------------------------

/** Gender and plural: declared, else of the head of the compound, else by ending. */
export function nounKeys(noun: string, grammar: Grammar): NounKeys {
  const { gender, plural, definite } = grammar
  if (gender !== undefined && plural !== undefined) {
    return { gender, plural, definite, guessed: { gender: false, plural: false } }
  }
  const byRule = guessNoun(noun, gender, plural)
  return {
    gender: gender ?? byRule.gender,
    plural: plural ?? byRule.plural,
    definite,
    guessed: {
      gender: gender === undefined && !byRule.genderCertain,
      plural: plural === undefined && !byRule.pluralCertain,
    },
    unlikelyPlural: plural === undefined ? byRule.unlikelyPlural : undefined,
  }
}

interface NounGuess {
  /** A plural that is possible though unlikely: good for finding. */
  readonly unlikelyPlural?: string
  readonly gender: Gender
  readonly plural: string | false
  readonly genderCertain?: boolean
  readonly pluralCertain?: boolean
}

/**
 * What endings say of gender and plural. `+ar`: added; `=`: as the singular; `um>er`: put in place;
 * `-`: no plural; `-er`: usually no plural, else in -er. A gender marked certain holds for 97 % of
 * SALDO or more; a plural only for -are (98 %). The rest is a guess.
 */
const ENDINGS: readonly (readonly [ending: RegExp, gender: Gender, plural: string, certain?: 'gender' | 'both'])[] = [
  [/are$/u, 'common', '=', 'both'],
  [/(?:\d-|hundra|tjugo|[eio]tti|[mx]ti|retti)tal$/u, 'neuter', '-'],
  [/ie$|[dt]io$/u, 'common', '+r'],
  [/mang$/u, 'neuter', '='],
  [/(?:ar|er|or|dra|man|lem|ist|ent|ant|ör)skap$/u, 'neuter', '='],
  [/(?:ande|ende)$/u, 'neuter', '+n', 'gender'],
  [/ing$/u, 'common', '+ar', 'gender'],
  [/(?:tion|sion|xion)$/u, 'common', '+er', 'gender'],
  [
    /(?:en|säker|fast|ärlig|rolig|ledig|tät|vänlig|värdig|trött|enig|allmän|god|klar|lik|stor|hög|sedlig|saklig|svag|vanlig|nyttig|artig|fyndig|hålig|ytlig|oviss|laglig|verksam|myndig|möjlig|svårig|rättig|skyldig|ny|lägen|hemlig|färdig|befogen|egen|sevärd|personlig|olik|erfaren|omständig|angelägen|dum|hastig|dyrbar|oklar|felaktig|tillfällig|olägen|högtidlig|ojämn|elak|fri|begiven|galen|nedrig|lustig|märkvärdig|besvärlig|stridig|otäck|offentlig|godsaks|sann|likgiltig)het$/u,
    'common',
    '+er',
    'gender',
  ],
  [/het$/u, 'common', '-er', 'gender'],
  [/itet$/u, 'common', '+er', 'gender'],
  [/(?:logi|grafi|nomi|metri|skopi|kemi|krati|sofi|urgi|emi|pati|fobi|tri|ani|mi)$/u, 'common', '-er', 'gender'],
  [/ism$/u, 'common', '+er', 'gender'],
  [/[aio]list$|[^aeiouyåäöltrsn]ist$|[ndr]ist$/u, 'common', '+er', 'gender'],
  [/nad$/u, 'common', '+er', 'gender'],
  [/else$/u, 'common', '+r'],
  [/dom$/u, 'common', '+ar', 'gender'],
  [/(?:iker|[^aeiouyåäö]ier|jer|aner)$/u, 'common', '=', 'gender'],
  [/(?:[^u]tik|nik|mik|fik|gik)$/u, 'common', '-er'],
  [/eri$/u, 'neuter', '+er'],
  [/(?:ment|tal)$/u, 'neuter', '='],
  // Metals and the like (kalium); but not geranium, podium, gymnasium.
  [/(?:[lbch]ium|(?<!gera)nium|[ksei]tium|[rn]adium|[gek]esium)$/u, 'neuter', '-'],
  [/eum$|ium$/u, 'neuter', 'um>er'],
  [/um$/u, 'neuter', '='],
  [/skap$/u, 'common', '-er'],
  [/or$/u, 'common', '+er'],
  [/ör$/u, 'common', '+er'],
  [/(?:log|graf|nom|at|ant|ent|ans|ens|it|os|on|in|ass|iv|ur|ess|ad)$/u, 'common', '+er'],
  [/[^aeiouyåäö][klrdt]an$/u, 'common', '-'],
  [/an$/u, 'common', '+er'],
  [/ik$/u, 'common', '+er'],
  [/id$/u, 'common', '+er'],
  [/i$/u, 'common', '+er'],
  [/age$/u, 'neuter', '='],
]

/** Spelt alike, with one gender for each sense: en plan (tanke), ett plan (flyg). */
const TWO_GENDERS = new Set(
  'plan damm slag lock val ikon lack torn gift lag fil led lott ting ask sal ris vad'.split(' '),
)

function guessNoun(noun: string, gender: Gender | undefined, plural: string | false | undefined): NounGuess {
  if (plural === noun && /(?:[ae]nde|iker)$/u.test(noun)) return { gender: 'common', plural: noun }
  const head = nounHead(noun)
  if (head && (gender === undefined || gender === head.gender)) {
    const stem = noun.slice(0, noun.length - head.head.length)
    return {
      gender: head.gender,
      plural: head.plural === false ? false : stem + head.plural,
      genderCertain: !TWO_GENDERS.has(head.head),
    }
  }
  for (const [ending, itsGender, rule, certain] of ENDINGS) {
    if (!ending.test(noun) || (gender !== undefined && gender !== itsGender)) continue
    if (syllables(noun) === 1) break
    return {
      gender: itsGender,
      ...(/^-./u.test(rule) && { unlikelyPlural: noun + rule.slice(1) }),
      plural: applyPlural(noun, rule),
      ...(certain && { genderCertain: true }),
      ...(certain === 'both' && { pluralCertain: true }),
    }
  }
  return guessByShape(noun, gender, plural)
}

function applyPlural(noun: string, rule: string): string | false {
  if (rule.startsWith('-')) return false
  if (rule === '=') return noun
  if (rule === 'um>er') return `${noun.slice(0, -2)}er`
  return noun + rule.slice(1)
}

function guessByShape(noun: string, gender: Gender | undefined, plural: string | false | undefined): NounGuess {
  const last = noun[noun.length - 1] ?? ''
  if (gender === undefined && typeof plural === 'string') {
    // The plural tells the gender: -or, -ar, most -er are common; -n after a vowel, or no ending, neuter.
    if (/[ao]r$/u.test(plural)) return { gender: 'common', plural, genderCertain: true }
    if (plural === noun || (plural === `${noun}n` && isVowel(last))) return { gender: 'neuter', plural }
  }
  const itsGender =
    gender ?? (/[eo]$/u.test(noun) && !/(?:bb|ff|gg|ll|pp|rr|ss|dd|ng|åg|ok|ak|ub)e$/u.test(noun) ? 'neuter' : 'common')
  if (itsGender === 'neuter') {
    if (isVowel(last)) return { gender: itsGender, plural: /[iéåäöy]$/u.test(noun) ? `${noun}er` : `${noun}n` }
    return { gender: itsGender, plural: noun }
  }
  // Those who do something: en sökande, flera sökande.
  if (/..[ae]nde$/u.test(noun)) return { gender: itsGender, plural: noun }
  if (noun.endsWith('ee')) return { gender: itsGender, plural: `${noun}r` }
  if (last === 'a') return { gender: itsGender, plural: `${noun.slice(0, -1)}or`, genderCertain: true }
  if (last === 'e')
    return {
      gender: itsGender,
      plural: /[ijdls]e$/u.test(noun) && noun.endsWith('je') ? `${noun}r` : pluralWithVowel(noun, 'ar'),
    }
  if (isVowel(last)) return { gender: itsGender, plural: last === 'o' || last === 'å' ? `${noun}r` : `${noun}er` }
  if (/[^aeiouyåäö]er$/u.test(noun) && syllables(noun) > 1)
    return { gender: itsGender, plural: pluralWithVowel(noun, 'ar') }
  if (/[^aeiouyåäö]e[ln]$/u.test(noun) && syllables(noun) > 1)
    return { gender: itsGender, plural: pluralWithVowel(noun, 'ar') }
  return { gender: itsGender, plural: `${noun}${syllables(noun) === 1 ? 'ar' : 'er'}` }
}
