import { describe, expect, test } from 'vitest'
import { tokenise } from './tokenise.js'
import { SLOT, TokenKind } from './tokens.js'

const LETTERS = {
  [TokenKind.Word]: 'W',
  [TokenKind.Number]: 'N',
  [TokenKind.Punctuation]: 'P',
  [TokenKind.Symbol]: 'S',
  [TokenKind.Slot]: 'O',
}

/** Tokens of a text one by one, with the first letter of their kind before them unless they are words. */
function tokensOf(text: string): string[] {
  const { count, kinds, starts, ends } = tokenise(text)
  return Array.from({ length: count }, (_, i) => {
    const own = text.slice(starts[i], ends[i])
    const kind = LETTERS[kinds[i] as TokenKind]
    return kind === 'W' ? own : `${kind}:${own}`
  })
}

function sentencesOf(text: string): string[] {
  const { sentences, starts, ends } = tokenise(text)
  return Array.from({ length: sentences.length - 1 }, (_, s) =>
    text.slice(starts[sentences[s]!], ends[sentences[s + 1]! - 1]),
  )
}

describe('tokens', () => {
  test.each([
    { name: 'words and punctuation', text: 'Hej, du!', tokens: ['Hej', 'P:,', 'du', 'P:!'] },
    { name: 'inner hyphen', text: 'e-tjänst IT-stöd', tokens: ['e-tjänst', 'IT-stöd'] },
    { name: 'inner colon before an ending', text: 'EU:s API:er bank-id:t', tokens: ['EU:s', 'API:er', 'bank-id:t'] },
    { name: 'in capitals too', text: 'BANK-ID:T S:T', tokens: ['BANK-ID:T', 'S:T'] },
    { name: 'a colon before a new word separates', text: 'Obs:Viktigt', tokens: ['Obs', 'P::', 'Viktigt'] },
    { name: 'inner apostrophe', text: 'rock’n’roll ’hej’', tokens: ['rock’n’roll', 'P:’', 'hej', 'P:’'] },
    { name: 'a soft hyphen is part of the word', text: 'ären\u00adde', tokens: ['ären\u00adde'] },
    { name: 'a zero-width space at the edge too', text: 'digital\u200b tjänst', tokens: ['digital\u200b', 'tjänst'] },
    { name: 'a decomposed letter', text: 'a\u0308rende', tokens: ['a\u0308rende'] },
    { name: 'a byte order mark is no token', text: '\ufeffHej', tokens: ['Hej'] },
    {
      name: 'suspended hyphens',
      text: 'hälso- och sjukvård, in-, ut-',
      tokens: ['hälso-', 'och', 'sjukvård', 'P:,', 'in-', 'P:,', 'ut-'],
    },
    {
      name: 'suspended first part',
      text: 'barnkläder och -skor (-element)',
      tokens: ['barnkläder', 'och', '-skor', 'P:(', '-element', 'P:)'],
    },
    { name: 'a suspended number', text: '50- och 60-talet', tokens: ['50-', 'och', '60-talet'] },
    { name: 'dashes separate', text: 'a--b vård – omsorg', tokens: ['a', 'P:-', 'P:-', 'b', 'vård', 'P:–', 'omsorg'] },
    { name: 'a slash separates', text: 'och/eller', tokens: ['och', 'P:/', 'eller'] },
    { name: 'known abbreviations', text: 't.ex. bl.a. dvs. kl. 10', tokens: ['t.ex.', 'bl.a.', 'dvs.', 'kl.', 'N:10'] },
    { name: 'an abbreviation without its last stop', text: 't.ex så', tokens: ['t.ex', 'så'] },
    { name: 'an abbreviation and then three stops', text: 'osv...', tokens: ['osv', 'P:...'] },
    { name: 'an ordinary word before a stop', text: 'Den är min.', tokens: ['Den', 'är', 'min', 'P:.'] },
    { name: 'initials', text: 'J.R.R. Tolkien', tokens: ['J.R.R.', 'Tolkien'] },
    {
      name: 'a domain name and its path',
      text: '1177.se/vard, www.x.se.',
      tokens: ['S:1177.se/vard', 'P:,', 'S:www.x.se', 'P:.'],
    },
    {
      name: 'a web address in brackets',
      text: '(se https://x.se/a_(b)?c=d#e).',
      tokens: ['P:(', 'se', 'S:https://x.se/a_(b)?c=d#e', 'P:)', 'P:.'],
    },
    {
      name: 'an e-mail address',
      text: 'anna.b@region-x.se mailto:a@b.se',
      tokens: ['S:anna.b@region-x.se', 'S:mailto:a@b.se'],
    },
    { name: 'a file name', text: 'min_fil.pdf', tokens: ['S:min_fil.pdf'] },
    {
      name: 'a missing space is no domain name',
      text: 'vård.Nu slut.det',
      tokens: ['vård', 'P:.', 'Nu', 'slut', 'P:.', 'det'],
    },
    {
      name: 'decimals and groups',
      text: '2,5 12 000 1\u00a0000\u00a0000,50',
      tokens: ['N:2,5', 'N:12 000', 'N:1\u00a0000\u00a0000,50'],
    },
    { name: 'a year before a number', text: '2024 100 personer', tokens: ['N:2024', 'N:100', 'personer'] },
    {
      name: 'dates, times, laws, ordinals',
      text: '2024-11-02 10.30 2025:400 1:a 3:e',
      tokens: ['N:2024-11-02', 'N:10.30', 'N:2025:400', 'N:1:a', 'N:3:e'],
    },
    { name: 'a personnummer', text: '19121212-1212', tokens: ['N:19121212-1212'] },
    { name: 'chapter and section', text: '3 kap. 2 §', tokens: ['N:3', 'kap.', 'N:2', 'S:§'] },
    { name: 'per cent', text: '5% 5 %', tokens: ['N:5', 'S:%', 'N:5', 'S:%'] },
    {
      name: 'a word that starts with a number',
      text: '1990-talet 2a 24h 5G v2.3.1',
      tokens: ['1990-talet', '2a', '24h', '5G', 'v2.3.1'],
    },
    { name: 'slots', text: `Hej ${SLOT}${SLOT}!`, tokens: ['Hej', `O:${SLOT}`, `O:${SLOT}`, 'P:!'] },
    {
      name: 'emoji with all that belongs to it',
      text: '👩‍👩‍👧👍🏽❤️🇸🇪🇳🇴',
      tokens: ['S:👩‍👩‍👧', 'S:👍🏽', 'S:❤️', 'S:🇸🇪', 'S:🇳🇴'],
    },
    { name: 'three full stops are one token', text: 'Vänta... nu…', tokens: ['Vänta', 'P:...', 'nu', 'P:…'] },
    { name: 'half a surrogate pair', text: 'a\ud83cb', tokens: ['a', 'S:\ud83c', 'b'] },
    { name: 'an empty text', text: '', tokens: [] },
  ])('$name', ({ text, tokens }) => {
    expect(tokensOf(text)).toEqual(tokens)
  })

  test('keys are those of `wordKey` for words, and the text itself for all else', () => {
    const tokens = tokenise('Ären\u00adde E‑TJÄNST 12\u00a0000 T.ex.')
    expect(Array.from({ length: tokens.count }, (_, i) => tokens.key(i))).toEqual([
      'ärende',
      'e-tjänst',
      '12\u00a0000',
      't.ex.',
    ])
  })
})

