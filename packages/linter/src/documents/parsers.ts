import type { DocumentParser, SourceFile } from './document.js'
import { markdownParser } from './markdown.js'
import { plainTextParser } from './plain-text.js'

export type ParserFor = (file: SourceFile) => DocumentParser

/** Readers that are always at hand. */
export const builtInParsers: Readonly<Record<string, DocumentParser>> = {
  '.md': markdownParser,
  '.markdown': markdownParser,
  '.txt': plainTextParser,
}

const html = async () => (await import('./html/html-document.js')).htmlParser
const jsx = async () => (await import('./jsx/jsx-copy.js')).jsxCopyParser
const json = async () => (await import('./json/json-copy.js')).jsonCopyParser
const xliff = async () => (await import('./xml/xliff.js')).xliffParser
const yaml = async () => (await import('./yaml/yaml-copy.js')).yamlCopyParser

/** Readers that are loaded when a file needs them. */
const LOADERS: Readonly<Record<string, () => Promise<ParserFor>>> = {
  '.arb': json,
  '.docx': async () => (await import('./docx/docx-document.js')).docxParser,
  '.htm': html,
  '.html': html,
  '.json': json,
  '.jsonc': json,
  '.jsx': jsx,
  '.mdx': async () => (await import('./mdx/mdx.js')).mdxParser,
  '.po': async () => (await import('./gettext/po.js')).poParser,
  '.pot': async () => (await import('./gettext/po.js')).poParser,
  '.properties': async () => (await import('./properties/properties.js')).propertiesParser,
  '.resx': async () => (await import('./xml/resx.js')).resxParser,
  '.strings': async () => (await import('./apple/strings.js')).stringsParser,
  '.stringsdict': async () => (await import('./xml/stringsdict.js')).stringsdictParser,
  '.svelte': async () => (await import('./html/svelte.js')).svelteParser,
  '.tsx': jsx,
  '.vue': async () => (await import('./html/vue.js')).vueParser,
  '.xcstrings': async () => (await import('./json/json-copy.js')).xcstringsParser,
  '.xlf': xliff,
  '.xliff': xliff,
  '.xml': async () => (await import('./xml/xml-copy.js')).xmlCopyParser,
  '.yaml': yaml,
  '.yml': yaml,
}

/** Files whose text must be taken out before it can be read: `docxText`. */
const UNPACKED = ['.docx']

/** Every extension of files with text that has a reader. */
export const READ_EXTENSIONS: readonly string[] = [...Object.keys(builtInParsers), ...Object.keys(LOADERS)].filter(
  (extension) => !UNPACKED.includes(extension),
)

/** The same, and those of files that are no text. */
export const FILE_EXTENSIONS: readonly string[] = [...READ_EXTENSIONS, ...UNPACKED]

/**
 * The reader for a file by its extension, without loading any; a file that is unknown is read as
 * plain text. `prepareParsers` knows more of them.
 */
export function parserFor(file: SourceFile): DocumentParser {
  return builtInParsers[extensionOf(file.path)] ?? plainTextParser
}

/** `parserFor` with the readers that `extensions` (`.json`, `.html` …) need; unknown ones are no fault. */
export async function prepareParsers(extensions: Iterable<string>): Promise<ParserFor> {
  const loaded = new Map<string, ParserFor>()
  for (const extension of new Set(extensions)) {
    const load = LOADERS[extension]
    if (load !== undefined) loaded.set(extension, await load())
  }
  return (file) => loaded.get(extensionOf(file.path))?.(file) ?? parserFor(file)
}

/** The extension with its dot, in lower case; '' when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}
