import { type ParserPlugin, parse } from '@babel/parser'
import { SLOT } from '@klarsprak/swedish'
import { addCopy } from '../copy/add-copy.js'
import { isCopy } from '../copy/is-copy.js'
import { asWritten, characterOf, type DecodedText, decoded, withoutEscapes } from '../decoded-text.js'
import type { Document, DocumentParser, SegmentKind, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { componentName } from '../html/vue.js'
import { createHtmlProse, isReadAloud } from '../html-prose.js'
import type { HtmlAttribute, Tag } from '../html-tokens.js'
import { guessLanguage } from '../locale/guess-language.js'
import { localeOf } from '../locale/locale-of.js'
import { nestsTooDeep } from '../nests-too-deep.js'
import { createProse } from '../prose-map.js'

/**
 * Reads the text in JSX: what stands between the tags, strings in braces there, and the attributes
 * that are seen or heard. Strings elsewhere in the program are left out: most are names and keys.
 */
export const jsxCopyParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseJsxCopy(text, localeOf(file.path), /\.tsx$/iu.test(file.path)),
})

/** A node of the tree, as much of it as is looked at. Offsets are UTF-16 code units in the file. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

function parseJsxCopy(text: string, pathLang: string | undefined, isTypeScript: boolean): Document {
  const builder = createDocument(text)
  const program = programOf(text, isTypeScript ? [['jsx', 'typescript']] : [['jsx'], ['jsx', 'flow']])
  if ('brokenAt' in program) {
    builder.fault({ offset: program.brokenAt, format: isTypeScript ? 'TSX' : 'JSX' })
    return builder.finish()
  }
  for (const { start, end, value } of program.comments) builder.comment({ span: { start, end }, text: value })

  const page = asWritten(text, 0, text.length)
  let language = pathLang
  const lang = () => (language ??= guessLanguage(shownText(program.root, text)))
  const html = createHtmlProse(builder, { lang })

  /** Elements and their children, in the order of the file. The tree of a file that was read is no deeper than the reader bears. */
  const addElement = (node: Node): void => {
    const opening = node.openingElement as Node | undefined
    const name = opening === undefined ? '' : nameOf(opening.name as Node)
    if (opening !== undefined) {
      html.take(tagOf(opening, name), page, true)
      for (const attribute of opening.attributes as readonly Node[]) addAttribute(attribute)
    }
    for (const child of node.children as readonly Node[]) addChild(child)
    if (opening !== undefined && opening.selfClosing !== true) {
      html.take(
        { type: 'close', start: opening.end, end: opening.end, name, selfClosing: false, attributes: [] },
        page,
        true,
      )
    }
  }

  const addChild = (child: Node): void => {
    if (child.type === 'JSXText') html.take({ type: 'text', start: child.start, end: child.end }, page, true)
    else if (child.type === 'JSXElement' || child.type === 'JSXFragment') addElement(child)
    else if (child.type === 'JSXExpressionContainer') addExpression(child.expression as Node, child)
  }

  const addExpression = (expression: Node, container: Node): void => {
    if (expression.type === 'JSXEmptyExpression') return
    const literal = stringOf(text, expression)
    if (literal !== undefined) {
      if (literal.text !== '')
        html.take({ type: 'text', start: 0, end: literal.text.length, literal: true }, literal, true)
      return
    }
    if (builder.isOpen()) builder.slot(container.start, container.end)
    const kind = html.kind()
    for (const choice of choicesOf(expression)) addString(choice, kind)
    for (const element of elementsIn(expression)) addElement(element)
  }

  const addAttribute = (attribute: Node): void => {
    const value = attribute.value as Node | null | undefined
    if (attribute.type !== 'JSXAttribute' || value?.type !== 'JSXExpressionContainer') return
    const expression = value.expression as Node
    if (isReadAloud(nameOf(attribute.name as Node).toLowerCase())) {
      for (const choice of choicesOf(expression)) addString(choice, 'attribute')
    }
    for (const element of elementsIn(expression)) addElement(element)
  }

  const addString = (node: Node, kind: SegmentKind): void => {
    const literal = stringOf(text, node)
    if (literal !== undefined && isCopy(literal.text)) addCopy(builder, literal, { kind, lang: lang() })
  }

  for (const element of elementsIn(program.root)) {
    addElement(element)
    html.reset()
    builder.close()
  }
  return builder.finish()
}

interface Program {
  readonly root: Node
  readonly comments: readonly { readonly start: number; readonly end: number; readonly value: string }[]
}

