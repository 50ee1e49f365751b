import type { Features } from '../inflection/grammar.js'
import { copulas } from './closed-class.js'
import { answerFrom, type Draft } from './draft.js'
import { type Forms, type FormsOf, isCertainForm } from './forms.js'
import { readNounPhrase } from './noun-phrase.js'
import type { RewriteAnswer, RewriteRefusal, RewriteRequest } from './rewrite.js'
import { inStyle, styleOf } from './rewrite-noun.js'
import type { Words } from './words.js'

/** An adjective for another, with the same agreement. */
export function rewriteAdjective(request: RewriteRequest, words: Words, formsOf: FormsOf): RewriteAnswer {
  const readings = request.features.filter(({ degree }) => degree !== undefined)
  if (readings.length === 0) return { rewrites: [], refusal: 'guessed-grammar' }
  const from = formsOf(request.from)
  const to = formsOf(request.to)
  const style = styleOf(request, words)
  const written = request.text.text.slice(request.span.start, request.span.end)
  const shown = shownAgreement(request, words)
  const fitting = readings.filter((reading) => agreesWith(reading, shown))
  const drafts = (fitting.length > 0 ? fitting : readings).flatMap((reading): Draft[] => {
    const forms = matching(to, { ...shown, ...reading })
    if (forms.length === 0) return [{ refusal: 'no-form' }]
    return forms.map((form) => {
      const doubts: RewriteRefusal[] = style.likeName ? ['ambiguous-context'] : []
      if (form.guess || !isCertainForm(from, written, reading)) doubts.push('guessed-grammar')
      return { edits: [{ ...request.span, text: inStyle(style, form.form) }], doubts }
    })
  })
  return answerFrom(words.text.text, drafts)
}

/** Every form of the new adjective that says nothing against `wanted`. One, unless the old one showed too little. */
function matching(to: Forms, wanted: Features): readonly Forms['all'][number][] {
  const fitting = to.all.filter(
    ({ features, rare }) =>
      !rare &&
      features.degree === wanted.degree &&
      (features.case ?? 'nominative') === (wanted.case ?? 'nominative') &&
      agreesIn('gender', features, wanted) &&
      agreesIn('number', features, wanted) &&
      agreesIn('definite', features, wanted),
  )
  const seen = new Set<string>()
  return fitting.filter(({ form }) => !seen.has(form) && seen.add(form))
}

const agreesIn = (key: 'gender' | 'number' | 'definite', a: Features, b: Features): boolean =>
  a[key] === undefined || b[key] === undefined || a[key] === b[key]

/** What the determiner before the adjective says of its form; nothing when there is none. */
function shownAgreement({ first, features }: RewriteRequest, words: Words): Features {
  if (features.every(({ degree }) => degree !== 'positive')) return {}
  if (copulas.has(words.word(first - 1))) return shownBySubject(words.word(first - 2))
  const { determiner } = readNounPhrase(words, first)
  if (determiner === undefined) return {}
  const { adjective, number, gender } = determiner.determiner
  if (adjective === 'weak') return { definite: true }
  if (number === 'plural') return { number: 'plural', definite: false }
  return gender === undefined ? {} : { number: 'singular', gender, definite: false }
}

const agreesWith = (reading: Features, shown: Features): boolean =>
  agreesIn('gender', reading, shown) && agreesIn('number', reading, shown) && agreesIn('definite', reading, shown)

/** ”Stödet är |”, ”Besöken är |”: a definite subject before the copula. In -en it is one thing or several, so that shows nothing. */
function shownBySubject(subject: string): Features {
  if (subject.length > 4 && /[^aeiouyåäö]et$/u.test(subject))
    return { number: 'singular', gender: 'neuter', definite: false }
  return /(?:arna|erna|orna)$/u.test(subject) ? { number: 'plural', definite: false } : {}
}
