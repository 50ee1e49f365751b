import { parentPort } from 'node:worker_threads'
import { loadWords } from '@klarsprak/linter/words'
import { createBank, type Layer, loadIndex } from '@klarsprak/termbank'
import { compileSearch, saveSearch } from '@klarsprak/termbank/search'
import type { Done, Task } from '../threads/thread.js'
import type { SavedBank } from './bank-compiler.js'
import { nationalLayer } from './layered-banks.js'
import { conceptsById } from './served-bank.js'

// The thread of `createBankCompiler`, with a national bank of its own.
const { index, save } = await loadWords()
const base = nationalLayer({ release: index.release, concepts: conceptsById(index) })
parentPort!.on('message', ({ id, request }: Task<Layer>) => {
  const done = answer(id, request)
  // What has been made is handed over and not copied.
  parentPort!.postMessage(done, 'result' in done ? Object.values(done.result).map(({ buffer }) => buffer) : [])
})
parentPort!.postMessage('ready')

function answer(id: number, own: Layer): Done<SavedBank> {
  try {
    const saved = save(createBank({ layers: [base, own] }).bank)
    const compiled = loadIndex(saved.index)
    return { id, result: { ...saved, search: saveSearch(compileSearch(compiled), compiled) } }
  } catch (error) {
    return { id, fault: `${(error as Error)?.name}` }
  }
}
