import { addEntry } from '../copy/add-entry.js'
import { AUDIENCE_KEY } from '../copy/audience-key.js'
import { type DecodedText, decoded } from '../decoded-text.js'
import type { Comment, Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { languageTag, localeOf } from '../locale/locale-of.js'
import { createProse } from '../prose-map.js'
import { decodeJsonString, type JsonString, jsonCharacters, jsonStrings } from './json-strings.js'

/** Reads the texts of an application in JSON: i18next, vue-i18n, FormatJS, Chrome extensions, Angular, Flutter (ARB). */
export const jsonCopyParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parseJsonCopy(text, localeOf(file.path), /\.arb$/iu.test(file.path)),
})

/** Siblings that only translators read, beside the text itself. */
const TEXT_KEYS = new Set(['defaultMessage', 'message'])
const NOTES = new Set(['description', 'placeholders', 'context', 'comment', 'id', 'key'])

function parseJsonCopy(text: string, pathLang: string | undefined, isArb: boolean): Document {
  const builder = createDocument(text)
  const { values: strings, names, comments, brokenAt } = jsonStrings(text)
  if (brokenAt !== undefined) builder.fault({ offset: brokenAt, format: 'JSON' })
  for (const comment of comments) builder.comment(comment)
  const audienceOf = audiencesIn(text, strings)
  const values = strings.filter((value) => !isInstruction(text, value) && value.keys.at(-1) !== AUDIENCE_KEY)
  const ownLocale = values.find(({ keys }) => keys.length === 1 && keys[0] === '@@locale')
  const fileLang =
    (ownLocale === undefined ? undefined : languageTag(text.slice(ownLocale.start, ownLocale.end))) ??
    pathLang ??
    guessLanguage(text)
  const messages = parentsOf(names.filter(({ keys }) => TEXT_KEYS.has(String(keys.at(-1)))))
  for (const value of strings) {
    if (isInstruction(text, value))
      builder.comment(instruction(text, value, values, isArb ? arbNote : messageNote(messages)))
  }

  for (const value of values) {
    const keys = [...value.keys]
    if (isArb && keys.some((key) => typeof key === 'string' && key.startsWith('@'))) continue
    const name = String(keys.at(-1) ?? '')
    if (keys.length > 1 && NOTES.has(name) && messages.has(pathKey(keys.slice(0, -1)))) continue
    if (name === '$schema') continue
    // A file that holds several languages has them outermost: { "sv": { … }, "en": { … } }.
    const outer = keys.length > 1 && typeof keys[0] === 'string' ? languageTag(keys[0]) : undefined
    addEntry(builder, {
      keys: TEXT_KEYS.has(name) && keys.length > 1 ? keys.slice(0, -1) : keys,
      value: jsonText(text, value),
      lang: outer ?? fileLang,
      audience: audienceOf(keys),
      ...(isArb ? { syntax: { quotes: true } } : {}),
    })
  }
  return builder.finish()
}

/** JSON has no comments, so an instruction to the linter may be the value of any key: `"//": "klarsprak-disable …"`. */
const isInstruction = (text: string, { start }: JsonString) => text.startsWith('klarsprak-', start)

/** The keys of the text that the value of `keys` is a note about. */
type NoteOf = (keys: JsonString['keys']) => JsonString['keys'] | undefined

const arbNote: NoteOf = ([name, ...rest]) =>
  rest.length > 0 && typeof name === 'string' && /^@[^@]/u.test(name) ? [name.slice(1)] : undefined
const messageNote =
  (messages: ReadonlySet<string>): NoteOf =>
  (keys) =>
    NOTES.has(String(keys.at(-1))) && messages.has(pathKey(keys.slice(0, -1))) ? keys.slice(0, -1) : undefined

