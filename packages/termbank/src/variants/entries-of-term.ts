import { type Features, type InflectedForm, type Lexicon, Role, wordKey } from '@klarsprak/swedish'
import type { Concept, Term } from '../model/concept.js'
import { isDeprecated } from '../model/is-deprecated.js'
import { type CompoundCut, type Cut, compoundCuts, cutKind, hyphenCuts } from './cuts.js'
import { Agreement, CutKind, EntryFlag, squash } from './spelling.js'

/** One form of a term under one squashed key, and what may be wrong about how it is written. */
export interface SpellingEntry {
  readonly key: string
  readonly right: string
  readonly brand?: string | undefined
  readonly flags: number
  readonly agreement: number
  readonly cuts: readonly Cut[]
}

/** What the generation needs to know of everything that is right. */
export interface KnownWords {
  readonly lexicon: Lexicon
  /** Whether a key, spaces and hyphens included, is a form of any term in the bank, of any status. */
  isForm(key: string): boolean
  formsOf(term: Term): readonly InflectedForm[]
}

/**
 * The ways a term's forms are written wrongly, from the term alone. Deprecated terms have none: they
 * are wrong however they are written. What is a form of another term, or a word of its own, is left out.
 */
export function entriesOfTerm(term: Term, concept: Concept, known: KnownWords): readonly SpellingEntry[] {
  if (term.lang !== 'sv' || isDeprecated(term.status)) return []
  if (term.pos === 'name') return nameEntries(term, known)
  if (term.label.includes(' ')) return suspendedEntries(term, known)
  if (term.pos !== 'noun' && !term.label.includes('-')) return slips(term, concept, known)
  return [...wordEntries(term, concept, known), ...slips(term, concept, known)]
}

function wordEntries(term: Term, concept: Concept, known: KnownWords): SpellingEntry[] {
  const { label } = term
  const hyphened = /[^-]-[^-]/u.test(label)
  const cuts = hyphened || term.homograph ? [] : compoundCuts(wordKey(label), known.lexicon)
  if (!hyphened && cuts.length === 0) return []
  const brand = brandOf(term, concept)
  const entries: SpellingEntry[] = []
  for (const [form, features] of sureForms(term, known)) {
    const key = wordKey(form)
    const entry = {
      right: form,
      brand: brand && brand + form.slice(label.length),
      agreement: agreementOf(features, term),
    }
    if (hyphened && form.includes('-')) entries.push(...hyphenedEntries(form, key, term, entry, known))
    else entries.push(...closedEntries(key, wordKey(label), cuts, entry, known))
  }
  return withListedCuts(entries, squash(wordKey(label)), concept)
}

/** A torn label that the concept's author has listed as a search word (”kund tjänst”) is known to be wrong. */
function withListedCuts(entries: SpellingEntry[], letters: string, { hiddenLabels = [] }: Concept): SpellingEntry[] {
  const torn = hiddenLabels.map(wordKey).filter((hidden) => hidden.includes(' ') && squash(hidden) === letters)
  if (torn.length === 0) return entries
  const places = new Set(torn.map((hidden) => squash(hidden.slice(0, hidden.indexOf(' '))).length))
  return entries.map((entry) => ({
    ...entry,
    cuts: entry.cuts.map((cut) => (places.has(cut.at) ? { ...cut, listed: true as const } : cut)),
  }))
}

type Common = Pick<SpellingEntry, 'right' | 'brand' | 'agreement'>

function hyphenedEntries(form: string, key: string, term: Term, entry: Common, known: KnownWords): SpellingEntry[] {
  const { lexicon } = known
  const letters = squash(key)
  const first = key.slice(0, key.indexOf('-'))
  const flags =
    (isNothingElse(letters, first, known) ? EntryFlag.Joined : 0) |
    (first.length === 1 ? EntryFlag.Letter : 0) |
    (entry.brand === undefined ? 0 : EntryFlag.Brand)
  const cuts = term.homograph ? [] : hyphenCuts(form, lexicon).filter(({ at }) => isSplitFree(letters, at, key, known))
  return [{ ...entry, key: letters, flags, cuts }]
}

/** Whether a key is no word, no term, and no compound that one could read it as. */
function isNothingElse(letters: string, first: string, { lexicon, isForm }: KnownWords): boolean {
  if (isForm(letters)) return false
  // A brand that the general lexicon lists as a name (BankID) is no word.
  if (lexicon.has(letters)) return (lexicon.roles(letters) & (Role.Name | Role.Noun)) === Role.Name
  return first.length < 3 || (lexicon.roles(first) & Role.Word) === 0
}

const isSplitFree = (letters: string, at: number, key: string, { isForm }: KnownWords): boolean =>
  !isForm(`${letters.slice(0, at)} ${letters.slice(at)}`) && !isForm(key.replace('-', ' '))

