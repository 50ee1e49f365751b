import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinter } from './create-linter.js'
import { applyFixes } from './findings/fix.js'
import { carets } from './testing/carets.js'
import { plainIndex, plainRewrite } from './testing/plain-index.js'

const linter = createLinter({
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      terms: [
        { label: 'digital ingång', status: 'preferred' },
        {
          label: 'hälsoportal',
          status: 'deprecated',
          forms: ['hälsoportalen', 'hälsoportalens'],
          reason: 'Det är otydligt',
        },
        { label: 'digital portal', status: 'deprecated' },
      ],
    },
    {
      id: 'c-0002',
      subject: 'kanslisvenska',
      terms: [
        { label: 'betala', status: 'preferred', pos: 'verb' },
        { label: 'erlägga', status: 'deprecated', pos: 'verb' },
      ],
    },
    { id: 'c-0003', terms: [{ label: 'ämne', status: 'deprecated' }] },
    {
      id: 'c-0004',
      neverReplace: 'Det är två olika saker',
      terms: [
        { label: 'besök', status: 'preferred' },
        { label: 'insats', status: 'deprecated' },
      ],
    },
    {
      id: 'c-0005',
      terms: [
        { label: 'sepsis', status: 'admitted', register: 'professional' },
        { label: 'blodförgiftning', status: 'preferred', register: 'everyday' },
      ],
    },
    {
      id: 'c-0006',
      terms: [
        { label: 'e-tjänst', status: 'preferred', forms: ['e-tjänsten'] },
        { label: 'digital tjänst', status: 'admitted', forms: ['digitala tjänsten'] },
      ],
    },
    {
      id: 'c-0007',
      terms: [
        { label: 'urinvägsinfektion', status: 'preferred' },
        { label: 'UVI', status: 'admitted', pos: 'abbreviation', abbreviationOf: 'urinvägsinfektion' },
      ],
    },
    { id: 'c-0008', terms: [{ label: 'portal', status: 'deprecated' }] },
    { id: 'c-0009', terms: [{ label: 'portal', status: 'preferred' }] },
    { id: 'c-0010', terms: [{ label: 'spärr', status: 'deprecated', homograph: true }] },
  ]),
})

const found = (text: string, path = 'sida.md') =>
  linter.lint({ path, text }).map(({ ruleId, span }) => `${ruleId} ${text.slice(span.start, span.end)}`)

