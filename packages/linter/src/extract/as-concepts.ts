import { stringify } from 'yaml'
import type { Candidate } from './candidate.js'
import type { Nearest } from './nearest-concept.js'

/** Ids from here on are an organisation's own. Source: docs/guide/termbanken.md. */
const FIRST_ID = 9001

export interface Proposal extends Candidate {
  /** The concept of the bank that is most like it. */
  readonly nearest?: Nearest
}

/**
 * Candidates as a file for the bank, to be gone through by hand: `bank check` accepts it as it is, and what to decide
 * stands in comments.
 */
export function asConcepts(proposals: readonly Proposal[], texts: number): string {
  const head = [
    `# Förslag ur ${texts} ${texts === 1 ? 'text' : 'texter'}. Stryk det som inte är termer. Skriv sedan vad varje ord betyder,`,
    '# varifrån det kommer, vilket ord som är rekommenderat och om böjningen stämmer: den är en gissning.',
    ...(proposals.length === 0 ? ['concepts: []'] : ['concepts:']),
  ]
  const entries = proposals.map((proposal, at) => [
    ...commentOn(proposal).map((line) => `  # ${line}`),
    ...indented(stringify([conceptOf(proposal, FIRST_ID + at)], { lineWidth: 0 })),
  ])
  return `${[...head, ...entries.flatMap((lines) => ['', ...lines])].join('\n').trimEnd()}\n`
}

function commentOn({ count, files, contexts, forms, nearest }: Proposal): readonly string[] {
  return [
    `${count} gånger i ${files} ${files === 1 ? 'text' : 'texter'}: ${forms.slice(0, 5).join(', ')}`,
    ...contexts.map(({ path, line, text }) => `${path}:${line}  ${text}`),
    ...(nearest === undefined ? [] : [`Närmast i banken: ${nearest.label} (${nearest.conceptId})`]),
    // A comment ends with its line, whatever the text holds.
  ].map((line) => line.replaceAll(/[\r\n\u0085\u2028\u2029]+/gu, ' '))
}

function conceptOf({ label, grammar, expansion }: Proposal, id: number) {
  return {
    id: `c-${id}`,
    subject: 'forslag',
    definition: { public: { sv: 'Skriv vad det betyder.' } },
    sources: [{ name: 'Våra egna texter' }],
    terms: [
      {
        label,
        status: 'preferred',
        pos: grammar.pos,
        ...(grammar.gender === undefined ? {} : { gender: grammar.gender }),
        ...(grammar.plural === undefined ? {} : { plural: grammar.plural }),
        ...(expansion === undefined ? {} : { abbreviationOf: expansion }),
      },
    ],
  }
}

const indented = (yaml: string): readonly string[] =>
  yaml
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
