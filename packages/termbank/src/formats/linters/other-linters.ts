import { stringify } from 'yaml'
import type { ExchangeFormat, Loss } from '../exchange-format.js'
import { element, writeXml } from '../xml.js'
import { type FormPair, type WordForms, wordForms } from './form-pairs.js'

/** What every one of these tools loses, said once and not for each term. */
const SHARED_LOSSES: readonly Loss[] = [
  {
    field: 'definition, sources, relations, situations',
    message: 'Verktyget har bara ord och ersättningar. Definitioner, källor och relationer finns i termbanken.',
  },
  {
    field: 'terms.unless, terms.nearWords, terms.notNearWords, terms.homograph, terms.compound',
    message:
      'Verktyget känner inte sammanhanget. Ord som också betyder annat är utelämnade, och sammansättningar hittas inte.',
  },
]

const outOnly = (
  id: string,
  name: string,
  mediaType: string,
  extension: string,
  write: (forms: WordForms, title: string) => string,
): ExchangeFormat => ({
  id,
  name,
  mediaType,
  extensions: [extension],
  write: async (concepts, { title, release }) => ({
    content: write(wordForms(concepts), `${title}, utgåva ${release}`),
    losses: SHARED_LOSSES,
  }),
})

const escapeRegex = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
/** `\b` knows no å, ä and ö: the edges are written out. */
const edged = (form: string): string => `(?<![\\p{L}\\p{N}-])${escapeRegex(form)}(?![\\p{L}\\p{N}-])`
const advice = ({ from, to, preferred, reason }: FormPair): string =>
  [
    to === undefined && preferred === undefined
      ? `Undvik ”${from}”.`
      : `Skriv ”${to ?? preferred}” i stället för ”${from}”.`,
    ...(reason === undefined ? [] : [reason]),
  ].join(' ')

const valeSubstitution = (forms: WordForms, title: string): string =>
  `# ${title}\n${stringify({
    extends: 'substitution',
    message: 'Skriv ”%s” i stället för ”%s”.',
    level: 'warning',
    ignorecase: true,
    nonword: true,
    swap: Object.fromEntries(forms.avoided.flatMap(({ from, to }) => (to === undefined ? [] : [[edged(from), to]]))),
  })}`

const valeVocabulary = (forms: WordForms): string => `${forms.accepted.map(escapeRegex).join('\n')}\n`

/** Words with replacements as `flagWords`; a phrase is no word to cspell and is left out. */
const cspell = (forms: WordForms, title: string): string =>
  `${JSON.stringify(
    {
      $schema: 'https://raw.githubusercontent.com/streetsidesoftware/cspell/main/cspell.schema.json',
      description: title,
      words: forms.accepted.filter((form) => !form.includes(' ')),
      flagWords: forms.avoided
        .filter(({ from }) => !from.includes(' '))
        .map(({ from, to }) => (to === undefined || to.includes(' ') ? from : `${from}->${to}`)),
    },
    null,
    2,
  )}\n`

const prh = (forms: WordForms, title: string): string =>
  `# ${title}\n${stringify({
    version: 1,
    rules: forms.avoided.flatMap((pair) =>
      pair.to === undefined
        ? []
        : [
            {
              expected: pair.to,
              pattern: `/${edged(pair.from)}/u`,
              ...(pair.reason === undefined ? {} : { prh: pair.reason }),
            },
          ],
    ),
  })}`

const languageTool = (forms: WordForms, title: string): string =>
  writeXml(
    element(
      'rules',
      { lang: 'sv' },
      element(
        'category',
        { id: 'KLARSPRAK', name: title, type: 'style' },
        forms.avoided.map((pair, index) =>
          element(
            'rule',
            { id: `KLARSPRAK_${pair.conceptId.replace('-', '_').toUpperCase()}_${index + 1}`, name: pair.from },
            element(
              'pattern',
              {},
              pair.from.split(' ').map((word) => element('token', {}, word)),
            ),
            element(
              'message',
              {},
              ...(pair.to === undefined
                ? [advice(pair)]
                : ['Skriv ', element('suggestion', {}, pair.to), ` i stället för ”${pair.from}”.`]),
            ),
            element('example', { correction: pair.to ?? '' }, element('marker', {}, pair.from)),
          ),
        ),
      ),
    ),
    {},
  )

/** Lists for other linters, with every form spelt out. They only go out. */
export const linterFormats: readonly ExchangeFormat[] = [
  outOnly('vale', 'Vale, ersättningsregel', 'application/yaml', 'yml', valeSubstitution),
  outOnly('vale-vocab', 'Vale, ordlista', 'text/plain', 'txt', valeVocabulary),
  outOnly('cspell', 'cspell', 'application/json', 'json', cspell),
  outOnly('prh', 'textlint prh', 'application/yaml', 'yml', prh),
  outOnly('languagetool', 'LanguageTool', 'application/xml', 'xml', languageTool),
]
