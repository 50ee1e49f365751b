import { tokenise } from '@klarsprak/swedish'
import { type Concept, compileIndex, createBank, readConcepts } from '@klarsprak/termbank'
import { expect, test } from 'vitest'
import { analyse, understandWith } from '../analysis/analyse.js'
import { markdownParser } from '../documents/markdown.js'
import { isTheTerm } from './homograph.js'

const { concepts } = readConcepts(
  `concepts:
  - id: c-0001
    terms: [{ label: besök, status: preferred, gender: neuter, plural: besök, homograph: true }]
  - id: c-0002
    terms: [{ label: gällande, status: preferred, pos: preposition, homograph: true }]
  - id: c-0003
    terms: [{ label: handla, status: preferred, pos: verb, homograph: true }]
`,
  'test.yaml',
)
const index = compileIndex(createBank({ layers: [{ name: 'test', concepts: concepts as readonly Concept[] }] }).bank)

test.each([
  { text: 'Du kan boka ett besök.', is: true },
  { text: 'Besök oss på torsdag.', is: false },
  { text: 'Vi vill att du besök.', is: false },
  { text: 'Efter ditt besök får du svar.', is: true },
  { text: 'Enligt de gällande reglerna.', is: false },
  { text: 'Vi ska handla mat.', is: true },
])('$text: the term: $is', ({ text, is }) => {
  const [segment] = analyse(markdownParser.parse(text), understandWith(tokenise, index))
  const [match] = segment!.matches
  expect(isTheTerm(segment!, match!, match!.senses[0]!.term)).toBe(is)
})
