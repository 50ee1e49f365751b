import { wordKey } from '@klarsprak/swedish'
import { type Concept, lookup, type TermIndex } from '@klarsprak/termbank'
import { preferredTerms } from './show-concept.js'

/** A change that somebody wants in the term bank: a bank file to go on with, and where it is sent. */
export interface Proposal {
  /** A bank file in YAML that can be checked, with what has to be filled in as comments. */
  readonly text: string
  /** Opens a form with the proposal in it. */
  readonly url: string
}

/** Characters of an address that every browser and server takes. */
const LONGEST_URL = 6000

/**
 * What to send when a word should be in the bank, or be there in another way.
 *
 * @param sentence where the word stands, as an example
 */
export function proposalFor(
  index: TermIndex,
  { word, sentence, url }: { readonly word: string; readonly sentence: string | undefined; readonly url: string },
): Proposal {
  const known = lookup(index, word).find(({ term }) => term.lang === 'sv')
  const text = known === undefined ? newConcept(word, sentence) : changedConcept(known.concept, word, sentence)
  return { text, url: formUrl(url, `Förslag till termbanken: ${word}`, `\`\`\`yaml\n${text}\`\`\`\n`) }
}

const newConcept = (
  word: string,
  sentence: string | undefined,
): string => `# Förslag till ett nytt begrepp. Fyll i det som saknas och ta bort det som inte behövs.
concepts:
  - id: c-9001 # får ett eget nummer när det tas in
    definition:
      public: { sv: 'Vad ordet betyder, i en mening.' }
    sources: [{ name: Var uppgiften finns }]
    terms:
      - label: ${yaml('Ordet man ska skriva')}
        status: preferred
      - label: ${yaml(word)}
        status: deprecated
        reason: Varför läsarna inte förstår ordet.
${sentence === undefined ? '' : `    flags:\n      - ${yaml(sentence)}\n`}`

const changedConcept = (
  concept: Concept,
  word: string,
  sentence: string | undefined,
): string => `# Förslag till en ändring av ${concept.id}, ${labelsOf(concept)}.
# prefer: ordet ni vill ha, admit: ord som går bra, forbid: ord att undvika. Ta bort det som inte ska ändras.
overlays:
  - concept: ${concept.id}
    reason: Varför ändringen behövs.${sentence === undefined ? '' : ` # ${comment(sentence)}`}
    ${isPreferred(concept, word) ? 'forbid' : 'admit'}: [${yaml(word)}]
`

const labelsOf = (concept: Concept): string =>
  comment((preferredTerms(concept)[0] ?? concept.terms[0])?.label ?? concept.id)

const isPreferred = (concept: Concept, word: string): boolean =>
  preferredTerms(concept).some(({ label }) => wordKey(label) === wordKey(word))

/** In quotes, which is right whatever the text is: JSON is YAML. */
const yaml = (text: string): string => JSON.stringify(comment(text))
const comment = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()

function formUrl(base: string, title: string, body: string): string {
  const url = new URL(base)
  url.searchParams.set('title', title)
  url.searchParams.set('body', body)
  if (url.href.length > LONGEST_URL) url.searchParams.delete('body')
  return url.href
}