describe('sentences', () => {
  test.each([
    { name: 'stops, questions and exclamations', sentences: ['Ring 1177.', 'Är det akut?', 'Ring 112!', 'Nu.'] },
    {
      name: 'abbreviations that go on',
      sentences: ['Det gäller t.ex. Region Skåne, bl.a. Lund och kl. 10 i ca. 3 dagar.', 'Nu.'],
    },
    {
      name: 'abbreviations that may end a sentence',
      sentences: ['Ta med id, kort m.m. Sedan går du in.', 'Nu.'].flatMap((s) => s.split(/(?<=m\.m\.) /)),
    },
    { name: 'abbreviations that may, but do not', sentences: ['Kort, id m.m. och annat osv. som behövs.'] },
    { name: 'decimals, dates, chapters', sentences: ['Det kostar 2.5 enligt 3 kap. 2 § den 3. maj.', 'Nu.'] },
    { name: 'initials', sentences: ['Fråga A. Svensson eller J. R. R. Tolkien.', 'Nu.'] },
    {
      name: 'a letter that is a label',
      sentences: ['Ta vitamin A. Det är bra.', 'Bor på Storgatan 12 B. Ring.'].flatMap((s) => s.split(/(?<= [AB]\.) /)),
    },
    { name: 'a list number', sentences: ['1. Ansök om bidrag.', 'Vänta.'] },
    { name: 'quoted speech goes on', sentences: ['”Kom hit.” sa hon.', '”Nej!” sa han.'] },
    { name: 'quoted speech ends', sentences: ['”Kom hit.”', 'Sedan gick hon.', '(Det var sent.)', '– Hej!', '– Hej.'] },
    { name: 'an ellipsis', sentences: ['Vänta... och se…', 'Nu.'] },
    { name: 'a colon does not end one', sentences: ['Obs: Ta med id.'] },
    { name: 'one line break does not', sentences: ['Ta med\nId.'] },
    { name: 'an address starts one', sentences: ['Läs mer.', '1177.se har mer.'] },
    { name: 'stops after one another', sentences: ['Va?!', 'Nej!!!', 'Jo.'] },
  ])('$name', ({ sentences }) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
  })

  test.each([
    {
      name: 'two line breaks end a sentence',
      text: 'Rubrik\n\nText t.ex.\r\n\r\nmer',
      sentences: ['Rubrik', 'Text t.ex.', 'mer'],
    },
    { name: 'a paragraph separator does', text: 'a\u2029b', sentences: ['a', 'b'] },
    { name: 'CRLF is one break', text: 'a\r\nb', sentences: ['a\r\nb'] },
    { name: 'a missing space after the stop', text: 'Det är slut.Det går.', sentences: ['Det är slut.', 'Det går.'] },
    { name: 'a name with a stop in it', text: 'Kör ASP.NET nu', sentences: ['Kör ASP.NET nu'] },
    { name: 'no tokens, no sentences', text: ' \n\n ', sentences: [] },
  ])('$name', ({ text, sentences }) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

// Not timed: a quadratic scan of these would run for minutes and meet the time limit of the test.
test.each([
  'a',
  '-',
  'a-',
  'a.',
  'aa.',
  'a@',
  'a_',
  'x.se/',
  ')',
  '1.',
  '1 000 ',
  '”',
  '\u0301',
  '\u00ad',
  'a\u00ad-',
  'a--',
  'http:',
  '😀',
  '.\n',
])('a text of a million %j is cut in reasonable time', (unit) => {
  const text = unit.repeat(1_000_000 / unit.length)
  const { count, ends } = tokenise(text)
  if (count > 0) expect(ends[count - 1]).toBeLessThanOrEqual(text.length)
})

test('who keeps a short text keeps a few kilobytes with it, and who keeps a long one no more than its own tokens', () => {
  const short = Array.from({ length: 1_000 }, () => tokenise('Ring oss.'))
  expect(new Set(short.map(({ starts }) => starts.buffer)).size).toBeLessThan(20)
  for (const { starts } of short) expect(starts.buffer.byteLength).toBeLessThanOrEqual(8_192)
  const long = tokenise('ord '.repeat(10_000))
  expect(long.starts.buffer.byteLength).toBeLessThan(long.count * 14)
})
