import { type Concept, isDeprecated, type Term } from '@klarsprak/termbank'
import type { SearchHit } from '@klarsprak/termbank/search'
import { showFeatures } from './features.js'

const STATUS_NAMES: Readonly<Record<Term['status'], string>> = {
  preferred: 'rekommenderad',
  admitted: 'tillåten',
  deprecated: 'avrådd',
  superseded: 'ersatt',
}

/** The terms a concept recommends, in Swedish. */
export const preferredLabels = ({ terms }: Concept): readonly string[] =>
  terms.filter(({ lang, status }) => lang === 'sv' && status === 'preferred').map(({ label }) => label)

/** A sense, by form or by likeness; how likely it is matters only where it is one of several guesses. */
export type ShownSense = Omit<SearchHit, 'confidence'> & { readonly confidence?: number }

/** A sense for people. */
export function senseLines({ concept, term, layer, features, guess, part, matchType }: ShownSense): readonly string[] {
  const { definition, citizenWording } = concept
  const readings = features.map(showFeatures).filter((text) => text !== '')
  const labels = (statuses: (status: string) => boolean) =>
    concept.terms
      .filter(({ lang, status, label }) => lang === 'sv' && statuses(status) && label !== term.label)
      .map(({ label }) => label)
  return [
    `${term.label}  ${STATUS_NAMES[term.status]}  ${concept.id} (${layer})`,
    ...(matchType === 'misspelling' ? ['  Det liknar ordet; stavningen är en annan.'] : []),
    ...(matchType === 'prefix' ? ['  Ordet börjar så.'] : []),
    ...(part === undefined ? [] : [`  ”${part.text}” är ${part.kind === 'head' ? 'efterled' : 'förled'} i ordet.`]),
    ...(readings.length === 0 ? [] : [`  Form: ${readings.join('; ')}${guess ? ' (gissad)' : ''}`]),
    ...(definition === undefined ? [] : [`  ${definition.public.sv}`]),
    ...line('Skriv', isDeprecated(term.status) ? preferredLabels(concept) : []),
    ...line('Skäl', term.reason === undefined ? [] : [term.reason]),
    ...line('Till invånare', citizenWording === undefined ? [] : [citizenWording.sv]),
    ...line(
      'Också',
      labels((status) => !isDeprecated(status) && status !== 'preferred'),
    ),
    ...line('Undvik', labels(isDeprecated)),
    ...line(
      'Källor',
      (term.sources ?? concept.sources ?? []).map(({ name }) => name),
    ),
  ]
}

const line = (name: string, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [] : [`  ${name}: ${values.join(', ')}`]

/** A sense as every JSON answer shows it. */
export function senseAsJson({ concept, term, layer, matchType, confidence, features, guess, part }: ShownSense) {
  const { definition, citizenWording, neverReplace } = concept
  return {
    conceptId: concept.id,
    label: term.label,
    status: term.status,
    register: term.register,
    pos: term.pos,
    matchType,
    confidence,
    features,
    guess,
    part,
    layer,
    preferred: preferredLabels(concept),
    reason: term.reason,
    definition: definition?.public,
    citizenWording,
    neverReplace,
    sources: term.sources ?? concept.sources ?? [],
  }
}
