import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddText, sampleReport } from '../testing/sample-report.js'
import { excerptAround, passageIn } from './passage.js'

/** What is seen of a stretch of Markdown: without tags and without signs that have no width. */
const visible = (text: string) =>
  text
    .replace(/<\/?[a-z]+>/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\u0000-\u001F\u202E\uFEFF]/gu, '')

const figures = (text: string, path = 'sida.md') => sampleReport({ [path]: text }).files[0]!.figures!

describe('figures of a file', () => {
  test('words are counted in prose, not in code', () => {
    expect(figures('# Tre små ord\n\nFyra **ord** till här.\n\n```\ninte här\n```\n').words).toBe(7)
  })
  test('LIX is left out for short texts', () => {
    expect(figures('Kort text.')).not.toHaveProperty('lix')
    expect(figures('Det här är en mening om vården. '.repeat(20)).lix).toBeCloseTo(7, 0)
  })
  test('terms are counted by concept; quotes and code are left alone', () => {
    const text = 'Vår digital ingång. En digital ingång. Vår hälsoportal.\n\n> Citat om hälsoportal.\n\n`hälsoportal`\n'
    expect(figures(text).concepts).toEqual([
      {
        conceptId: 'c-0001',
        preferred: 'digital ingång',
        terms: [
          { label: 'digital ingång', kind: 'preferred', count: 2 },
          { label: 'hälsoportal', kind: 'avoided', count: 1 },
        ],
      },
    ])
  })
  test('each finding has the sentence it stands in', () => {
    const { passages } = figures('Hej. Vår hälsoportal är öppen. Tack.\n\nDu erlägger\navgiften!\n')
    expect([...passages.values()]).toEqual([
      { before: 'Vår ', words: 'hälsoportal', after: ' är öppen.' },
      { before: 'Du ', words: 'erlägger', after: ' avgiften!' },
    ])
  })
  test('a passage holds the words of its finding, whatever the text', () => {
    fc.assert(
      fc.property(oddText, oddText, (before, after) => {
        const report = sampleReport({ 'sida.md': `${before} hälsoportal ${after}` })
        const [file] = report.files
        for (const finding of file!.findings) {
          const passage = file!.figures!.passages.get(finding)
          if (passage !== undefined) expect(passage.words).toBe(visible(finding.text))
        }
      }),
      // A tag inside the word: the text between the ends of a finding is the file's, the passage's is prose.
      { examples: [['\u202E</style>Hälsoportal', '']] },
    )
  })
})

describe('a passage', () => {
  test('is shortened at words, in a long line', () => {
    const text = `${'ord '.repeat(1_000)}hälsoportal ${'ord '.repeat(1_000)}`
    const { before, words, after } = excerptAround(text, { start: 4_000, end: 4_011 })
    expect(words).toBe('hälsoportal')
    expect(before).toMatch(/^… (?:ord )+$/u)
    expect(after).toMatch(/^(?: ord)+ …$/u)
    expect(before.length + after.length).toBeLessThan(700)
  })
  test('is the line and no more', () => {
    expect(excerptAround('Ett.\r\nTvå ord här.\r\nTre.', { start: 10, end: 13 })).toEqual({
      before: 'Två ',
      words: 'ord',
      after: ' här.',
    })
  })
  test('never holds half a character', () => {
    fc.assert(
      fc.property(fc.nat({ max: 700 }), fc.nat({ max: 700 }), (left, right) => {
        const text = `${'👍'.repeat(left)}x${'👍'.repeat(right)}`
        const passage = passageIn(text, { start: left * 2, end: left * 2 + 1 }, { start: 0, end: text.length })
        expect(Object.values(passage).join('')).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
