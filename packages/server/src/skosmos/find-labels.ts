import { wordKey } from '@klarsprak/swedish'
import type { Concept } from '@klarsprak/termbank'
import type { Services } from '../api/services.js'
import { BANK_LANGUAGE, LANGUAGES, labelsIn } from './labels.js'

/** A concept and the label by which it was found. */
export interface FoundLabel {
  readonly concept: Concept
  readonly label: string
  readonly kind: 'prefLabel' | 'altLabel' | 'hiddenLabel'
  readonly lang: string
}

/** Hits of the search that are looked at; more than any client shows. */
const MOST_HITS = 100

/**
 * Concepts by a word, or by a pattern in which `*` stands for any letters. A pattern is held against labels as they are
 * written; a word finds its term in other forms too, which is more than Skosmos does, but nothing that is merely like it.
 */
export function findLabels(query: string, lang: string | undefined, services: Services): readonly FoundLabel[] {
  const pattern = query.trim().slice(0, 200)
  if (pattern.replaceAll('*', '') === '') return []
  if (pattern.includes('*')) return byPattern(pattern, lang, services)
  const exact = byPattern(pattern, lang, services)
  const seen = new Set(exact.map(({ concept }) => concept))
  const forms = services.bank
    .search(pattern, MOST_HITS)
    .filter(({ matchType }) => matchType === 'exact' || matchType === 'inflected')
  const more = forms.flatMap(({ concept, term }): FoundLabel[] => {
    if (seen.has(concept) || (lang !== undefined && term.lang !== lang)) return []
    seen.add(concept)
    const kind = term.status === 'preferred' ? 'prefLabel' : term.status === 'admitted' ? 'altLabel' : 'hiddenLabel'
    return [{ concept, label: term.label, kind, lang: term.lang }]
  })
  return [...exact, ...more]
}

interface Entry extends FoundLabel {
  readonly key: string
}

const tables = new WeakMap<Services, readonly Entry[]>()

/** Every label in every language, by its key; made when somebody first asks with a pattern. */
function tableOf(services: Services): readonly Entry[] {
  const known = tables.get(services)
  if (known !== undefined) return known
  const entries = services.bank.concepts.flatMap((concept) =>
    LANGUAGES.flatMap((lang) => {
      const { prefLabel, altLabel, hiddenLabel } = labelsIn(concept, lang)
      const entry = (kind: FoundLabel['kind']) => (label: string) => ({
        concept,
        label,
        kind,
        lang,
        key: wordKey(label),
      })
      return [
        ...(prefLabel === undefined ? [] : [prefLabel]).map(entry('prefLabel')),
        ...altLabel.map(entry('altLabel')),
        ...hiddenLabel.map(entry('hiddenLabel')),
      ]
    }),
  )
  tables.set(services, entries)
  return entries
}

const KINDS: readonly FoundLabel['kind'][] = ['prefLabel', 'altLabel', 'hiddenLabel']

/** Preferred labels first, then in the order of the alphabet; each concept once. */
function byPattern(pattern: string, lang: string | undefined, services: Services): readonly FoundLabel[] {
  const fits = matcher(wordKey(pattern))
  const best = new Map<Concept, Entry>()
  for (const entry of tableOf(services)) {
    if ((lang !== undefined && entry.lang !== lang) || !fits(entry.key)) continue
    const known = best.get(entry.concept)
    if (known === undefined || rank(entry) < rank(known)) best.set(entry.concept, entry)
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b) || collator.compare(a.label, b.label))
}

const rank = ({ kind, lang }: FoundLabel): number => KINDS.indexOf(kind) * 2 + (lang === BANK_LANGUAGE ? 0 : 1)
const collator = new Intl.Collator(BANK_LANGUAGE)

/** Whether a text is what a pattern says. Goes through the text once for each part; no regular expression is made. */
export function matcher(pattern: string): (text: string) => boolean {
  const [first, ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  return (text) => {
    if (!text.startsWith(first!) || text.length < first!.length + last.length || !text.endsWith(last)) return false
    let at = first!.length
    for (const part of rest) {
      at = text.indexOf(part, at)
      if (at < 0) return false
      at += part.length
    }
    return at <= text.length - last.length
  }
}
