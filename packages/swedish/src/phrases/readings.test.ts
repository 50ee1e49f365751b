import { describe, expect, test } from 'vitest'
import type { Pos } from '../inflection/grammar.js'
import { tokenise } from '../text/tokenise.js'
import { readings } from './readings.js'

interface Row {
  readonly text: string
  readonly candidates: readonly Pos[]
  /** The likeliest, and whether the words leave little doubt (0.85 and more), some (0.6) or nothing to go by. */
  readonly best: Pos | 'unknown'
  readonly doubt?: 'some'
}

const nounOrVerb: readonly Pos[] = ['noun', 'verb']
const rows: readonly Row[] = [
  { text: 'Du bokar ett ⟦besök⟧ här.', candidates: nounOrVerb, best: 'noun' },
  { text: 'Ditt ⟦besök⟧ är bokat.', candidates: nounOrVerb, best: 'noun' },
  { text: '⟦Besök⟧ oss gärna.', candidates: nounOrVerb, best: 'verb' },
  { text: '⟦Besök⟧ din vårdcentral.', candidates: nounOrVerb, best: 'verb' },
  { text: '⟦Besök⟧ är gratis.', candidates: nounOrVerb, best: 'noun' },
  { text: '⟦Besök⟧', candidates: nounOrVerb, best: 'unknown' },
  { text: 'Vid ⟦besök⟧ visar du legitimation.', candidates: nounOrVerb, best: 'noun' },
  { text: 'Glöm inte att ⟦svara⟧ i tid.', candidates: nounOrVerb, best: 'verb' },
  { text: 'Du kan ⟦fråga⟧ personalen.', candidates: nounOrVerb, best: 'verb' },
  { text: 'Har du en ⟦fråga⟧?', candidates: nounOrVerb, best: 'noun' },
  { text: 'Du ⟦får⟧ ett brev.', candidates: nounOrVerb, best: 'verb' },
  { text: 'Hennes ⟦modern⟧', candidates: ['noun', 'adjective'], best: 'noun' },
  { text: 'en ⟦modern⟧ mottagning', candidates: ['noun', 'adjective'], best: 'adjective' },
  { text: 'Appen är ⟦modern⟧.', candidates: ['noun', 'adjective'], best: 'adjective' },
  { text: 'mycket ⟦modern⟧', candidates: ['noun', 'adjective'], best: 'adjective' },
  { text: 'Kommunens ⟦råd⟧ gäller alla.', candidates: nounOrVerb, best: 'noun' },
  { text: 'goda ⟦råd⟧', candidates: nounOrVerb, best: 'noun' },
  { text: 'Är du ⟦vårdtagare⟧?', candidates: nounOrVerb, best: 'noun' },
  { text: 'Du får ⟦svar⟧ inom en vecka.', candidates: nounOrVerb, best: 'noun', doubt: 'some' },
  { text: 'Vänligen ⟦svara⟧ i dag.', candidates: nounOrVerb, best: 'verb' },
]

describe('the words beside it show what class a word is of', () => {
  test.each(rows)('$text', ({ text, candidates, best, doubt }) => {
    const tokens = tokenise(text.replace(/[⟦⟧]/gu, ''))
    const at = text.indexOf('⟦')
    const token = tokens.starts.indexOf(at)
    const [first, second] = readings(tokens, token, candidates)
    if (best === 'unknown') expect(first?.confidence).toBe(second?.confidence)
    else {
      expect(first?.pos).toBe(best)
      expect(first?.confidence).toBeGreaterThanOrEqual(doubt === 'some' ? 0.6 : 0.85)
    }
  })
})

test('every candidate comes back, with a confidence between 0 and 1', () => {
  const text = tokenise('Du ska boka ett besök i appen. 12 \uFFFC !')
  for (let token = 0; token < text.count; token++) {
    const found = readings(text, token, ['noun', 'verb', 'adjective'])
    expect(found.map(({ pos }) => pos).sort()).toEqual(['adjective', 'noun', 'verb'])
    for (const { confidence } of found) expect(confidence >= 0 && confidence <= 1).toBe(true)
  }
})
