import { weakOf } from './adjective.js'
import { type Gathering, PARTICIPLE, VERB } from './features.js'
import type { Grammar } from './grammar.js'
import { genitives, isVowel } from './spelling.js'
import { type ListedVerb, listedVerb } from './verb-list.js'

/** The forms of a verb; in each cell the one to write first, then accepted ones. */
export interface VerbForms {
  readonly infinitive: readonly string[]
  readonly present: readonly string[]
  readonly past: readonly string[]
  readonly supine: readonly string[]
  readonly imperative: readonly string[]
  /** The -s forms, empty when the verb has none. */
  readonly passive: {
    readonly infinitive: readonly string[]
    readonly present: readonly string[]
    readonly past: readonly string[]
    readonly supine: readonly string[]
  }
  readonly presentParticiple: readonly string[]
  /** Common gender of the past participle: behandlad, läst, skriven. */
  readonly participle: readonly string[]
  readonly subjunctive: readonly string[]
  /** hoppas, finnas: -s in all forms, and active in meaning. */
  readonly deponent: boolean
  /** The class is only the likely one. */
  readonly guess: boolean
  /** The -s forms exist but are hardly used (få, ha). */
  readonly rarePassive: boolean
}

const NONE: readonly string[] = []
const NO_PASSIVE = { infinitive: NONE, present: NONE, past: NONE, supine: NONE }
const forms = (cell: string): readonly string[] => (cell === '' ? NONE : cell.split('/'))

/** Verbs without -s forms, or with such that are hardly ever used. */
const WITHOUT_PASSIVE = new Set(
  'vara bli kunna vilja skola böra måste heta dö le duga ligga sitta sova stinka niga skina gitta veta-'.split(' '),
)
const SELDOM_PASSIVE = new Set('få ha gå stå komma'.split(' '))

type Keys = Pick<Grammar, 'present' | 'past' | 'supine' | 'passive'>

/** Every form of the single verb `infinitive`. */
export function verbForms(infinitive: string, grammar: Keys): VerbForms {
  if (infinitive.endsWith('s') && !isVowel(infinitive[infinitive.length - 1])) return deponentForms(infinitive, grammar)
  return withDeclared(infinitive, grammar)
}

function withDeclared(infinitive: string, grammar: Keys): VerbForms {
  const listed = listedVerb(infinitive)
  const base = listed ? withPrefix(listed) : undefined
  const declared = completed(infinitive, grammar, base)
  const head = listed?.[1].infinitive ?? infinitive
  const { present, past, supine } = declared
  const stem = infinitive.endsWith('a') && infinitive.length > 2 ? infinitive.slice(0, -1) : infinitive
  const old = oldStem(infinitive, head)
  const passive =
    grammar.passive === false || (grammar.passive !== true && WITHOUT_PASSIVE.has(head) && listed?.[0] === '')
      ? NO_PASSIVE
      : {
          infinitive: [`${infinitive}s`, ...(old ? [`${old}as`] : NONE)],
          present: [
            ...present.flatMap((form) => passivePresents(form, infinitive)),
            ...(old ? [`${old}s`, `${old}es`] : NONE),
          ],
          past: past.flatMap((form) => (/s$/u.test(form) ? [form] : [`${form}s`])),
          supine: supine.map((form) => `${form}s`),
        }
  return {
    infinitive: [infinitive, ...(old ? [`${old}a`] : NONE)],
    present: [...present, ...(old ? [`${old}er`] : NONE)],
    past,
    supine,
    imperative: [...declared.imperative, ...(old ? [old] : NONE)],
    passive,
    presentParticiple: presentParticiples(infinitive, stem, old),
    participle: declared.participle,
    subjunctive: subjunctives(stem, declared, old),
    deponent: false,
    guess: declared.guess,
    rarePassive: grammar.passive !== true && SELDOM_PASSIVE.has(head) && listed?.[0] === '',
  }
}

/** ge, ta, bli, dra, be and ha have an older stem that formal text still uses: intages, avgivas. */
function oldStem(infinitive: string, head: string): string | undefined {
  const stem = OLD_STEMS[head]
  return stem === undefined ? undefined : infinitive.slice(0, -head.length) + stem
}

const OLD_STEMS: Readonly<Record<string, string>> = {
  ge: 'giv',
  ta: 'tag',
  bli: 'bliv',
  dra: 'drag',
  ha: 'hav',
  be: 'bedj',
  klä: 'kläd',
  spä: 'späd',
  bre: 'bred',
}