/** An instruction as a comment: about the text that it is a note to, or else the text after it. */
function instruction(text: string, value: JsonString, values: readonly JsonString[], noteOf: NoteOf): Comment {
  const { keys, start, end } = value
  const noted = noteOf(keys)
  const own =
    noted === undefined
      ? values.filter((other) => other.start > end).slice(0, 1)
      : values.filter((other) => noted.every((key, at) => other.keys[at] === key))
  const [first, last = first] = [own[0], own.at(-1)]
  return {
    span: { start, end },
    text: decodeJsonString(text, start, end),
    ...(first === undefined ? {} : { about: { start: first.start, end: (last ?? first).end } }),
    ...(noted === undefined ? {} : { isNote: true }),
  }
}

/** Who a text is written to, by its keys: what the nearest object around it says. */
function audiencesIn(text: string, strings: readonly JsonString[]): (keys: JsonString['keys']) => string | undefined {
  const said = new Map(
    strings
      .filter(({ keys }) => keys.at(-1) === AUDIENCE_KEY)
      .map(({ keys, start, end }) => [pathKey(keys.slice(0, -1)), text.slice(start, end)]),
  )
  if (said.size === 0) return () => undefined
  return (keys) => {
    for (let length = keys.length - 1; length >= 0; length--) {
      const audience = said.get(pathKey(keys.slice(0, length)))
      if (audience !== undefined) return audience
    }
    return undefined
  }
}

const inOrder = (a: JsonString, b: JsonString) => a.start - b.start
const pathKey = (keys: readonly (string | number)[]) => JSON.stringify(keys)
const parentsOf = (names: readonly JsonString[]) => new Set(names.map(({ keys }) => pathKey(keys.slice(0, -1))))

/** A string of the file without its escapes. */
export function jsonText(file: string, { start, end }: Pick<JsonString, 'start' | 'end'>): DecodedText {
  const builder = createProse(file)
  for (const piece of jsonCharacters(file, start, end)) builder.add(piece.value, piece.start, piece.end)
  return decoded(builder.finish())
}

/** Xcode's catalogue of strings: every language in one file, plurals and devices as variations. */
export const xcstringsParser = (): DocumentParser => ({ parse: parseXcstrings })

function parseXcstrings(text: string): Document {
  const builder = createDocument(text)
  const { values, names, brokenAt } = jsonStrings(text)
  if (brokenAt !== undefined) builder.fault({ offset: brokenAt, format: 'JSON' })
  for (const value of values) {
    if (value.keys.length === 3 && value.keys[2] === 'comment' && isInstruction(text, value)) {
      builder.comment(instruction(text, value, [...names, ...values].sort(inOrder), ([, key]) => ['strings', key!]))
    }
  }
  const source = values.find(({ keys }) => keys.length === 1 && keys[0] === 'sourceLanguage')
  const sourceLang = source === undefined ? 'en' : decodeJsonString(text, source.start, source.end)
  const translated = new Set(
    names.flatMap(({ keys }) =>
      keys.length === 4 && keys[0] === 'strings' && keys[2] === 'localizations' && keys[3] === sourceLang
        ? [String(keys[1])]
        : [],
    ),
  )
  // The text in the source language is its own key, unless it is written out.
  const untranslated = names.flatMap((name) => {
    const key = String(name.keys[1])
    // A key of one word is as likely a name in code.
    const isText = name.keys.length === 2 && name.keys[0] === 'strings' && /\s/u.test(key) && !translated.has(key)
    return isText ? [{ ...name, lang: sourceLang }] : []
  })
  const written = values.flatMap((value) => {
    const { keys } = value
    const isText = keys[0] === 'strings' && keys[2] === 'localizations' && keys.at(-1) === 'value'
    return isText ? [{ ...value, lang: String(keys[3]) }] : []
  })
  for (const { keys, lang, ...span } of [...untranslated, ...written].sort((a, b) => a.start - b.start)) {
    addEntry(builder, { keys: [keys[1]!], value: jsonText(text, span), lang })
  }
  return builder.finish()
}
