import { languageTag } from './locale-of.js'

/**
 * The same for files that hold the same texts in different languages: `locales/sv/a.json` and `locales/en/a.json`,
 * `a.sv.md` and `a.en.md`. A file that names no language is its own twin: it may hold several.
 */
export function twinPath(path: string): string {
  const parts = path.replace(/\\/gu, '/').split('/')
  const name = parts.pop() ?? ''
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const shown = [
    ...parts.map((folder) => (isLanguage(folder.replace(/^values-|\.lproj$/giu, '')) ? '*' : folder)),
    `${withoutLanguage(stem)}${extension}`,
  ]
  return shown.join('/')
}

/** With a region and without: `a.sv-SE` and `log-in-sv`. */
const TAILS = [/[._-]([a-z]{2,3}[-_][a-z]{2})$/iu, /[._-]([a-z]{2,3})$/iu]

function withoutLanguage(stem: string): string {
  if (isLanguage(stem)) return '*'
  for (const tail of TAILS) {
    const [, tag] = tail.exec(stem) ?? []
    if (tag !== undefined && isLanguage(tag)) return `${stem.slice(0, -tag.length)}*`
  }
  return stem
}

/** Only the languages that are compared: `it` and `no` are as likely to be words. */
const isLanguage = (name: string) => /^(?:sv|en)(?:-|$)/u.test(languageTag(name) ?? '')

/** The same for the same text in a file with the language outermost: `sv.a.b` and `en.a.b`. */
export const twinKey = (keyPath: string): string => {
  const [first = '', ...rest] = keyPath.split('.')
  return rest.length > 0 && isLanguage(first) ? rest.join('.') : keyPath
}