interface Declared {
  readonly present: readonly string[]
  readonly past: readonly string[]
  readonly supine: readonly string[]
  readonly participle: readonly string[]
  readonly imperative: readonly string[]
  readonly guess: boolean
}

/** The key forms: as declared, else as listed, else by the class the declared ones or the infinitive show. */
function completed(infinitive: string, grammar: Keys, listed: ListedVerb | undefined): Declared {
  const agrees =
    listed !== undefined &&
    (grammar.present === undefined || forms(listed.present).includes(grammar.present)) &&
    (grammar.past === undefined || forms(listed.past).includes(grammar.past)) &&
    (grammar.supine === undefined || forms(listed.supine).includes(grammar.supine))
  const base = agrees ? listed : byClass(infinitive, grammar)
  const first = (declared: string | undefined, cell: string) =>
    declared === undefined ? forms(cell) : [declared, ...forms(cell).filter((form) => agrees && form !== declared)]
  const present = first(grammar.present, base.present)
  const past = first(grammar.past, base.past)
  const supine = first(grammar.supine, base.supine)
  const participle =
    base.participle !== undefined
      ? forms(base.participle)
      : [
          ...new Set(
            supine.flatMap((form, place) => participleOf(infinitive, form, past[Math.min(place, past.length - 1)])),
          ),
        ]
  const declaredAny = grammar.present !== undefined || grammar.past !== undefined || grammar.supine !== undefined
  return {
    present,
    past,
    supine,
    participle,
    imperative: base.imperative === undefined ? [imperativeOf(infinitive, present[0] ?? '')] : forms(base.imperative),
    guess: !agrees && !declaredAny && looksIrregular(infinitive),
  }
}

function withPrefix([prefix, verb]: readonly [string, ListedVerb]): ListedVerb {
  if (prefix === '') return verb
  const put = (cell: string | undefined) =>
    cell === undefined || cell === ''
      ? cell
      : forms(cell)
          .map((form) => prefix + form)
          .join('/')
  const participle = put(verb.participle)
  return {
    infinitive: prefix + verb.infinitive,
    present: put(verb.present) as string,
    past: put(verb.past) as string,
    supine: put(verb.supine) as string,
    participle: withoutParticiple(prefix, verb.infinitive)
      ? ''
      : verb.infinitive === 'stå'
        ? `${prefix}stådd`
        : participle,
    imperative: put(verb.imperative),
  }
}

/** stå has a participle in förstå only; gå has one (utgången) but not in pågå, fortgå and tillgå. */
const withoutParticiple = (prefix: string, head: string): boolean =>
  (head === 'stå' && !prefix.endsWith('för')) || (head === 'gå' && /^(?:på|fort|till|tillmötes|an)$/u.test(prefix))

/**
 * An unlisted verb in -a is of the first conjugation, as every new verb is. Only these shapes hide
 * enough old verbs of other classes for that to be a guess.
 */
const looksIrregular = (infinitive: string): boolean => /(?:ll?ja|rja|ida|uda|öda|inna|inda|uka)$/u.test(infinitive)

/** The class as the declared key forms show it; the first when they are silent. */
function byClass(infinitive: string, { present, past, supine }: Keys): ListedVerb {
  const isA = infinitive.endsWith('a')
  const stem = isA ? infinitive.slice(0, -1) : infinitive
  const fromPast = past === undefined ? undefined : classOfPast(stem, past)
  const first =
    isA && (present === undefined || present === `${infinitive}r`) && (fromPast === undefined || fromPast === 'first')
  if (first) {
    return {
      infinitive,
      present: `${infinitive}r`,
      past: `${infinitive}de`,
      supine: `${infinitive}t`,
      participle: `${infinitive}d`,
    }
  }
  if (!isA) {
    // bo, bodde, bott, bodd
    const third = past === undefined && supine === undefined
    return {
      infinitive,
      present: `${infinitive}r`,
      past: past ?? `${infinitive}dde`,
      supine: supine ?? `${infinitive}tt`,
      participle: third || past === `${infinitive}dde` ? `${infinitive}dd` : undefined,
    }
  }
  const second = secondByKeys(stem, past)
  return { infinitive, present: present ?? second.present, past: past ?? second.past, supine: supine ?? second.supine }
}

function classOfPast(stem: string, past: string): 'first' | 'other' {
  return past === `${stem}ade` ? 'first' : 'other'
}

