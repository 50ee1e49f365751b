import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import { regroup } from './regroup.js'
import { SwedishParser } from './swedish-parser.js'

/** Where retext plugins leave what they want done to a tree while it is made. `retext-emoji` uses the first. */
interface ParserExtensions {
  nlcstSentenceExtensions?: SwedishParser['tokenizeSentencePlugins']
  nlcstParagraphExtensions?: SwedishParser['tokenizeParagraphPlugins']
  nlcstRootExtensions?: SwedishParser['tokenizeRootPlugins']
}

/**
 * A unified plugin that parses Swedish: `unified().use(retextSwedish)` makes NLCST.
 *
 * It works as the destination of remark-retext and rehype-retext too. Those make their own tree, whatever the parser of
 * the processor (remark-retext 6.0), but run the root extensions of the processor on it: so the tree is made Swedish there.
 */
export const retextSwedish: Plugin<[], string, Root> = function () {
  const extensions = this.data() as ParserExtensions
  extensions.nlcstRootExtensions = [regroup, ...(extensions.nlcstRootExtensions ?? [])]

  this.parser = (document) => {
    const parser = new SwedishParser()
    parser.tokenizeSentencePlugins.push(...(extensions.nlcstSentenceExtensions ?? []))
    parser.tokenizeParagraphPlugins.push(...(extensions.nlcstParagraphExtensions ?? []))
    parser.tokenizeRootPlugins = [...(extensions.nlcstRootExtensions ?? [])]
    return parser.parse(document)
  }
}
