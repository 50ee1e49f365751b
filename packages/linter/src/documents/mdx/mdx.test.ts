import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('sida.mdx')

describe('what is read in MDX', () => {
  const cases = [
    {
      name: 'Markdown',
      text: '# Boka tid\n\nHej **du**, se [här](x).\n',
      sees: ['heading: Boka tid', 'paragraph: Hej du, se här.'],
    },
    {
      name: 'no program',
      text: 'import A from "en text"\nexport const b = "en text"\n\nHej du\n',
      sees: ['paragraph: Hej du'],
    },
    {
      name: 'expressions',
      text: 'Hej {namn}, {a > b ? "en" : "två"}!\n\n{tider.map((x) => x)}\n',
      sees: ['paragraph: Hej □, □!', 'paragraph: □'],
    },
    {
      name: 'components in running text',
      text: 'Läs <Link to={x > 2}>mer</Link> här\n',
      sees: ['paragraph: Läs mer här'],
    },
    {
      name: 'components around Markdown',
      text: '<Note title="Tänk på" kind={a}>\n\nBoka **tid**\n\n</Note>\n',
      sees: ['attribute: Tänk på', 'paragraph: Boka tid'],
    },
    { name: 'a page that is not right is read as Markdown', text: 'Hej {namn\n', sees: ['paragraph: Hej {namn'] },
    {
      name: 'the language of the front matter',
      text: '---\nlang: en\n---\n\nHello\n',
      sees: ['paragraph [en]: Hello'],
    },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))

  test('comments are kept for the linter', () => {
    const text = 'Hej\n\n{/* klarsprak-disable-next-line jargon */}\n\nDu\n'
    expect(read(text).comments.map((comment) => comment.text.trim())).toEqual(['klarsprak-disable-next-line jargon'])
  })
  test('a word stands in the file as it is quoted', () => {
    const document = read('\ufeffimport A from "a"\r\n\r\n👩‍⚕️ {x} h&auml;lsa <A b={"å"}>nu</A>\r\n')
    expect(sourceOf(document, 'hälsa')).toBe('h&auml;lsa')
    expect(sourceOf(document, 'nu')).toBe('nu')
    expect(document.text).toContain('import A')
  })
})
