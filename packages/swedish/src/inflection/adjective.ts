import { ADJECTIVE, type Cell, type Gathering } from './features.js'
import type { Grammar } from './grammar.js'
import { syncopated } from './noun-heads.js'
import { endsInVowel, genitives, isVowel, syllables } from './spelling.js'

/** The forms of an adjective; in each cell the one to write first. An empty cell does not exist. */
export interface AdjectiveForms {
  readonly common: readonly string[]
  readonly neuter: readonly string[]
  readonly plural: readonly string[]
  /** Definite singular, and definite plural unless `weakPlural` says otherwise. */
  readonly weak: readonly string[]
  readonly weakPlural?: readonly string[]
  /** Optional form for men: den nye läkaren. */
  readonly masculine: readonly string[]
  readonly comparative: readonly string[]
  readonly superlative: readonly string[]
  readonly superlativeWeak: readonly string[]
  readonly invariable: boolean
}

interface Irregular {
  readonly neuter: string
  readonly plural: string
  readonly weak?: string
  readonly masculine?: string
  /** Comparative, superlative, superlative weak. */
  readonly compared?: string
}

/** Suffixes of compounds count too: medelstor, jättegammal. */
const IRREGULAR: Readonly<Record<string, Irregular>> = {
  liten: { neuter: 'litet', plural: 'små', weak: 'lilla', masculine: 'lille', compared: 'mindre minst minsta' },
  god: { neuter: 'gott', plural: 'goda', compared: 'bättre bäst bästa' },
  bra: { neuter: 'bra', plural: 'bra', masculine: 'bra', compared: 'bättre bäst bästa' },
  gammal: { neuter: 'gammalt', plural: 'gamla', compared: 'äldre äldst äldsta' },
  annan: { neuter: 'annat', plural: 'andra', compared: '' },
  egen: { neuter: 'eget', plural: 'egna' },
  stor: { neuter: 'stort', plural: 'stora', compared: 'större störst största' },
  ung: { neuter: 'ungt', plural: 'unga', compared: 'yngre yngst yngsta' },
  tung: { neuter: 'tungt', plural: 'tunga', compared: 'tyngre tyngst tyngsta' },
  lång: { neuter: 'långt', plural: 'långa', compared: 'längre längst längsta' },
  hög: { neuter: 'högt', plural: 'höga', compared: 'högre högst högsta' },
  låg: { neuter: 'lågt', plural: 'låga', compared: 'lägre lägst lägsta' },
  grov: { neuter: 'grovt', plural: 'grova', compared: 'grövre grövst grövsta' },
  trång: { neuter: 'trångt', plural: 'trånga', compared: 'trängre trängst trängsta' },
  få: { neuter: 'få', plural: 'få', masculine: '', compared: 'färre' },
  många: { neuter: '', plural: 'många', masculine: '', compared: 'fler' },
  dålig: { neuter: 'dåligt', plural: 'dåliga', compared: 'sämre sämst sämsta' },
  höger: { neuter: 'höger', plural: 'högra', compared: '' },
  vänster: { neuter: 'vänster', plural: 'vänstra', compared: '' },
  nära: { neuter: 'nära', plural: 'nära', masculine: '', compared: 'närmare närmast närmaste' },
  ond: { neuter: 'ont', plural: 'onda' },
  förnäm: { neuter: 'förnämt', plural: 'förnäma' },
}

/** Further forms of comparison, recognised beside the regular ones. */
const ALSO_COMPARED: Readonly<Record<string, string>> = {
  god: 'godare godast godaste',
  dålig: 'värre värst värsta',
  trång: 'trångare trångast trångaste',
  ond: 'värre värst värsta',
  många: 'flera flest flesta',
  få: 'färre färst färsta',
}

