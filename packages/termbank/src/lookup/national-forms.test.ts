import { join } from 'node:path'
import { inflect, selectForm } from '@klarsprak/swedish'
import { expect, test } from 'vitest'
import { createBank } from '../bank/create-bank.js'
import { readSources } from '../formats/yaml/read-sources.js'
import { compileIndex } from '../index/compile-index.js'
import { grammarOf } from '../model/term-grammar.js'
import { fileStore } from '../store/file-store.js'
import { lookup } from './lookup.js'

const sources = readSources(await fileStore(join(import.meta.dirname, '../../concepts')).readAll())
const { bank } = createBank({ layers: [{ name: 'national', ...sources }] })
const index = compileIndex(bank)
const swedish = bank.concepts.flatMap((concept) =>
  concept.terms.filter(({ lang }) => lang === 'sv').map((term) => ({ concept, term })),
)

test('every form of every term leads back to its concept', () => {
  const lost = swedish.flatMap(({ concept, term }) =>
    inflect(term.label, grammarOf(term))
      .filter(({ form }) => !lookup(index, form).some((sense) => sense.concept === concept))
      .map(({ form }) => `${concept.id} ${term.label}: ${form}`),
  )
  expect(lost).toEqual([])
})

test('the features of a form choose that form again, or one that says the same', () => {
  const lost = swedish.flatMap(({ concept, term }) => {
    const grammar = grammarOf(term)
    const forms = inflect(term.label, grammar).filter(({ guess, rare }) => !guess && !rare)
    const said = (features: unknown): string => JSON.stringify(Object.entries(features as object).sort())
    return forms
      .filter(({ features }) => {
        const chosen = selectForm(term.label, grammar, features)
        return !forms.some((other) => other.form === chosen && said(other.features) === said(features))
      })
      .map(({ form, features }) => `${concept.id} ${term.label}: ${form} ${said(features)}`)
  })
  expect(lost).toEqual([])
})
