import fc from 'fast-check'
import type { Nodes, Root } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextRepeatedWords from 'retext-repeated-words'
import retextStringify from 'retext-stringify'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { SLOT } from '../text/tokens.js'
import { parseSwedish } from './parse-swedish.js'
import { retextSwedish } from './retext-swedish.js'
import { SwedishParser } from './swedish-parser.js'

const SHORT: Record<string, string> = {
  RootNode: 'root',
  ParagraphNode: 'p',
  SentenceNode: 's',
  WordNode: 'w',
  TextNode: 't',
  PunctuationNode: '.',
  SymbolNode: '§',
  SourceNode: 'src',
  WhiteSpaceNode: '_',
}

/** A tree on one line: `p(s(w(t:Hej) .:!))`. White space is `_`. */
function outline(node: Nodes): string {
  if ('children' in node) return `${SHORT[node.type]}(${node.children.map(outline).join(' ')})`
  return node.type === 'WhiteSpaceNode' ? '_' : `${SHORT[node.type]}:${node.value}`
}

function leavesOf(node: Nodes): Nodes[] {
  return 'children' in node ? node.children.flatMap(leavesOf) : [node]
}

describe('the tree of a text', () => {
  test.each([
    { name: 'words and punctuation', text: 'Hej du!', tree: 'root(p(s(w(t:Hej) _ w(t:du) .:!)))' },
    { name: 'what joins the parts of a word', text: 'e-tjänst', tree: 'root(p(s(w(t:e .:- t:tjänst))))' },
    {
      name: 'an abbreviation does not end a sentence',
      text: 't.ex. Nu',
      tree: 'root(p(s(w(t:t .:. t:ex .:.) _ w(t:Nu))))',
    },
    { name: 'numbers are words', text: '12 000 §', tree: 'root(p(s(w(t:12 000) _ §:§)))' },
    { name: 'addresses and slots are source', text: `1177.se ${SLOT}`, tree: `root(p(s(src:1177.se _ src:${SLOT})))` },
    {
      name: 'sentences and paragraphs',
      text: ' A b. C\nd.\n\nE\n',
      tree: 'root(_ p(s(w(t:A) _ w(t:b) .:.) _ s(w(t:C) _ w(t:d) .:.)) _ p(s(w(t:E))) _)',
    },
    { name: 'nothing', text: '', tree: 'root()' },
    { name: 'white space', text: ' \n\n ', tree: 'root(_)' },
  ])('$name', ({ text, tree }) => {
    expect(outline(unified().use(retextSwedish).parse(text))).toBe(tree)
  })

  test('places are lines and columns from 1, and offsets from 0', () => {
    const tree = parseSwedish('Hej.\r\nEn 😀 till.')
    expect(tree.position).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 2, column: 12, offset: 17 },
    })
    const emoji = leavesOf(tree).find((node) => node.type === 'SymbolNode')
    expect(emoji?.position).toEqual({
      start: { line: 2, column: 4, offset: 9 },
      end: { line: 2, column: 6, offset: 11 },
    })
  })
})