describe('findings', () => {
  const A = 'avoid-term hälsoportal'
  const cases = [
    { name: 'a deprecated term', text: 'en hälsoportal här', finds: [A] },
    { name: 'the same word twice on a line', text: 'hälsoportal hälsoportal', finds: [A, A] },
    { name: 'capitals', text: 'Hälsoportal HÄLSOPORTAL', finds: ['avoid-term Hälsoportal', 'avoid-term HÄLSOPORTAL'] },
    { name: 'decomposed letters', text: 'a ha\u0308lsoportal', finds: ['avoid-term ha\u0308lsoportal'] },
    { name: 'a soft hyphen', text: 'hälso\u00adportal', finds: ['avoid-term hälso\u00adportal'] },
    { name: 'an entity', text: 'h&auml;lsoportal', finds: ['avoid-term h&auml;lsoportal'] },
    { name: 'a soft hyphen as an entity', text: 'hälso&shy;portal', finds: ['avoid-term hälso&shy;portal'] },
    { name: 'å, ä and ö at the edges of a word', text: 'ämne', finds: ['avoid-term ämne'] },
    { name: 'not inside other words', text: 'läroämne ämnesrad', finds: [] },
    { name: 'not inside hyphenated words', text: 'icke-hälsoportal-ord', finds: [] },
    { name: 'a phrase across a line', text: 'en digital\nportal', finds: ['avoid-term digital\nportal'] },
    {
      name: 'a phrase across a line of a quoted list',
      text: '- en digital\n  portal',
      finds: ['avoid-term digital\n  portal'],
    },
    { name: 'a phrase across bold', text: 'en **digital** portal', finds: ['avoid-term digital** portal'] },
    { name: 'a phrase across a link', text: 'en digital [portal](x)', finds: ['avoid-term digital [portal'] },
    { name: 'a phrase across <br>', text: 'en digital<br>portal', finds: ['avoid-term digital<br>portal'] },
    { name: 'no phrase across paragraphs', text: 'en digital\n\nportal', finds: [] },
    { name: 'no phrase across list items', text: '- en digital\n- portal', finds: [] },
    { name: 'no phrase across table cells', text: '| digital | portal |\n|---|---|', finds: [] },
    { name: 'nothing in code', text: '`hälsoportal`\n\n```\nhälsoportal\n```', finds: [] },
    {
      name: 'nothing in an address',
      text: 'https://hälsoportal.se/hälsoportal hälsoportal.se a@hälsoportal.se',
      finds: [],
    },
    { name: 'nothing in front matter', text: '---\ntitle: hälsoportal\n---\n', finds: [] },
    { name: 'nothing in a link’s address', text: '[a](hälsoportal)', finds: [] },
    { name: 'text that is read aloud', text: '![en hälsoportal](hälsoportal)', finds: [A] },
    { name: 'nothing in an attribute nobody sees', text: '<div class="hälsoportal">a</div>', finds: [] },
    { name: 'nothing in a quotation', text: 'Hon sa ”en hälsoportal” till oss.\n\n> hälsoportal', finds: [] },
    { name: 'nothing in a law’s name', text: 'Enligt lagen (2010:1) om hälsoportal gäller det.', finds: [] },
    { name: 'nothing in a name', text: 'Vi besökte Nya Hälsoportalen Väst i går.', finds: [] },
    { name: 'nothing in English text', text: '<p lang="en">a hälsoportal</p>', finds: [] },
    { name: 'nothing when a sense is in order', text: 'en portal', finds: [] },
    { name: 'nothing for a word that may be another', text: 'Spärr kortet', finds: [] },
    { name: 'such a word when the words around leave no doubt', text: 'en spärr', finds: ['avoid-term spärr'] },
    { name: 'officialese by its own rule', text: 'Du ska erlägga den.', finds: ['heavy-word erlägga'] },
    { name: 'jargon', text: 'Du har sepsis.', finds: ['jargon sepsis'] },
    { name: 'jargon once', text: 'Du har sepsis. Din sepsis är ny.', finds: ['jargon sepsis'] },
    { name: 'jargon that is explained after', text: 'Du har sepsis (ett ord). Din sepsis.', finds: [] },
    { name: 'jargon that explains', text: 'Du har blodförgiftning (sepsis).', finds: [] },
    { name: 'jargon with ”det vill säga”', text: 'Du har sepsis, det vill säga sjuk.', finds: [] },
    { name: 'jargon that is defined', text: 'Sepsis är en sjukdom.', finds: [] },
    { name: 'jargon that is named', text: 'Sjukdomen kallas sepsis.', finds: [] },
    { name: 'jargon after the plain word', text: 'Blodförgiftning är farligt. Vi kan behandla sepsis.', finds: [] },
    { name: 'jargon as a link', text: 'Du har [sepsis](x).', finds: [] },
    { name: 'jargon as <dfn>', text: 'Du har <dfn>sepsis</dfn>.', finds: [] },
    { name: 'jargon in a heading over its explanation', text: '# Sepsis\n\nSepsis är en sjukdom.', finds: [] },
    {
      name: 'jargon before its explanation',
      text: 'Du har sepsis.\n\nSepsis är en sjukdom.',
      finds: ['jargon sepsis'],
    },
    { name: 'an abbreviation', text: 'Du har UVI.', finds: ['undefined-abbreviation UVI'] },
    { name: 'an abbreviation once', text: 'Du har UVI. Din UVI är ny.', finds: ['undefined-abbreviation UVI'] },
    { name: 'an abbreviation with an ending', text: 'Din UVI:n är ny.', finds: ['undefined-abbreviation UVI'] },
    { name: 'an abbreviation in a compound', text: 'Din UVI-behandling är ny.', finds: ['undefined-abbreviation UVI'] },
    { name: 'an abbreviation after its words', text: 'En urinvägsinfektion (UVI) är ny. UVI igen.', finds: [] },
    { name: 'an abbreviation before its words', text: 'En UVI (urinvägsinfektion) är ny.', finds: [] },
    { name: 'an abbreviation the bank lacks', text: 'Ring XQZ nu.', finds: ['undefined-abbreviation XQZ'] },
    { name: 'one the bank lacks, expanded', text: 'Barnavårdscentralen (BVC) är ny. BVC igen.', finds: [] },
    { name: 'one the bank lacks, expanded after', text: 'BVC (barnavårdscentralen) är ny.', finds: [] },
    { name: 'one expanded in several words', text: 'Lagen om stöd och service (LSS) ger rätt.', finds: [] },
    { name: 'an <abbr>', text: 'Din <abbr title="barnavårdscentral">BVC</abbr> är ny.', finds: [] },
    { name: 'abbreviations that all know', text: 'Inom EU, på TV, med SMS, PDF och ID.', finds: [] },
    { name: 'Roman numerals', text: 'Karl XII och typ II och del IV.', finds: [] },
    { name: 'a line in capitals', text: '# VIKTIG INFO OM VÅRD\n\nAVBRYT', finds: [] },
    { name: 'a shouted word', text: 'Du ska INTE göra så.', finds: [] },
    { name: 'codes', text: 'Diagnos F05 och COVID-19 och ISO 9001 och XYZ 7263.', finds: [] },
    {
      name: 'one thing with two names',
      text: 'En e-tjänst. En digital tjänst. En e-tjänst.',
      finds: ['inconsistent-term digital tjänst'],
    },
    { name: 'one thing with one name', text: 'En e-tjänst. En e-tjänst.', finds: [] },
    {
      name: 'plain text',
      text: 'en digital \n\nportal och hälsoportal',
      path: 'a.txt',
      finds: ['avoid-term digital \n\nportal', A],
    },
  ]
  for (const { name, text, finds, path } of cases) test(name, () => expect(found(text, path)).toEqual(finds))
})

