import { type Refusal, refuse } from '../api/problems.js'

/** More than any concept of the national bank has, several times over. */
const DEEPEST = 10
const LONGEST_TEXT = 4_000
const LONGEST_LIST = 300
const MOST_VALUES = 5_000
/** Control characters other than tab and line ends, which no text for people has and PostgreSQL cannot keep. */
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u

/** Why content is larger than anything that can be meant; looked at before it is read in earnest. */
export function tooMuch(content: unknown): Refusal | undefined {
  let values = 0
  const walk = (value: unknown, path: string, depth: number): Refusal | undefined => {
    if (++values > MOST_VALUES) return refusal('', `Högst ${MOST_VALUES} värden.`, `At most ${MOST_VALUES} values.`)
    if (typeof value === 'string') {
      if (value.length > LONGEST_TEXT)
        return refusal(path, `Högst ${LONGEST_TEXT} tecken.`, `At most ${LONGEST_TEXT} characters.`)
      return UNREADABLE.test(value)
        ? refusal(path, 'Texten innehåller styrtecken.', 'The text has control characters.')
        : undefined
    }
    if (typeof value !== 'object' || value === null) return undefined
    if (depth === DEEPEST) return refusal(path, `Högst ${DEEPEST} nivåer.`, `At most ${DEEPEST} levels.`)
    const parts = Object.entries(value)
    if (parts.length > LONGEST_LIST)
      return refusal(path, `Högst ${LONGEST_LIST} värden i en lista.`, `At most ${LONGEST_LIST} values in a list.`)
    for (const [key, part] of parts) {
      const found = walk(part, path === '' ? key : `${path}.${key}`, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  return walk(content, '', 0)
}

function refusal(path: string, sv: string, en: string): Refusal {
  const field = path.slice(0, 100)
  const about = field === '' ? { sv: 'Innehållet', en: 'The content' } : { sv: field, en: field }
  return refuse(
    'invalid-content',
    { sv: `${about.sv}: ${sv}`, en: `${about.en}: ${en}` },
    { errors: [{ field, message: { sv, en } }] },
  )
}
