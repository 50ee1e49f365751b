import type { Features } from '@klarsprak/swedish'

/** What the word before says of a noun phrase that follows. Words that take several forms are not here. */
const AFTER: Readonly<Record<string, Features>> = {
  ...after('en ett någon något ingen inget varje', { number: 'singular', definite: false }),
  ...after('den det', { number: 'singular', definite: true }),
  ...after('de några inga flera många alla', { number: 'plural' }),
  ...after('min mitt din ditt sin sitt vår vårt er ert denna detta', { number: 'singular', weak: true }),
  ...after('mina dina sina våra era', { number: 'plural' }),
}

function after(words: string, features: Features): Readonly<Record<string, Features>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, features]))
}

/** What the words before `start` ask of a noun that comes there; nothing when they do not tell. */
export function expectedAt(text: string, start: number): Features {
  const word = /(?<![\p{L}-])\p{L}{2,8}(?=\s+$)/u.exec(text.slice(Math.max(0, start - 20), start))?.[0]
  return (word === undefined ? undefined : AFTER[word.toLowerCase()]) ?? {}
}

export const agrees = ({ number, definite, weak }: Features, expected: Features): boolean =>
  weak === expected.weak &&
  (expected.number === undefined || number === expected.number) &&
  (expected.definite === undefined || definite === expected.definite)
