import type { Term } from '@klarsprak/termbank'
import type { SearchHit, SearchMatch } from '@klarsprak/termbank/search'
import type { Say } from './say.js'

type Words = readonly [sv: string, en: string]

/** How a word led to a term, as a sentence. */
export function matchSentence({ matchType, part, term }: SearchHit, word: string, say: Say): string {
  const label = term.label
  const sentences: Readonly<Record<SearchMatch, Words>> = {
    exact: [`”${label}” finns i termbanken.`, `”${label}” is in the term bank.`],
    inflected: [`”${word}” är en ändrad form av ”${label}”.`, `”${word}” is a form of ”${label}”.`],
    hidden: [`”${word}” är ett annat sätt att säga ”${label}”.`, `”${word}” is another way to say ”${label}”.`],
    misspelling: [
      `”${word}” liknar ”${label}”. Kanske en felstavning?`,
      `”${word}” is like ”${label}”. A misspelling?`,
    ],
    prefix: [`”${label}” börjar med ”${word}”.`, `”${label}” begins with ”${word}”.`],
    'compound-part':
      part === undefined
        ? [`”${label}” innehåller ”${word}”.`, `”${label}” holds ”${word}”.`]
        : [`”${label}” är en del av sammansättningen ”${word}”.`, `”${label}” is part of the compound ”${word}”.`],
    wording: [`”${label}” kan vara det du menar med ”${word}”.`, `”${label}” may be what you mean by ”${word}”.`],
  }
  return say(...sentences[matchType])
}

export function statusName(status: Term['status'], say: Say): string {
  const names: Readonly<Record<Term['status'], Words>> = {
    preferred: ['Rekommenderas', 'Recommended'],
    admitted: ['Går bra', 'Accepted'],
    deprecated: ['Undvik', 'Avoid'],
    superseded: ['Har ersatts', 'Replaced'],
  }
  return say(...names[status])
}

export const isAvoided = ({ status }: Pick<Term, 'status'>): boolean =>
  status === 'deprecated' || status === 'superseded'

const SUBJECTS: Readonly<Record<string, readonly [string, string]>> = {
  'besok-och-kontakt': ['Besök och kontakt', 'Visits and contact'],
  boende: ['Boende', 'Housing'],
  'digital-ingang': ['Digitala ingångar', 'Digital entrances'],
  'e-tjanst': ['E-tjänster', 'E-services'],
  forkortningar: ['Förkortningar', 'Abbreviations'],
  funktionsnedsattning: ['Funktionsnedsättning', 'Disability'],
  'identitet-och-integritet': ['Identitet och integritet', 'Identity and privacy'],
  'journal-och-dokument': ['Journal och dokument', 'Records and documents'],
  kanslisvenska: ['Kanslisvenska', 'Officialese'],
  'ko-och-avgift': ['Kö och avgift', 'Queues and fees'],
  kommunikation: ['Kommunikation', 'Communication'],
  lagar: ['Lagar', 'Laws'],
  lakemedel: ['Läkemedel', 'Medicines'],
  namn: ['Namn', 'Names'],
  omsorg: ['Omsorg', 'Care'],
  organisation: ['Organisation', 'Organisation'],
  resor: ['Resor', 'Travel'],
  roller: ['Roller', 'Roles'],
  'socialtjanst-och-stod': ['Socialtjänst och stöd', 'Social services and support'],
  'sprak-och-information': ['Språk och information', 'Language and information'],
  'stod-och-ersattning': ['Stöd och ersättning', 'Support and benefits'],
  teknik: ['Teknik', 'Technology'],
  'undersokning-och-behandling': ['Undersökning och behandling', 'Examination and treatment'],
  'vard-och-medicin': ['Vård och medicin', 'Health care and medicine'],
  'vard-och-omsorg': ['Vård och omsorg', 'Health and social care'],
}

/** A subject as it is read. One that an organisation has made itself is shown by its words. */
export function subjectName(subject: string, say: Say): string {
  const name = Object.hasOwn(SUBJECTS, subject) ? SUBJECTS[subject] : undefined
  if (name !== undefined) return say(...name)
  const words = subject.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
