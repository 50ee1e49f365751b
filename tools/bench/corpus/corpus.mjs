// Swedish web pages in Markdown, made of sentences that the project itself has: definitions and example sentences of
// the bank. The same seed gives the same pages on every machine, so that a benchmark can assert what it finds.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadNationalIndex } from '../../../packages/termbank/dist/index.js'

/** How large a part of the sentences is one that the bank wants reported. */
export const DENSITIES = {
  /** As pages of real authorities: 5–12 findings in 1,000 words with the recommended rules. */
  normal: 0.035,
  /** As pages that nobody has edited: every third sentence has something. */
  dense: 0.3,
}

/**
 * Makes `files` pages of about `bytes` bytes each.
 *
 * @param {{ files: number, bytes?: number, density?: keyof typeof DENSITIES, seed?: number }} options
 * @returns {Generator<{ path: string, text: string }>}
 */
export function* corpus({ files, bytes = 5_000, density = 'normal', seed = 1 }) {
  const random = createRandom(seed)
  const pool = sentencePool()
  for (let at = 0; at < files; at++) {
    const folder = `del-${String(Math.floor(at / 100)).padStart(3, '0')}`
    yield {
      path: `${folder}/sida-${String(at).padStart(5, '0')}.md`,
      text: page(random, pool, DENSITIES[density], bytes),
    }
  }
}

function page(random, pool, density, bytes) {
  const pick = (list) => list[Math.floor(random() * list.length)]
  const sentence = () => (random() < density ? pick(pool.reported) : varied(random, pick(pool.plain), pool.words))
  const sentences = (least, most) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, sentence).join(' ')
  const title = () => pick(pool.titles)

  const blocks = [`# ${title()}`]
  let size = 0
  while (size < bytes) {
    const kind = random()
    let block
    if (kind < 0.14) block = `## ${title()}`
    else if (kind < 0.3)
      block = Array.from({ length: 3 + Math.floor(random() * 4) }, () => `- ${sentence()}`).join('\n')
    else if (kind < 0.34) block = `> ${sentences(1, 2)}`
    else if (kind < 0.37) {
      const rows = Array.from({ length: 3 }, () => `| ${title()} | ${sentence().replaceAll('|', ' ')} |`)
      block = ['| Vad | Så fungerar det |', '| --- | --- |', ...rows].join('\n')
    } else if (kind < 0.39) block = '```\nnpm install exempel\n```'
    else block = inline(random, sentences(2, 6))
    if (random() < 0.3) block = wrapped(block)
    blocks.push(block)
    size += Buffer.byteLength(block) + 2
  }
  const front = random() < 0.3 ? `---\ntitle: ${title()}\n---\n\n` : ''
  return `${front}${blocks.join('\n\n')}\n`
}

/** A paragraph with a link, an emphasis or a piece of code, as pages have. */
function inline(random, text) {
  const words = text.split(' ')
  const at = Math.floor(random() * words.length)
  const kind = random()
  if (kind < 0.25) words[at] = `[${words[at]}](https://www.exempel.se/sida/${at})`
  else if (kind < 0.4) words[at] = `**${words[at]}**`
  else if (kind < 0.5) words[at] = `*${words[at]}*`
  else if (kind < 0.55) words.splice(at, 0, '`kod`')
  return words.join(' ')
}

/** Lines of about 80 characters, as editors and pandoc write them. Lists and tables keep their lines. */
function wrapped(block) {
  if (/^[-|#>`]/u.test(block)) return block
  const lines = ['']
  for (const word of block.split(' ')) {
    if (lines.at(-1).length + word.length > 80) lines.push(word)
    else lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`
  }
  return lines.join('\n')
}

/** A tenth of the long words as other words, so that pages have as many different words as real ones. */
function varied(random, sentence, words) {
  return sentence.replace(/(?<= )[a-zåäö]{6,}/gu, (word) =>
    random() < 0.1 ? words[Math.floor(random() ** 3 * words.length)] : word,
  )
}

function sentencePool() {
  const concepts = [...loadNationalIndex().concepts()]
  const definitions = concepts.flatMap(({ definition }) =>
    Object.values(definition ?? {}).flatMap(({ sv }) => (sv === undefined ? [] : [sv])),
  )
  const allowed = concepts.flatMap(({ allows = [] }) => allows)
  return {
    plain: [...definitions, ...allowed].filter((text) => !/[<>{}`\n]/u.test(text)),
    reported: concepts.flatMap(({ flags = [] }) => flags).filter((text) => !/[<>{}`\n]/u.test(text)),
    titles: concepts.flatMap(({ terms }) => {
      const label = terms.find(({ lang, status }) => lang === 'sv' && status === 'preferred')?.label
      return label === undefined ? [] : [`Om ${label}`]
    }),
    words: dictionaryWords(),
  }
}

/** Ordinary words in an order that has nothing to do with the alphabet, so that the first ones can be made common. */
function dictionaryWords() {
  const require = createRequire(new URL('../../../packages/lexicon-sv/package.json', import.meta.url))
  const dic = new URL('index.dic', `file://${require.resolve('dictionary-sv')}`)
  const words = readFileSync(dic, 'utf8')
    .split('\n')
    .map((line) => line.split('/')[0])
    .filter((word) => /^[a-zåäö]{6,16}$/u.test(word))
  const random = createRandom(7)
  for (let at = words.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[words[at], words[other]] = [words[other], words[at]]
  }
  return words
}

/** Numbers in [0, 1) that are the same every time (mulberry32). */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
