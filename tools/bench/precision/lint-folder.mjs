import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadWords } from '../../../packages/linter/dist/config/load-words.js'
import {
  createLinter,
  extensionOf,
  looksLikeCopy,
  positionsIn,
  prepareParsers,
  READ_EXTENSIONS,
} from '../../../packages/linter/dist/index.js'
import { TokenKind, tokenise } from '../../../packages/swedish/dist/index.js'

/** UTF-16 code units of text to each side of a finding, for the one who judges it. */
const AROUND = 160

/**
 * Lints what `klarsprak lint FOLDER` would lint. Words are those and numbers in Swedish prose, so that
 * markup, code and other languages make no text look better than it is.
 */
export async function lintFolder(folder, rules) {
  const paths = filesIn(folder)
  const parserFor = await prepareParsers(paths.map(extensionOf))
  const { index, rewrite } = await loadWords()
  const linter = createLinter({ index, rewrite, rules, parserFor })
  const findings = []
  let words = 0
  for (const path of paths) {
    const file = { path, text: readFileSync(join(folder, path), 'utf8') }
    words += wordsIn(parserFor(file).parse(file.text))
    const positions = positionsIn(file.text)
    for (const { ruleId, text, message, severity, span } of linter.lint(file)) {
      const { line, column } = positions.at(span.start)
      findings.push({ ruleId, severity, text, message, path, line, column, context: contextOf(file.text, span) })
    }
  }
  return { files: paths.length, words, findings }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => READ_EXTENSIONS.includes(extensionOf(path)) && looksLikeCopy(join(folder, path)))
    .sort()
}

function wordsIn({ segments }) {
  let words = 0
  for (const { lang, prose } of segments) {
    if (!lang.toLowerCase().startsWith('sv')) continue
    const { kinds, count } = tokenise(prose)
    for (let token = 0; token < count; token++)
      if (kinds[token] === TokenKind.Word || kinds[token] === TokenKind.Number) words++
  }
  return words
}

function contextOf(text, { start, end }) {
  const oneLine = (part) => part.replaceAll(/\s+/gu, ' ')
  const before = oneLine(text.slice(Math.max(0, start - AROUND), start))
  const after = oneLine(text.slice(end, end + AROUND))
  return `${before}[[${oneLine(text.slice(start, end))}]]${after}`
}
