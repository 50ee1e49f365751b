import { describe, expect, test } from 'vitest'
import { testIo } from '../../testing/test-io.js'
import { testBank } from '../../testing/test-linter.js'
import { run } from '../run.js'
import { COMMANDS } from './index.js'

async function call(...argv: string[]) {
  const io = testIo()
  const code = await run([...argv, '--only-bank', '--bank', testBank], io, COMMANDS)
  return { code, out: io.output(), err: io.errors() }
}
const json = async (...argv: string[]) => {
  const { code, out } = await call(...argv, '--format', 'json')
  return { code, answer: JSON.parse(out) }
}

describe('term', () => {
  test('finds a word in any form, with what to write and why', async () => {
    const { code, out } = await call('term', 'hälsoportalernas')
    expect(code).toBe(0)
    expect(out).toContain('hälsoportal  avrådd  c-0001')
    expect(out).toContain('Skriv: digital ingång')
    expect(out).toContain('Skäl: Läsarna vet inte vad en hälsoportal är.')
  })
  test('finds a phrase, and a part of a compound', async () => {
    expect((await json('term', 'digitala', 'ingångarnas')).answer.senses).toMatchObject([{ conceptId: 'c-0001' }])
    expect((await json('term', 'hälsoportalsinloggning')).answer.senses).toMatchObject([
      { conceptId: 'c-0001', matchType: 'compound-part', part: { kind: 'modifier' } },
    ])
  })
  test('says so when there is none, with 1', async () => {
    expect(await call('term', 'eh-portal')).toEqual({ code: 1, out: '”eh-portal” finns inte i termbanken.\n', err: '' })
    expect(await json('term', 'eh-portal')).toMatchObject({ code: 1, answer: { word: 'eh-portal', senses: [] } })
  })
})

describe('forms', () => {
  const formsOf = async (...argv: string[]) => {
    const { answer } = await json('forms', ...argv)
    return {
      source: answer.source,
      forms: answer.forms.map(({ form }: { form: string }) => form),
      isGuess: answer.forms.every(({ guess }: { guess?: boolean }) => guess === true),
    }
  }
  test('of a word in the bank are the bank’s', async () => {
    const { source, forms, isGuess } = await formsOf('e-tjänst')
    expect({ source, isGuess }).toEqual({ source: 'bank', isGuess: false })
    expect(forms).toEqual(expect.arrayContaining(['e-tjänst', 'e-tjänsten', 'e-tjänsters', 'e-tjänsternas']))
  })
  test('of another word follow what is said about it', async () => {
    const { source, forms } = await formsOf('lasarett', '--gender', 'neuter', '--plural', 'lasarett')
    expect(source).toBe('options')
    expect(forms).toEqual(expect.arrayContaining(['lasarettet', 'lasaretten', 'lasarettens']))
  })
  test('of a verb', async () => {
    const { forms } = await formsOf(
      'skriva',
      '--pos',
      'verb',
      '--present',
      'skriver',
      '--past',
      'skrev',
      '--supine',
      'skrivit',
    )
    expect(forms).toEqual(expect.arrayContaining(['skriver', 'skrev', 'skrivit', 'skrivs']))
  })
  test('are guesses when nothing is known', async () => {
    expect(await formsOf('blomma')).toMatchObject({ source: 'guess', isGuess: true })
    expect((await call('forms', 'blomma')).out).toContain('gissning')
  })
})

describe('trace', () => {
  test('shows the words, their senses and the matches', async () => {
    const { out } = await call('trace', 'Hälsoportalernas inloggning')
    expect(out).toContain('jämförs som hälsoportalernas')
    expect(out).toContain('plural, bestämd, genitiv')
    expect(out).toContain('”Hälsoportalernas” är hälsoportal (c-0001)')
  })
  test('as data', async () => {
    const { answer } = await json('trace', 'hälsoportalens')
    expect(answer.tokens).toMatchObject([
      { text: 'hälsoportalens', senses: [{ conceptId: 'c-0001', label: 'hälsoportal' }] },
    ])
    expect(answer.matches).toMatchObject([{ start: 0, end: 14, senses: [{ conceptId: 'c-0001' }] }])
  })
})
