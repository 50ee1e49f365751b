import { bankDiff, createBank, NATIONAL } from '@klarsprak/termbank'
import type { Concept, Overlay } from '@klarsprak/termbank/model'
import { z } from 'zod'
import type { LayerRevision } from '../../storage/storage.js'
import { ATOM_TYPE, atomFeed } from '../atom.js'
import { noSuchOrganisation } from '../create-api.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { paging } from '../schemas/common.js'
import { LayerChangeList, type LayerChangeResource } from '../schemas/editing.js'
import type { Services } from '../services.js'
import { inOrganisation } from './organisations.js'
import { pageFrom } from './page-of.js'
import { labelOf } from './show-concept.js'

type LayerChange = z.output<typeof LayerChangeResource>

export const listOrganisationChanges = defineOperation({
  id: 'listOrganisationChanges',
  method: 'get',
  path: '/organisations/{organisation}/changes',
  tag: 'organisations',
  summary: { sv: 'Vad har en organisation ändrat?', en: 'What has an organisation changed?' },
  description:
    'Every edit of its layer, latest first, in whole sentences: what it did to the terms, when and why. Also as an Atom feed, by the header Accept.',
  params: z.strictObject(inOrganisation),
  query: z.strictObject(paging),
  produces: [
    { type: JSON_TYPE, schema: LayerChangeList, describe: 'A page of edits.' },
    { type: ATOM_TYPE, describe: 'The same page as an Atom feed.' },
  ],
  refuses: ['not-found'],
  example: { params: { organisation: 'region-x' } },
  async handle({ params: { organisation }, query, type }, services) {
    const known = await services.storage.organisation(organisation)
    if (known === undefined) return noSuchOrganisation(organisation)
    const page = await pageFrom(
      (asked) => services.storage.layerHistory(organisation, asked),
      query,
      `/v1/organisations/${organisation}/changes`,
      services,
    )
    if ('code' in page) return page
    const changes = page.items.map((revision) => show(revision, services))
    if (type === JSON_TYPE) return answerJson({ changes, ...page.paging }, 'state', { headers: page.headers })
    const body = atomFeed({
      id: `urn:klarsprak:changes:${organisation}`,
      title: `Ändringar i termbanken av ${known.value.title}`,
      updated: changes[0]?.at ?? known.updatedAt,
      self: page.paging.links.self!.href,
      entries: changes.map(({ conceptId, label, kind, sentences, at, reason, version, links }) => ({
        id: `urn:klarsprak:change:${organisation}:${conceptId}:${version}`,
        title: label,
        updated: at,
        category: kind,
        link: links.concept?.href,
        summary: [...sentences, `Skäl: ${reason}`].join(' '),
      })),
    })
    return { status: 200, type: `${ATOM_TYPE}; charset=utf-8`, body, cache: 'state', headers: page.headers }
  },
})

function show(revision: LayerRevision, services: Services): LayerChange {
  const { layer, kind, id, version, before, after, author } = revision
  const national = services.bank.concept(id)
  const [was, is] = [before, after].map((body) => conceptBy(layer, kind, body, national))
  const [change] = bankDiff(was === undefined ? [] : [was], is === undefined ? [] : [is])
  const theirs = `/v1/organisations/${layer}/${kind === 'overlay' ? 'overlays' : 'concepts'}/${id}`
  const to = (path: string) => ({ href: services.link(path) })
  return {
    conceptId: id,
    label: change?.label ?? (national === undefined ? id : labelOf(national)),
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    sentences: [...(change?.sentences ?? ['Ordvalen är desamma som förut.'])],
    at: author.at,
    reason: author.reason,
    version,
    links: {
      revision: to(`${theirs}/revisions/${version}`),
      ...(is === undefined ? {} : { concept: to(`/v1/concepts/${id}?organisation=${layer}`) }),
    },
  }
}

/** A concept as it is with an entry of a layer; an overlay over a concept that is gone makes none. */
function conceptBy(
  layer: string,
  kind: LayerRevision['kind'],
  body: unknown,
  national: Concept | undefined,
): Concept | undefined {
  if (kind === 'concept') return body as Concept | undefined
  if (national === undefined || body === undefined) return national
  const layers = [
    { name: NATIONAL, concepts: [national] },
    { name: layer, concepts: [], overlays: [body as Overlay] },
  ]
  return createBank({ layers }).bank.concept(national.id)
}
