import { decodeEntities } from '../html-tokens.js'
import { attributeOf, xmlTokens } from '../xml/xml-content.js'

/** Source: ISO/IEC 29500-1 and its transitional form in part 4. */
const NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])
/** Elements inside one another. Word nests some tens, tables in tables included. */
const DEEPEST = 1_000

export interface WordVisitor {
  /** `names`: the elements that are open, this one last. Elements of other vocabularies keep their prefix. */
  open(name: string, attribute: (name: string) => string | undefined, names: readonly string[]): void
  /** Comes for every element that has been opened, also one that is empty or that the file does not close. */
  close(name: string, names: readonly string[]): void
  text(text: string, names: readonly string[]): void
}

/**
 * Walks through a part of a Word document. Returns the name of its root; `undefined` when the part is
 * cut off, nested too deep or no XML.
 */
export function walkWordXml(xml: string, visitor: WordVisitor): string | undefined {
  const names: string[] = []
  const depths = new Map<string, number>()
  const prefixes = new Set<string>()
  let root: string | undefined
  let isWhole = false
  const localName = (name: string) => {
    const colon = name.indexOf(':')
    return prefixes.has(name.slice(0, Math.max(0, colon))) ? name.slice(colon + 1) : name
  }
  const close = () => {
    const name = names.at(-1)!
    visitor.close(name, names)
    names.pop()
    depths.set(name, depths.get(name)! - 1)
  }
  for (const token of xmlTokens(xml)) {
    if (token.type === 'comment') continue
    if (token.type === 'text') {
      if (names.length === 0) continue
      const text = xml.slice(token.start, token.end)
      if (token.literal) visitor.text(text, names)
      else for (const { value } of decodeEntities(text)) visitor.text(value, names)
      continue
    }
    if (token.type === 'open') {
      if (root === undefined) {
        for (const { name, start, end } of token.attributes) {
          const isName = name === 'xmlns' || name.startsWith('xmlns:')
          if (isName && NAMESPACES.has(xml.slice(start, end))) prefixes.add(name.slice('xmlns:'.length))
        }
      }
      const name = localName(token.name)
      root ??= name
      if (names.length >= DEEPEST) return undefined
      names.push(name)
      depths.set(name, (depths.get(name) ?? 0) + 1)
      const found = (wanted: string) => {
        const { name: full } =
          token.attributes.find(({ name: whole }) => whole === wanted || whole.endsWith(`:${wanted}`)) ?? {}
        return full === undefined ? undefined : attributeOf(xml, token, full)
      }
      visitor.open(name, found, names)
      if (token.selfClosing) close()
    } else {
      const wanted = depths.get(localName(token.name)) ?? 0
      if (wanted > 0) while (depths.get(localName(token.name)) === wanted) close()
    }
    isWhole = names.length === 0
  }
  while (names.length > 0) close()
  return isWhole ? root : undefined
}

/** Whether an element that switches something on does so: `<w:b/>`, `<w:b w:val="1"/>`. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/u.test(value)
