import type { DocumentParser, SourceFile } from './document.js'
import { markdownParser } from './markdown.js'
import { plainTextParser } from './plain-text.js'

/** Readers by file extension. A folder is searched for these and no others. */
export const builtInParsers: Readonly<Record<string, DocumentParser>> = {
  '.md': markdownParser,
  '.markdown': markdownParser,
  '.txt': plainTextParser,
}

/** The reader for a file by its extension; a file that was named and is unknown is read as plain text. */
export function parserFor(file: SourceFile): DocumentParser {
  return builtInParsers[extensionOf(file.path)] ?? plainTextParser
}

/** The extension with its dot, in lower case; '' when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}
