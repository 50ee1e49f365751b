// The readers one by one, in this process: text in, prose with a map back to the file out.
import { prepareParsers } from '../../../packages/linter/dist/documents/parsers.js'
import { corpus } from '../corpus.mjs'
import { cpuOf, round, table } from '../measure.mjs'

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const key = (at) => `text_${at}`
const lines =
  (each, head = '', tail = '') =>
  (texts) =>
    `${head}${texts.map(each).join('')}${tail}`

/** The same sentences in each format. */
const WRITE = {
  '.md': (_, markdown) => markdown,
  '.txt': lines((text) => `${text}\n\n`),
  '.html': lines(
    (text) => `<p>${xml(text)}</p>\n`,
    '<!doctype html><html lang="sv"><body><main>',
    '</main></body></html>',
  ),
  '.json': (texts) => JSON.stringify(Object.fromEntries(texts.map((text, at) => [key(at), text])), null, 2),
  '.yaml': lines((text, at) => `${key(at)}: ${JSON.stringify(text)}\n`),
  '.po': lines((text, at) => `msgid "${key(at)}"\nmsgstr ${JSON.stringify(text)}\n\n`),
  '.properties': lines((text, at) => `${key(at)}=${text}\n`),
  '.xliff': lines(
    (text, at) => `<trans-unit id="${at}"><source>${at}</source><target>${xml(text)}</target></trans-unit>\n`,
    '<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="sv"><body>',
    '</body></file></xliff>',
  ),
  '.strings': lines((text, at) => `"${key(at)}" = ${JSON.stringify(text)};\n`),
  '.resx': lines(
    (text, at) => `<data name="${key(at)}"><value>${xml(text)}</value></data>\n`,
    '<?xml version="1.0"?><root>',
    '</root>',
  ),
  '.tsx': lines((text) => `<p>{${JSON.stringify(text)}}</p>\n`, 'export const Page = () => <main>', '</main>'),
  '.vue': lines((text) => `<p>${xml(text)}</p>\n`, '<template><main>', '</main></template>'),
  '.svelte': lines((text) => `<p>${xml(text)}</p>\n`),
  '.mdx': (_, markdown) => markdown.replaceAll(/[{}<]/gu, ''),
}

export const readers = {
  name: 'readers',
  title: 'The readers one by one',
  async run({ quick }) {
    const pages = corpus({ bytes: quick ? 50_000 : 300_000, files: quick ? 10 : 60 }).files
    const parserFor = await prepareParsers(Object.keys(WRITE))
    const rows = Object.entries(WRITE).map(([extension, write]) => {
      const files = pages.map(({ text }, nth) => {
        const texts = text.split(/\n\n+/u).map((part) => part.replaceAll(/\s+/gu, ' ').replaceAll(/[<>{}|`*]/gu, ''))
        return { path: `sv/texts-${nth}${extension}`, text: write(texts, text) }
      })
      const read = () =>
        files.reduce(
          (sum, file) =>
            sum +
            parserFor(file)
              .parse(file.text)
              .segments.reduce((all, { prose }) => all + prose.length, 0),
          0,
        )
      const { ms, answer } = cpuOf(read, quick ? 3 : 7)
      const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
      // Most of each file is prose; a reader that finds half of it has not read it.
      const prose = answer / files.reduce((sum, { text }) => sum + text.length, 0)
      if (prose < 0.5) throw new Error(`${extension}: only ${round(prose * 100)} % of the text is prose`)
      return [`\`${extension}\``, round(bytes / 1e3 / ms), `${round(prose * 100)} %`]
    })
    return { text: table(['Format', 'MB a CPU second', 'of the file is prose'], rows), reached: {} }
  },
}
