import { z } from 'zod'
import { hasRole, mayEdit } from '../../auth/caller.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { limitOf } from '../schemas/common.js'
import { organisationName } from '../schemas/editing.js'
import { UnmetNeedList } from '../schemas/unmet.js'

/** A word that fewer have asked for may be somebody's name, or tell who asked. Never lower than this. */
export const LEAST_SHOWN = 5
const DAYS = 90
const DAY = 86_400_000

export const listUnmetNeeds = defineOperation({
  id: 'listUnmetNeeds',
  method: 'get',
  path: '/unmet-needs',
  tag: 'words',
  summary: { sv: 'Vilka ord saknas?', en: 'Which words are missing?' },
  description: `Words that were looked up and are not in the bank, the most wanted first, for those who edit. An editor sees what was asked of the own organisation's bank, an administrator everything. Nothing is known of who asked, and a word is shown only when it has been asked for at least ${LEAST_SHOWN} times.`,
  access: 'editor',
  query: z.strictObject({
    organisation: organisationName
      .optional()
      .describe('Ord som efterfrågats i organisationens termbank. Administratörer kan utelämna den.')
      .meta({ example: 'region-x' }),
    since: z.iso
      .date()
      .optional()
      .describe(`Från och med vilken dag; ${DAYS} dagar tillbaka när den inte anges.`)
      .meta({ example: '2026-11-01' }),
    limit: limitOf(500, 20),
  }),
  produces: [{ type: JSON_TYPE, schema: UnmetNeedList, describe: 'Words, the most wanted first.' }],
  refuses: ['not-allowed'],
  example: { query: { organisation: 'region-x', since: '2026-11-01' } },
  async handle({ query, caller }, services) {
    const { organisation, limit } = query
    if (organisation === undefined ? !hasRole(caller!, 'administrator') : !mayEdit(caller, organisation))
      return refuse('not-allowed', {
        sv: `Ange organisationen vars lager du redigerar${caller!.edits.length === 0 ? '.' : `: ?organisation=${caller!.edits[0]}.`}`,
        en: 'Give the organisation whose layer you edit.',
      })
    const since = query.since ?? new Date(Date.parse(services.now()) - DAYS * DAY).toISOString().slice(0, 10)
    const found = await services.storage.unmetNeeds({
      since,
      atLeast: LEAST_SHOWN,
      limit,
      ...(organisation === undefined ? {} : { organisation }),
    })
    return answerJson(
      {
        since,
        leastShown: LEAST_SHOWN,
        ...(organisation === undefined ? {} : { organisation }),
        unmetNeeds: found,
        links: { self: { href: services.link('/v1/unmet-needs') } },
      },
      'private',
    )
  },
})