function secondByKeys(stem: string, past: string | undefined): { present: string; past: string; supine: string } {
  const present = /[aeiouyåäö]r$/u.test(stem) ? stem : `${stem}er`
  const hard = /[kpstx]$/u.test(stem)
  const short = /mm$|nn$/u.test(stem) ? stem.slice(0, -1) : stem
  const byStem = /[^aeiouyåäö][td]$/u.test(stem) ? `${stem}e` : `${short}${hard ? 'te' : 'de'}`
  const itsPast = past ?? byStem
  const supine = /[dt]e$/u.test(itsPast)
    ? itsPast
        .replace(/dde$/u, 'tt')
        .replace(/(?<=[^d])de$/u, 't')
        .replace(/te$/u, 't')
    : `${stem}it`
  return { present, past: itsPast, supine }
}

/** skrivit → skriven, behandlat → behandlad, lett (past ledde) → ledd, köpt (köpte) → köpt, hört (hörde) → hörd. */
function participleOf(infinitive: string, supine: string, past: string | undefined): readonly string[] {
  if (supine.endsWith('it')) return [`${supine.slice(0, -2)}en`]
  if (supine.endsWith('at') && (past ?? '').endsWith('ade')) return [`${supine.slice(0, -1)}d`]
  if (supine.endsWith('tt') && past?.endsWith('dde')) return [`${past.slice(0, -1)}`]
  if (supine.endsWith('t') && past?.endsWith('de'))
    return [/[^aeiouyåäö]de$/u.test(past) ? past.slice(0, -1) : `${supine.slice(0, -1)}d`]
  if (supine.endsWith('t') && past?.endsWith('te')) return [supine]
  if (supine === `${infinitive}tt`) return [`${infinitive}dd`]
  return NONE
}

function imperativeOf(infinitive: string, present: string): string {
  if (!infinitive.endsWith('a') || infinitive.length <= 2 || present === `${infinitive}r`) return infinitive
  const stem = infinitive.slice(0, -1)
  return stem.endsWith('mm') ? stem.slice(0, -1) : stem
}

function passivePresents(present: string, infinitive: string): readonly string[] {
  // behandlar, får, ger: the r is the ending. hör, hyr, far: it is the stem's.
  if (present === `${infinitive}r`) return [`${infinitive}s`]
  if (!present.endsWith('er') || `${present}a` === infinitive) {
    if (/ar$/u.test(present) && `${present}a` !== infinitive) return [`${present.slice(0, -1)}s`]
    return [`${present}s`, `${present}es`]
  }
  const stem = present.slice(0, -2)
  const short = stem.endsWith('mm') ? stem.slice(0, -1) : stem
  return /[sxz]$/u.test(stem)
    ? [`${stem}es`, ...(stem.endsWith('s') ? NONE : [`${stem}s`])]
    : [`${short}s`, `${stem}es`]
}

function presentParticiples(infinitive: string, stem: string, old: string | undefined): readonly string[] {
  if (infinitive.endsWith('s') || infinitive === 'måste') return NONE
  if (old) return [`${old}ande`, `${infinitive}${infinitive.endsWith('a') ? 'nde' : 'ende'}`]
  return stem === infinitive ? [`${infinitive}ende`] : [`${stem}ande`]
}

/** Old wishes and conditions (give, ginge); strong verbs only, and never written. */
function subjunctives(
  stem: string,
  { past, supine, participle }: Declared,
  old: string | undefined,
): readonly string[] {
  const strongPasts = past.filter((form) => !form.endsWith('e'))
  if (strongPasts.length === 0) return NONE
  const hasPresent = old !== undefined || participle.some((form) => form.endsWith('en'))
  const fromSupine = supine.filter((form) => form.endsWith('it')).map((form) => `${form.slice(0, -2)}e`)
  return [
    ...new Set([...(hasPresent ? [`${old ?? stem}e`] : NONE), ...strongPasts.map(pastSubjunctive), ...fromSupine]),
  ]
}

/** gick → ginge, kom → komme, gav → gåve, skrev → skreve. */
function pastSubjunctive(past: string): string {
  if (/[gf]ick$/u.test(past)) return `${past.slice(0, -2)}nge`
  if (past.endsWith('gav')) return `${past.slice(0, -2)}åve`
  return past.endsWith('kom') ? `${past}me` : `${past}e`
}

// --- deponents -------------------------------------------------------------------------------

