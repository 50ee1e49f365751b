import type { Concept, LookupSense, Sense, Term, TermIndex } from '@klarsprak/termbank'
import type { Texts } from '../texts/texts.js'

export const isAvoided = ({ status }: Term): boolean => status === 'deprecated' || status === 'superseded'

export const preferredTerms = ({ terms }: Concept): readonly Term[] =>
  terms.filter(({ lang, status }) => lang === 'sv' && status === 'preferred')

/** What a writer needs to know of a term: what it means, what to write, why, and says who. Markdown. */
export function showSense(
  { concept, term }: Pick<Sense | LookupSense, 'concept' | 'term'>,
  index: Pick<TermIndex, 'conceptOf' | 'layerOf'>,
  texts: Texts,
): string {
  const { facts: names } = texts
  const { definition, citizenWording, neverReplace, id } = concept
  const labels = (wanted: (term: Term) => boolean) =>
    concept.terms
      .filter((other) => other.lang === 'sv' && other.label !== term.label && wanted(other))
      .map(({ label }) => asMarkdown(label))
  const preferred = isAvoided(term) ? preferredTerms(concept).map(({ label }) => `**${asMarkdown(label)}**`) : []
  const facts = [
    fact(names.write, preferred),
    fact(names.citizens, citizenWording === undefined ? [] : [asMarkdown(citizenWording.sv)]),
    fact(names.why, term.reason === undefined ? [] : [asMarkdown(term.reason)]),
    fact(names.note, [term.note, neverReplace].filter((text) => text !== undefined).map(asMarkdown)),
    fact(names.stands, term.abbreviationOf === undefined ? [] : [asMarkdown(term.abbreviationOf)]),
    fact(
      names.also,
      labels((other) => !isAvoided(other) && (other.status !== 'preferred' || !isAvoided(term))),
    ),
    fact(names.avoid, labels(isAvoided)),
    ...relationsOf(concept, index, texts),
    fact(
      names.source,
      (term.sources ?? concept.sources ?? []).map(({ name, url }) =>
        url === undefined ? asMarkdown(name) : `[${asMarkdown(name)}](${escapeUrl(url)})`,
      ),
    ),
  ].filter((text) => text !== '')
  return [
    `**${asMarkdown(term.label)}** – ${texts.status[term.status]}`,
    ...(definition === undefined ? [] : [asMarkdown(definition.public.sv)]),
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    `_${id}, ${asMarkdown(index.layerOf(concept, term))}_`,
  ].join('\n\n')
}

const fact = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `- ${name}: ${values.join(', ')}`

function relationsOf(
  { relations = [] }: Concept,
  index: Pick<TermIndex, 'conceptOf'>,
  texts: Texts,
): readonly string[] {
  const byType = new Map<string, string[]>()
  for (const { type, target } of relations) {
    const concept = index.conceptOf(target)
    const label = concept === undefined ? undefined : (preferredTerms(concept)[0] ?? concept.terms[0])?.label
    // A relation to another vocabulary is an address; it says little beside a word.
    if (label !== undefined) byType.set(type, [...(byType.get(type) ?? []), asMarkdown(label)])
  }
  return [...byType].map(([type, labels]) => fact(texts.relations[type] ?? type, labels))
}

/** Text that Markdown shows as it is. */
export const asMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&]/gu, '\\$&')

const escapeUrl = (url: string): string => url.replace(/[()\s<>]/gu, (char) => encodeURIComponent(char))

/** The same without Markdown, for editors that show text as it is. */
export const asPlainText = (markdown: string): string =>
  markdown
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)/gu, '$1 ($2)')
    .replace(/(?<!\\)\*\*/gu, '')
    .replace(/^_(.*)_$/gmu, '$1')
    .replace(/\\([\\`*_{}[\]<>()#+!|~&])/gu, '$1')
