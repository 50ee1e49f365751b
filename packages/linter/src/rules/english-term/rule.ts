import { type Concept, isDeprecated, type Match, type Sense, type Term } from '@klarsprak/termbank'
import { defineRule } from '../rule.js'
import { otherWords } from './other-words.js'

export const englishTerm = defineRule({
  id: 'english-term',
  summary: 'Skriv den engelska termen som hör till den svenska.',
  severity: 'warning',
  presets: ['strict'],
  readsEnglish: 'terms',
  messages: {
    replace: 'Skriv ”{preferred}” i stället för ”{actual}” i text på engelska.',
    avoid: 'Skriv inte ”{actual}” i text på engelska.',
    used: '”{label}” används.',
    twin: 'Den svenska texten säger ”{swedish}”. På engelska heter det ”{preferred}”, men här står ”{actual}”.',
  },
  options: (z) =>
    z.strictObject({
      acrossLanguages: z
        .boolean()
        .default(true)
        .describe('Jämför med samma text på svenska, i samma fil eller i filen bredvid.'),
    }),
  check({ segments, english, report }, { acrossLanguages }) {
    if (english === undefined) return
    for (const segment of english.segments) {
      for (const match of segment.matches) {
        const sense = onlySense(match)
        if (sense === undefined || segment.guardsAt(match.span).includes('quote')) continue
        const { concept, term } = sense
        const preferred = preferredIn(concept)
        const actual = segment.prose.slice(match.span.start, match.span.end)
        if (isDeprecated(term.status)) {
          const label = preferred === undefined ? undefined : sameForm(actual, term, preferred)
          report({
            segment,
            span: match.span,
            messageId: preferred === undefined ? 'avoid' : 'replace',
            data: { actual, preferred: preferred?.label ?? '' },
            conceptId: concept.id,
            reasons: term.reason === undefined ? [] : [term.reason],
            sources: term.sources ?? concept.sources ?? [],
            suggestions:
              label === undefined
                ? []
                : [
                    {
                      span: match.span,
                      text: label,
                      safe: startsAlike(actual, label) && concept.neverReplace === undefined,
                    },
                  ],
          })
        } else if (acrossLanguages && preferred !== undefined && term !== preferred) {
          const label = sameForm(actual, term, preferred)
          report({
            segment,
            span: match.span,
            messageId: 'used',
            data: { label: term.label },
            conceptId: concept.id,
            sources: preferred.sources ?? concept.sources ?? [],
            suggestions: label === undefined ? [] : [{ span: match.span, text: label, safe: false }],
            noted: { label: preferred.label, pos: term.pos, isPreferred: false, count: 1, lang: 'en' },
          })
        }
      }
    }
    if (!acrossLanguages) return
    for (const segment of segments) {
      for (const match of segment.matches) {
        const sense = onlySense(match)
        if (sense === undefined || !mayDiffer(sense.concept) || sense.term.status !== 'preferred') continue
        report({
          segment,
          span: match.span,
          messageId: 'used',
          data: { label: sense.term.label },
          conceptId: sense.concept.id,
          noted: { label: sense.term.label, pos: sense.term.pos, isPreferred: true, count: 1, lang: 'sv' },
        })
      }
    }
  },
  acrossFiles: (files) =>
    otherWords(files).map(({ path, finding, swedish, preferred }) => ({
      path,
      finding,
      messageId: 'twin' as const,
      data: { swedish, preferred, actual: finding.text },
    })),
})

/** The sense of a match that can be nothing else. */
function onlySense({ part, senses }: Match): Sense | undefined {
  const [sense, ...others] = senses
  return part !== 'whole' || others.length > 0 || sense?.term.homograph === true ? undefined : sense
}

const preferredIn = ({ terms }: Concept): Term | undefined =>
  terms.find(({ lang, status }) => lang === 'en' && status === 'preferred')

/** Whether there is a choice of words in English. */
const mayDiffer = ({ terms }: Concept) => terms.some(({ lang, status }) => lang === 'en' && status === 'admitted')

/** `preferred` in the form that `actual` has of `term`; the forms of two terms are listed in the same order. */
function sameForm(actual: string, term: Term, preferred: Term): string | undefined {
  const isIt = (form: string) => form.toLowerCase() === actual.replace(/\s+/gu, ' ').toLowerCase()
  const at = isIt(term.label) ? -1 : (term.forms ?? []).findIndex(isIt)
  if (at < 0 && !isIt(term.label)) return undefined
  const form = at < 0 ? preferred.label : preferred.forms?.[at]
  return form !== undefined && /^\p{Lu}/u.test(actual) && /^\p{Ll}/u.test(term.label)
    ? form.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
    : form
}

/** Whether ”a” or ”an” before the one fits the other too. */
const startsAlike = (a: string, b: string): boolean => /^[aeiou]/iu.test(a) === /^[aeiou]/iu.test(b)
