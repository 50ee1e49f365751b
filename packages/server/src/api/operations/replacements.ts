import { findingAsJson, positionsIn, refusalSentence } from '@klarsprak/linter'
import { type Features, type Lexeme, type RewriteAnswer, type Span, selectForm, tokenise } from '@klarsprak/swedish'
import { type Concept, grammarOf, type Match, type Term } from '@klarsprak/termbank'
import type { SearchHit } from '@klarsprak/termbank/search'
import { z } from 'zod'
import { CheckTooSlow } from '../../checks/checker.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { organisation } from '../schemas/editing.js'
import { ReplacementList, type ReplacementResource } from '../schemas/words.js'
import type { Services } from '../services.js'
import { tooSlow } from './checks.js'
import { word } from './lookups.js'
import { conceptLink } from './show-concept.js'
import { isTheWord } from './show-sense.js'

type Replacement = z.output<typeof ReplacementResource>

export const replace = defineOperation({
  id: 'replace',
  method: 'get',
  path: '/replacements',
  tag: 'words',
  layered: true,
  summary: { sv: 'Vad ska jag skriva i stället?', en: 'What should I write instead?' },
  description:
    'For a word in any form: the recommended words in the same form, best first, with the reason and when not to replace. For a text: the replacements that the linter would make in it, with their places. Use the operation for checks for texts that may hold personal data: an address ends up in logs along the way.',
  query: z.strictObject({
    ...organisation,
    word: word
      .optional()
      .describe('Ett ord eller en fras, i vilken form som helst.')
      .meta({ example: 'hälsoportalen' }),
    text: z
      .string()
      .max(1_000)
      .optional()
      .describe('En kort text, i stället för word. Skicka aldrig personuppgifter i en adress.')
      .meta({ example: 'Logga in på hälsoportalen.' }),
  }),
  produces: [{ type: JSON_TYPE, schema: ReplacementList, describe: 'Replacements, best first.' }],
  refuses: ['missing-parameter', 'check-too-slow'],
  example: { query: { word: 'hälsoportalen' } },
  async handle({ query }, services) {
    const asked = query.word?.trim() ?? ''
    const hasText = query.text !== undefined && query.text.trim() !== ''
    if ((asked === '') === !hasText)
      return refuse('missing-parameter', {
        sv: 'Ange antingen word eller text, till exempel ?word=hälsoportalen.',
        en: 'Give either word or text, for example ?word=hälsoportalen.',
      })
    const { bank } = services
    if (!hasText) {
      const { replacements, found } = forWord(asked, services)
      const self = services.link(`/v1/replacements?word=${encodeURIComponent(asked)}`)
      return answerJson(
        {
          release: bank.release,
          ambiguous: new Set(found.map(({ concept }) => concept.id)).size > 1,
          replacements,
          links: { self: { href: self } },
        },
        'release',
        found.length > 0 ? {} : { missing: [asked] },
      )
    }
    try {
      return answerJson({
        release: bank.release,
        ambiguous: false,
        replacements: await inText(query.text!, services),
        links: { self: { href: services.link(`/v1/replacements?text=${encodeURIComponent(query.text!)}`) } },
      })
    } catch (error) {
      if (error instanceof CheckTooSlow) return tooSlow
      throw error
    }
  },
})

function forWord(asked: string, services: Services) {
  const whole = services.bank.search(asked, 25).filter(isTheWord)
  const found = whole.length > 0 ? whole : within(asked, services)
  const replacements = found.flatMap((hit) => replacementsFor(asked, hit, services))
  // Best first: what can be done unseen, then as the senses came.
  return { found, replacements: replacements.sort((a, b) => Number(b.safe) - Number(a.safe)) }
}

/** The terms in a phrase that is none itself: ”en avisering”, ”vår nya hälsoportal”. */
function within(asked: string, { bank }: Services): readonly SearchHit[] {
  return bank.index.search(tokenise(asked)).flatMap(({ senses }) =>
    senses.map((sense) => ({
      ...sense,
      layer: bank.layerOf(sense.concept, sense.term),
      matchType: 'inflected' as const,
      confidence: 1,
    })),
  )
}

/** What to write rather than `asked` in one of its senses, in the same form, best first. */
export function replacementsFor(asked: string, hit: SearchHit, services: Services): readonly Replacement[] {
  const { concept, term } = hit
  const cautions = cautionsOf(concept, term)
  const better = betterTerms(concept, term)
  // Where several words are recommended, somebody has to choose.
  const isClear = better.filter(({ status }) => status === 'preferred').length === 1
  return better.flatMap((to) =>
    inForm(asked, hit, to, services).map(({ text, safe, caution }) => ({
      actual: asked,
      text,
      label: to.label,
      conceptId: concept.id,
      status: to.status,
      safe: safe && isClear && to.status === 'preferred' && concept.neverReplace === undefined,
      ...(term.reason === undefined ? {} : { reason: term.reason }),
      cautions: caution === undefined ? cautions : [...cautions, caution],
      ...(concept.citizenWording === undefined ? {} : { citizenWording: concept.citizenWording }),
      links: { concept: conceptLink(services, concept.id) },
    })),
  )
}

