import type { Gender, Grammar, Lexeme } from '@klarsprak/swedish'

// Short ways to write word lists. What is left out, the language engine fills in by rule.

const noun = (gender: Gender, label: string, plural?: string | false, more: Partial<Grammar> = {}): Lexeme => ({
  label,
  grammar: { pos: 'noun', gender, ...(plural === undefined ? {} : { plural }), ...more },
})

/** A noun with ”en”, and its indefinite plural, or `false` when it has none. */
export const en = (label: string, plural?: string | false, more?: Partial<Grammar>): Lexeme =>
  noun('common', label, plural, more)
/** A noun with ”ett”. */
export const ett = (label: string, plural?: string | false, more?: Partial<Grammar>): Lexeme =>
  noun('neuter', label, plural, more)

/** A verb with the forms that no rule knows: present, past and supine, with a space between. */
export function verb(label: string, forms?: string): Lexeme {
  const [present, past, supine] = forms?.split(' ') ?? []
  const tail = label.includes(' ') ? label.slice(label.indexOf(' ')) : ''
  const key = (form: string | undefined) => (form === undefined ? undefined : form + tail)
  return { label, grammar: { pos: 'verb', present: key(present), past: key(past), supine: key(supine) } }
}

export const adjective = (label: string, more: Partial<Grammar> = {}): Lexeme => ({
  label,
  grammar: { pos: 'adjective', ...more },
})

/** Words that stand as they are. */
export const fixed = (label: string): Lexeme => ({ label, grammar: { pos: 'phrase', forms: [] } })

/** A word with exactly these forms beside its own, of which nothing more is known. */
export const listed = (label: string, ...forms: readonly string[]): Lexeme => ({
  label,
  grammar: { pos: 'phrase', forms },
})