function programOf(text: string, ways: readonly (readonly ParserPlugin[])[]): Program | { readonly brokenAt: number } {
  if (nestsTooDeep(text, false)) return { brokenAt: 0 }
  let brokenAt: number | undefined
  for (const plugins of ways) {
    try {
      const file = parse(text, {
        sourceType: 'module',
        errorRecovery: true,
        allowReturnOutsideFunction: true,
        plugins: [...plugins, 'decorators'],
      })
      const comments = (file.comments ?? []).map(({ start, end, value }) => ({
        start: start ?? 0,
        end: end ?? 0,
        value,
      }))
      return { root: file.program as unknown as Node, comments }
    } catch (error) {
      // Not this way, or not a program at all: then there is nothing to read.
      const { pos } = error as { readonly pos?: unknown }
      brokenAt ??= typeof pos === 'number' ? Math.min(pos, text.length) : 0
    }
  }
  return { brokenAt: brokenAt ?? 0 }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** The outermost JSX elements in `root`, in the order of the file. */
function elementsIn(root: Node): readonly Node[] {
  const found: Node[] = []
  const waiting: Node[] = [root]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      found.push(node)
      continue
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) waiting.push(item)
      } else if (isNode(value)) waiting.push(value)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The strings that an expression may come to: `a ? 'Boka' : 'Avboka'`, `a && 'Boka'`. */
function choicesOf(expression: Node): readonly Node[] {
  const found: Node[] = []
  const waiting: Node[] = [expression]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.type === 'ConditionalExpression') waiting.push(node.alternate as Node, node.consequent as Node)
    else if (node.type === 'LogicalExpression') waiting.push(node.right as Node, node.left as Node)
    else if (node.type === 'ParenthesizedExpression' || node.type === 'TSAsExpression')
      waiting.push(node.expression as Node)
    else if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') found.push(node)
  }
  return found
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' }
const ESCAPE = /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|\r\n|[\s\S])/giu

/** A string or a template of the program as it reads; values in a template are slots. */
function stringOf(file: string, node: Node): DecodedText | undefined {
  const builder = createProse(file)
  if (node.type === 'StringLiteral') {
    if (node.end - node.start > 2) builder.add(file.slice(node.start + 1, node.end - 1), node.start + 1, node.end - 1)
  } else if (node.type === 'TemplateLiteral') {
    const parts = [...(node.quasis as readonly Node[]), ...(node.expressions as readonly Node[])]
    let from = node.start + 1
    for (const part of parts.sort((a, b) => a.start - b.start || a.end - b.end)) {
      if (part.type === 'TemplateElement') {
        if (part.start > from) builder.add(SLOT, from, part.start)
        builder.add(file.slice(part.start, part.end), part.start, part.end)
        from = part.end
      }
    }
  } else return undefined
  return withoutEscapes(decoded(builder.finish()), ESCAPE, ([found, four, many, two]) => {
    if (/^\\[\r\n]/u.test(found)) return ''
    const code = many === undefined ? Number.NaN : Number.parseInt(many, 16)
    if (code <= 0x10_ff_ff) return String.fromCodePoint(code)
    return characterOf(four ?? two) ?? ESCAPES[found[1]!] ?? found.slice(1)
  })
}

/** `Card.Title` as `x-card.title`, `button` as it is. */
function nameOf(node: Node): string {
  if (node.type === 'JSXMemberExpression') return `${nameOf(node.object as Node)}.${nameOf(node.property as Node)}`
  if (node.type === 'JSXNamespacedName') return `${nameOf(node.namespace as Node)}:${nameOf(node.name as Node)}`
  const name = String(node.name)
  return /^\p{Lu}/u.test(name) ? componentName(name) : name
}

/** An opening tag with the attributes that are plain strings. */
function tagOf(opening: Node, name: string): Tag {
  const attributes: HtmlAttribute[] = []
  for (const attribute of opening.attributes as readonly Node[]) {
    const value = attribute.value as Node | null | undefined
    if (attribute.type !== 'JSXAttribute' || value?.type !== 'StringLiteral') continue
    attributes.push({ name: nameOf(attribute.name as Node).toLowerCase(), start: value.start + 1, end: value.end - 1 })
  }
  return {
    type: 'open',
    start: opening.start,
    end: opening.end,
    name,
    selfClosing: opening.selfClosing === true,
    attributes,
  }
}

function shownText(root: Node, text: string): string {
  const parts: string[] = []
  const waiting: Node[] = [...elementsIn(root)]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.type === 'JSXText') parts.push(text.slice(node.start, node.end))
    if (Array.isArray(node.children)) for (const child of node.children as readonly Node[]) waiting.push(child)
  }
  return parts.join(' ')
}
