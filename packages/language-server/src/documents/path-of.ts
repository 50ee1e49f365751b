import { extensionOf, looksLikeCopy, READ_EXTENSIONS } from '@klarsprak/linter'

/** The extension that stands for an editor's name of a format, for texts whose own name says nothing. */
const EXTENSION_OF_LANGUAGE: Readonly<Record<string, string>> = {
  markdown: '.md',
  plaintext: '.txt',
  text: '.txt',
  html: '.html',
  json: '.json',
  jsonc: '.jsonc',
  yaml: '.yaml',
  xml: '.xml',
  properties: '.properties',
  'java-properties': '.properties',
  po: '.po',
  gettext: '.po',
  javascriptreact: '.jsx',
  typescriptreact: '.tsx',
}

/** The file's path, for URIs of files and the like; with a drive and forward slashes on Windows. */
export function pathOfUri(uri: string): string {
  const path = decode(uri.replace(/^[a-z][\w.+-]*:(?:\/\/[^/]*)?/iu, '').replace(/[?#].*$/su, ''))
  return /^\/[a-z]:/iu.test(path) ? path.slice(1) : path
}

export const uriOfPath = (path: string): string => {
  const slashed = path.replaceAll('\\', '/')
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`
  return `file://${rooted.split('/').map(encodeURIComponent).join('/')}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * What the linter is to call an open text, so that it picks the right reader; undefined when it is
 * not copy: a program, or data like `package.json`. The same files as `klarsprak lint` takes in a folder.
 */
export function lintedPath({ uri, languageId }: { readonly uri: string; readonly languageId: string }) {
  const path = namedPath({ uri, languageId })
  // Data without a name of its own may be anything.
  return READ_EXTENSIONS.includes(extensionOf(path)) && looksLikeCopy(path) ? path : undefined
}

/** The path, with the ending that the editor's name for the format means when it has none that we read. */
export function namedPath({ uri, languageId }: { readonly uri: string; readonly languageId: string }): string {
  const path = pathOfUri(uri)
  return READ_EXTENSIONS.includes(extensionOf(path)) ? path : path + (EXTENSION_OF_LANGUAGE[languageId] ?? '')
}
