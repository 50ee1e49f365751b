// Tokenising and finding terms in plain text with the whole national bank and the compound lexicon, one core.
import { performance } from 'node:perf_hooks'
import { loadLexicon } from '../../packages/lexicon-sv/dist/index.js'
import { createTermPartFinder, tokenise } from '../../packages/swedish/dist/index.js'
import { loadNationalIndex } from '../../packages/termbank/dist/index.js'
import { quantile } from './measure.mjs'

const MEGABYTES = Number(process.argv[2] ?? 10)
const ROUNDS = 5

let start = performance.now()
const finder = createTermPartFinder({ lexicon: loadLexicon() })
const lexiconReady = performance.now() - start
start = performance.now()
const index = loadNationalIndex({ compounds: finder })
const indexReady = performance.now() - start

// Running text: the sentences of the bank among ordinary ones, so that about one word in thirty is a term to report.
const plain = [
  'I dag är det lugnt på gatan och barnen leker vid den gamla eken medan solen går ner bakom taken.',
  'Hon tog cykeln till stationen, köpte en kopp kaffe och läste tidningen tills tåget kom in på spåret.',
  'Efter lunch fortsatte vi arbetet i trädgården, rensade landen och planterade om krukorna på balkongen.',
  'Vintern var kall det året, och isen låg kvar på sjön långt in i april innan våren äntligen kom.',
  'De flesta butikerna stänger klockan sex, men den lilla affären på hörnet har öppet till sent på kvällen.',
]
const sentences = [...index.concepts()].flatMap(({ flags = [], allows = [] }) => [...flags, ...allows])
const paragraphs = []
let size = 0
for (let at = 0; size < MEGABYTES * 1_000_000; at++) {
  const paragraph = [...plain, sentences[at % sentences.length], plain[at % plain.length]].join(' ')
  paragraphs.push(paragraph)
  size += Buffer.byteLength(paragraph)
}

/** Megabytes a second: the middle one of the rounds, the slowest and the fastest. */
function measure(index) {
  const find = () => {
    let matches = 0
    for (const paragraph of paragraphs) matches += index.search(tokenise(paragraph)).length
    return matches
  }
  const expected = find()
  if (expected < paragraphs.length) throw new Error(`Only ${expected} matches in ${paragraphs.length} paragraphs.`)
  const speeds = []
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now()
    if (find() !== expected) throw new Error('Another answer the second time.')
    speeds.push(size / 1_000 / (performance.now() - from))
  }
  const [slowest, middle, fastest] = [0, 0.5, 1].map((share) => quantile(speeds, share).toFixed(1))
  return { expected, text: `${middle} MB/s (slowest ${slowest}, fastest ${fastest})` }
}
const withCompounds = measure(index)
const without = measure(loadNationalIndex())
if (without.expected >= withCompounds.expected) throw new Error('Compounds have added nothing.')
console.log(`| What | Measured |
| --- | --- |
| lexicon ready | ${lexiconReady.toFixed(0)} ms |
| index of the national bank ready | ${indexReady.toFixed(0)} ms |
| tokenise and find terms, with compounds: ${(size / 1e6).toFixed(0)} MB, ${withCompounds.expected} matches | ${withCompounds.text} |
| the same without compounds: ${without.expected} matches | ${without.text} |
| memory at the end | ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB |`)
