import { bankDiff, type ConceptChange } from '@klarsprak/termbank'
import { z } from 'zod'
import { LATEST, type ShelvedRelease } from '../../bank/release-shelf.js'
import { ATOM_TYPE, atomFeed } from '../atom.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import { ChangeList } from '../schemas/releases.js'
import type { Services } from '../services.js'
import { pageOf } from './page-of.js'
import { conceptLink } from './show-concept.js'

const name = z.string().max(60).optional()

export const listChanges = defineOperation({
  id: 'listChanges',
  method: 'get',
  path: '/changes',
  tag: 'releases',
  summary: { sv: 'Vad har ändrats?', en: 'What has changed?' },
  description:
    'What happened to each concept between two releases, in whole sentences. Without since, the release is compared with the one before it; the first of all is compared with nothing. Also as an Atom feed, by the header Accept.',
  query: z.strictObject({
    since: name.describe('Utgåvan att jämföra med.').meta({ example: '2026.1' }),
    release: name
      .describe('Utgåvan som ändringarna leder till; den senaste när den inte anges.')
      .meta({ example: LATEST }),
    ...paging,
  }),
  produces: [
    { type: JSON_TYPE, schema: ChangeList, describe: 'A page of changes.' },
    { type: ATOM_TYPE, describe: 'The same page as an Atom feed.' },
  ],
  refuses: ['not-found', 'invalid-parameter'],
  example: {},
  handle({ query, type }, services) {
    const { all } = services.releases
    const to = services.releases.find(query.release ?? LATEST)
    if (to === undefined) return unknown('release', services)
    const from = query.since === undefined ? all[all.indexOf(to) + 1] : services.releases.find(query.since)
    if (query.since !== undefined && from === undefined) return unknown('since', services)
    if (from !== undefined && all.indexOf(from) < all.indexOf(to))
      return refuse('invalid-parameter', {
        sv: `since (${from.name}) är nyare än release (${to.name}).`,
        en: `since (${from.name}) is newer than release (${to.name}).`,
      })
    const changes = bankDiff(from?.concepts() ?? [], to.concepts())
    const page = pageOf(changes, query, '/v1/changes', services)
    if ('code' in page) return page
    if (type === ATOM_TYPE)
      return {
        status: 200,
        type: `${ATOM_TYPE}; charset=utf-8`,
        body: atom(page.items, to, page.paging.links.self!.href, services),
        cache: 'release',
        headers: page.headers,
      }
    return answerJson(
      {
        since: from?.name ?? null,
        release: to.name,
        changes: page.items.map((change) => ({
          ...change,
          links: change.kind === 'removed' ? {} : { concept: conceptLink(services, change.conceptId) },
        })),
        ...page.paging,
      },
      'release',
      { headers: page.headers },
    )
  },
})

const unknown = (parameter: string, { releases }: Services) => {
  const known = releases.all.map((release) => release.name).join(', ')
  return refuse('not-found', {
    sv: `Utgåvan i ${parameter} finns inte. De som finns: ${known}.`,
    en: `There is no release as ${parameter} says. There are: ${known}.`,
  })
}

/** A release has no clock time, so its year stands for when its changes were made (RFC 4287 asks for one). */
function atom(changes: readonly ConceptChange[], { name: release }: ShelvedRelease, self: string, services: Services) {
  const updated = `${/^\d{4}/u.exec(release)?.[0] ?? '2026'}-01-01T00:00:00Z`
  return atomFeed({
    id: `urn:klarsprak:changes:${release}`,
    title: `Ändringar i termbanken, utgåva ${release}`,
    updated,
    self,
    entries: changes.map(({ conceptId, label, sentences, kind }) => ({
      id: `urn:klarsprak:change:${release}:${conceptId}`,
      title: label,
      updated,
      category: kind,
      link: conceptLink(services, conceptId).href,
      summary: sentences.join(' '),
    })),
  })
}
