import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { nationalWords } from '../testing/test-linter.js'

const linter = createLinter(await nationalWords())

/** What is said of a text: the message, and a question mark where nothing is safe to apply. */
const told = (text: string) =>
  linter
    .lint({ path: 'sida.md', text })
    .map(({ message, suggestions }) => `${message}${suggestions.some(({ safe }) => safe) ? '' : ' ?'}`)

describe('a message shows the whole word that the writer has to write', () => {
  test.each([
    { text: 'Du får ett kvittensmail.', message: 'Skriv ”kvittensmejl” i stället för ”kvittensmail”.' },
    { text: 'Skriv mailadressen.', message: 'Skriv ”mejladressen” i stället för ”mailadressen”.' },
    { text: 'Drick nutritionsdrycker.', message: 'Förklara ”nutritionsdrycker” eller skriv ”näringsdrycker”. ?' },
    {
      text: 'Få hjälp med obstipationsbesvär.',
      message: 'Förklara ”obstipationsbesvär” eller skriv ”förstoppningsbesvär”. ?',
    },
    { text: 'Vår vårdportalslösning är ny.', message: 'Skriv ”digital ingång” i stället för ”vårdportal”. ?' },
  ])('$text', ({ text, message }) => expect(told(text)).toEqual([message]))
})

test.each([
  { text: 'När inkommer du med ansökan?', message: 'Skriv ”skickar du in” i stället för ”inkommer du med”. ?' },
  { text: 'Är barnet i behov av tolk?', message: 'Skriv ”Behöver barnet” i stället för ”Är barnet i behov av”. ?' },
])('a subject inside the old words is inside the new ones: $text', ({ text, message }) =>
  expect(told(text)).toEqual([message]),
)

test.each([
  { text: 'Ring Urologi om du inte kan komma.', told: [] },
  { text: 'Urologi finns på plan 2.', told: ['Förklara ”Urologi” första gången det används. ?'] },
  { text: 'Diagnos: Pneumoni.', told: ['Förklara ”Pneumoni” eller skriv ”Lunginflammation”. ?'] },
  { text: 'Handledsfrakturen är läkt.', told: ['Förklara ”fraktur” eller skriv ”benbrott”. ?'] },
])('a ward has a name, and not every word may be a part of another: $text', ({ text, told: expected }) =>
  expect(told(text)).toEqual(expected),
)

test.each([
  { text: 'SFI är svenska för invandrare.', told: [] },
  { text: 'SFI är gratis.', told: ['Skriv ut ”SFI” första gången, med förkortningen inom parentes. ?'] },
])('letters that are said to be words are explained: $text', ({ text, told: expected }) =>
  expect(told(text)).toEqual(expected),
)

test.each([
  { text: 'Du får en SIP.', suggestions: ['samordnad individuell plan (SIP)'] },
  { text: 'Din SIP gäller i ett år.', suggestions: [] },
  { text: 'Kommunens SIP gäller i ett år.', suggestions: [] },
])('a name is not written out in a form it cannot have: $text', ({ text, suggestions }) =>
  expect(
    linter.lint({ path: 'sida.md', text }).flatMap((one) => one.suggestions.map((suggestion) => suggestion.text)),
  ).toEqual(suggestions),
)

test('a reason that ends in a quotation has one full stop', () => {
  const [finding] = linter.lint({ path: 'sida.md', text: 'Arvodet utgår med 300 kronor per dag.' })
  expect(finding?.note).toContain('300 kronor per dag.” Till invånare')
})

test.each(['Er ansökan inlämnades för sent.', 'Uppgifterna har inhämtats av oss.'])(
  'the past of an old verb is no genitive of a participle: %s',
  (text) => expect(told(text)).toHaveLength(1),
)

describe('a sentence never says the same thing twice after a fix', () => {
  test.each([
    {
      name: 'two words for it',
      text: 'Både vårdportalen och patientportalen är stängda.',
      told: [
        'Skriv ”den digitala ingången” i stället för ”vårdportalen”. ?',
        'Skriv ”den digitala ingången” i stället för ”patientportalen”. ?',
      ],
    },
    {
      name: 'the right word is there already',
      text: 'Hälsoportalen är vår digitala ingång.',
      told: ['Skriv ”Den digitala ingången” i stället för ”Hälsoportalen”. ?'],
    },
    {
      name: 'the same word, in two sentences',
      text: 'Vårdportalen är öppen. Patientportalen är stängd.',
      told: [
        'Skriv ”Den digitala ingången” i stället för ”Vårdportalen”.',
        'Skriv ”Den digitala ingången” i stället för ”Patientportalen”.',
      ],
    },
    {
      name: 'an abbreviation after what it stands for',
      text: 'Sveriges Kommuner och Landsting (SKL) svarar.',
      told: [
        '”Sveriges Kommuner och Regioner” heter det sedan 2019, inte ”Sveriges Kommuner och Landsting”.',
        '”SKR” heter det sedan 2019, inte ”SKL”.',
      ],
    },
  ])('$name', ({ text, told: expected }) => expect(told(text)).toEqual(expected))
})