function closedEntries(
  key: string,
  label: string,
  cuts: readonly CompoundCut[],
  entry: Common,
  known: KnownWords,
): SpellingEntry[] {
  const { lexicon, isForm } = known
  const entries: SpellingEntry[] = []
  const own: Cut[] = []
  let adjective = 0
  for (const { first, rest } of cuts) {
    if (!key.startsWith(first)) continue
    const shared = first.length + rest.length - label.length
    const tail = key.slice(first.length - shared)
    if (isForm(`${first} ${tail}`)) continue
    const kind = cutKind(first, tail, lexicon)
    if (kind !== undefined) {
      const cut: Cut = { at: first.length, kind }
      // Three like letters: ”remiss svar” has one more than ”remissvar”.
      if (shared > 0) entries.push({ ...entry, key: first + tail, flags: EntryFlag.Letters, cuts: [cut] })
      else own.push(cut)
      if ((lexicon.roles(tail) & Role.Adjective) !== 0) adjective = EntryFlag.AdjectiveHead
    }
    const wrong = shared > 0 ? undefined : wrongLink(first, lexicon)
    if (wrong !== undefined && isUnknown(wrong + tail, known)) {
      entries.push({ ...entry, key: wrong + tail, flags: EntryFlag.Letters, cuts: [] })
    }
  }
  if (own.length > 0) entries.push({ ...entry, key, flags: adjective, cuts: own })
  return entries
}

const isUnknown = (key: string, { lexicon, isForm }: KnownWords): boolean => !lexicon.has(key) && !isForm(key)

/**
 * The first part with -s where it takes none, or without where it does. Only where the lexicon
 * declares the one and not the other; where usage is divided (tidplan, tidsplan) it has both or none.
 */
function wrongLink(first: string, lexicon: Lexicon): string | undefined {
  const roles = lexicon.roles(first)
  if ((roles & Role.First) === 0) return undefined
  const declared = (form: string) => (lexicon.roles(form) & Role.First) !== 0
  if ((roles & Role.Base) === 0) {
    const base = first.slice(0, -1)
    const isNoun = (lexicon.roles(base) & (Role.Noun | Role.Base)) === (Role.Noun | Role.Base)
    return first.endsWith('s') && isNoun && !declared(base) ? base : undefined
  }
  const takesNone =
    (roles & (Role.Noun | Role.Compound | Role.Adjective)) === Role.Noun && /[^sxzaeiouyåäö]$/u.test(first)
  return takesNone && !declared(`${first}s`) ? `${first}s` : undefined
}

/** hälso och sjukvård, for hälso- och sjukvård: only where the first word cannot stand alone. */
function suspendedEntries(term: Term, known: KnownWords): SpellingEntry[] {
  const { lexicon, isForm } = known
  if (!term.label.includes('- ')) return []
  return [...sureForms(term, known)].flatMap(([right, features]) => {
    const key = wordKey(right)
    const [first = '', ...rest] = key.split('- ')
    if (rest.length === 0 || first.includes(' ') || (lexicon.roles(first) & Role.Word) !== 0) return []
    const plain = key.replaceAll('- ', ' ')
    if (isForm(plain)) return []
    return [{ key: squash(key), right, flags: EntryFlag.Joined, agreement: agreementOf(features, term), cuts: [] }]
  })
}

function nameEntries(term: Term, known: KnownWords): SpellingEntry[] {
  const { lexicon, isForm } = known
  return [...sureForms(term, known)].flatMap(([right]) => {
    const key = wordKey(right)
    const letters = squash(key)
    const words = key.split(/[\s-]/u).filter((word) => /\p{L}/u.test(word))
    if (words.length === 0) return []
    const unlike = words.some((word) => isNoWord(word, words.length, lexicon))
    const joined = !lexicon.has(letters) && !isForm(letters)
    const flags = EntryFlag.Name | (unlike ? EntryFlag.NoWord : 0) | (joined ? EntryFlag.Joined : 0)
    const cuts = [...nameCuts(right, key, lexicon)].map((at): Cut => ({ at, kind: CutKind.NoWord }))
    const entry = { right, flags, agreement: 0, cuts }
    // A name that is read as a word has no colon before its -s: Diggs.
    const colon =
      /^[\p{Lu}][\p{Ll}]+s$/u.test(right) && right !== term.label
        ? [{ ...entry, key: `${letters.slice(0, -1)}:s`, cuts: [] }]
        : []
    return [{ ...entry, key: letters }, ...colon]
  })
}

/** Whether a word of a name is nothing but a name. A long one that no lexicon has is a compound of ordinary words. */
function isNoWord(word: string, words: number, lexicon: Lexicon): boolean {
  const roles = lexicon.roles(word)
  if ((roles & Role.Word) !== 0) return (roles & ~(Role.Name | Role.Word | Role.Base)) === 0
  return words === 1 ? compoundCuts(word, lexicon).length === 0 : word.length < LONG_WORD
}
const LONG_WORD = 8

