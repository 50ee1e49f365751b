import type { Concept, Term } from '@klarsprak/termbank'
import { termForms } from '@klarsprak/termbank'
import type { z } from 'zod'
import type { ConceptResource, ConceptSummary } from '../schemas/concept.js'
import type { Services } from '../services.js'

/** The terms a concept recommends, in Swedish. */
export const preferredLabels = ({ terms }: Concept): string[] =>
  terms.filter(({ lang, status }) => lang === 'sv' && status === 'preferred').map(({ label }) => label)

/** What a concept goes by. */
export const labelOf = (concept: Concept): string => preferredLabels(concept)[0] ?? concept.terms[0]!.label

export const conceptLink = (services: Services, id: string) => ({
  href: services.link(`/v1/concepts/${encodeURIComponent(id)}`),
})

export function showConcept(concept: Concept, services: Services): z.output<typeof ConceptResource> {
  const { bank } = services
  const { id, subject, definition, citizenWording, neverReplace, replacedBy, reviewBy } = concept
  return {
    id,
    label: labelOf(concept),
    subject,
    ...(definition === undefined ? {} : { definition }),
    ...(citizenWording === undefined ? {} : { citizenWording }),
    ...(neverReplace === undefined ? {} : { neverReplace }),
    terms: concept.terms.map((term) => showTerm(concept, term, services)),
    relations: (concept.relations ?? []).map(({ type, target, note }) => {
      const other = bank.concept(target)
      return {
        type,
        target,
        ...(other === undefined ? {} : { label: labelOf(other) }),
        ...(note === undefined ? {} : { note }),
      }
    }),
    equivalents: Object.entries(concept.equivalents ?? {}).flatMap(([lang, all]) =>
      all.map((equivalent) => ({ lang, ...equivalent })),
    ),
    situations: (concept.situations ?? []).map(({ sv, leadsTo, emergency }) => ({
      sv,
      leadsTo,
      emergency: emergency === true,
    })),
    notes: concept.notes ?? [],
    examples: concept.examples ?? [],
    sources: concept.sources ?? [],
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    layer: bank.layerOf(concept),
    release: bank.release,
    links: {
      self: conceptLink(services, id),
      collection: { href: services.link('/v1/concepts') },
      ...(replacedBy === undefined ? {} : { successor: conceptLink(services, replacedBy) }),
    },
  }
}

function showTerm(concept: Concept, term: Term, { bank }: Services) {
  const { label, lang, status, register, pos, gender, abbreviationOf, reason, note, validFrom, reviewBy } = term
  return {
    label,
    lang,
    status,
    ...(register === undefined ? {} : { register }),
    pos,
    ...(gender === undefined ? {} : { gender }),
    ...(abbreviationOf === undefined ? {} : { abbreviationOf }),
    exceptions: term.unless ?? [],
    nearWords: term.nearWords ?? [],
    notNearWords: term.notNearWords ?? [],
    uiPlaces: term.uiPlace ?? [],
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    layer: bank.layerOf(concept, term),
    forms: termForms(term).map(({ form, features }) => ({ form, features })),
    sources: term.sources ?? [],
  }
}

export function summariseConcept(concept: Concept, services: Services): z.output<typeof ConceptSummary> {
  const { id, subject, definition, terms } = concept
  return {
    id,
    label: labelOf(concept),
    subject,
    ...(definition === undefined ? {} : { definition: definition.public }),
    terms: terms.map(({ label, lang, status }) => ({ label, lang, status })),
    links: { self: conceptLink(services, id) },
  }
}
