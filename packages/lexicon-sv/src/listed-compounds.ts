import { dividesLexicalised, isParticle, isWordSuffix } from '@klarsprak/swedish'
import { Role } from '@klarsprak/swedish/lexicon'
import { keyOf } from './entry-forms.js'
import type { Affixes, Entry } from './hunspell.js'
import { classesOf, couldInflectAs, inflectsAs } from './word-class.js'

const SHORTEST_PART = 3

/**
 * The stems of entries that are compounds of other entries: a first part, and after it a word that
 * inflects in the same way. ”rapport” is no compound of ”port” (portar, but rapporter).
 *
 * `firsts` are the first parts there are (see `firstParts`), `forms` all forms with their roles.
 */
export function listedCompounds(
  entries: readonly Entry[],
  firsts: ReadonlyMap<string, number>,
  forms: ReadonlyMap<string, number>,
  { special }: Affixes,
): ReadonlySet<string> {
  const byStem = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = byStem.get(entry.stem)
    if (same === undefined) byStem.set(entry.stem, [entry])
    else same.push(entry)
  }
  const isPartOnly = ({ flags }: Entry): boolean => flags.includes(special.onlyInCompound)
  const hasClass = (stem: string, wanted: number): boolean =>
    (byStem.get(stem) ?? []).some((entry) => (classesOf(entry) & wanted) !== 0)

  /**
   * Whether the cut goes through what a derived word is made of: erfar|enhet of ”erfaren”, lag|ring of
   * ”lagra”, råd|ande of ”råda”. avgifts|skyldighet is cut as ”avgiftsskyldig” is, prov|tagning as ”provtaga”.
   */
  function cutsDerivation(stem: string, right: string): boolean {
    return DERIVATIONS.some(({ ending, of, made }) => {
      if (!stem.endsWith(ending) || !hasClass(stem.slice(0, -ending.length) + made, of)) return false
      const rest = right.slice(0, Math.max(0, right.length - ending.length))
      return rest.length < SHORTEST_PART || !(hasClass(rest + made, of) || byStem.has(right))
    })
  }

  /** Whether the dictionary says so itself, or it is a noun, a verb, or no short adjective (sen|sation). */
  function canBegin(left: string): boolean {
    const bits = firsts.get(left) ?? 0
    if (isParticle(left)) return false
    return (bits & (Role.First | Role.Noun | Role.Verb)) !== 0 || (bits !== 0 && left.length > 4)
  }

  /** Whether `right` is a word that inflects as the compound does. What is not declared must agree in everything. */
  function canHead(right: string, compound: Entry, classes: number, declared: boolean): boolean {
    if (isWordSuffix(right)) return false
    // tand|läkar, which stands only before other parts.
    if (isPartOnly(compound)) return ((firsts.get(right) ?? 0) & Role.First) !== 0
    const agrees = declared ? couldInflectAs : inflectsAs
    for (const head of byStem.get(right) ?? []) {
      const shared = classesOf(head) & classes
      // Verbs are listed too unevenly to compare.
      if ((shared & Role.Verb) !== 0 || (shared !== 0 && agrees(compound.flags, head.flags))) return true
    }
    // Heads that are forms of other entries: avgifts|finansierad, system|utvecklare, fel|meddelande, Vetenskaps|rådet.
    const shared = (forms.get(right) ?? 0) & classes
    if ((shared & Role.Adjective) !== 0) return true
    return (shared & Role.Noun) !== 0 && inflectsAs(compound.flags, INFLECTION_OF_DERIVED.get(right.slice(-3)) ?? '')
  }

  function isCompound(entry: Entry): boolean {
    const stem = keyOf(entry.stem)
    if (/.-./u.test(stem)) return true
    // A name may be made of ordinary words: Vetenskaps|rådet. Its last part is then a definite form.
    const isName = classesOf(entry) === Role.Name
    const classes = isName ? Role.Noun : classesOf(entry)
    if (classes === Role.Other && !isPartOnly(entry)) return false
    for (let cut = SHORTEST_PART; cut <= stem.length - SHORTEST_PART; cut++) {
      const left = stem.slice(0, cut)
      if (!canBegin(left) || dividesLexicalised(stem, cut)) continue
      const declared = (firsts.get(left)! & Role.First) !== 0
      const right = stem.slice(cut)
      if (isName && ((forms.get(right) ?? 0) & Role.Base) !== 0) continue
      if (cutsDerivation(stem, right)) continue
      if (canHead(right, entry, classes, declared)) return true
      // Three like letters are written as two: remiss + svar.
      const shared =
        (declared || hasClass(left, Role.Noun)) &&
        cut > SHORTEST_PART &&
        stem[cut - 1] === stem[cut - 2] &&
        (classes & Role.Verb) === 0
      if (shared && canHead(stem.slice(cut - 1), entry, classes, declared)) return true
    }
    return false
  }
  return new Set(entries.filter(isCompound).map(({ stem }) => stem))
}

/** Words made of others: ”made” is what stands in the place of the ending in the word they are made of. */
const DERIVATIONS = [
  { ending: 'het', of: Role.Adjective, made: '' },
  { ending: 'ing', of: Role.Verb, made: 'a' },
  { ending: 'ning', of: Role.Verb, made: 'a' },
  { ending: 'nde', of: Role.Verb, made: '' },
  { ending: 'are', of: Role.Verb, made: 'a' },
  { ending: 'else', of: Role.Verb, made: 'a' },
]

/** How words made of verbs inflect, by their last letters: läkare as EJ, meddelande as CEF, föring as DG. */
const INFLECTION_OF_DERIVED: ReadonlyMap<string, string> = new Map([
  ['are', 'EJ'],
  ['nde', 'CEF'],
  ['ing', 'DG'],
])