describe('places', () => {
  test('carets stand under the words whatever comes before', () => {
    const text = '\ufeff# Öppet 👩‍⚕️\r\n\r\n- Fr&aring;ga\tom\r\n  hälsoportalen\r\n'
    expect(carets(text, linter.lint({ path: 'a.md', text }))).toMatchInlineSnapshot(`
      "  hälsoportalen
        ^^^^^^^^^^^^^ avoid-term: Skriv ”digital ingång” i stället för ”hälsoportalen”.
      "
    `)
  })
})

describe('what a finding says', () => {
  const finding = (text: string) => linter.lint({ path: 'a.md', text })[0]
  test('the words, the reason and the way out', () => {
    expect(finding('En hälsoportal.')).toMatchObject({
      ruleId: 'avoid-term',
      conceptId: 'c-0001',
      severity: 'error',
      message: 'Skriv ”digital ingång” i stället för ”hälsoportal”.',
      note: 'Det är otydligt.',
      text: 'hälsoportal',
      span: { start: 3, end: 14 },
      suggestions: [{ text: 'digital ingång', span: { start: 3, end: 14 }, safe: true }],
    })
  })
  test('why there is nothing to replace it by', () => {
    expect(finding('en hälsoportalens')?.note).toContain('meningen behöver skrivas om')
    expect(finding('en insats')).toMatchObject({
      message: 'Skriv ”besök” i stället för ”insats”.',
      note: 'Det är två olika saker.',
      suggestions: [],
    })
    expect(finding('ett ämne')?.message).toBe('Undvik ”ämne”.')
  })
  test('a replacement that would take markup away is never safe', () => {
    expect(finding('en **digital** portal')?.suggestions).toMatchObject([{ safe: false }])
    expect(finding('en h&auml;lsoportal')?.suggestions).toMatchObject([{ safe: true }])
  })
  test('a fingerprint that edits above do not change', () => {
    const text = 'Det här är en hälsoportal för alla.'
    expect(finding(`Ny rad.\n\n${text}`)?.fingerprint).toBe(finding(text)?.fingerprint)
    expect(finding('En annan hälsoportal.')?.fingerprint).not.toBe(finding(text)?.fingerprint)
  })
})