/** Where a name may be torn apart: at hyphens, before figures, and where it is a compound. */
function nameCuts(right: string, key: string, lexicon: Lexicon): ReadonlySet<number> {
  const places = new Set<number>()
  if (key.includes(' ')) return places
  let at = 0
  for (const part of key.split('-')) {
    if (at > 0) places.add(at)
    const figures = /^\p{L}+(?=\d+$)/u.exec(part)
    if (figures !== null) places.add(at + figures[0].length)
    at += part.length
  }
  if (/^\p{Lu}/u.test(right) && !key.includes('-'))
    for (const { first } of compoundCuts(key, lexicon)) places.add(first.length)
  return places
}

/**
 * Hidden labels that are slips for the term: a letter or two wrong (inlogning), or an abbreviation in
 * capitals that the bank writes as a word (SMS). Other hidden labels are other words and only for search.
 */
function slips(term: Term, concept: Concept, known: KnownWords): SpellingEntry[] {
  const { label } = term
  if (term.homograph || label.includes(' ')) return []
  const entries: SpellingEntry[] = []
  for (const hidden of concept.hiddenLabels ?? []) {
    if (hidden.includes(' ')) continue
    if (squash(wordKey(hidden)) === squash(wordKey(label))) {
      if (hidden === label.toUpperCase() && label === label.toLowerCase() && !label.includes('-')) {
        for (const [right] of sureForms(term, known)) {
          entries.push({ key: squash(wordKey(right)), right, flags: EntryFlag.NoCapitals, agreement: 0, cuts: [] })
        }
      }
      continue
    }
    const slip = slipOf(hidden, label)
    if (slip === undefined || closestTerm(hidden, concept) !== term) continue
    for (const [right, features] of sureForms(term, known)) {
      if (!wordKey(right).startsWith(slip.from)) continue
      const wrong = slip.to + wordKey(right).slice(slip.from.length)
      if (!isUnknown(wrong, known) || known.isForm(squash(wrong)) || known.lexicon.has(squash(wrong))) continue
      entries.push({
        key: squash(wrong),
        right,
        flags: EntryFlag.Letters,
        agreement: agreementOf(features, term),
        cuts: [],
      })
    }
  }
  return entries
}

/** Letters that may differ: one in a short word, two in one of nine letters or more. */
const mostWrong = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2)

/** The beginnings that make the one word the other, when they differ in a letter or two and begin and end alike. */
function slipOf(hidden: string, label: string): { readonly from: string; readonly to: string } | undefined {
  const wrong = wordKey(hidden)
  const right = wordKey(label)
  let start = 0
  while (start < wrong.length && wrong[start] === right[start]) start++
  let end = 0
  while (end < Math.min(wrong.length, right.length) - start && wrong.at(-1 - end) === right.at(-1 - end)) end++
  const apart = Math.max(wrong.length, right.length) - start - end
  // A slip at the very end may be a form or a derivation (samtycka, samtyckte).
  if (apart === 0 || apart > mostWrong(right.length) || start === 0 || end === 0) return undefined
  return { from: right.slice(0, right.length - end), to: wrong.slice(0, wrong.length - end) }
}

const closestTerm = (hidden: string, { terms }: Concept): Term | undefined =>
  terms.find(
    ({ label, lang, status }) =>
      lang === 'sv' && (status === 'preferred' || status === 'admitted') && slipOf(hidden, label) !== undefined,
  )

/** The hidden label that writes the term with capitals inside, as its owner does: BankID for bank-id. */
function brandOf({ label, pos }: Term, { hiddenLabels = [] }: Concept): string | undefined {
  if (pos !== 'noun' || label !== label.toLowerCase() || !label.includes('-')) return undefined
  return hiddenLabels.find(
    (hidden) => /^\p{Lu}\p{Ll}+\p{Lu}+$/u.test(hidden) && squash(wordKey(hidden)) === squash(wordKey(label)),
  )
}

/** Each sure form once, with all it can say. A form of a noun phrase with an article is no form of its own. */
function sureForms(term: Term, known: KnownWords): ReadonlyMap<string, readonly Features[]> {
  const forms = new Map<string, Features[]>()
  for (const { form, features, guess } of known.formsOf(term)) {
    if (guess || form.split(' ', LONGEST_FORM + 1).length > LONGEST_FORM) continue
    const known = forms.get(form)
    if (known === undefined) forms.set(form, [features])
    else known.push(features)
  }
  return forms
}

/** In words; longer names are not looked for. */
export const LONGEST_FORM = 8

function agreementOf(features: readonly Features[], { gender }: Term): number {
  let bits = gender === 'common' ? Agreement.Common : gender === 'neuter' ? Agreement.Neuter : 0
  for (const { number, definite } of features) {
    if (number === 'singular') bits |= definite ? Agreement.SingularDefinite : Agreement.SingularIndefinite
    if (number === 'plural') bits |= definite ? Agreement.PluralDefinite : Agreement.PluralIndefinite
  }
  return bits
}
