import { encodeLexicon, firstPartForms, isParticle, isWordSuffix } from '@klarsprak/swedish'
import { Role } from '@klarsprak/swedish/lexicon'
import { type Affixes, type Entry, expand, readAffixes, readEntries } from './hunspell.js'
import { classesOf, classesOfForm, inflectionOf } from './word-class.js'

/** The binary lexicon of a Hunspell dictionary built as dictionary-sv is. */
export function compileLexicon(aff: string, dic: string): Uint8Array {
  const affixes = readAffixes(aff)
  const { allowed, forbidden } = sortOut(readEntries(dic), affixes)
  const roles = new Map<string, number>()
  const add = (form: string, bits: number): void => {
    if (/^[\p{L}\p{M}\d'.:-]*[\p{L}\p{M}\d.]$/u.test(form)) roles.set(form, (roles.get(form) ?? 0) | bits)
  }
  for (const entry of allowed) addForms(entry, affixes, add)
  const firsts = firstParts(allowed, affixes)
  const compounds = listedCompounds(allowed, firsts, roles, affixes)
  for (const [form, bits] of firsts) add(form, bits)
  for (const form of formsOfCompoundsOnly(allowed, compounds, affixes)) add(form, Role.Compound)
  for (const entry of forbidden) for (const { form } of expand(entry, affixes)) roles.delete(keyOf(form))
  for (const form of roles.keys()) if (isParticle(form)) add(form, Role.Particle)
  return encodeLexicon(roles)
}

/** As `wordKey` makes them; the dictionary has no characters that need more. */
const keyOf = (form: string): string => form.normalize('NFC').toLowerCase()

function sortOut(entries: readonly Entry[], { special }: Affixes) {
  const isForbidden = ({ flags }: Entry): boolean => special.forbidden !== '' && flags.includes(special.forbidden)
  return { allowed: entries.filter((entry) => !isForbidden(entry)), forbidden: entries.filter(isForbidden) }
}

/** Adds every form of an entry with its roles, except what only stands before another part. */
function addForms(entry: Entry, affixes: Affixes, add: (form: string, bits: number) => void): void {
  const { special } = affixes
  const classes = classesOf(entry)
  const last = entry.flags.includes(special.last) ? Role.Last : 0
  const alone = entry.flags.includes(special.onlyInCompound) ? 0 : Role.Word
  if (alone === 0 && last === 0) return
  if ((classes & Role.Verb) !== 0 && /[^aeiouyåäö]a$/u.test(entry.stem)) {
    // körkorts|havare, prov|smakare: every verb can be made such a head, though few stand alone.
    for (const ending of AGENT_ENDINGS) add(keyOf(entry.stem) + ending, Role.Noun | Role.Last)
  }
  for (const { form, rule } of expand(entry, affixes)) {
    if (rule === undefined) add(keyOf(form), classes | alone | last | Role.Base)
    else if (!rule.flags.includes(special.onlyInCompound) && !form.endsWith('-')) {
      add(keyOf(form), classesOfForm(entry, classes, rule) | alone | last)
    }
  }
}

const AGENT_ENDINGS = ['re', 'res', 'ren', 'rens', 'rna', 'rnas']

/** Every form that may stand before another part, declared or by rule. */
function firstParts(entries: readonly Entry[], affixes: Affixes): Map<string, number> {
  const { first, middle, onlyInCompound } = affixes.special
  const opens = (flags: string): boolean => flags.includes(first) || flags.includes(middle)
  const forms = new Map<string, number>()
  const add = (form: string, bits: number): void => void forms.set(form, (forms.get(form) ?? 0) | bits)
  for (const entry of entries) {
    const { stem, flags } = entry
    const classes = classesOf(entry)
    if (opens(flags)) add(keyOf(stem), Role.First | (classes & Role.Name))
    for (const { form, rule } of expand(entry, affixes)) {
      if (rule !== undefined && opens(rule.flags)) add(keyOf(form), Role.First | (classes & Role.Name))
    }
    if (flags.includes(onlyInCompound) || (classes & Role.Name) !== 0) continue
    if ((classes & Role.Noun) !== 0) for (const form of usualFirstForms(keyOf(stem))) add(form, Role.FirstByRule)
    // vitbok, privatläkare; but adjectives made with a suffix stand apart: en viktig bok.
    if ((classes & Role.Adjective) !== 0 && !/(?:ig|isk|ad|[ae]nde|are|ast)$/u.test(stem))
      add(keyOf(stem), Role.FirstByRule)
    // läsplatta, skrivbord: verbs whose stem is the imperative.
    if ((classes & Role.Verb) !== 0 && flags.includes('J') && stem.endsWith('a'))
      add(stem.slice(0, -1), Role.FirstByRule)
  }
  return forms
}

/** Without the vowel links (gatu, hälso): the dictionary declares them, and by rule we would see ”sexo” in ”sexologi”. */
function usualFirstForms(noun: string): readonly string[] {
  return noun.endsWith('a') ? [noun.slice(0, -1), noun] : firstPartForms(noun)
}

/** The forms that every entry they belong to is a compound: not ”förråds”, which ”förråd” has too. */
function formsOfCompoundsOnly(
  entries: readonly Entry[],
  compounds: ReadonlySet<string>,
  affixes: Affixes,
): ReadonlySet<string> {
  const formsOf = (some: readonly Entry[]): Set<string> => {
    const forms = new Set(firstParts(some, affixes).keys())
    for (const entry of some) addForms(entry, affixes, (form) => forms.add(form))
    return forms
  }
  const forms = formsOf(entries.filter(({ stem }) => compounds.has(stem)))
  for (const form of formsOf(entries.filter(({ stem }) => !compounds.has(stem)))) forms.delete(form)
  return forms
}

/**
 * The stems of entries that are compounds of other entries: a first part, and after it a word that
 * inflects in the same way. ”rapport” is no compound of ”port” (portar, but rapporter).
 */
function listedCompounds(
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
  const isAdjective = (stem: string): boolean =>
    (byStem.get(stem) ?? []).some((entry) => (classesOf(entry) & Role.Adjective) !== 0)
  const isPartOnly = ({ flags }: Entry): boolean => flags.includes(special.onlyInCompound)
  /** Whether `right` is a word that inflects as the compound does. */
  function canHead(right: string, compound: Entry, classes: number): boolean {
    // tand|läkar, which stands only before other parts.
    if (isPartOnly(compound)) return ((firsts.get(right) ?? 0) & Role.First) !== 0
    const inflection = inflectionOf(compound.flags)
    for (const head of byStem.get(right) ?? []) {
      // Verbs are listed too unevenly to compare.
      if ((classesOf(head) & classes & Role.Verb) !== 0) return true
      const known = inflectionOf(head.flags)
      if ((classesOf(head) & classes) !== 0 && [...inflection].every((flag) => known.includes(flag))) return true
    }
    // Heads that are forms of other entries: avgifts|finansierad, system|utvecklare, Vetenskaps|rådet.
    const same = (forms.get(right) ?? 0) & classes
    if ((same & Role.Adjective) !== 0) return true
    return (same & Role.Noun) !== 0 && (inflection === '' || (/are$/u.test(right) && inflection === AGENT))
  }
  function isCompound(entry: Entry): boolean {
    const stem = keyOf(entry.stem)
    // A name may be made of ordinary words: Vetenskaps|rådet. Its last part is then a definite form.
    const isName = classesOf(entry) === Role.Name
    const classes = isName ? Role.Noun : classesOf(entry)
    if (classes === Role.Other && !isPartOnly(entry)) return false
    if (/.-./u.test(stem)) return true
    for (let cut = SHORTEST_PART; cut <= stem.length - SHORTEST_PART; cut++) {
      const left = stem.slice(0, cut)
      if (!firsts.has(left) || isParticle(left) || isParticle(left.replace(/(?<=....)s$/u, ''))) continue
      // Three like letters are written as two: remiss + svar.
      const shared = cut > 3 && stem[cut - 1] === stem[cut - 2] && canHead(stem.slice(cut - 1), entry, classes)
      const right = stem.slice(cut)
      if (isName && ((forms.get(right) ?? 0) & Role.Base) !== 0) continue
      if (!shared && (isWordSuffix(right) || !canHead(right, entry, classes))) continue
      // erfaren|het, not erfar|enhet.
      if (stem.endsWith('het') && isAdjective(stem.slice(0, -3)) && !isAdjective(right.slice(0, -3))) continue
      return true
    }
    return false
  }
  return new Set(entries.filter(isCompound).map(({ stem }) => stem))
}

const SHORTEST_PART = 3
/** How nouns in -are inflect: läkaren, läkarna. */
const AGENT = 'EJ'
