import { expect, test } from 'vitest'
import { showFigures } from './figures.js'

const texts = {
  statusText: (found: number, lix: string) => `Klarspråk: ${found}${lix}`,
  statusTooltip: () => '',
}
const none = { lix: undefined, words: 0, errors: 0, warnings: 0, infos: 0 }
test.each([
  { name: 'nothing found', figures: { ...none, lix: 31.6, words: 90 }, text: '$(check) Klarspråk: 0 LIX 32' },
  { name: 'the worst decides', figures: { ...none, errors: 1, infos: 2 }, text: '$(error) Klarspråk: 3' },
  { name: 'warnings', figures: { ...none, warnings: 1 }, text: '$(warning) Klarspråk: 1' },
  { name: 'advice', figures: { ...none, infos: 4 }, text: '$(info) Klarspråk: 4' },
])('$name: $text', ({ figures, text }) => expect(showFigures(figures, texts).text).toBe(text))
