import type { TokenisedText } from '@klarsprak/swedish'
import { isWord, tokenText } from '../../analysis/analyse.js'
import { readsTokens } from '../phrase-list.js'
import { defineRule, guardOptions } from '../rule.js'
import { INSTRUCTIONS, MODALS, MOST_BETWEEN, NO_PASSIVE, THINGS } from './data.js'

export const passive = defineRule({
  id: 'passive',
  summary: 'Skriv vem som gör vad.',
  severity: 'info',
  presets: ['strict'],
  reach: 'segment',
  messages: {
    modal: '”{actual}” säger inte vem som gör det. Skriv vem, till exempel ”du” eller ”vi”.',
    instruction: 'Säg till läsaren i stället för ”{actual}”, till exempel med ”du” eller en uppmaning.',
  },
  options: (z) => z.strictObject(guardOptions(z)),
  check({ segments, report }, options) {
    for (const segment of segments) {
      const { words } = segment
      for (let token = 0; token + 1 < words.count; token++) {
        const found = passiveFrom(words, token)
        if (found === undefined) continue
        const span = { start: words.starts[found.verb]!, end: words.ends[found.verb]! }
        const whole = { first: token, last: found.verb, span }
        if (!readsTokens(segment, whole, options) || hasAgent(words, found.verb)) continue
        const verb = segment.prose.slice(span.start, span.end)
        const messageId = found.isInstruction ? 'instruction' : 'modal'
        const actual = found.isInstruction
          ? segment.prose.slice(words.starts[token], span.end)
          : `${tokenText(words, token).toLowerCase()} … ${verb}`.replace(found.verb === token + 1 ? ' …' : '', '')
        report({ segment, span, messageId, data: { actual } })
      }
    }
  },
})

function passiveFrom(words: TokenisedText, token: number) {
  const length = words.ends[token]! - words.starts[token]!
  if (length < 3 || length > 20 || !isWord(words, token)) return undefined
  const key = words.key(token)
  if (MODALS.has(key)) {
    for (let at = token + 1; at <= token + 1 + MOST_BETWEEN && at < words.count; at++) {
      if (!isWord(words, at)) return undefined
      const next = words.key(at)
      // ”Kan Jonas …”: a name.
      if (/^\p{Lu}\p{Ll}/u.test(tokenText(words, at))) continue
      if (isPassiveInfinitive(next)) return { verb: at, isInstruction: false }
      // Another verb, or a clause of its own.
      if (/^(?:att|som|och|eller|men|om|när|så|ha|få|bli|vara|kunna|behöva|göra|ska|kan|måste|bör|får)$/u.test(next)) {
        return undefined
      }
    }
    return undefined
  }
  if (THINGS.has(key) && isWord(words, token + 1) && INSTRUCTIONS.has(words.key(token + 1))) {
    return { verb: token + 1, isInstruction: true }
  }
  return undefined
}

/** Short ones that do not end in -as. */
const SHORT = new Set([
  'ges',
  'fås',
  'nås',
  'sås',
  'bes',
  'förses',
  'utses',
  'beses',
  'medges',
  'uppges',
  'anges',
  'utges',
])

const isPassiveInfinitive = (key: string) =>
  !NO_PASSIVE.has(key) &&
  !OWNERS.test(key) &&
  (SHORT.has(key) || (key.length >= 4 && /[^aeiouyåäö]as$|[ie]as$/u.test(key)))

/** Genitives in the plural: ”utan **deltagarnas** samtycke”. Hardly any verb ends so. */
const OWNERS = /(?:[^v]ar|.er|[^t]or|ande|ende|råde)nas$/u

/** ”Av” soon after says who. */
function hasAgent(words: TokenisedText, verb: number): boolean {
  for (let at = verb + 1; at <= verb + 3 && isWord(words, at); at++) if (words.key(at) === 'av') return true
  return false
}
