import { encodeLexicon, isParticle } from '@klarsprak/swedish'
import { Role } from '@klarsprak/swedish/lexicon'
import { addForms, addVerbalHeads, keyOf } from './entry-forms.js'
import { firstParts } from './first-parts.js'
import { type Affixes, type Entry, expand, readAffixes, readEntries } from './hunspell.js'
import { listedCompounds } from './listed-compounds.js'

/** The binary lexicon of a Hunspell dictionary built as dictionary-sv is. */
export function compileLexicon(aff: string, dic: string): Uint8Array {
  const affixes = readAffixes(aff)
  const { allowed, forbidden } = sortOut(readEntries(dic), affixes)
  const roles = new Map<string, number>()
  const add = (form: string, bits: number): void => {
    if (/^[\p{L}\p{M}\d'.:-]*[\p{L}\p{M}\d.]$/u.test(form)) roles.set(form, (roles.get(form) ?? 0) | bits)
  }
  for (const entry of allowed) {
    addForms(entry, affixes, add)
    addVerbalHeads(entry, add)
  }
  const firsts = firstParts(allowed, affixes)
  const compounds = listedCompounds(allowed, firsts, roles, affixes)
  for (const [form, bits] of firsts) add(form, bits & (Role.First | Role.FirstByRule | Role.Name))
  for (const form of formsOfCompoundsOnly(allowed, compounds, affixes)) add(form, Role.Compound)
  for (const entry of forbidden) for (const { form } of expand(entry, affixes)) roles.delete(keyOf(form))
  for (const form of roles.keys()) if (isParticle(form)) add(form, Role.Particle)
  return encodeLexicon(roles)
}

function sortOut(entries: readonly Entry[], { special }: Affixes) {
  const isForbidden = ({ flags }: Entry): boolean => special.forbidden !== '' && flags.includes(special.forbidden)
  return { allowed: entries.filter((entry) => !isForbidden(entry)), forbidden: entries.filter(isForbidden) }
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
