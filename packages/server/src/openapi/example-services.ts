import { rewrite } from '@klarsprak/swedish'
import { compileIndex } from '@klarsprak/termbank'
import { createServices } from '../api/create-services.js'
import type { Services } from '../api/services.js'
import { memoryShelf } from '../bank/memory-shelf.js'
import { exampleBank } from './example-bank.js'

/** What the example answers are made with; also good for tests. */
export function exampleServices({
  publicUrl,
  budget,
}: {
  readonly publicUrl?: string
  readonly budget?: number
} = {}): Promise<Services> {
  const bank = exampleBank()
  return createServices({
    index: compileIndex(bank),
    rewrite,
    releases: memoryShelf([
      { name: '2026.1', concepts: bank.concepts },
      { name: '2025.4', concepts: bank.concepts.slice(0, 2) },
    ]),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(budget === undefined ? {} : { budget }),
  })
}
