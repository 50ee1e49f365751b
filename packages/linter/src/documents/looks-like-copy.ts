import { languageTag, localeOf } from './locale/locale-of.js'
import { extensionOf } from './parsers.js'

/** Folders whose files are texts. */
const COPY_FOLDERS = new Set(
  'locale locales i18n l10n lang langs language languages translation translations'.split(' '),
)
/** What the files of a text's folder are called when the name tells. */
const COPY_NAME =
  /^(?:messages|translations?|texts?|texter|strings|localizable|resources|labels|copy|i18n)(?:[._-].*)?$/iu
/** Data in these forms is texts only in some files. */
const GENERAL = new Set(['.json', '.jsonc', '.yml', '.yaml', '.xml', '.properties'])
/** Parts of a path that say something about the file; farther out are people's own folders. */
const NEAREST = 6
/** Tests and stories quote text that nobody reads. */
const NOT_SHOWN = /\.(?:test|spec|stories|config|d)\.[^.]+$/iu

/**
 * Whether a file that was found in a folder, not named, is copy. Data files must stand in a folder
 * for texts or be named after a language; programs must be components.
 */
export function looksLikeCopy(path: string): boolean {
  const parts = path.replace(/\\/gu, '/').split('/').slice(-NEAREST)
  const name = parts.pop() ?? ''
  const extension = extensionOf(name)
  if (extension === '.tsx' || extension === '.jsx') return !NOT_SHOWN.test(name)
  if (!GENERAL.has(extension)) return true
  if (extension === '.xml')
    return /^(?:strings|arrays|plurals)/iu.test(name) && /^values(?:-|$)/iu.test(parts.at(-1) ?? '')
  const stem = name.slice(0, -extension.length)
  if (parts.some((part) => COPY_FOLDERS.has(part.toLowerCase()) || part === '_locales')) return true
  return (
    languageTag(stem) === 'sv' ||
    languageTag(stem)?.startsWith('sv-') ||
    (COPY_NAME.test(stem) && localeOf(name) !== undefined) ||
    /[._-]sv(?:[-_]se)?$/iu.test(stem)
  )
}