const copy = fc
  .array(
    fc.constantFrom(
      ...['Vård', 'omsorg', 'åäö', 'a\u0308', 'e-tjänst', 't.ex.', 'EU:s', '12 000', '1177.se', 'och/eller', 'mm.'],
      ...[
        ' ',
        ' ',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '\t',
        '\u00a0',
        '.',
        '!',
        '”',
        '(',
        ')',
        '😀',
        '\u00ad',
        '\ufeff',
        '\u2029',
        SLOT,
        '\ud83c',
      ],
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

describe('laws', () => {
  test('the string of the tree is the text, and every node is where it says', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const tree = parseSwedish(text)
        expect(textOf(tree)).toBe(text)
        const lineStarts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (found) => found.index + found[0].length)]
        for (const node of leavesOf(tree)) {
          if (!('value' in node)) continue
          const { start, end } = node.position!
          expect(text.slice(start.offset, end.offset)).toBe(node.value)
          for (const point of [start, end]) {
            // Between \r and \n is nowhere; elsewhere the line start and the column make up the offset.
            expect(lineStarts[point.line - 1]! + point.column - 1).toBe(point.offset)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('`stringify` gives back the text', async () => {
    await fc.assert(
      fc.asyncProperty(copy, async (text) => {
        // VFile drops a byte order mark on its own.
        const body = text.replaceAll('\ufeff', '')
        expect(String(await unified().use(retextSwedish).use(retextStringify).process(body))).toBe(body)
      }),
    )
  })
})

describe('in Markdown', () => {
  const messagesOf = async (text: string): Promise<string[]> => {
    const file = new VFile(text)
    // The types of remark-retext want a processor without transforms.
    const destination: Processor<Root> = unified().use(retextSwedish)
    destination.use(retextRepeatedWords)
    await unified().use(remarkParse).use(remarkRetext, destination).run(unified().use(remarkParse).parse(file), file)
    return file.messages.map(({ place, reason }) => {
      const start = place && 'start' in place ? place.start : place
      return `${start?.line}:${start?.column} ${reason}`
    })
  }

  const treeOf = async (markdown: string): Promise<Root> => {
    const trees: Root[] = []
    const file = new VFile(markdown)
    const keep = () => (root: unknown) => {
      trees.push(root as Root)
    }
    const parse = unified().use(remarkParse).parse(file)
    const destination: Processor<Root> = unified().use(retextSwedish)
    destination.use(keep)
    await unified().use(remarkRetext, destination).run(parse, file)
    return trees[0]!
  }

  test('a plugin from elsewhere reports in the right place', async () => {
    const file = await unified()
      .use(retextSwedish)
      .use(retextRepeatedWords)
      .use(retextStringify)
      .process('Hej.\nDet är är t.ex. t.ex. så.')
    expect(file.messages.map(String)).toEqual([
      expect.stringMatching(/^2:5-2:10: .*är/),
      expect.stringMatching(/^2:11-2:22: .*t\.ex\./),
    ])
    expect(await messagesOf('# Rubrik\n\nDet är **är** så.\n')).toEqual([expect.stringMatching(/^3:5 .*är/)])
  })

  test.each([
    {
      name: 'an abbreviation',
      markdown: 'Ta t.ex. Alvedon m.m. Sök vård.',
      tree: 'root(p(s(w(t:Ta) _ w(t:t .:. t:ex .:.) _ w(t:Alvedon) _ w(t:m .:. t:m .:.)) _ s(w(t:Sök) _ w(t:vård) .:.)))',
    },
    {
      name: 'a word that markup runs through',
      markdown: 'vård**central**en.',
      tree: 'root(p(s(w(t:vård t:central t:en) .:.)))',
    },
    {
      name: 'inline code',
      markdown: 'Kör `a. B` nu. Vänta',
      tree: 'root(p(s(w(t:Kör) _ src:`a. B` _ w(t:nu) .:.) _ s(w(t:Vänta))))',
    },
    {
      name: 'blocks',
      markdown: '# Rubrik\n\n* ett\n* två',
      tree: 'root(p(s(w(t:Rubrik))) _ p(s(w(t:ett))) _ p(s(w(t:två))))',
    },
  ])('$name, in both modes of remark-retext', async ({ markdown, tree }) => {
    expect(outline(await treeOf(markdown))).toBe(tree)
    const file = new VFile(markdown)
    const mutated = await unified().use(remarkRetext, SwedishParser).run(unified().use(remarkParse).parse(file), file)
    expect(outline(mutated as Nodes)).toBe(tree)
  })

  test('every word of a Markdown file is where it says', async () => {
    const markdown =
      '# Digital vård\n\nRing **1177** eller [sök\nvård](https://1177.se), t.ex. *e-*tjänst.\n\n> Citat: 12 000 kr.\n'
    for (const node of leavesOf(await treeOf(markdown))) {
      if (!('value' in node) || node.type === 'WhiteSpaceNode') continue
      const { start, end } = node.position!
      expect(markdown.slice(start.offset, end.offset)).toBe(node.value)
      expect(markdown.split('\n')[start.line - 1]!.slice(start.column - 1, end.column - 1)).toBe(node.value)
    }
  })
})

test.each(['a', 'a-', 'a.', 'a\n\n', '. ', '”'])('a text of 200 000 %j makes a tree in reasonable time', (unit) => {
  const text = unit.repeat(200_000 / unit.length)
  expect(parseSwedish(text).position?.end.offset).toBe(text.length)
})