/** hoppas, finnas, umgås. The forms are the -s forms of the verb without its s, which need not exist. */
function deponentForms(infinitive: string, grammar: Keys): VerbForms {
  const listed = listedVerb(infinitive)
  const bare = infinitive.replace(/s{1,2}$/u, '')
  const active = withDeclared(bare, {
    ...(grammar.past !== undefined && { past: withoutS(grammar.past) }),
    ...(grammar.supine !== undefined && { supine: withoutS(grammar.supine) }),
    ...(grammar.present !== undefined && { present: activePresent(bare, grammar.present) }),
    passive: true,
  })
  const own = listed ? withPrefix(listed) : undefined
  const cell = (declared: string | undefined, itsOwn: string | undefined, byRule: readonly string[]) => {
    const found = itsOwn === undefined ? byRule : forms(itsOwn)
    return declared === undefined ? found : [declared, ...found.filter((form) => form !== declared)]
  }
  const present = cell(grammar.present, own?.present, active.passive.present)
  return {
    infinitive: [infinitive],
    present,
    past: cell(grammar.past, own?.past, active.passive.past),
    supine: cell(grammar.supine, own?.supine, active.passive.supine),
    imperative: present,
    passive: NO_PASSIVE,
    presentParticiple: NONE,
    participle: NONE,
    subjunctive: NONE,
    deponent: true,
    guess: active.guess && own === undefined,
    rarePassive: false,
  }
}

const withoutS = (form: string): string => form.replace(/s$/u, '')

/** The active present that the -s present shows: hoppas → hoppar, finns and finnes → finner. */
function activePresent(bare: string, present: string): string {
  if (present === `${bare}s`) return `${bare}r`
  return `${present.replace(/e?s$/u, '')}er`
}

// --- adding them -------------------------------------------------------------------------------

/** Puts a finite or infinite form, or a participle, into its phrase; several ways where there are several. */
export interface Around {
  readonly verb: (form: string) => readonly string[]
  readonly participle: (form: string) => readonly string[]
  /** The participle is only assumed to be usable so. */
  readonly guessParticiple?: boolean
}

const PLAIN: Around = { verb: (form) => [form], participle: (form) => [form] }

/** Adds the forms of a verb. */
export function addVerbForms(to: Gathering, verb: VerbForms, around: Around = PLAIN): void {
  const { guess } = verb
  const add = (list: readonly string[], features: (typeof VERB)['past']['active' | 'passive'], rare = false) => {
    list.forEach((form, place) => {
      for (const whole of around.verb(form)) to.add(whole, features, { guess, rare: rare || place > 0 })
    })
  }
  to.add(around.verb(verb.infinitive[0] ?? '')[0] ?? '', VERB.infinitive.active)
  add(verb.infinitive, VERB.infinitive.active)
  add(verb.present, VERB.present.active)
  add(verb.past, VERB.past.active)
  add(verb.supine, VERB.supine.active)
  add(verb.imperative, VERB.imperative.active, verb.deponent)
  add(verb.passive.infinitive, VERB.infinitive.passive, verb.rarePassive)
  add(verb.passive.present, VERB.present.passive, verb.rarePassive)
  add(verb.passive.past, VERB.past.passive, verb.rarePassive)
  add(verb.passive.supine, VERB.supine.passive, verb.rarePassive)
  addParticiples(to, verb, around)
  add(verb.subjunctive, VERB.subjunctive.active, true)
  if (verb.passive.past.length > 0)
    add(
      verb.subjunctive.map((form) => `${form}s`),
      VERB.subjunctive.passive,
      true,
    )
}

function addParticiples(to: Gathering, verb: VerbForms, around: Around): void {
  const guess = verb.guess || around.guessParticiple === true
  const put = (form: string, cell: { nominative: object; genitive: object }, rare: boolean) => {
    for (const whole of around.participle(form)) to.add(whole, cell.nominative, { guess, rare })
    for (const genitive of genitives(form)) {
      for (const whole of around.participle(genitive)) to.add(whole, cell.genitive, { guess, rare: true })
    }
  }
  verb.presentParticiple.forEach((form, place) => {
    put(form, VERB.presentParticiple, place > 0)
  })
  verb.participle.forEach((common, place) => {
    const weak = common.endsWith('ad') ? `${common}e` : weakOf(common)
    put(common, PARTICIPLE.common, place > 0)
    put(participleNeuter(common), PARTICIPLE.neuter, place > 0)
    put(weak, PARTICIPLE.plural, place > 0)
    put(weak, PARTICIPLE.weak, place > 0)
    if (weak.endsWith('a')) put(`${weak.slice(0, -1)}e`, PARTICIPLE.masculine, true)
  })
}

/** behandlad → behandlat, ledd → lett, sänd → sänt, köpt → köpt, skriven → skrivet. */
export function participleNeuter(common: string): string {
  if (common.endsWith('dd')) return `${common.slice(0, -2)}tt`
  if (common.endsWith('d') || common.endsWith('en')) return `${common.slice(0, -1)}t`
  return common
}
