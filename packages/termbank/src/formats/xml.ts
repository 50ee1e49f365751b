import { DOMImplementation, DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'
import { UnreadableFile } from './exchange-format.js'

/** One element to write: attributes that are undefined are left out, and so are children that are. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly (XmlElement | string)[]
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly (XmlElement | string | undefined | readonly (XmlElement | undefined)[])[]
): XmlElement {
  return { name, attributes, children: children.flat().filter((child) => child !== undefined) }
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

/** Text that XML 1.0 cannot hold, such as control characters and lone surrogates, becomes U+FFFD. */
const legal = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD')

/**
 * An XML file, indented by two spaces. `namespaces` maps prefixes (`''` for the default) to their
 * addresses; an element or attribute written with a prefix belongs to it.
 */
export function writeXml(root: XmlElement, namespaces: Readonly<Record<string, string>>, instructions = ''): string {
  const document = new DOMImplementation().createDocument(null, '', null)
  const namespaceOf = (name: string): string | null => {
    const colon = name.indexOf(':')
    return namespaces[colon < 0 ? '' : name.slice(0, colon)] ?? null
  }
  const build = ({ name, attributes, children }: XmlElement, depth: number): Element => {
    const node = document.createElementNS(namespaceOf(name), name)
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined) continue
      if (key.startsWith('xml:')) node.setAttributeNS(XML_NAMESPACE, key, legal(value))
      else if (key.includes(':')) node.setAttributeNS(namespaceOf(key), key, legal(value))
      else node.setAttribute(key, legal(value))
    }
    const onlyText = children.every((child) => typeof child === 'string')
    for (const child of children) {
      if (!onlyText) node.appendChild(document.createTextNode(`\n${'  '.repeat(depth + 1)}`))
      node.appendChild(typeof child === 'string' ? document.createTextNode(legal(child)) : build(child, depth + 1))
    }
    if (!onlyText) node.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
    return node
  }
  const top = build(root, 0)
  for (const [prefix, address] of Object.entries(namespaces))
    top.setAttributeNS(XMLNS_NAMESPACE, prefix === '' ? 'xmlns' : `xmlns:${prefix}`, address)
  document.appendChild(top)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${instructions}${new XMLSerializer().serializeToString(document)}\n`
}

/**
 * Parses XML without ever resolving an entity or a DTD from outside.
 *
 * @throws {UnreadableFile} when the text is not well-formed XML.
 */
export function parseXml(text: string): Document {
  // Declared entities are the way to a file that grows without end; exchange files never need them.
  if (/<!ENTITY/u.test(text.slice(0, 100_000)))
    throw new UnreadableFile('Filen definierar egna XML-entiteter (<!ENTITY …>). Ta bort dem och försök igen.')
  let problem: string | undefined
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') problem ??= message.split('\n')[0]
    },
  })
  let document: Document | undefined
  try {
    document = parser.parseFromString(text.replace(/^\uFEFF/u, ''), 'text/xml')
  } catch (error) {
    problem ??= error instanceof Error ? error.message.split('\n')[0] : String(error)
  }
  if (problem !== undefined || document?.documentElement == null)
    throw new UnreadableFile(`Filen är inte välformad XML: ${problem ?? 'den är tom'}.`)
  return document
}

const isElement = (node: Node): node is Element => node.nodeType === 1

export function childElements(parent: Element): Element[] {
  const children: Element[] = []
  for (let child = parent.firstChild; child !== null; child = child.nextSibling)
    if (isElement(child)) children.push(child)
  return children
}

/** Every element below `parent` with one of these local names, in document order, not looking inside a hit. */
export function descendants(parent: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  const pending = childElements(parent).reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (names.includes(localName(node))) found.push(node)
    else for (const child of childElements(node).reverse()) pending.push(child)
  }
  return found
}

export const localName = (node: Element): string => node.localName ?? node.tagName

/** The text inside, with runs of white space as one space. */
export const trimmedText = (node: Element): string => (node.textContent ?? '').replace(/\s+/gu, ' ').trim()
