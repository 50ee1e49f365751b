import { isAlias, isMap, isScalar, isSeq, Lexer, type Node, parseAllDocuments } from 'yaml'
import { addEntry } from '../copy/add-entry.js'
import { AUDIENCE_KEY } from '../copy/audience-key.js'
import type { Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument, type DocumentBuilder } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { languageTag, localeOf } from '../locale/locale-of.js'
import { nestsTooDeep } from '../nests-too-deep.js'
import { scalarText } from './scalar-text.js'

/** Reads the texts of an application in YAML: Rails, Symfony, vue-i18n, Hugo. */
export const yamlCopyParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseYamlCopy(text, localeOf(file.path)),
})

const OPTIONS = {
  keepSourceTokens: true,
  strict: false,
  uniqueKeys: false,
  logLevel: 'silent',
  version: '1.2',
} as const

type Keys = readonly (string | number)[]

interface Waiting {
  readonly node: unknown
  readonly keys: Keys
  readonly lang: string
  readonly audience: string | undefined
}

function parseYamlCopy(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  if (text.includes('klarsprak-')) addComments(builder, text)
  const fileLang = pathLang ?? guessLanguage(text)
  const { roots, brokenAt } = rootsOf(text)
  if (brokenAt !== undefined) builder.fault({ offset: brokenAt, format: 'YAML' })
  for (const root of roots) {
    const waiting: Waiting[] = [{ node: root, keys: [], lang: fileLang, audience: undefined }]
    while (waiting.length > 0) {
      const { node, keys, lang, audience } = waiting.pop()!
      if (isAlias(node)) continue
      if (isScalar(node)) {
        if (typeof node.value !== 'string' || node.srcToken === undefined) continue
        const value = scalarText(text, node.srcToken)
        if (value !== undefined)
          addEntry(builder, { keys, value, lang, audience, write: writerFor(node.srcToken.type) })
      } else if (isSeq(node)) {
        for (let at = node.items.length - 1; at >= 0; at--)
          waiting.push({ node: node.items[at] as Node, keys: [...keys, at], lang, audience })
      } else if (isMap(node)) {
        const own = node.get(AUDIENCE_KEY)
        const around = typeof own === 'string' ? own : audience
        for (const { key, value } of node.items.toReversed()) {
          const name = isScalar(key) ? String(key.value) : ''
          if (name === AUDIENCE_KEY) continue
          // Rails: the language is the outermost key.
          const language = keys.length === 0 && (isMap(value) || isSeq(value)) ? languageTag(name) : undefined
          waiting.push({ node: value, keys: [...keys, name], lang: language ?? lang, audience: around })
        }
      }
    }
  }
  return builder.finish()
}

function writerFor(type: string): (text: string) => string {
  if (type === 'double-quoted-scalar') return (text) => text.replace(/["\\]/gu, '\\$&')
  return type === 'single-quoted-scalar' ? (text) => text.replace(/'/gu, "''") : (text) => text
}

/** The outermost nodes of a file. The library is recursive, so a file that nests too deep is read as empty. */
function rootsOf(text: string): { readonly roots: readonly (Node | null)[]; readonly brokenAt?: number } {
  if (nestsTooDeep(text, true)) return { roots: [], brokenAt: 0 }
  try {
    const documents = parseAllDocuments(text, OPTIONS)
    if (!Array.isArray(documents)) return { roots: [] }
    const [error] = documents.flatMap(({ errors }) => errors)
    return {
      roots: documents.map(({ contents }) => contents),
      ...(error === undefined ? {} : { brokenAt: Math.min(error.pos[0], text.length) }),
    }
  } catch (error) {
    if (error instanceof Error) return { roots: [], brokenAt: 0 }
    throw error
  }
}

const SCALAR_FOLLOWS = '\u001f'

/** The library keeps comments, but not where they stand. */
function addComments(builder: DocumentBuilder, text: string): void {
  let at = 0
  let previous = ''
  for (const token of new Lexer().lex(text)) {
    // The lexer's own marks stand for nothing in the file.
    const isMark = /^[\u0002\u0018\u001f]$/u.test(token)
    if (!isMark) {
      if (token.startsWith('#') && previous !== SCALAR_FOLLOWS) {
        builder.comment({ span: { start: at, end: at + token.length }, text: token.slice(1) })
      }
      at += token.length
    }
    previous = token
  }
}