/** Without agreement, and without an ending that says so. */
const INVARIABLE = new Set(
  `bra extra kul gratis lila rosa beige orange ense slut sådär udda ringa äkta oäkta stilla enda fjärran delvis utrikes inrikes avsides
   nutida dåtida framtida samtida forntida medeltida öde gängse gyllene ringa laga noga trasig- inbördes sinsemellan flyktig- kvitt redo
   sams osams värre inre yttre övre undre nedre bakre främre förra nästa sista första andra tredje fjärde femte samma själva ena
   online offline ok okej isär ifrån medvetslös- lagom färre flera fler vice extern- fel rätt- stackars hundratals tusentals
   daglig- ständig- allsköns slags jätte ultra super pop cool- live solo allena
   all-inclusive egenmäktig- dylik- varse ense överens tillfreds tillreds gott- värt medvetande`
    .split(/\s+/u)
    .filter((word) => word !== '' && !word.endsWith('-')),
)

/** Short t after a long vowel doubles in the neuter: vit, vitt. Compounds follow. */
const DOUBLES_T = words('vit het våt söt lat flat rät slät tät fet blöt såt')
/** m doubles before a vowel: tom, tomma. Besides all in -sam. */
const DOUBLES_M = words('dum tom stum grym öm oöm lam rum tam stram skum ljum krum from klam gram fram slem')
/** -en, -el and -er that keep their vowel. */
const KEEPS_VOWEL = words('ren sen len klen gen hel stel fel')

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => !word.endsWith('-')))
}

/** Whether `word` is one of `set`, or a compound that ends in one (at least three letters before, with a vowel). */
function isOrEndsIn(word: string, set: ReadonlySet<string>): boolean {
  if (set.has(word)) return true
  for (let start = word.length - 2; start >= 2 && word.length - start <= 6; start--) {
    if (set.has(word.slice(start)) && (word[start - 1] === '-' || syllables(word.slice(0, start)) > 0)) return true
  }
  return false
}

function irregular(word: string): [stem: string, base: string] | undefined {
  if (Object.hasOwn(IRREGULAR, word)) return ['', word]
  for (const base of ['liten', 'gammal', 'stor', 'lång', 'hög', 'grov', 'tung', 'annan']) {
    const stem = word.slice(0, -base.length)
    if (word.endsWith(base) && stem.length > 2 && syllables(stem) > 0 && !stem.endsWith('s')) return [stem, base]
  }
  return undefined
}

export function isInvariable(word: string): boolean {
  if (/[ae]nde$/u.test(word) || INVARIABLE.has(word)) return true
  // äldre, undre; nutida, lila; dito. But å, y, ö and é are stressed and inflect: blå, ny, slö.
  if (/[aeou]$/u.test(word)) return syllables(word) > 1
  return (
    /(?:des|tals|utrikes|inrikes|lunda|gratis|värs|kes|mans|ders|hands|vägs|dels|(?:å|a|o|ä|ö|e|i|u|y|l|n|r|t|g|d)vis(?<!vis(?:vis)))$/u.test(
      word,
    ) && !/(?:ös|lös|^vis|ovis|precis)$/u.test(word)
  )
}

/** Neuter singular by rule. */
export function neuterOf(word: string): string {
  const last = word[word.length - 1] ?? ''
  const before = word[word.length - 2] ?? ''
  if (isVowel(last)) return `${word}tt`
  if (last === 't') return isOrEndsIn(word, DOUBLES_T) ? `${word}t` : word
  if (last === 'd') {
    if (before === 'd') return `${word.slice(0, -2)}tt`
    if (!isVowel(before)) return `${word.slice(0, -1)}t`
    if (before === 'a' && !isGlad(word)) return `${word.slice(0, -1)}t`
    return `${word.slice(0, -1)}tt`
  }
  if (word.endsWith('nn')) return `${word.slice(0, -1)}t`
  if (dropsVowel(word) && last === 'n') return `${word.slice(0, -1)}t`
  return `${word}t`
}

/** glad and livsglad, but präglad and reglad are participles. */
const isGlad = (word: string): boolean => word === 'glad' || word === 'grad' || /[saoå]glad$/u.test(word)

/** Weak form and plural by rule. */
export function weakOf(word: string): string {
  const last = word[word.length - 1] ?? ''
  if (word.endsWith('ad') && !isGlad(word)) return `${word}e`
  if (last === 'm' && (word.endsWith('sam') || isOrEndsIn(word, DOUBLES_M))) return `${word}ma`
  if (word.endsWith('allmän')) return `${word}na`
  if (dropsVowel(word)) return `${syncopated(word)}a`
  return `${word}a`
}

