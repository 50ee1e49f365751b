import { type Lexicon, Role, splitCompound, wordKey } from '@klarsprak/swedish'
import { CutKind } from './spelling.js'

/** A place in a form where people put a space that does not belong there. UTF-16 code units from 0 in the squashed key. */
export interface Cut {
  readonly at: number
  readonly kind: (typeof CutKind)[keyof typeof CutKind]
  /** The author of the concept has listed the torn form. */
  readonly listed?: true
}

export interface CompoundCut {
  /** The first part with its link, and what follows it; together they have one letter more than the word when they share it. */
  readonly first: string
  readonly rest: string
}

/** The places where the compound analysis divides a word: ”läkar|besök”, ”sjukvårds|rådgivning”. */
export function compoundCuts(key: string, lexicon: Lexicon): readonly CompoundCut[] {
  const [best] = splitCompound(key, { lexicon })
  if (best === undefined) return []
  return best.parts
    .slice(0, -1)
    .map(({ end }, n) => ({ first: key.slice(0, end), rest: key.slice(best.parts[n + 1]!.start) }))
}

/**
 * What `first` is before `rest` when there is a space between them, or undefined when the two may be an
 * ordinary phrase: an adjective and a noun (frisk vård), an adverb (hem sjukvård), a measure (en grupp besök),
 * a person and what they get (ger barn stöd), or a noun and a verb or participle (en patient boende i Lund).
 */
export function cutKind(first: string, rest: string, lexicon: Lexicon): Cut['kind'] | undefined {
  const roles = lexicon.roles(first)
  if ((roles & Role.Word) === 0) return first.length > 1 && lexicon.roles(rest) !== 0 ? CutKind.NoWord : undefined
  if ((roles & Role.Noun) === 0 || (roles & NOT_JUST_A_NOUN) !== 0 || MANIFOLD.has(first)) return undefined
  const restRoles = lexicon.roles(rest)
  if ((restRoles & (Role.Noun | Role.Word)) !== (Role.Noun | Role.Word) || (restRoles & (Role.Verb | Role.Other)) !== 0)
    return undefined
  if (/(?:ande|ende|ad|at)s?$/u.test(rest) || ((restRoles & Role.Adjective) !== 0 && rest.endsWith('t')))
    return undefined
  if ((roles & Role.Base) === 0) return /[^s]s$/u.test(first) ? CutKind.Genitive : undefined
  const neuter = lexicon.has(`${first}et`) || (/[aeiouyåäö]$/u.test(first) && lexicon.has(`${first}t`))
  const common = lexicon.has(`${first}en`) || lexicon.has(`${first}n`)
  // The definite plural of neuters ends in -en too (breven), so -et alone decides.
  return neuter ? CutKind.Neuter : common ? CutKind.Common : CutKind.Noun
}

const NOT_JUST_A_NOUN = Role.Verb | Role.Adjective | Role.Other | Role.Particle

/**
 * Nouns that stand before another noun without being a part of it: measures and kinds (en grupp besökare), times
 * (i dag vård), receivers in the bare plural (ger barn stöd), titles, and nouns that are adverbs or
 * imperatives too. Own list of common words of the language; no terms.
 */
const MANIFOLD: ReadonlySet<string> = new Set(
  `antal typ slag sort sorts slags grupp del rad par mängd hög låda påse kopp glas bit skiva droppe tablett dos procent grad nivå
   steg version kategori klass enhet modell variant form art serie lista rubrik titel kod nummer
   dag natt kväll morgon vecka månad år dygn timme minut sekund sommar vinter höst vår helg termin kvartal
   barn syskon folk ombud ungdomar djur kvinnor män
   doktor professor herr fru fröken syster bror mor far pappa mamma statsminister minister
   hem bort upp ner rätt fel gång håll tack hjälp stopp läs sök köp följ välj skriv kör byt besök sätt mot vad man`
    .trim()
    .split(/\s+/u),
)

/** The cuts at the hyphens of a word that is written with them. The part before is a letter, an abbreviation or a noun. */
export function hyphenCuts(form: string, lexicon: Lexicon): readonly Cut[] {
  const parts = wordKey(form).split('-')
  let at = 0
  return parts.slice(0, -1).flatMap((first, n): Cut[] => {
    at += first.length
    if (first === '' || parts[n + 1] === '') return []
    const kind = first.length <= 3 && !isFunctionWord(first) ? CutKind.NoWord : cutKind(first, parts[n + 1]!, lexicon)
    // Before a hyphen a noun may stand whatever follows it: bank-id.
    const roles = lexicon.roles(first)
    const noun = (roles & (Role.Noun | Role.Base)) === (Role.Noun | Role.Base) && (roles & NOT_JUST_A_NOUN) === 0
    const any = kind ?? (noun ? CutKind.Noun : roles === 0 ? CutKind.NoWord : undefined)
    return any === undefined ? [] : [{ at, kind: any }]
  })
}

const FUNCTION_WORDS = new Set(
  'i på av en ett den det de vi ni du han hon om för med ut in upp ner av att och är så se du ha ge ta få gå ska kan har var när hur vad ur vid per ej nu då'.split(
    ' ',
  ),
)
const isFunctionWord = (word: string) => FUNCTION_WORDS.has(word)
