import { wordKey } from '../normalise.js'
import { answerFrom, refused } from './draft.js'
import type { Lexeme, RewriteAnswer, RewriteRequest } from './rewrite.js'
import { capitalised, isAllCaps, startsWithCapital, type Words } from './words.js'

/** A term in a compound's first part: applikationsfel → programfel, SKL-rapport → SKR-rapport. Nothing around it changes. */
export function rewriteModifier(request: RewriteRequest, words: Words): RewriteAnswer {
  const { text, first, from, to } = request
  if (to.label.includes(' ')) return refused('phrase-in-compound')
  const span = withLink(request)
  const tokenEnd = text.ends[first]!
  const rest = text.text.slice(span.end, tokenEnd)
  // ”applikations- och systemfel”: the other half of the compound is elsewhere.
  if (/^[-\u2010\u2011]?$/u.test(rest)) return refused('ambiguous-context')

  // ”SKLs”: an ending, not another part.
  if (rest.replace(/[^\p{L}\d]/gu, '').length < 2) return refused('ambiguous-form')

  const hyphenAfter = /^[-\u2010\u2011]/u.test(rest)
  const inner = span.start > text.starts[first]!
  const spelt = isSpelt(to.label)
  if (inner && spelt && !/[-\u2010\u2011]$/u.test(text.text.slice(text.starts[first], span.start)))
    return refused('no-compound-form')

  const stem = spelt && to.grammar.compoundForms === undefined ? to.label : firstPartOf(to)
  if (stem === undefined) return refused('no-compound-form')
  const written = text.text.slice(span.start, span.end)
  const token = words.raw(first)
  const cased =
    isAllCaps(token) && !isAllCaps(from.label)
      ? stem.toUpperCase()
      : startsWithCapital(written) && !startsWithCapital(from.label)
        ? capitalised(stem)
        : stem
  const opening = startsWithCapital(from.label) && !startsWithCapital(to.label) && !inner && words.opensSentence(first)

  let { end } = span
  let hyphen = ''
  if (hyphenAfter) {
    // An abbreviation needs its hyphen, an ordinary word does not: UVI-behandling → urinvägsinfektionsbehandling.
    if (isSpelt(from.label) && !spelt) {
      if (!/^.[a-zåäö]{3,}/u.test(rest)) return refused('no-compound-form')
      end++
    }
  } else if (spelt && to.grammar.compoundForms === undefined) hyphen = '-'
  const following = text.text.slice(end, tokenEnd)
  const joined = hyphen === '' && !hyphenAfter ? withoutTriple(cased, following) : cased + hyphen
  const edits = [{ start: span.start, end, text: opening ? capitalised(joined) : joined }]
  // A capital inside a sentence: the compound may be a name.
  const likeName =
    !inner &&
    startsWithCapital(written) &&
    !startsWithCapital(from.label) &&
    !isAllCaps(token) &&
    !words.opensSentence(first)
  return answerFrom(text.text, [{ edits, doubts: likeName ? ['ambiguous-context'] : [] }])
}

/** Whether the new head may be written after the first part of the old compound; why not, if not. */
export function headRefusal({ text, span, first, to }: RewriteRequest): RewriteAnswer | undefined {
  if (to.label.includes(' ')) return refused('phrase-in-compound')
  const before = text.text.slice(text.starts[first], span.start)
  if (isSpelt(to.label) && !/[-\u2010\u2011]$/u.test(before)) return refused('no-compound-form')
  return undefined
}

/** Abbreviations, names, digits and words like ”e-tjänst”: a hyphen stands between them and another part. */
const isSpelt = (label: string): boolean => /[\p{Lu}\d]/u.test(label) || /^.{1,2}[-\u2010\u2011]/u.test(label)

/**
 * The form of a term before another part, for writing: what its author declared, or what the ending
 * leaves no doubt about. Source: links by ending in compounds (research on SALDO; Svenska
 * Akademiens grammatik): -ing, -tion, -sion, -het, -itet, -skap take -s; -are drops its -e; -else is unchanged.
 */
function firstPartOf({ label, grammar }: Lexeme): string | undefined {
  const declared = grammar.compoundForms?.[0]
  if (declared !== undefined) return declared
  const key = wordKey(label)
  if (/(?:.{2}ing|[ts]ion|het|itet|skap)$/u.test(key)) return `${label}s`
  if (/.{2}are$/u.test(key)) return label.slice(0, -1)
  if (/.{2}else$/u.test(key)) return label
  return undefined
}

/** The span with the link after it, when the old term's own form before another part has one. */
function withLink({ text, span, first, from }: RewriteRequest): { readonly start: number; readonly end: number } {
  const written = wordKey(text.text.slice(span.start, span.end))
  const forms = [...(from.grammar.compoundForms ?? []), firstPartOf(from)].flatMap((form) =>
    form === undefined ? [] : [wordKey(form)],
  )
  if (forms.includes(written)) return span
  const tail = wordKey(text.text.slice(span.end, text.ends[first]))
  const linked = forms.find((form) => form.startsWith(written) && tail.startsWith(form.slice(written.length)))
  return linked === undefined ? span : { start: span.start, end: span.end + linked.length - written.length }
}

/** Three equal consonants in a row are written as two: till + laga, but buss + stopp → busstopp. */
function withoutTriple(first: string, second: string): string {
  const last = first.at(-1)?.toLowerCase()
  const triple =
    last !== undefined &&
    /[bcdfghjklmnpqrstvwxz]/u.test(last) &&
    first.at(-2)?.toLowerCase() === last &&
    second[0]?.toLowerCase() === last
  return triple ? first.slice(0, -1) : first
}
