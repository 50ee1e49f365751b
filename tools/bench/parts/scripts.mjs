// Benchmarks that are scripts of their own, each in a new process so that none warms another. What they print is the table.
import { join } from 'node:path'
import { runOnce } from '../measure.mjs'

const cellsOf = (text, first) =>
  text
    .split('\n')
    .find((line) => line.replace(/^\| */u, '').startsWith(first))
    ?.replaceAll('**', '')
    .trim()
    .split(/ *\| *| {2,}/u)
    .filter((cell) => cell !== '')

const script = (name, title, { full = [], quick = [], reached }) => ({
  name,
  title,
  async run(options) {
    const argv = [process.execPath, join(import.meta.dirname, '..', `${name}.mjs`), ...(options.quick ? quick : full)]
    const { out } = await runOnce(argv, { allowed: [0] })
    const text = out.trim()
    return { text: text.includes('| --') ? text : `\`\`\`\n${text}\n\`\`\``, reached: reached(text) }
  },
})

export const scripts = [
  script('matching', 'Finding terms in plain text, compounds on and off, in one process', {
    quick: ['1'],
    reached: (text) => ({ matching: cellsOf(text, 'tokenise and find terms, with compounds')?.[1] }),
  }),
  script('search', 'Search among labels, beside fuse.js', {
    quick: ['--quick'],
    reached: (text) => {
      const [, small] = cellsOf(text, '130,000') ?? []
      const [, large] = cellsOf(text, '1,000,000') ?? []
      return {
        search: `130,000: p50 / p95 ${small} ms${large === undefined ? '' : `; 1 million: ${large} ms`}`,
        index: `${cellsOf(text, '130,000')?.[5]} ms`,
      }
    },
  }),
  script('lsp', 'From a keystroke to its diagnostics', {
    quick: ['40', '200'],
    reached: (text) => {
      const cells = /^ *5000 .*$/mu.exec(text)?.[0].trim().split(/ +/u)
      return { lsp: `p50 ${cells?.[4]} ms, p95 ${cells?.[5]} ms (CPU p95 ${cells?.[8]} ms)` }
    },
  }),
  script('http', 'The service, beside bare node:http and bare express', {
    quick: ['2000'],
    reached: (text) => {
      const cells = cellsOf(text, 'lookup, words that were asked for before')
      const not = cellsOf(text, 'concept, 304')
      return { http: `${cells?.[4]}× express, ${cells?.[5]}× node:http (304: ${not?.[4]}×, ${not?.[5]}×)` }
    },
  }),
  script('server-memory', 'The service over a bank of 130,000 labels', {
    quick: ['5000'],
    reached: (text) => {
      const [, ready, after] = /memory (\d+) MB when ready, (\d+) MB after/u.exec(text) ?? []
      return { serverMemory: `${ready} MB when ready, ${after} MB after 2,000 calls` }
    },
  }),
]
