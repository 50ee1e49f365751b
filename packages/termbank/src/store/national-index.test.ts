import { existsSync } from 'node:fs'
import { tokenise } from '@klarsprak/swedish'
import { describe, expect, test } from 'vitest'
import { loadNationalBank, loadNationalLayer } from './national-bank.js'
import { builtBank, loadNationalIndex } from './national-index.js'

test('a bank that is not built is said to be so, with the command that builds it', () => {
  expect(() => loadNationalIndex({ folder: '/nowhere/' })).toThrow(/node scripts\/build\.mjs/u)
})

describe.skipIf(!existsSync(builtBank()))('the national bank, which ”node scripts/build.mjs” builds', () => {
  test('is a named release', () => {
    const { name, release } = loadNationalLayer()
    expect(name).toBe('national')
    expect(release).toMatch(/^\d{4}\.\d+$/u)
    expect(loadNationalIndex().release).toBe(release)
  })

  test('finds its own preferred terms', () => {
    const index = loadNationalIndex()
    for (const concept of index.concepts()) {
      for (const term of concept.terms) {
        if (term.lang !== 'sv' || term.status !== 'preferred') continue
        // Some are found only beside the words that they are near.
        const text = [term.label, ...(term.nearWords?.slice(0, 1) ?? [])].join('. ')
        const found = index.search(tokenise(text)).flatMap(({ senses }) => senses.map((sense) => sense.term.label))
        expect(found.map((label) => label.toLowerCase())).toContain(term.label.toLowerCase())
      }
    }
  })

  test('has the same concepts in the index as in the layer', () => {
    expect([...loadNationalIndex().concepts()]).toEqual(loadNationalBank().concepts)
  })
})
