import { describe, expect, test } from 'vitest'
import { guardsIn } from './guards.js'

const guarded = (text: string) =>
  guardsIn(text, [])
    .map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
    .sort()

describe('what rules about words leave alone', () => {
  const cases = [
    { name: 'Swedish quotation marks', text: 'hon sa ”jag vill avisera” nu', guards: ['quote: ”jag vill avisera”'] },
    { name: 'straight ones', text: 'en "hälsoportal" här', guards: ['quote: "hälsoportal"'] },
    { name: 'guillemets both ways', text: '»ett» och »två«', guards: ['quote: »ett»', 'quote: »två«'] },
    { name: 'two quotations are not one', text: '”ett” avi ”två”', guards: ['quote: ”ett”', 'quote: ”två”'] },
    { name: 'an end without its beginning', text: 'ett” två', guards: [] },
    { name: 'an apostrophe in a name', text: 'Lars’ mor och Ann’s bok', guards: [] },
    { name: 'single quotes', text: 'ett ’två tre’ fyra', guards: ['quote: ’två tre’'] },
    { name: 'an address', text: 'se https://x.se/avisering nu', guards: ['address: https://x.se/avisering'] },
    { name: 'a bare domain', text: 'på 1177.se.', guards: ['address: 1177.se'] },
    { name: 'a file', text: 'öppna ansokan.pdf', guards: ['address: ansokan.pdf'] },
    { name: 'e-mail', text: 'till avisering@region.se nu', guards: ['address: avisering@region.se'] },
    { name: 'personnummer', text: 'nr 19121212-1212.', guards: ['number: 19121212-1212'] },
    {
      name: 'diarienummer',
      text: 'Dnr: HSN 2019-1234 a',
      guards: ['number: Dnr: HSN 2019-1234', 'number: HSN 2019-1234'],
    },
    { name: 'a statute', text: 'enligt SFS 2017:30 gäller', guards: ['reference: SFS 2017:30'] },
    {
      name: 'a law’s name',
      text: 'Enligt lagen (1993:387) om stöd och service till vissa funktionshindrade ska du',
      guards: ['reference: 1993:387', 'reference: lagen (1993:387) om stöd och service till vissa funktionshindrade'],
    },
    {
      name: 'a law’s name without its number',
      text: 'lagen om avisering gäller',
      guards: ['reference: lagen om avisering'],
    },
    {
      name: 'a placeholder',
      text: 'Hej {{namn}} och {count}',
      guards: ['placeholder: {count}', 'placeholder: {{namn}}'],
    },
    { name: 'a percentage', text: '20 %dag', guards: [] },
  ]
  for (const { name, text, guards } of cases) test(name, () => expect(guarded(text)).toEqual(guards))
})

// Quadratic time would run into the time limit of the test.
test('a long text of any character takes linear time', () => {
  for (const char of ['a', '1', '.', '@', '-', 'a.', '{', '”', '”a', 'lag om ', '%(', '19121212', 'A ']) {
    expect(() => guardsIn(char.repeat(500_000 / char.length), [])).not.toThrow()
  }
})