function dropsVowel(word: string): boolean {
  if (!/[^aeiouyåäö]e[nlr]$/u.test(word) || KEEPS_VOWEL.has(word) || syllables(word) < 2) return false
  if (/(?:kristallren|stenren|oren|halvstel|[a-zåäö]{3}hel)$/u.test(word)) return false
  // Foreign and stressed: homogen, exogen; but trogen, mogen.
  return !/[mtxd]ogen$/u.test(word) || /(?:tr|m)ogen$/u.test(word)
}

/** Every form of the single word `word`. */
export function adjectiveForms(word: string, grammar: Pick<Grammar, 'neuter' | 'plural'>): AdjectiveForms {
  const found = irregular(word)
  const declaredPlural = typeof grammar.plural === 'string' ? grammar.plural : undefined
  if (found && grammar.neuter === undefined && declaredPlural === undefined) return irregularForms(word, found)
  const unchanged = (grammar.neuter ?? word) === word && (declaredPlural ?? word) === word
  if (unchanged && (isInvariable(word) || (grammar.neuter === word && declaredPlural === word))) {
    return invariableForms(word)
  }
  if (declaredPlural === undefined && grammar.neuter === undefined && isInvariable(word)) return invariableForms(word)
  const neuter = grammar.neuter ?? neuterOf(word)
  const plural = declaredPlural ?? weakOf(word)
  const weak = found && found[1] === 'liten' ? [`${found[0]}lilla`] : weaksOf(word, plural)
  const base = found ? IRREGULAR[found[1]] : undefined
  const compared =
    base?.compared === undefined ? regularComparison(word, plural) : comparisonOf(found as [string, string])
  return {
    common: [word],
    neuter: [neuter],
    plural: found && found[1] === 'liten' ? [plural] : weaksOf(word, plural),
    weak,
    ...(found?.[1] === 'liten' && { weakPlural: [plural] }),
    masculine: weak.filter((form) => /a$/u.test(form)).map((form) => `${form.slice(0, -1)}e`),
    ...compared,
    invariable: false,
  }
}

/** blå and grå may do without the -a. */
const weaksOf = (word: string, plural: string): readonly string[] =>
  /[åo]$/u.test(word) && (plural === `${word}a` || plural === word)
    ? [plural, plural === word ? `${word}a` : word]
    : [plural]

type Comparison = Pick<AdjectiveForms, 'comparative' | 'superlative' | 'superlativeWeak'>
const UNCOMPARED: Comparison = { comparative: [], superlative: [], superlativeWeak: [] }

function regularComparison(word: string, plural: string): Comparison {
  // Participles in -ad and the like are compared with mer and mest.
  if (/ade$/u.test(plural) || !plural.endsWith('a')) return UNCOMPARED
  const stem = plural.slice(0, -1) || word
  return { comparative: [`${stem}are`], superlative: [`${stem}ast`], superlativeWeak: [`${stem}aste`] }
}

/** The irregular comparison if there is one, else the regular; then side forms. */
function bothComparisons(word: string, base: string, plural: string): Comparison {
  const irregular = comparisonOf(['', base])
  if (IRREGULAR[base]?.compared !== undefined) return irregular
  const regular = regularComparison(word, plural)
  return {
    comparative: [...regular.comparative, ...irregular.comparative],
    superlative: [...regular.superlative, ...irregular.superlative],
    superlativeWeak: [...regular.superlativeWeak, ...irregular.superlativeWeak],
  }
}

function comparisonOf([stem, base]: [string, string]): Comparison {
  const cells = [IRREGULAR[base]?.compared ?? '', stem === '' ? (ALSO_COMPARED[base] ?? '') : ''].map((list) =>
    list.split(' ').filter((form) => form !== ''),
  )
  const cell = (place: number) => cells.flatMap((list) => (list[place] ? [stem + list[place]] : []))
  return { comparative: cell(0), superlative: cell(1), superlativeWeak: cell(2) }
}

