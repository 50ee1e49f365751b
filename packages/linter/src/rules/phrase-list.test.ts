import { inflect, type Lexeme, tokenise, wordKey } from '@klarsprak/swedish'
import { isDeprecated } from '@klarsprak/termbank'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentOf } from '../testing/segment-of.js'
import { nationalWords } from '../testing/test-linter.js'
import { AMBIGUOUS } from './ambiguous-word/data.js'
import { NEGATIVES } from './double-negation/data.js'
import { FILLERS } from './filler/data.js'
import { FOREIGN } from './foreign-word/data.js'
import { TITLES } from './gendered/data.js'
import { IDIOMS } from './idiom/data.js'
import { en, fixed, verb } from './lexemes.js'
import { HIDDEN_VERBS, SUPPORT } from './nominalization/data.js'
import { PHRASE_LISTS, phraseList } from './phrase-list.js'
import { encodeLists, readLists } from './saved-lists.js'
import { HAVE, SENSITIVE } from './sensitive-wording/data.js'
import { VAGUE } from './vague/data.js'

const WORDS: readonly Lexeme[] = [
  verb('gå av stapeln', 'går gick gått'),
  verb('gå', 'går gick gått'),
  en('åtgärd', 'åtgärder'),
  fixed('i god tid'),
  fixed('i god'),
  fixed('e-event'),
]
const list = phraseList(
  'test',
  () => WORDS,
  (word) => [word],
)
/** As in the bundled command, which has the forms as data. */
const saved = readLists(JSON.parse(JSON.stringify(encodeLists([['test', PHRASE_LISTS.get('test')!()]]))))
const knowing = phraseList(
  'knowing',
  () => WORDS,
  (word) => [word],
  (first) => saved.nodeOf('test', first),
)
const found = (text: string) =>
  list.search(segmentOf(text)).map(({ lexeme, span }) => `${lexeme.label}: ${text.slice(span.start, span.end)}`)

describe('a list of phrases finds', () => {
  const cases = [
    { name: 'a phrase in another form', text: 'Den gick av stapeln.', finds: ['gå av stapeln: gick av stapeln'] },
    { name: 'the longer of two', text: 'kom i god tid', finds: ['i god tid: i god tid'] },
    { name: 'the shorter when the longer goes on otherwise', text: 'i god tro', finds: ['i god: i god'] },
    { name: 'capitals', text: 'ÅTGÄRDERNAS', finds: ['åtgärd: ÅTGÄRDERNAS'] },
    { name: 'decomposed letters first in a word', text: 'A\u030atga\u0308rd', finds: ['åtgärd: A\u030atga\u0308rd'] },
    { name: 'soft hyphens', text: '\u00adåt\u00adgärden', finds: ['åtgärd: \u00adåt\u00adgärden'] },
    { name: 'a hyphen of another kind', text: 'e\u2011event', finds: ['e-event: e\u2011event'] },
    { name: 'nothing across punctuation', text: 'i god, tid', finds: ['i god: i god'] },
    { name: 'nothing inside words', text: 'motåtgärd ågående', finds: [] },
    { name: 'nothing in an empty text', text: '', finds: [] },
  ]
  for (const { name, text, finds } of cases) test(name, () => expect(found(text)).toEqual(finds))
})

test('it finds what a plain scan of all forms finds', () => {
  const forms = WORDS.flatMap(({ label, grammar }) => inflect(label, grammar))
    .filter(({ features }) => features.verbForm !== 'subjunctive')
    .map(({ form }) => form.split(' ').map(wordKey))
  const scan = (text: string) => {
    const words = tokenise(text)
    const spans: string[] = []
    for (let first = 0; first < words.count; first++) {
      const lengths = forms
        .filter((form) => form.every((key, at) => first + at < words.count && words.key(first + at) === key))
        .map((form) => form.length)
      if (lengths.length === 0) continue
      const last = first + Math.max(...lengths) - 1
      spans.push(`${words.starts[first]}-${words.ends[last]}`)
      first = last
    }
    return spans
  }
  const part = fc.constantFrom(
    ...['gick', 'gå', 'Går', 'av', 'stapeln', 'i', 'god', 'tid', 'åtgärder', 'A\u030atga\u0308rd', 'åt\u00adgärd'],
    ...['e-event', 'e\u2011event', '👩‍⚕️', ',', '.', '\r\n', ' ', ' ', ' ', 'å', 'ä'],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const text = parts.join('')
      const matches = list.search(segmentOf(text))
      expect(matches.map(({ span }) => `${span.start}-${span.end}`)).toEqual(scan(text))
      expect(knowing.search(segmentOf(text))).toEqual(matches)
    }),
  )
})

describe('the lists of the rules', async () => {
  const { index } = await nationalWords()
  const searched: Readonly<Record<string, readonly Lexeme[]>> = {
    'ambiguous-word': AMBIGUOUS.flatMap(({ words }) => words),
    'double-negation': NEGATIVES.map(({ negative }) => negative),
    filler: FILLERS.flatMap(({ words }) => words),
    'foreign-word': FOREIGN.flatMap(({ words }) => words),
    gendered: TITLES.map(([title]) => title),
    idiom: IDIOMS.flatMap(([words]) => words),
    'sensitive-wording': SENSITIVE.flatMap(({ words }) => words),
    vague: VAGUE.flatMap(({ words }) => words),
  }
  for (const [id, lexemes] of Object.entries(searched)) {
    test(`${id} has nothing that the term bank advises against`, () => {
      const both = lexemes.filter(({ label }) =>
        index
          .search(tokenise(label))
          .some(
            ({ span, senses }) =>
              span.start === 0 && span.end === label.length && senses.some(({ term }) => isDeprecated(term.status)),
          ),
      )
      expect(both.map(({ label }) => label)).toEqual([])
    })
    test(`${id} has every word once`, () => {
      const labels = lexemes.map(({ label }) => label)
      expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
    })
  }

  test('no form that is written in a text rests on a guess', () => {
    const written = [
      ...HIDDEN_VERBS.flatMap(({ after }) => Object.values(after)),
      ...SUPPORT,
      ...NEGATIVES.map(({ plain }) => plain),
      ...FOREIGN.flatMap(({ swedish }) => swedish),
      ...TITLES.flatMap(([, neutral]) => neutral),
      HAVE,
    ]
    const guessed = written.filter(({ label, grammar }) =>
      inflect(label, grammar).some(
        ({ guess, features }) =>
          guess && !features.verbForm?.endsWith('participle') && features.verbForm !== 'subjunctive',
      ),
    )
    expect([...new Set(guessed.map(({ label }) => label))]).toEqual([])
  })
})