/** What to write rather than a term: recommended terms, for jargon those in everyday words; admitted ones after them. */
function betterTerms({ terms }: Concept, term: Term): readonly Term[] {
  const isAvoided = term.status === 'deprecated' || term.status === 'superseded'
  const others = terms.filter(
    (other) => other.lang === 'sv' && other !== term && (other.status === 'preferred' || other.status === 'admitted'),
  )
  const better = isAvoided
    ? others
    : others.filter(({ status, register }) =>
        term.register === 'professional'
          ? register !== undefined && register !== 'professional'
          : term.status === 'admitted' && status === 'preferred' && register !== 'professional',
      )
  return [...better].sort((a, b) => Number(b.status === 'preferred') - Number(a.status === 'preferred'))
}

const lexeme = (term: Term): Lexeme => ({ label: term.label, grammar: grammarOf(term) })

/** A term in the form that the asked word has. */
function inForm(
  asked: string,
  { term, features, guess }: SearchHit,
  to: Term,
  { bank }: Services,
): readonly { readonly text: string; readonly safe: boolean; readonly caution?: string }[] {
  const text = tokenise(asked)
  const match = matchOf(bank.index.search(text), term)
  const request = match ?? {
    span: { start: 0, end: asked.length } satisfies Span,
    first: 0,
    last: Math.max(0, text.count - 1),
    part: 'whole' as const,
    features,
  }
  const answer: RewriteAnswer =
    text.count === 0 || request.features.length === 0
      ? { rewrites: [] }
      : bank.rewrite({ text, ...request, from: lexeme(term), to: lexeme(to) })
  const caution = answer.refusal === undefined ? undefined : refusalSentence(answer.refusal)
  if (answer.rewrites.length > 0)
    return answer.rewrites.map((rewrite) => ({
      text: asked.slice(0, rewrite.span.start) + rewrite.text + asked.slice(rewrite.span.end),
      safe: rewrite.safe && !guess,
      ...(rewrite.safe || caution === undefined ? {} : { caution }),
    }))
  if (request.part !== 'whole') return [{ text: to.label, safe: false, ...(caution === undefined ? {} : { caution }) }]
  return formsFor(request.features, to).map((form) => ({
    text: form,
    safe: false,
    ...(caution === undefined ? {} : { caution }),
  }))
}

/** The term in every form the word may be; in its base form when it has none of them. */
function formsFor(features: readonly Features[], to: Term): readonly string[] {
  const forms = features.flatMap((reading) => selectForm(to.label, grammarOf(to), reading) ?? [])
  return forms.length === 0 ? [to.label] : [...new Set(forms)]
}

function matchOf(matches: readonly Match[], term: Term) {
  for (const { senses, ...match } of matches)
    for (const sense of senses)
      if (sense.term.label === term.label && sense.term.pos === term.pos) return { ...match, features: sense.features }
  return undefined
}

function cautionsOf({ neverReplace }: Concept, { unless, nearWords, notNearWords, homograph }: Term): string[] {
  return [
    ...(neverReplace === undefined ? [] : [neverReplace]),
    ...(unless === undefined ? [] : [`Byt inte i ${unless.map((phrase) => `”${phrase}”`).join(', ')}.`]),
    ...(nearWords === undefined
      ? []
      : [`Byt bara där texten handlar om ${nearWords.map((part) => `”${part}”`).join(', ')}.`]),
    ...(notNearWords === undefined
      ? []
      : [`Byt inte där texten handlar om ${notNearWords.map((part) => `”${part}”`).join(', ')}.`]),
    ...(homograph === true ? ['Ordet har också en annan, vanlig betydelse.'] : []),
  ]
}

async function inText(text: string, services: Services): Promise<readonly Replacement[]> {
  const { findings } = await services.checker.check({ text, format: 'plain', preset: 'recommended' })
  const positions = positionsIn(text)
  return findings.flatMap((finding) => {
    const concept = finding.conceptId === undefined ? undefined : services.bank.concept(finding.conceptId)
    if (concept === undefined) return []
    const label = concept.terms.find(({ status, lang }) => lang === 'sv' && status === 'preferred')
    return findingAsJson(finding, positions).suggestions.map((suggestion) => ({
      actual: text.slice(suggestion.start.offset, suggestion.end.offset),
      text: suggestion.text,
      label: label?.label ?? suggestion.text,
      conceptId: concept.id,
      status: label?.status ?? ('preferred' as const),
      safe: suggestion.safe,
      reason: finding.note ?? finding.message,
      cautions: concept.neverReplace === undefined ? [] : [concept.neverReplace],
      ...(concept.citizenWording === undefined ? {} : { citizenWording: concept.citizenWording }),
      start: suggestion.start,
      end: suggestion.end,
      links: { concept: conceptLink(services, concept.id) },
    }))
  })
}