function irregularForms(word: string, found: [string, string]): AdjectiveForms {
  const [stem, base] = found
  const entry = IRREGULAR[base] as Irregular
  const plural = stem + entry.plural
  const weak = entry.weak === undefined ? plural : stem + entry.weak
  const masculine = entry.masculine ?? (entry.weak ?? entry.plural).replace(/a$/u, 'e')
  return {
    common: [word],
    neuter: entry.neuter === '' ? [] : [stem + entry.neuter],
    plural: [plural],
    weak: [weak],
    ...(entry.weak !== undefined && { weakPlural: [plural] }),
    masculine: masculine === '' || masculine === entry.plural ? [] : [stem + masculine],
    ...(stem === ''
      ? bothComparisons(word, base, plural)
      : /(?:liten|gammal)$/u.test(word)
        ? UNCOMPARED
        : regularComparison(word, plural)),
    invariable: false,
  }
}

const invariableForms = (word: string): AdjectiveForms => ({
  common: [word],
  neuter: [word],
  plural: [word],
  weak: [word],
  masculine: /(?:nämnda|berörda|bemälda|första|andra|sista|nästa|förra)$/u.test(word) ? [`${word.slice(0, -1)}e`] : [],
  ...invariableComparison(word),
  invariable: true,
})

/** bra, nära and få have a comparison of their own; inre and the like have a superlative only. */
function invariableComparison(word: string): Comparison {
  if (Object.hasOwn(IRREGULAR, word)) return comparisonOf(['', word])
  const superlative = SUPERLATIVE_OF[word]
  return superlative === undefined
    ? UNCOMPARED
    : { comparative: [], superlative: [superlative], superlativeWeak: [`${superlative}a`] }
}

const SUPERLATIVE_OF: Readonly<Record<string, string>> = {
  inre: 'innerst',
  yttre: 'ytterst',
  övre: 'överst',
  undre: 'underst',
  nedre: 'nederst',
  bakre: 'bakerst',
  främre: 'främst',
  bortre: 'borterst',
  hitre: 'hiterst',
}

/** Adds the forms as an adjective's; `decorate` puts each into its phrase. */
export function addAdjectiveForms(
  to: Gathering,
  forms: AdjectiveForms,
  decorate: (form: string) => string = (form) => form,
): void {
  const add = (list: readonly string[], cell: Cell, always?: 'rare') => {
    list.forEach((form, place) => {
      to.add(decorate(form), cell.nominative, { rare: always !== undefined || place > 0 })
    })
  }
  const cells: [readonly string[], Cell, 'rare'?][] = [
    [forms.common, ADJECTIVE.common],
    [forms.neuter, ADJECTIVE.neuter],
    [forms.plural, ADJECTIVE.plural],
    ...(forms.weakPlural
      ? ([
          [forms.weak, ADJECTIVE.weakSingular],
          [forms.weakPlural, ADJECTIVE.weakPlural],
        ] as [readonly string[], Cell][])
      : ([[forms.weak, ADJECTIVE.weak]] as [readonly string[], Cell][])),
    [forms.masculine, ADJECTIVE.masculine, 'rare'],
    [forms.comparative, ADJECTIVE.comparative],
    [forms.superlative, ADJECTIVE.superlative],
    [forms.superlativeWeak, ADJECTIVE.superlativeWeak],
    [masculineSuperlatives(forms), ADJECTIVE.superlativeMasculine, 'rare'],
  ]
  for (const [list, cell, rare] of cells) add(list, cell, rare)
  // The genitive of an adjective stands for a person (den sjukas): recognised only.
  for (const [list, cell] of cells) {
    for (const form of list)
      for (const genitive of genitives(form)) to.add(decorate(genitive), cell.genitive, { rare: true })
  }
}

const masculineSuperlatives = ({ superlativeWeak }: AdjectiveForms): readonly string[] =>
  superlativeWeak.filter((form) => endsInVowel(form) && form.endsWith('a')).map((form) => `${form.slice(0, -1)}e`)
