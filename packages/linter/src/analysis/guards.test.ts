import { describe, expect, test } from 'vitest'
import { createGuards } from './guards.js'

/** What each word of the text is guarded as, those that are. */
const guarded = (text: string) => {
  const guardsAt = createGuards(text, [])
  return [...text.matchAll(/[\p{L}\d]+/gu)].flatMap((word) => {
    const kinds = new Set(guardsAt({ start: word.index, end: word.index + word[0].length }))
    return kinds.size === 0 ? [] : [`${word[0]}: ${[...kinds].sort().join(' ')}`]
  })
}

describe('what rules about words leave alone', () => {
  const cases = [
    { name: 'Swedish quotation marks', text: 'hon sa ”jag vill” nu', guards: ['jag: quote', 'vill: quote'] },
    { name: 'straight ones', text: 'en "hälsoportal" här', guards: ['hälsoportal: quote'] },
    { name: 'guillemets both ways', text: '»ett» och »två«', guards: ['ett: quote', 'två: quote'] },
    { name: 'two quotations are not one', text: '”ett” avi ”två”', guards: ['ett: quote', 'två: quote'] },
    { name: 'an end without its beginning', text: 'ett” två', guards: [] },
    { name: 'an apostrophe in a name', text: 'Lars’ mor och Ann’s bok', guards: [] },
    { name: 'single quotes', text: 'ett ’två tre’ fyra', guards: ['två: quote', 'tre: quote'] },
    { name: 'a file', text: 'öppna ansokan.pdf', guards: ['ansokan: address', 'pdf: address'] },
    { name: 'personnummer', text: 'nr 19121212-1212.', guards: ['19121212: number', '1212: number'] },
    {
      name: 'diarienummer',
      text: 'Dnr: HSN 2019-1234 a',
      guards: ['Dnr: number', 'HSN: number', '2019: number', '1234: number'],
    },
    {
      name: 'a statute',
      text: 'enligt SFS 2017:30 gäller',
      guards: ['SFS: reference', '2017: reference', '30: reference'],
    },
    {
      name: 'a law’s name, to where the sentence goes on',
      text: 'Enligt lagen (1993:387) om stöd ska du',
      guards: ['lagen: reference', '1993: reference', '387: reference', 'om: reference', 'stöd: reference'],
    },
    {
      name: 'a law’s name without its number',
      text: 'lagen om avisering gäller',
      guards: ['lagen: reference', 'om: reference', 'avisering: reference'],
    },
    { name: 'a placeholder', text: 'Hej {{namn}} och {count}', guards: ['namn: placeholder', 'count: placeholder'] },
    { name: 'a percentage', text: '20 %dag', guards: [] },
  ]
  for (const { name, text, guards } of cases) test(name, () => expect(guarded(text)).toEqual(guards))
})

// Quadratic time would run into the time limit of the test.
test('a long text of any character takes linear time', () => {
  for (const char of ['a', '1', '.', '@', '-', 'a.', '{', '”', '”a', 'lag om ', '%(', '19121212', 'A ']) {
    const guardsAt = createGuards(char.repeat(500_000 / char.length), [])
    for (let start = 0; start < 400_000; start += 1000) expect(() => guardsAt({ start, end: start + 5 })).not.toThrow()
  }
})
