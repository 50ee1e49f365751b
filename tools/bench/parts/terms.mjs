// Banks of any size: the terms of the national bank that most pages use, and made-up ones that no page has.
import { createBank, loadNationalBank, releaseFiles, writeRelease } from '../../../packages/termbank/dist/index.js'
import { labels } from './labels.mjs'

const NEEDED = 300

/** Writes a release with so many terms as a folder for `--bank`. */
export function writeBank(folder, count) {
  const real = loadNationalBank()
    .concepts.filter(({ terms }) => terms.some(({ status }) => status === 'deprecated'))
    .map(({ id, subject, definition, terms }) => ({ id, subject, definition, terms }))
  const concepts = []
  let terms = 0
  for (const concept of real) {
    if (terms >= NEEDED) break
    concepts.push(concept)
    terms += concept.terms.length
  }
  for (const label of labels(Math.max(0, count - terms))) {
    concepts.push({
      id: `c-${100_000 + concepts.length}`,
      subject: real[0].subject,
      // A letter that no Swedish word ends with keeps the made-up ones apart from what the pages say.
      terms: [{ label: `${label}q`, lang: 'sv', status: 'preferred', pos: 'noun', gender: 'common' }],
    })
  }
  const { bank, problems } = createBank({ layers: [{ name: 'national', release: `b-${count}`, concepts }] })
  const error = problems.find(({ severity }) => severity === 'error')
  if (error !== undefined) throw new Error(`The bank of ${count} terms: ${JSON.stringify(error)}`)
  writeRelease(releaseFiles(bank, `b-${count}`), folder)
}
