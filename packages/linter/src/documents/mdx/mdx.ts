import { SLOT } from '@klarsprak/swedish'
import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { mdxjs } from 'micromark-extension-mdxjs'
import type { Document, DocumentParser } from '../document.js'
import { markdownParser } from '../markdown.js'
import { nestsTooDeep } from '../nests-too-deep.js'

/**
 * Reads MDX: micromark finds what is program, it is blanked out with as many characters, and the
 * rest is Markdown with HTML. A file that is not right MDX is read as Markdown.
 */
export const mdxParser = (): DocumentParser => ({ parse: parseMdx })

const OPTIONS = { extensions: [gfm(), frontmatter(['yaml', 'toml']), mdxjs()] }
const EXPRESSIONS = new Set(['mdxFlowExpression', 'mdxTextExpression'])
const ATTRIBUTE_VALUE = /^mdxJsx(?:Flow|Text)TagAttributeValueExpression$/u
const ATTRIBUTE_SPREAD = /^mdxJsx(?:Flow|Text)TagExpressionAttribute$/u
const TAG_NAME = /^mdxJsx(?:Flow|Text)TagNamePrimary$/u
/** Components with the name of an element whose content HTML reads in its own way. */
const MISTAKABLE = /^(?:Link|Title|Style|Script|Base|Source|Input|Code|Time|Iframe|Textarea|Img|Meta|Area|Col|Track)$/u

function parseMdx(text: string): Document {
  return { ...markdownParser.parse(blanked(text) ?? text), text }
}

function blanked(text: string): string | undefined {
  if (nestsTooDeep(text, false)) return undefined
  const shift = text.charCodeAt(0) === 0xfe_ff ? 1 : 0
  const parts: string[] = []
  let from = 0
  const replace = (start: number, end: number, by: (length: number) => string) => {
    if (start < from) return
    parts.push(text.slice(from, start), by(end - start))
    from = end
  }
  try {
    const events = postprocess(
      parse(OPTIONS)
        .document()
        .write(preprocess()(text, undefined, true)),
    )
    for (const [step, token] of events) {
      if (step !== 'enter') continue
      const type: string = token.type
      const start = token.start.offset + shift
      const end = token.end.offset + shift
      const written = text.slice(start, end)
      if (type === 'mdxjsEsm') replace(start, end, () => written.replace(/[^\r\n]/gu, ' '))
      // A comment keeps its place, for the linter; other expressions are values.
      else if (EXPRESSIONS.has(type)) replace(start, end, () => commentOf(written) ?? SLOT.repeat(written.length))
      else if (ATTRIBUTE_VALUE.test(type)) replace(start, end, (length) => `"${' '.repeat(Math.max(0, length - 2))}"`)
      else if (ATTRIBUTE_SPREAD.test(type)) replace(start, end, (length) => ' '.repeat(length))
      else if (TAG_NAME.test(type) && MISTAKABLE.test(written)) {
        replace(start, end, () => (written === 'Link' ? 'span' : `x-${written.slice(2)}`))
      }
    }
  } catch {
    return undefined
  }
  parts.push(text.slice(from))
  const result = parts.join('')
  return result.length === text.length ? result : undefined
}

/** A comment in braces as an HTML comment of the same length; blank, when there is no room. */
function commentOf(expression: string): string | undefined {
  const comment = /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/u.exec(expression)?.[1]
  if (comment === undefined) return undefined
  const words = comment.trim()
  const room = expression.length - words.length - 7
  return room < 0 || words.includes('\n') ? ' '.repeat(expression.length) : `<!--${' '.repeat(room)}${words}-->`
}
