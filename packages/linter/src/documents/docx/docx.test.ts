import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx, paragraph, run } from '../../testing/docx.js'
import { expectSoundPlaces, shown } from '../../testing/reader-laws.js'
import type { Document } from '../document.js'
import { docxParser } from './docx-document.js'
import { docxText } from './docx-text.js'

function read(bytes: Uint8Array, path = 'a.docx'): Document {
  const source = docxText(bytes)
  if (typeof source === 'string') throw new Error(source)
  return docxParser({ path, ...source }).parse(source.text)
}
const styles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Min"><w:name w:val="Min stil"/><w:basedOn w:val="Rubrik1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="x"/><w:basedOn w:val="Ring"/></w:style>',
  '<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('')
const styled = (style: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)
const field = (code: string, shows: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shows}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const cases: readonly { name: string; body: string; segments: readonly string[] }[] = [
  {
    name: 'åäö, emoji and entities',
    body: paragraph(run('Åk till läkaren 👩‍⚕️ &amp; f&#xE5; r&#229;d')),
    segments: ['paragraph: Åk till läkaren 👩‍⚕️ & få råd'],
  },
  {
    name: 'a word in several runs',
    body: paragraph(run('hälso') + run('portal', '<w:b/>')),
    segments: ['paragraph: hälsoportal'],
  },
  {
    name: 'headings by style, by a style of one’s own and by level',
    body: styled('Rubrik1', 'A') + styled('Min', 'B') + paragraph(run('C'), '<w:outlineLvl w:val="1"/>'),
    segments: ['heading: A', 'heading: B', 'heading: C'],
  },
  {
    name: 'a style that the file lacks, by its id',
    body: styled('Heading2', 'A') + styled('Rubrik', 'B'),
    segments: ['heading: A', 'heading: B'],
  },
  {
    name: 'points by number, by style, and not',
    body:
      paragraph(run('a'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      styled('Punkt', 'b') +
      paragraph(run('c'), '<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    segments: ['list-item: a', 'list-item: b', 'paragraph: c'],
  },
  {
    name: 'cells of a table, one inside another',
    body: `<w:tbl><w:tr><w:tc>${paragraph(run('a'))}<w:tbl><w:tr><w:tc>${paragraph(run('b'))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>${paragraph(run('c'))}`,
    segments: ['table-cell: a', 'table-cell: b', 'paragraph: c'],
  },
  {
    name: 'tracked changes as accepted',
    body: paragraph(
      `<w:del w:id="1">${'<w:r><w:delText>bort</w:delText></w:r>'}</w:del><w:ins w:id="2">${run('nytt')}</w:ins><w:moveFrom>${run(' gammalt')}</w:moveFrom>${run(' kvar', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}`,
    ),
    segments: ['paragraph: nytt kvar'],
  },
  {
    name: 'an old style is none',
    body: paragraph(run('a'), '<w:pPrChange><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange>'),
    segments: ['paragraph: a'],
  },
  {
    name: 'a paragraph whose end is deleted goes on',
    body: paragraph(run('Du kan '), '<w:rPr><w:del w:id="1"/></w:rPr>') + styled('Rubrik1', 'boka'),
    segments: ['heading: Du kan boka'],
  },
  {
    name: 'field codes are left out, what they show is not',
    body: paragraph(
      run('Sidan ') +
        field(' PAGE  \\* x ', run('4')) +
        run(' av ') +
        `<w:fldSimple w:instr="NUMPAGES">${run('9')}</w:fldSimple>`,
    ),
    segments: ['paragraph: Sidan 4 av 9'],
  },
  {
    name: 'a field in the code of a field',
    body: paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('DATE', run('x'))}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('y')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('z')}`,
    ),
    segments: ['paragraph: yz'],
  },
  {
    name: 'a table of contents is left out',
    body:
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('Rubrik 3'),
      ) +
      paragraph(`${run('Mer 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
      styled('TOC1', 'Sist 5') +
      paragraph(run('efter')),
    segments: ['paragraph: efter'],
  },
  {
    name: 'line breaks, tabs and hyphens',
    body: paragraph(
      '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>tjänst</w:t></w:r>',
    ),
    segments: ['paragraph: a b e\u2011tjänst'],
  },
  {
    name: 'white space that is kept and that is not',
    body: paragraph('<w:r><w:t> a\n </w:t></w:r><w:r><w:t xml:space="preserve"> b</w:t></w:r>'),
    segments: ['paragraph: a b'],
  },
  {
    name: 'hidden text',
    body: paragraph(
      run('a') + run('b', '<w:vanish/>') + run('c', '<w:rStyle w:val="Dold"/>') + run('d', '<w:vanish w:val="0"/>'),
    ),
    segments: ['paragraph: ad'],
  },
  {
    name: 'a text box comes after its paragraph, once',
    body: paragraph(
      `${run('före ')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph(run('ruta'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('ruta'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('efter')}`,
    ),
    segments: ['paragraph: före efter', 'paragraph: ruta'],
  },
  {
    name: 'formulas are slots',
    body: paragraph(`${run('om ')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run(' är')}`),
    segments: ['paragraph: om □ är'],
  },
  { name: 'a style based on itself', body: styled('Ring', 'a'), segments: ['paragraph: a'] },
  {
    name: 'another language',
    body: paragraph(run('Sign in with your card', '<w:lang w:val="en-US"/>')) + paragraph(run('Logga in.')),
    segments: ['paragraph [en-US]: Sign in with your card', 'paragraph: Logga in.'],
  },
]

describe('what is read of a Word document', () => {
  for (const { name, body, segments } of cases) {
    test(name, () => {
      const document = read(docx(body, { styles }))
      expect(shown(document)).toEqual(segments)
      expectSoundPlaces(document)
    })
  }
  test('footnotes come last, without the lines that Word draws', () => {
    const footnotes = `<w:footnotes xmlns:w="${W}"><w:footnote w:type="separator">${paragraph(run('x'))}</w:footnote><w:footnote w:id="1">${paragraph(run('Noten'))}</w:footnote></w:footnotes>`
    expect(shown(read(docx(paragraph(run('Texten')), { parts: { 'word/footnotes.xml': footnotes } })))).toEqual([
      'paragraph: Texten',
      'paragraph: Noten',
    ])
  })
  test('a line for each paragraph, empty ones too', () => {
    expect(docxText(docx(`${paragraph(run('a')) + paragraph('')}<w:p/>${paragraph(run('b'))}`))).toMatchObject({
      text: 'a\n\n\nb',
    })
  })
  test('links, quotes, and words in another language are marked', () => {
    const link = `<w:hyperlink r:id="x">${run('hos ')}${run('oss', '<w:b/>')}</w:hyperlink>`
    const code = field(' HYPERLINK "https://a.se" ', run('där'))
    const { segments } = read(
      docx(
        paragraph(
          `${run('Läs  ')}${link}${run(' och ')}${code}${run(' om ')}${run('fitness', '<w:lang w:val="fr-FR"/>')}`,
        ) + styled('Citat', 'Jag mår bra'),
        { styles },
      ),
    )
    const marks = segments.map(({ prose, marks }) =>
      marks.map(({ kind, start, end, value }) => [kind, prose.slice(start, end), value]),
    )
    expect(marks).toEqual([
      expect.arrayContaining([
        ['link', 'hos oss', undefined],
        ['strong', 'oss', undefined],
        ['link', 'där', undefined],
        ['foreign', 'fitness', 'fr-FR'],
      ]),
      [['quote', 'Jag mår bra', undefined]],
    ])
  })
  test('a template’s English does not hide Swedish text', () => {
    const english = styles.replace('sv-SE', 'en-US')
    const document = read(
      docx(paragraph(run('Du kan boka en tid hos oss när du vill.')) + paragraph(run('Boka tid')), { styles: english }),
    )
    expect(document.segments.map(({ lang }) => lang)).toEqual(['sv', 'sv'])
    const meant = read(docx(paragraph(run('You can book when you want and we are here.')), { styles: english }))
    expect(meant.segments.map(({ lang }) => lang)).toEqual(['en-US'])
  })
  test('any prefix for Word’s names, and UTF-16', () => {
    const xml = `<?xml version="1.0"?><x:document xmlns:x="${W}"><x:body><x:p><x:r><x:t>Blå</x:t></x:r></x:p></x:body></x:document>`
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...Array.from(xml, (c) => c.charCodeAt(0))]).buffer)
    for (const part of [strToU8(xml), utf16])
      expect(shown(read(zipSync({ 'word/document2.xml': part })))).toEqual(['paragraph: Blå'])
  })
  test('what is not XML-special is read as it was written', () => {
    const texts = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/\p{C}|[\u2028\u2029]/gu, '')),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(texts, (lines) => {
        const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
        const source = docxText(docx(escaped.map((line) => paragraph(run(line))).join('')))
        expect(source).toMatchObject({ text: lines.join('\n') })
        expectSoundPlaces(read(docx(escaped.map((line) => paragraph(run(line))).join(''))))
      }),
      { numRuns: 100 },
    )
  })
})

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const zip = (files: Zippable) => zipSync(files)
const lying = (bytes: Uint8Array) => {
  // The size that the directory states: one byte.
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
  return copy
}
const bomb = zipSync({ 'word/document.xml': new Uint8Array(70_000_000) }, { level: 1 })
const faults: readonly { name: string; bytes: () => Uint8Array; fault: string }[] = [
  { name: 'nothing', bytes: () => new Uint8Array(), fault: 'not-zip' },
  { name: 'text', bytes: () => strToU8('Hej på dig'), fault: 'not-zip' },
  { name: 'a cut zip', bytes: () => docx(paragraph(run('a'))).subarray(0, 200), fault: 'broken' },
  { name: 'a zip of something else', bytes: () => zip({ 'a.txt': strToU8('x') }), fault: 'not-word' },
  {
    name: 'a document of something else',
    bytes: () => zip({ 'word/document.xml': strToU8('<html><p>x</p></html>') }),
    fault: 'not-word',
  },
  {
    name: 'cut XML',
    bytes: () => zip({ 'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body><w:p>`) }),
    fault: 'broken',
  },
  {
    name: 'bytes that are no text',
    bytes: () => zip({ 'word/document.xml': new Uint8Array([0x3c, 0xff, 0xff]) }),
    fault: 'broken',
  },
  {
    name: 'an old or encrypted file',
    bytes: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    fault: 'old',
  },
  { name: 'a bomb', bytes: () => bomb, fault: 'too-large' },
  { name: 'a bomb that says it is small', bytes: () => lying(bomb), fault: 'too-large' },
  {
    name: 'paragraphs without end',
    bytes: () =>
      zip({ 'word/document.xml': strToU8(`<w:document xmlns:w="${W}">${'<w:p/>'.repeat(500_001)}</w:document>`) }),
    fault: 'too-large',
  },
  {
    name: 'elements deep in one another',
    bytes: () => zip({ 'word/document.xml': strToU8(`<w:document xmlns:w="${W}">${'<w:tbl>'.repeat(200_000)}`) }),
    fault: 'broken',
  },
]
describe('files without text', () => {
  for (const { name, bytes, fault } of faults) test(name, () => expect(docxText(bytes())).toBe(fault))
})

describe('no file breaks the reader', () => {
  const body = cases.map((one) => one.body).join('')
  const xml = docx(body, { styles, level: 0 })
  const packed = docx(body, { styles })
  test('10,000 mutated files end with a text or a fault', { timeout: 600_000 }, () => {
    let state = 0x2545f491
    const random = (below: number) => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>> 0) % below
    }
    let texts = 0
    for (let made = 0; made < 10_000; made++) {
      // Bytes of the packed file break the zip; those of one that is not packed break the XML too.
      let bytes = (made % 2 === 0 ? xml : packed).slice()
      for (let change = random(6); change >= 0; change--) {
        const at = random(bytes.length)
        const kind = random(4)
        if (kind === 0) bytes[at] = random(256)
        else if (kind === 1) bytes[at] = '<>/"=&wpr'.charCodeAt(random(9))
        else if (kind === 2) bytes.copyWithin(at, random(bytes.length), random(bytes.length))
        else if (random(10) === 0) bytes = bytes.slice(0, at)
      }
      const source = docxText(bytes)
      if (typeof source === 'string') continue
      texts++
      expect(source.lines).toHaveLength(source.text.split('\n').length)
      expectSoundPlaces(docxParser({ path: 'a.docx', ...source }).parse(source.text))
    }
    expect(texts).toBeGreaterThan(300)
  })
  test('time grows with the length of the file', () => {
    const hostile = [
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
      '</x>',
      `<w:p><w:r><w:t>${' '.repeat(50)}x</w:t></w:r>`,
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
    ]
    const started = performance.now()
    for (const part of hostile)
      docxText(
        zip({
          'word/document.xml': strToU8(
            `<w:document xmlns:w="${W}"><w:body>${part.repeat(100_000)}</w:body></w:document>`,
          ),
        }),
      )
    expect(performance.now() - started).toBeLessThan(20_000)
  })
  test('lines that no longer fit their text are read all the same', () => {
    const source = docxText(docx(paragraph(run('Läs ') + run('här', '<w:b/>'))))
    if (typeof source === 'string') throw new Error(source)
    expectSoundPlaces(docxParser({ path: 'a.docx', ...source }).parse('Lä'))
    expect(shown(docxParser({ path: 'a.docx', text: '' }).parse('a\n\nb'))).toEqual(['paragraph: a', 'paragraph: b'])
  })
})
