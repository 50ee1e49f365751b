import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Bank, Layer } from '../bank/bank.js'
import { NATIONAL } from '../bank/check-bank.js'
import { createBank } from '../bank/create-bank.js'
import type { Concept } from '../model/concept.js'
import { builtBank, readManifest } from './national-index.js'

/** The national bank as it was built, as the lowest layer of a bank. */
export function loadNationalLayer({ folder = builtBank() }: { readonly folder?: string } = {}): Layer {
  const json = readFileSync(folder + readManifest(folder).concepts, 'utf8')
  const { release, concepts } = JSON.parse(json) as { readonly release: string; readonly concepts: readonly Concept[] }
  return { name: NATIONAL, release, concepts }
}

/** The national bank alone. */
export function loadNationalBank(options: { readonly folder?: string } = {}): Bank {
  return createBank({ layers: [loadNationalLayer(options)] }).bank
}

/** The folder of the national bank's own files, in a checkout of this project; undefined where only the built bank is. */
export function nationalConcepts(): string | undefined {
  const folder = fileURLToPath(new URL('../../concepts/', import.meta.url))
  return existsSync(folder) ? folder : undefined
}
