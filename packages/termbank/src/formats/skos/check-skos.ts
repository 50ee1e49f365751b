import type { Quad } from '@rdfjs/types'
import { iri } from './vocabulary.js'

/** The integrity conditions of the SKOS reference that concern us. An empty list means that none is broken. */
export function checkSkos(quads: readonly Quad[]): readonly string[] {
  const problems: string[] = []
  const pairs = (property: string): string[] =>
    quads
      .filter(({ predicate }) => predicate.value === property)
      .map(({ subject, object }) => `${subject.value} ${object.value}`)
  const labels = (kind: string): string[] =>
    quads
      .filter(({ predicate }) => predicate.value === iri(`skos:${kind}` as 'skos:prefLabel'))
      .map(
        ({ subject, object }) =>
          `${subject.value} "${object.value}"@${object.termType === 'Literal' ? object.language : ''}`,
      )

  const preferred = labels('prefLabel')
  const languages = preferred.map((label) => `${label.split(' ')[0]} ${label.slice(label.lastIndexOf('@'))}`)
  for (const label of repeated(languages)) problems.push(`S14: two preferred labels: ${label}`)
  const all = [...new Set(preferred), ...new Set(labels('altLabel')), ...new Set(labels('hiddenLabel'))]
  for (const label of repeated(all)) problems.push(`S13: one label of two kinds: ${label}`)

  const related = new Set(pairs(iri('skos:related')))
  for (const pair of ancestors(quads)) if (related.has(pair)) problems.push(`S27: related and broader: ${pair}`)

  const literalForms = new Map<string, number>()
  for (const { subject, predicate } of quads)
    if (predicate.value === iri('skosxl:literalForm'))
      literalForms.set(subject.value, (literalForms.get(subject.value) ?? 0) + 1)
  for (const { subject, predicate, object } of quads)
    if (
      predicate.value === iri('rdf:type') &&
      object.value === iri('skosxl:Label') &&
      literalForms.get(subject.value) !== 1
    )
      problems.push(`S52: a label must have one literal form: ${subject.value}`)
  return problems
}

function repeated(items: readonly string[]): string[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size === seen.add(item).size)
}

/** Pairs (concept, ancestor) and (ancestor, concept) by skos:broader, at any distance. */
function* ancestors(quads: readonly Quad[]): Generator<string> {
  const parents = new Map<string, string[]>()
  const link = (child: string, parent: string): void => {
    parents.set(child, [...(parents.get(child) ?? []), parent])
  }
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === iri('skos:broader')) link(subject.value, object.value)
    if (predicate.value === iri('skos:narrower')) link(object.value, subject.value)
  }
  for (const start of parents.keys()) {
    const seen = new Set<string>()
    const pending = [...parents.get(start)!]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      yield `${start} ${node}`
      yield `${node} ${start}`
      pending.push(...(parents.get(node) ?? []))
    }
  }
}
