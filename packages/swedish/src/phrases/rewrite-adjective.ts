import type { Features } from '../inflection/grammar.js'
import { copulas, determiners } from './closed-class.js'
import { answerFrom, type Draft } from './draft.js'
import { type Forms, formsOf, isCertainForm } from './forms.js'
import { readNounPhrase } from './noun-phrase.js'
import { inStyle, styleOf } from './rewrite-noun.js'
import type { RewriteAnswer, RewriteRefusal, RewriteRequest } from './rewrite.js'
import type { Words } from './words.js'

/** An adjective for another, with the same agreement. */
export function rewriteAdjective(request: RewriteRequest, words: Words): RewriteAnswer {
  const readings = request.features.filter(({ degree }) => degree !== undefined)
  if (readings.length === 0) return { rewrites: [], refusal: 'guessed-grammar' }
  const from = formsOf(request.from)
  const to = formsOf(request.to)
  const style = styleOf(request, words)
  const written = request.text.text.slice(request.span.start, request.span.end)
  const drafts = readings.flatMap((reading): Draft[] => {
    const forms = matching(to, narrowed(reading, request, words))
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

/** What the determiner before an invariable adjective says of the form that the new one needs. */
function narrowed(reading: Features, { first }: RewriteRequest, words: Words): Features {
  if (reading.definite !== undefined || reading.number !== undefined || reading.degree !== 'positive') return reading
  const { determiner } = readNounPhrase(words, first)
  if (determiner === undefined || copulas.has(words.word(first - 1))) return reading
  const { adjective, number, gender } = determiner.determiner
  if (adjective === 'weak') return { ...reading, definite: true }
  if (number === 'plural') return { ...reading, number: 'plural', definite: false }
  if (gender !== undefined && determiners.has(words.word(determiner.token))) return { ...reading, number: 'singular', gender, definite: false }
  return reading
}
