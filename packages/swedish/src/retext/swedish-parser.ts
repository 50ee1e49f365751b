import type { Paragraph, Root, Sentence, SentenceContent } from 'nlcst'
import { parseSwedish } from './parse-swedish.js'
import { regroup } from './regroup.js'

/**
 * The Swedish parser in the shape that `parse-latin` gave such parsers, so that `remarkRetext(SwedishParser)` and
 * `rehypeRetext(SwedishParser)` take it. They ask `tokenize` for each run of text and the last of the three lists of
 * plugins for the whole: there the runs become Swedish words and sentences across markup.
 */
export class SwedishParser {
  tokenizeSentencePlugins: Array<(node: Sentence) => undefined> = []
  tokenizeParagraphPlugins: Array<(node: Paragraph) => undefined> = []
  tokenizeRootPlugins: Array<(node: Root) => undefined> = [regroup]

  parse(value: string | null | undefined): Root {
    const root = parseSwedish(value ?? '')
    for (const paragraph of root.children) {
      if (paragraph.type !== 'ParagraphNode') continue
      for (const sentence of paragraph.children) {
        if (sentence.type === 'SentenceNode') for (const plugin of this.tokenizeSentencePlugins) plugin(sentence)
      }
      for (const plugin of this.tokenizeParagraphPlugins) plugin(paragraph)
    }
    for (const plugin of this.tokenizeRootPlugins) if (plugin !== regroup) plugin(root)
    return root
  }

  /** The words, white space and punctuation of a text, without its paragraphs and sentences. */
  tokenize(value: string | null | undefined): SentenceContent[] {
    return parseSwedish(value ?? '').children.flatMap((child): SentenceContent[] => {
      if (child.type !== 'ParagraphNode') return [child as SentenceContent]
      return child.children.flatMap((part): SentenceContent[] =>
        part.type === 'SentenceNode' ? part.children : [part as SentenceContent],
      )
    })
  }
}
