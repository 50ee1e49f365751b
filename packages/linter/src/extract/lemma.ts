import {
  analyse,
  completeGrammar,
  type FormReading,
  type Grammar,
  inflect,
  type Lexicon,
  Role,
  splitCompound,
} from '@klarsprak/swedish'

/** What one form may be a form of. */
export interface Lemma {
  readonly lemma: string
  readonly grammar: Grammar
  /** The lexicon knows the word, or the last part of it, as this base form. */
  readonly isKnown: boolean
}

/** A word as a compound: what stands before its last part, and how many parts there are. */
export interface Head {
  /** UTF-16 code units before the last part. */
  readonly start: number
  readonly parts: number
}

/** The best way to see `word` as a compound whose last part is a noun, if there is one. */
export function headOf(word: string, lexicon: Lexicon): Head | undefined {
  const split = splitCompound(word, { lexicon })[0]
  const last = split?.parts.at(-1)
  if (split === undefined || last === undefined || (lexicon.roles(last.text) & Role.Noun) === 0) return undefined
  return { start: last.start, parts: split.parts.length }
}

/** The nouns that `form` may be a form of, those that the lexicon vouches for first. */
export function nounLemmas(form: string, lexicon: Lexicon): readonly Lemma[] {
  const start = headOf(form, lexicon)?.start ?? 0
  const before = form.slice(0, start)
  const head = form.slice(start)
  const known = analyse(head)
    .filter(({ lemma, grammar }) => grammar.pos === 'noun' && isBase(lexicon, lemma, Role.Noun))
    .map((reading) => ({ lemma: before + reading.lemma, grammar: shown(before, reading), isKnown: true }))
  // The plural of ”ansökan” is that of ”ansökning”, which nobody writes in the singular.
  const plural = /^(.+)ningar(?:na)?s?$/u.exec(head)?.[1]
  if (plural !== undefined && isBase(lexicon, `${plural}an`, Role.Noun)) {
    const grammar: Grammar = { pos: 'noun', gender: 'common', plural: `${before + plural}ningar` }
    return [{ lemma: `${before + plural}an`, grammar, isKnown: true }, ...known]
  }
  // registret, numret: the e of the base form is gone.
  const stem = /^(.+)rets?$/u.exec(head)?.[1]
  if (stem !== undefined && isBase(lexicon, `${stem}er`, Role.Noun)) {
    return [{ lemma: `${before + stem}er`, grammar: { pos: 'noun', gender: 'neuter' }, isKnown: true }, ...known]
  }
  if (known.length > 0) return known
  return analyse(form)
    .filter(({ grammar }) => grammar.pos === 'noun')
    .map((reading) => ({ lemma: reading.lemma, grammar: shown('', reading), isKnown: false }))
}

/** The adjective that `form` is a form of, if the lexicon knows it. */
export function adjectiveLemma(form: string, lexicon: Lexicon): string | undefined {
  const bases = analyse(form)
    .filter(({ lemma, grammar }) => grammar.pos === 'adjective' && isBase(lexicon, lemma, Role.Adjective))
    .map(({ lemma }) => lemma)
  // ”öppna” is a base form too, but of the verb.
  return bases.find((lemma) => lemma !== form) ?? bases[0] ?? (isBase(lexicon, form, Role.Adjective) ? form : undefined)
}

/** An adjective as it stands before a noun in the indefinite singular: ”digital tjänst”, ”digitalt besök”. */
export function agreeing(adjective: string, gender: Grammar['gender']): string {
  if (gender !== 'neuter') return adjective
  const neuter = inflect(adjective, { pos: 'adjective' }).find(
    ({ features }) => features.gender === 'neuter' && features.degree === 'positive' && features.case === undefined,
  )
  return neuter?.form ?? adjective
}

/**
 * One lemma for each form, chosen so that forms of one word come together: a lemma that the lexicon knows, one that
 * stands in the texts itself, one that most forms share; in that order.
 */
export function lemmasOf(forms: Iterable<string>, lexicon: Lexicon): ReadonlyMap<string, Lemma> {
  const candidates = new Map<string, readonly Lemma[]>()
  for (const form of forms) candidates.set(form, nounLemmas(form, lexicon))
  const support = new Map<string, number>()
  for (const lemmas of candidates.values())
    for (const lemma of new Set(lemmas.map((one) => one.lemma))) support.set(lemma, (support.get(lemma) ?? 0) + 1)

  const chosen = new Map<string, Lemma>()
  for (const [form, lemmas] of candidates) {
    let best: Lemma | undefined
    let bestScore = -1
    for (const one of lemmas) {
      const score =
        (one.isKnown ? 100 : 0) + (candidates.has(one.lemma) ? 10 : 0) + Math.min(9, support.get(one.lemma) ?? 0)
      // Readings come with the most usual first.
      if (score > bestScore) {
        best = one
        bestScore = score
      }
    }
    chosen.set(form, best ?? { lemma: form, grammar: { pos: 'noun' }, isKnown: false })
  }
  return chosen
}

/** What the forms of one lemma, taken together, say about its grammar; the rest as the rules know or guess. */
export function grammarFrom(lemma: string, readings: readonly Grammar[]): Grammar {
  const genders = readings.flatMap((reading) => reading.gender ?? [])
  // ”målet” is neuter beyond doubt, while ”målen” may be read as one thing of common gender or several of neuter.
  const gender = genders.includes('neuter') ? 'neuter' : (ruledGender(lemma) ?? genders[0])
  const plural = mostUsual(readings.flatMap((reading) => reading.plural || []))
  return completeGrammar(lemma, {
    pos: 'noun',
    ...(gender === undefined ? {} : { gender }),
    ...(plural === undefined || gender === 'neuter' ? {} : { plural }),
  }).grammar
}

/** The gender, when the rules need not guess. */
function ruledGender(lemma: string): Grammar['gender'] {
  const { grammar, guessed } = completeGrammar(lemma, { pos: 'noun' })
  return guessed.includes('gender') ? undefined : grammar.gender
}

function mostUsual<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const isBase = (lexicon: Lexicon, word: string, role: number): boolean =>
  (lexicon.roles(word) & (Role.Base | role)) === (Role.Base | role)

/** What the form itself shows of the grammar: the rest of a reading's grammar is filled in by rule. */
function shown(before: string, { grammar, features }: FormReading): Grammar {
  const { gender, plural } = grammar
  const showsGender = features.number === 'singular' && features.definite === true
  const showsPlural = features.number === 'plural' && typeof plural === 'string'
  return {
    pos: 'noun',
    ...(showsGender ? { gender } : {}),
    ...(showsPlural ? { plural: before + plural } : {}),
  }
}
