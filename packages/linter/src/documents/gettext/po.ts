import { addEntry } from '../copy/add-entry.js'
import { kindOfKey } from '../copy/kind-of-key.js'
import { type DecodedText, decoded, withoutEscapes } from '../decoded-text.js'
import type { Comment, Document, DocumentParser, SourceFile } from '../document.js'
import { createDocument } from '../document-builder.js'
import { guessLanguage } from '../locale/guess-language.js'
import { languageTag, localeOf } from '../locale/locale-of.js'
import { createProse } from '../prose-map.js'

/** Reads the translations in gettext's .po files. Fuzzy and obsolete entries are left out, and so are untranslated ones. */
export const poParser = (file: SourceFile): DocumentParser => ({
  parse: (text) => parsePo(text, localeOf(file.path)),
})

interface Field {
  /** `msgid`, `msgstr`, `msgstr[0]` … */
  readonly name: string
  /** The strings between quotation marks, one for each line. */
  readonly spans: { readonly start: number; readonly end: number }[]
}
interface PoEntry {
  readonly fields: Field[]
  readonly comments: readonly Comment[]
  isFuzzy: boolean
}

const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)[ \t]*/u
/** UTF-16 code units of a source text that are shown as the place of its translation. */
const LONGEST_KEY = 60

function parsePo(text: string, pathLang: string | undefined): Document {
  const builder = createDocument(text)
  const entries: PoEntry[] = []
  let entry: PoEntry | undefined
  let isFuzzy = false
  let comments: Comment[] = []

  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end)
    if (line.startsWith('#')) {
      if (line.startsWith('#,') && /\bfuzzy\b/u.test(line)) isFuzzy = true
      else if (/^#\.?[ \t]/u.test(line)) {
        // ”#.” is what a programmer has written about one text.
        const isNote = line[1] === '.'
        comments.push({ span: { start, end }, text: line.slice(isNote ? 2 : 1), ...(isNote ? { isNote } : {}) })
      }
      entry = undefined
      continue
    }
    const keyword = KEYWORD.exec(line)
    const quote = keyword === null ? (line.startsWith('"') ? 0 : -1) : keyword[0].length
    if (keyword !== null) {
      const name = keyword[1]!
      const isNew = entry === undefined || entry.fields.some((field) => field.name === name) || name === 'msgctxt'
      if (isNew || (name === 'msgid' && entry!.fields.at(-1)!.name.startsWith('msgstr'))) {
        entry = { fields: [], isFuzzy, comments }
        entries.push(entry)
        isFuzzy = false
        comments = []
      }
      entry!.fields.push({ name, spans: [] })
    }
    if (quote >= 0 && line[quote] === '"') {
      const isClosed = line.length > quote + 1 && line.endsWith('"')
      entry?.fields.at(-1)?.spans.push({ start: start + quote + 1, end: end - (isClosed ? 1 : 0) })
    }
  }

  const field = ({ fields }: PoEntry, name: string) => fields.find((candidate) => candidate.name === name)
  const textOf = (found: Field | undefined) => (found === undefined ? undefined : poText(text, found).text)
  const isHeader = (candidate: PoEntry) => textOf(field(candidate, 'msgid')) === ''
  const header = entries.find(isHeader)
  const language = /^Language:[ \t]*([\w-]{2,12})/mu.exec(
    header === undefined ? '' : (textOf(field(header, 'msgstr')) ?? ''),
  )
  const lang =
    (language === null ? undefined : languageTag(language[1]!)) ??
    pathLang ??
    guessLanguage(entries.map((one) => textOf(field(one, 'msgstr')) ?? '').join(' '))

  for (const comment of comments) builder.comment(comment)
  for (const one of entries) {
    const spans = one.fields.flatMap((found) => found.spans)
    const [first, last] = [spans[0], spans.at(-1)]
    for (const comment of one.comments) {
      builder.comment(
        first === undefined || last === undefined
          ? comment
          : { ...comment, about: { start: first.start, end: last.end } },
      )
    }
    if (one.isFuzzy || isHeader(one)) continue
    const context = textOf(field(one, 'msgctxt'))
    const key = context ?? (textOf(field(one, 'msgid')) ?? '').slice(0, LONGEST_KEY)
    const kind = context === undefined ? 'text' : kindOfKey(context.split(/[.|/]/u))
    for (const found of one.fields) {
      if (found.name.startsWith('msgstr')) addEntry(builder, { keys: [key], value: poText(text, found), lang, kind })
    }
  }
  return builder.finish()
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/gu)) {
    const start = index + (/^[\s\ufeff]*/u.exec(line)?.[0].length ?? 0)
    const end = index + line.trimEnd().length
    if (start < end) yield { start, end }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The strings of a field put together, without their escapes. */
function poText(file: string, { spans }: Field): DecodedText {
  const builder = createProse(file)
  for (const { start, end } of spans) builder.add(file.slice(start, end), start, end)
  return withoutEscapes(
    decoded(builder.finish()),
    /\\(?:[0-7]{1,3}|x[\da-f]{1,2}|[\s\S])/giu,
    ([found]) => ESCAPES[found[1]!] ?? found.slice(1),
  )
}