describe('comments', () => {
  const cases = [
    { name: 'disable the next line', text: '<!-- klarsprak-disable-next-line -->\nhälsoportal\n', finds: [] },
    { name: 'or the next that is not blank', text: '<!-- klarsprak-disable-next-line -->\n\nhälsoportal\n', finds: [] },
    {
      name: 'but no more',
      text: '<!-- klarsprak-disable-next-line -->\na\nhälsoportal',
      finds: ['disable-comment <!-- klarsprak-disable-next-line -->', 'avoid-term hälsoportal'],
    },
    {
      name: 'for a rule, with a reason',
      text: '<!-- klarsprak-disable-next-line avoid-term, heavy-word -- ja -->\nhälsoportal erlägga',
      finds: [],
    },
    {
      name: 'not for another',
      text: '<!-- klarsprak-disable-next-line jargon -->\nhälsoportal',
      finds: ['disable-comment jargon', 'avoid-term hälsoportal'],
    },
    { name: 'on the line', text: 'hälsoportal <!-- klarsprak-disable-line -->\nämne', finds: ['avoid-term ämne'] },
    {
      name: 'from here to there',
      text: 'ämne\n\n<!-- klarsprak-disable -->\n\nämne\n\n<!-- klarsprak-enable -->\n\nämne',
      finds: ['avoid-term ämne', 'avoid-term ämne'],
    },
    { name: 'to the end', text: '<!-- klarsprak-disable avoid-term -->\n\nämne\n\nsepsis', finds: ['jargon sepsis'] },
    {
      name: 'that name no rule are reported',
      text: '<!-- klarsprak-disable avoid-terms -->\n\nämne',
      finds: ['disable-comment avoid-terms', 'avoid-term ämne'],
    },
    { name: 'that say nothing to us are left', text: '<!-- eslint-disable -->\n\nämne', finds: ['avoid-term ämne'] },
    {
      name: 'in plain text',
      text: '<!-- klarsprak-disable-next-line -->\nämne\nämne',
      path: 'a.txt',
      finds: ['avoid-term ämne'],
    },
  ]
  for (const { name, text, finds, path } of cases) test(name, () => expect(found(text, path)).toEqual(finds))
})

const fragment = fc.constantFrom(
  'hälsoportal',
  'hälsoportalen',
  'digital',
  'portal',
  'erlägga',
  'sepsis',
  'UVI',
  '(UVI)',
  'e-tjänst',
  'digital tjänst',
  'ämne',
  'ha\u0308lsoportal',
  'h&auml;lsoportal',
  'och',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '. ',
  '”',
  '"',
  '**',
  '*',
  '[',
  '](x)',
  '> ',
  '- ',
  '| ',
  '`',
  '👩‍⚕️',
  '<!-- klarsprak-disable-line -->',
  '<b>',
  '\u00ad',
  '\ufeff',
  '(',
  ')',
  '{{a}}',
  '\\',
)
const copy = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(''))

test('findings point at the text they quote, in order, apart, and fixing leaves nothing to fix', () => {
  fc.assert(
    fc.property(copy, fc.constantFrom('a.md', 'a.txt'), (text, path) => {
      const findings = linter.lint({ path, text })
      let end = 0
      for (const finding of findings) {
        expect(text.slice(finding.span.start, finding.span.end)).toBe(finding.text)
        expect(finding.text).not.toMatch(/^[ \t\r\n]|[ \t\r\n]$/u)
        expect(finding.span.start).toBeGreaterThanOrEqual(end)
        end = finding.span.end
      }
      const fixed = linter.fix({ path, text })
      expect(fixed.findings.filter(({ suggestions }) => suggestions.some(({ safe }) => safe))).toEqual([])
      expect(linter.fix({ path, text: fixed.text }).text).toBe(fixed.text)
      expect(applyFixes(fixed.text, fixed.findings)).toBe(fixed.text)
    }),
    { numRuns: 300 },
  )
})
