import type { Finding } from '@klarsprak/linter'
import { expect, test } from 'vitest'
import { acrossIn } from './findings-across.js'

const before = 'Logga in på portalen. Öppna appen i dag. Sök vård.'
const at = (word: string): Finding => {
  const start = before.indexOf(word)
  return { span: { start, end: start + word.length }, text: word } as Finding
}
const found = { text: before, findings: ['portalen', 'appen', 'vård'].map(at) }
const wordsIn = (text: string): readonly string[] =>
  acrossIn(text, found).map(({ span }) => text.slice(span.start, span.end))

test.each([
  { name: 'nothing is written', text: before, words: ['portalen', 'appen', 'vård'] },
  { name: 'something is written before', text: `Hej! ${before}`, words: ['portalen', 'appen', 'vård'] },
  { name: 'something is written after', text: `${before} Hej!`, words: ['portalen', 'appen', 'vård'] },
  {
    name: 'something is written between',
    text: before.replace('i dag', 'redan nu'),
    words: ['portalen', 'appen', 'vård'],
  },
  { name: 'a word gets another ending', text: before.replace('appen', 'apparna'), words: ['portalen', 'vård'] },
  { name: 'a word goes on', text: before.replace('appen', 'appens'), words: ['portalen', 'vård'] },
  { name: 'a word begins otherwise', text: before.replace('appen', 'webbappen'), words: ['portalen', 'vård'] },
  { name: 'a sentence is taken away', text: before.replace(' Öppna appen i dag.', ''), words: ['portalen', 'vård'] },
  { name: 'everything is taken away', text: '', words: [] },
])('when $name, a finding stays where its words are', ({ text, words }) => {
  expect(wordsIn(text)).toEqual(words)
})
