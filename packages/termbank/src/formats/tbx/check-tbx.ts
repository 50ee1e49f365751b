import type { Element } from '@xmldom/xmldom'
import { childElements, localName, parseXml, trimmedText } from '../xml.js'
import { type CategoryName, dataCategories, type Level, NAMESPACES } from './categories.js'

const LEVELS: ReadonlySet<string> = new Set<Level>(['conceptEntry', 'langSec', 'termSec'])
const NCNAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/**
 * What the core schema and the dialect's rules ask of a TBX v3 file, as far as we use it: structure and
 * order, levels, picklists, ids and references. An empty list means that no rule is broken.
 *
 * This stands in for the official Schematron, whose rules on attributes and on transaction types do not
 * fire in the engines there are for Node.
 */
export function checkTbx(text: string): readonly string[] {
  const problems: string[] = []
  const root = parseXml(text).documentElement!
  const say = (message: string): void => {
    problems.push(message)
  }
  if (localName(root) !== 'tbx' || root.namespaceURI !== NAMESPACES['']) say('the root is not tbx of ISO 30042:2019')
  for (const name of ['type', 'style', 'xml:lang']) if (!root.getAttribute(name)) say(`tbx lacks ${name}`)
  const [header, body] = childElements(root)
  if (header === undefined || localName(header) !== 'tbxHeader') say('tbxHeader is not first')
  else if (
    !childElements(header).some((child) => childElements(child).some((part) => localName(part) === 'sourceDesc'))
  )
    say('sourceDesc is missing')
  if (body === undefined || localName(body) !== 'text') say('text is missing')
  const bodies = body === undefined ? [] : childElements(body).filter((child) => localName(child) === 'body')
  for (const part of bodies) if (childElements(part).length === 0) say('body is empty')

  const ids = new Set<string>()
  const targets: string[] = []
  const walk = (node: Element, level: Level | undefined): void => {
    const name = localName(node)
    const here = LEVELS.has(name) ? (name as Level) : level
    const id = node.getAttribute('id')
    if (id !== null && id !== '') {
      if (!NCNAME.test(id)) say(`id "${id}" is no NCName`)
      if (ids.has(id)) say(`id "${id}" is used twice`)
      ids.add(id)
    }
    checkOrder(node, say)
    const category = categoryOf(node)
    if (category !== undefined && here !== undefined) {
      const known: { levels: readonly Level[]; values?: readonly string[]; element: string } | undefined =
        dataCategories[category as CategoryName]
      if (known === undefined) say(`${category} is no data category of the dialect`)
      else {
        if (!known.levels.includes(here)) say(`${category} may not stand in ${here}`)
        if (known.values !== undefined && !known.values.includes(trimmedText(node)))
          say(`"${trimmedText(node)}" is no value of ${category}`)
        if (category === 'crossReference') targets.push(node.getAttribute('target') ?? '')
        if (category === 'externalCrossReference' && !/^https?:/u.test(node.getAttribute('target') ?? ''))
          say('externalCrossReference needs an http address')
      }
    }
    for (const child of childElements(node)) walk(child, here)
  }
  for (const part of bodies) walk(part, undefined)
  for (const target of targets) if (!ids.has(target)) say(`reference to "${target}", which is not in the file`)
  return problems
}

const CARRIERS = new Set(['descrip', 'admin', 'termNote', 'ref', 'xref', 'transac', 'transacNote'])

/** The data category an element carries, in either style; undefined for structure. */
function categoryOf(node: Element): string | undefined {
  if (node.namespaceURI === NAMESPACES[''])
    return CARRIERS.has(localName(node)) ? (node.getAttribute('type') ?? '') : undefined
  return localName(node)
}

function checkOrder(node: Element, say: (message: string) => void): void {
  const names = childElements(node).map((child) => {
    const category = categoryOf(child)
    const carrier = category === undefined ? undefined : dataCategories[category as CategoryName]?.element
    return carrier ?? localName(child)
  })
  if (localName(node) === 'termSec') {
    if (names[0] !== 'term' || names.filter((name) => name === 'term').length !== 1)
      say('termSec must begin with one term')
    const lastNote = names.lastIndexOf('termNote')
    if (names.slice(1, lastNote).some((name) => name !== 'termNote')) say('termNote after other notes')
  }
  if (localName(node) === 'langSec' && !names.includes('termSec')) say('langSec without termSec')
  if (localName(node) === 'conceptEntry') {
    if (!node.getAttribute('id')) say('conceptEntry lacks id')
    if (!names.includes('langSec')) say('conceptEntry without langSec')
    if (names.slice(names.indexOf('langSec')).some((name) => name !== 'langSec')) say('something after langSec')
  }
}
