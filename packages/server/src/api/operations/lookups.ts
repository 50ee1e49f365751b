import { z } from 'zod'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { limitOf } from '../schemas/common.js'
import { organisation } from '../schemas/editing.js'
import { GuideList, LookupBatch, LookupBatchInput, LookupResource, SuggestionList } from '../schemas/words.js'
import { needed } from './needed.js'
import { conceptLink } from './show-concept.js'
import { lookUp, showSuggestion } from './show-sense.js'

/** Longer than any term. */
export const word = z.string().max(200)

export const lookUpWord = defineOperation({
  id: 'lookUpWord',
  method: 'get',
  path: '/lookups',
  tag: 'words',
  layered: true,
  summary: { sv: 'Slå upp ett ord', en: 'Look a word up' },
  description:
    'What a word or phrase means, in whatever form it is written: every sense with how it was found (matchType), how certain that is (confidence) and what the form says (features). A word that is not in the bank has no senses, but may have suggestions.',
  query: z.strictObject({
    ...organisation,
    word: word.optional().describe('Ordet eller frasen, i vilken form som helst.').meta({ example: 'hälsoportalens' }),
  }),
  produces: [{ type: JSON_TYPE, schema: LookupResource, describe: 'The senses of the word.' }],
  refuses: ['missing-parameter'],
  example: { query: { word: 'hälsoportalens' } },
  handle({ query }, services) {
    const asked = needed('word', query.word)
    if ('code' in asked) return asked
    const found = lookUp(asked.value, services)
    return answerJson(found, 'release', found.senses.length > 0 ? {} : { missing: [asked.value] })
  },
})

export const lookUpWords = defineOperation({
  id: 'lookUpWords',
  method: 'post',
  path: '/lookups',
  tag: 'words',
  layered: true,
  summary: { sv: 'Slå upp många ord', en: 'Look many words up' },
  description: 'The same as looking each word up by itself, in one call and in the order of the words.',
  query: z.strictObject(organisation),
  body: LookupBatchInput,
  produces: [{ type: JSON_TYPE, schema: LookupBatch, describe: 'One lookup for each word.' }],
  example: { body: { words: ['hälsoportalens', 'färdtjänst'] } },
  handle({ body }, services) {
    const lookups = body.words.map((one) => lookUp(one.trim(), services))
    return answerJson(
      { release: services.bank.release, lookups, links: { self: { href: services.link('/v1/lookups') } } },
      'none',
      { missing: lookups.filter(({ senses }) => senses.length === 0).map((found) => found.word) },
    )
  },
})

export const suggest = defineOperation({
  id: 'suggest',
  method: 'get',
  path: '/suggestions',
  tag: 'words',
  layered: true,
  summary: { sv: 'Föreslå termer medan någon skriver', en: 'Suggest terms while somebody types' },
  description:
    'For autocomplete: the terms that a beginning of a word may become, also when it is misspelt, best first.',
  query: z.strictObject({
    ...organisation,
    query: word.optional().describe('Det som har skrivits hittills.').meta({ example: 'hälsop' }),
    limit: limitOf(50),
  }),
  produces: [{ type: JSON_TYPE, schema: SuggestionList, describe: 'Terms, best first.' }],
  refuses: ['missing-parameter'],
  example: { query: { query: 'hälsop' } },
  handle({ query }, services) {
    const asked = needed('query', query.query)
    if ('code' in asked) return asked
    const hits = services.bank.search(asked.value, query.limit)
    return answerJson({
      query: asked.value,
      release: services.bank.release,
      suggestions: hits.map(showSuggestion),
      links: { self: { href: services.link(`/v1/suggestions?query=${encodeURIComponent(asked.value)}`) } },
    })
  },
})

export const guide = defineOperation({
  id: 'guide',
  method: 'get',
  path: '/guides',
  tag: 'words',
  layered: true,
  summary: { sv: 'Hitta rätt med vardagliga ord', en: 'Find the way by everyday words' },
  description:
    'Where somebody’s own words lead: what it is called and what to do. Advice to call 112 comes first when the words seem to be about an emergency.',
  query: z.strictObject({
    ...organisation,
    query: z
      .string()
      .max(500)
      .optional()
      .describe('Vad någon säger, med egna ord.')
      .meta({ example: 'jag kan inte köra bil längre' }),
    limit: limitOf(20, 5),
  }),
  produces: [{ type: JSON_TYPE, schema: GuideList, describe: 'Concepts, best first.' }],
  refuses: ['missing-parameter'],
  example: { query: { query: 'jag kan inte köra bil längre' } },
  handle({ query }, services) {
    const asked = needed('query', query.query)
    if ('code' in asked) return asked
    const hits = services.bank.guide(asked.value, query.limit)
    return answerJson({
      query: asked.value,
      release: services.bank.release,
      guides: hits.map(({ concept, term, leadsTo, situation, emergency, confidence }) => ({
        conceptId: concept.id,
        label: term.label,
        ...(concept.definition === undefined ? {} : { definition: concept.definition.public }),
        ...(leadsTo === undefined ? {} : { leadsTo }),
        ...(situation === undefined ? {} : { situation }),
        emergency,
        confidence: Math.round(Math.min(1, confidence) * 1000) / 1000,
        links: { concept: conceptLink(services, concept.id) },
      })),
      links: { self: { href: services.link(`/v1/guides?query=${encodeURIComponent(asked.value)}`) } },
    })
  },
})
