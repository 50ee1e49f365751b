import type { Concept } from '@klarsprak/termbank'
import { labelOf } from '../api/operations/show-concept.js'

/** The language of the bank; labels come in it when there are none in the language asked for. */
export const BANK_LANGUAGE = 'sv'
/** Languages that labels may have. */
export const LANGUAGES = ['sv', 'en', 'nb', 'da', 'fi'] as const

export interface Labels {
  readonly prefLabel: string | undefined
  readonly altLabel: readonly string[]
  readonly hiddenLabel: readonly string[]
}

/** As SKOS sorts labels: one preferred, words that are advised against among the hidden ones. */
export function labelsIn(concept: Concept, lang: string): Labels {
  const terms = concept.terms.filter((term) => term.lang === lang)
  const withStatus = (...statuses: readonly string[]) =>
    terms.filter(({ status }) => statuses.includes(status)).map(({ label }) => label)
  const equivalents = Object.entries(concept.equivalents ?? {})
    .filter(([of]) => of === lang)
    .flatMap(([, all]) => all.map(({ label }) => label))
  const [prefLabel, ...others] = [...new Set([...withStatus('preferred'), ...equivalents])]
  return {
    prefLabel,
    altLabel: [...new Set([...others, ...withStatus('admitted')])],
    hiddenLabel: [
      ...new Set([
        ...withStatus('deprecated', 'superseded'),
        ...(lang === BANK_LANGUAGE ? (concept.hiddenLabels ?? []) : []),
      ]),
    ],
  }
}

/** What a concept is called, in the language asked for when it is called anything there. */
export const nameIn = (concept: Concept, lang: string): string => labelsIn(concept, lang).prefLabel ?? labelOf(concept)
