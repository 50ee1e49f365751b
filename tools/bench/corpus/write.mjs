// Writes a corpus in a folder: node tools/bench/corpus/write.mjs FOLDER [FILES] [normal|dense]
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { corpus } from './corpus.mjs'

/** Writes the corpus that `options` ask for in `folder`; its size in bytes. */
export function writeCorpus(folder, options) {
  let size = 0
  for (const { path, text } of corpus(options)) {
    const full = join(folder, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text)
    size += Buffer.byteLength(text)
  }
  return size
}

const [, script, folder, files = '2000', density = 'normal'] = process.argv
if (script?.endsWith('corpus/write.mjs') && folder !== undefined) {
  console.log(`${writeCorpus(folder, { files: Number(files), density })} bytes`)
}
