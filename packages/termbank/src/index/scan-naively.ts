import { firstPartForms, isParticle, type TokenisedText, TokenKind, tokenise, wordKey } from '@klarsprak/swedish'
import type { Bank } from '../bank/bank.js'
import type { Concept, Term } from '../model/concept.js'
import { exceptionForms, termForms } from '../model/term-forms.js'
import { hasCapitalsOf, isAllCaps, isCased, looksLikeInitialism } from './case-rule.js'
import type { CompoundFinder } from './compound-finder.js'
import { LONGEST_GAP, mayBeReported, mayStandInGap } from './search.js'
import { fitsWordsNear } from './words-near.js'

/** What a match comes down to, for comparing. */
export interface PlainMatch {
  readonly start: number
  readonly end: number
  readonly part: 'whole' | 'head' | 'modifier'
  readonly gap: boolean
  /** `c-0001 hälsoportal`, sorted. */
  readonly terms: readonly string[]
}

interface Candidate {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly part: 'whole' | 'head' | 'modifier'
  readonly gap: number
  readonly concept: Concept
  readonly term: Term
  readonly cased: boolean
}

/** A term with what is tried of it: its forms and its exceptions, cut into keys. */
interface Tried {
  readonly concept: Concept
  readonly term: Term
  readonly cased: boolean
  readonly forms: readonly { readonly form: string; readonly keys: readonly string[]; readonly finite: boolean }[]
  readonly unless: readonly (readonly string[])[]
}

/**
 * What the compiled index does, done the slow and obvious way: every form of every term is tried at
 * every word. The index is tested against it; it is of no other use.
 */
export function scanNaively(bank: Bank, compounds: CompoundFinder): (text: TokenisedText) => readonly PlainMatch[] {
  const terms = bank.concepts.flatMap((concept) =>
    concept.terms
      .filter((term) => term.lang === 'sv' && !bank.isShadowed(concept, term))
      .map((term) => tried(concept, term)),
  )
  return (text) => {
    const keys = Array.from({ length: text.count }, (_, i) => text.key(i))
    const matches: PlainMatch[] = []
    for (let s = 0; s + 1 < text.sentences.length; s++) {
      matches.push(...scanSentence(terms, text, keys, text.sentences[s]!, text.sentences[s + 1]!, compounds))
    }
    return matches
  }
}

function tried(concept: Concept, term: Term): Tried {
  const forms = termForms(term)
  const own = new Set(forms.map(({ form }) => wordKey(form)))
  const unless = (term.unless ?? []).flatMap((phrase) =>
    exceptionForms(term, phrase).filter((form) => form === phrase || !own.has(wordKey(form))),
  )
  return {
    concept,
    term,
    cased: isCased(term),
    forms: forms.map(({ form, features }) => ({
      form,
      keys: keysOf(form),
      finite: ['present', 'past', 'imperative'].includes(features.verbForm ?? ''),
    })),
    unless: unless.map(keysOf),
  }
}

