import { type InflectedForm, type Lexicon, wordKey } from '@klarsprak/swedish'
import { keyTable } from '../index/compile-tables.js'
import { LONGEST_KEY, SenseFlag } from '../index/tables.js'
import type { TermIndex } from '../index/term-index.js'
import type { Term } from '../model/concept.js'
import { termForms } from '../model/term-forms.js'
import { entriesOfTerm, type KnownWords, type SpellingEntry } from './entries-of-term.js'
import { createSpellingIndex, type SpellingIndex } from './search-spellings.js'
import { squash } from './spelling.js'
import { KeyFlag, LISTED_CUT, type SpellingTables } from './spelling-tables.js'

/**
 * Makes the ways in which the terms of an index are written wrongly ready to be found. Everything
 * follows from the terms; nothing is listed by hand. Time and memory are linear in the number of forms.
 */
export function compileSpellings(index: TermIndex, { lexicon }: { readonly lexicon: Lexicon }): SpellingIndex {
  return createSpellingIndex(compileTables(index, lexicon), index)
}

interface Placed extends SpellingEntry {
  readonly concept: number
  readonly term: number
}

function compileTables(index: TermIndex, lexicon: Lexicon): SpellingTables {
  const concepts = [...index.concepts()]
  const shadowed = shadowedTerms(index)
  const forms = new Set<string>()
  const formsOfTerm = new Map<Term, readonly InflectedForm[]>()
  for (const { terms } of concepts) {
    for (const term of terms) {
      // ”patient journal” is an English term, and no reason to write so in Swedish.
      if (term.lang !== 'sv') continue
      const inflected = termForms(term)
      formsOfTerm.set(term, inflected)
      for (const { form } of inflected) forms.add(wordKey(form))
    }
  }
  const known: KnownWords = {
    lexicon,
    isForm: (key) => forms.has(key),
    formsOf: (term) => formsOfTerm.get(term) ?? [],
  }

  const byKey = new Map<string, Placed[]>()
  const beginnings = new Set<string>()
  concepts.forEach((concept, conceptNumber) => {
    concept.terms.forEach((term, number) => {
      if (shadowed(conceptNumber, number)) return
      for (const entry of entriesOfTerm(term, concept, known)) {
        if (entry.key.length > LONGEST_KEY || entry.cuts.some(({ at }) => at > 0xff)) continue
        const list = byKey.get(entry.key) ?? []
        byKey.set(entry.key, list)
        // The same form of the same spelling in several concepts is one; the first concept has it.
        if (list.some(({ right, flags }) => right === entry.right && flags === entry.flags)) continue
        list.push({ ...entry, concept: conceptNumber, term: number })
        for (const at of breaks(entry)) beginnings.add(entry.key.slice(0, at))
      }
    })
  })
  return layOut(byKey, beginnings)
}

/** After how many letters a word may end, in the right spelling or a wrong one. */
function breaks({ right, cuts }: SpellingEntry): readonly number[] {
  const places = cuts.map(({ at }) => at)
  for (let space = right.indexOf(' '); space >= 0; space = right.indexOf(' ', space + 1)) {
    places.push(squash(right.slice(0, space)).length)
  }
  return places
}

function shadowedTerms({ tables }: TermIndex): (concept: number, term: number) => boolean {
  const shadowed = new Set<string>()
  tables.senseFlags.forEach((flags, sense) => {
    if ((flags & SenseFlag.Shadowed) === 0) return
    const id = tables.senseTerm[sense]!
    shadowed.add(`${tables.termConcept[id]} ${tables.termNumber[id]}`)
  })
  return (concept, term) => shadowed.has(`${concept} ${term}`)
}

function layOut(byKey: ReadonlyMap<string, readonly Placed[]>, beginnings: ReadonlySet<string>): SpellingTables {
  const keys = [...new Set([...byKey.keys(), ...beginnings])]
  const entries = keys.map((key) => byKey.get(key) ?? [])
  const all = entries.flat()
  const rights = all.map(({ right, brand }) => (brand === undefined ? right : `${right}\n${brand}`))
  const texts = rights.join('')
  return {
    ...keyTable(keys),
    keyFlags: Uint8Array.from(
      keys,
      (key) => (byKey.has(key) ? KeyFlag.Whole : 0) | (beginnings.has(key) ? KeyFlag.Beginning : 0),
    ),
    keyEntries: totals(entries.map(({ length }) => length)),
    entryConcept: Uint32Array.from(all, ({ concept }) => concept),
    entryTerm: Uint16Array.from(all, ({ term }) => term),
    entryFlags: Uint8Array.from(all, ({ flags }) => flags),
    entryAgreement: Uint8Array.from(all, ({ agreement }) => agreement),
    entryRight: totals(rights.map(({ length }) => length)),
    texts: unitsOf(texts),
    entryCuts: totals(all.map(({ cuts }) => cuts.length)),
    cuts: Uint16Array.from(
      all.flatMap(({ cuts }) => cuts),
      ({ at, kind, listed }) => at | (kind << 8) | (listed ? LISTED_CUT : 0),
    ),
  }
}

function totals(lengths: readonly number[]): Uint32Array {
  const sums = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, i) => {
    sums[i + 1] = sums[i]! + length
  })
  return sums
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return units
}