function scanSentence(
  terms: readonly Tried[],
  text: TokenisedText,
  keys: readonly string[],
  from: number,
  to: number,
  compounds: CompoundFinder,
): readonly PlainMatch[] {
  const raw = (i: number): string => text.text.slice(text.starts[i], text.ends[i])
  const standsAt = (wanted: readonly string[], i: number): number => {
    const fits = wanted.every((key, n) => i + n < to && text.kinds[i + n] !== TokenKind.Slot && keys[i + n] === key)
    return fits && wanted.length > 0 ? i + wanted.length - 1 : -1
  }

  const initialisms = new Set(
    terms.flatMap(({ cased, forms }) =>
      cased ? forms.filter(({ form }) => isAllCaps(form)).map(({ form }) => wordKey(form)) : [],
    ),
  )
  const longWords = range(from, to).filter((i) => text.kinds[i] === TokenKind.Word && raw(i).length > 1)
  const tone = longWords.some((i) => !isAllCaps(raw(i)))
    ? 'mixed'
    : longWords.length < 2
      ? 'alone'
      : longWords.some((i) => !initialisms.has(keys[i]!))
        ? 'capitals'
        : 'mixed'

  const keysOfText = keys.filter((_, i) => text.kinds[i] === TokenKind.Word)
  const guarded = (unless: Tried['unless'], first: number, last: number): boolean =>
    unless.some((phrase) => range(from, first + 1).some((i) => standsAt(phrase, i) >= last))
  const capitalsFit = (form: string, cased: boolean, actual: string, single: boolean): boolean =>
    cased
      ? hasCapitalsOf(actual, form) && !(tone === 'capitals' && isAllCaps(actual))
      : !(single && tone === 'mixed' && looksLikeInitialism(actual))

  const beginsAdvice = (i: number): boolean =>
    terms.some(({ term, forms }) => mayBeReported(term) && forms.some((form) => standsAt(form.keys, i) >= 0))

  const covered = new Set<number>() // words that an exception says are in order
  const wholes: Candidate[] = []
  for (const { concept, term, cased, forms, unless } of terms) {
    for (const { form, keys: wanted, finite } of forms) {
      for (const first of range(from, to)) {
        const lasts = [{ last: standsAt(wanted, first), gap: 0 }]
        const [verb, ...rest] = wanted
        const splits = finite && rest.length > 0
        if (splits && term.pos === 'verb' && (isParticle(rest[0]!) || /^(sig|mig|dig|oss|er)$/u.test(rest[0]!))) {
          for (let gap = 1; gap <= LONGEST_GAP && keys[first] === verb; gap++) {
            const between = first + gap
            if (between >= to || text.kinds[between] !== TokenKind.Word || !mayStandInGap(keys[between]!)) break
            if (keys[between + 1] !== rest[0] || between + 1 >= to) continue
            if (rest.every((key, n) => between + 1 + n < to && keys[between + 1 + n] === key)) {
              lasts.push({ last: between + rest.length, gap })
            }
          }
        }
        for (const { last, gap } of lasts) {
          if (last < 0 || (gap > 0 && range(first + 1, first + gap + 1).some(beginsAdvice))) continue
          const [start, end] = [text.starts[first]!, text.ends[last]!]
          if (!capitalsFit(form, cased, text.text.slice(start, end), first === last)) continue
          if (guarded(unless, first, last) || !fitsWordsNear(term, ` ${keysOfText.join(' ')} `)) {
            if (first === last) covered.add(first)
            continue
          }
          wholes.push({ first, last, start, end, part: 'whole', gap, concept, term, cased })
        }
      }
    }
  }

  const matches: PlainMatch[] = []
  let free = from
  for (const i of range(from, to)) {
    if (i < free) continue
    const best = wholes
      .filter(({ first }) => first === i)
      .sort((a, b) => b.last - b.first - b.gap - (a.last - a.first - a.gap) || a.gap - b.gap)[0]
    if (best !== undefined) {
      matches.push(together(wholes.filter((one) => one.first === i && one.last === best.last && one.gap === best.gap)))
      free = best.last + 1
    } else if (!covered.has(i) && text.kinds[i] === TokenKind.Word) matches.push(...scanWord(i))
  }
  return matches

  function scanWord(i: number): readonly PlainMatch[] {
    const key = keys[i]!
    const [low, high] = [key.startsWith('-') ? 1 : 0, key.endsWith('-') ? key.length - 1 : key.length]
    const candidates: Candidate[] = []
    for (const { concept, term, cased, forms, unless } of terms) {
      const policy = term.compound ?? (/^(noun|abbreviation)$/u.test(term.pos) && !term.homograph ? 'flag' : 'never')
      const asHead =
        policy === 'flag' || policy === 'head'
          ? forms.filter(({ keys }) => keys.length === 1).map(({ form }) => form)
          : []
      const asFirst =
        policy === 'flag' || policy === 'modifier'
          ? (term.compoundForms ?? (term.label.includes(' ') ? [] : firstPartForms(term.label)))
          : []
      for (const start of range(low, high)) {
        for (const end of range(start + 1, high + 1)) {
          const form = key.slice(start, end)
          const last = end === key.length
          const hyphen = key[end] === '-'
          const opens = start === low || key[start - 1] === '-'
          if (start === 0 && last) continue
          if (form.length < 3 && !(opens && (end === high || hyphen))) continue
          const spelt = (forms: readonly string[]): string | undefined => forms.find((one) => wordKey(one) === form)
          const seen = last ? spelt(asHead) : (spelt(asFirst) ?? (hyphen ? spelt(asHead) : undefined))
          if (seen === undefined) continue
          if (!(start === low && end === high) && !compounds.holds(key.slice(low, high), start - low, end - low))
            continue
          const place = placeIn(raw(i), key.length)
          const span = { start: text.starts[i]! + place(start), end: text.starts[i]! + place(end) }
          if (!capitalsFit(seen, cased, text.text.slice(span.start, span.end), true) || guarded(unless, i, i)) continue
          if (!fitsWordsNear(term, ` ${keysOfText.join(' ')} `)) continue
          candidates.push({
            first: i,
            last: i,
            ...span,
            part: last ? 'head' : 'modifier',
            gap: 0,
            concept,
            term,
            cased,
          })
        }
      }
    }
    const chosen: PlainMatch[] = []
    let free = 0
    for (const one of candidates.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (one.start < free) continue
      chosen.push(together(candidates.filter(({ start, end }) => start === one.start && end === one.end)))
      free = one.end
    }
    return chosen
  }
}

function together(same: readonly Candidate[]): PlainMatch {
  const exact = same.some(({ cased }) => cased) ? same.filter(({ cased }) => cased) : same
  const { start, end, part, gap } = same[0]!
  const terms = [...new Set(exact.map(({ concept, term }) => `${concept.id} ${term.label}`))].sort()
  return { start, end, part, gap: gap > 0, terms }
}

function keysOf(form: string): readonly string[] {
  const tokens = tokenise(form)
  return Array.from({ length: tokens.count }, (_, i) => tokens.key(i))
}

function placeIn(actual: string, keyLength: number): (place: number) => number {
  if (actual.length === keyLength) return (place) => place
  return (place) =>
    range(0, actual.length + 1).findLast((i) => wordKey(actual.slice(0, i)).length === place) ?? actual.length
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
