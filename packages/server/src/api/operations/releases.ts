import { z } from 'zod'
import type { ShelvedRelease } from '../../bank/release-shelf.js'
import { LATEST } from '../../bank/release-shelf.js'
import { answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import { ReleaseList, ReleaseResource } from '../schemas/releases.js'
import type { Services } from '../services.js'
import { pageOf } from './page-of.js'

const name = z.string().max(60).describe('Utgåvans namn, eller latest för den senaste.').meta({ example: LATEST })

const noSuchRelease = (asked: string, { releases }: Services) => {
  const known = releases.all.map((release) => release.name).join(', ')
  return refuse('not-found', {
    sv: `Utgåvan ${asked} finns inte. De som finns: ${known}.`,
    en: `There is no release ${asked}. There are: ${known}.`,
  })
}

function showRelease(release: ShelvedRelease, services: Services): z.output<typeof ReleaseResource> {
  const here = `/v1/releases/${encodeURIComponent(release.name)}`
  const { all } = services.releases
  const older = all[all.indexOf(release) + 1]
  return {
    name: release.name,
    concepts: release.conceptCount,
    checksum: `sha-256:${release.sha256}`,
    files: release.files.map((file) => ({
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      checksum: `sha-256:${file.sha256}`,
      links: { download: { href: services.link(`${here}/files/${encodeURIComponent(file.name)}`) } },
    })),
    links: {
      self: { href: services.link(here) },
      changes: { href: services.link(`/v1/changes?release=${encodeURIComponent(release.name)}`) },
      ...(older === undefined
        ? {}
        : { predecessor: { href: services.link(`/v1/releases/${encodeURIComponent(older.name)}`) } }),
    },
  }
}

export const listReleases = defineOperation({
  id: 'listReleases',
  method: 'get',
  path: '/releases',
  tag: 'releases',
  summary: { sv: 'Lista utgåvorna', en: 'List the releases' },
  description: 'Every release of the bank that can be downloaded, the newest first.',
  query: z.strictObject(paging),
  produces: [{ type: JSON_TYPE, schema: ReleaseList, describe: 'A page of releases.' }],
  refuses: ['not-found'],
  example: {},
  handle({ query }, services) {
    const page = pageOf(services.releases.all, query, '/v1/releases', services)
    if ('code' in page) return page
    const releases = page.items.map((release) => showRelease(release, services))
    return answerJson({ releases, ...page.paging }, 'release', { headers: page.headers })
  },
})

export const getRelease = defineOperation({
  id: 'getRelease',
  method: 'get',
  path: '/releases/{name}',
  tag: 'releases',
  summary: { sv: 'Hämta en utgåva', en: 'Get a release' },
  description:
    'A release and its files with their checksums. What has been released under a name never changes; latest stands for the newest one.',
  params: z.strictObject({ name }),
  produces: [{ type: JSON_TYPE, schema: ReleaseResource, describe: 'The release.' }],
  refuses: ['not-found'],
  example: { params: { name: LATEST } },
  handle({ params }, services) {
    const release = services.releases.find(params.name)
    if (release === undefined) return noSuchRelease(params.name, services)
    // Its links may lead to newer releases, so even a named one is asked for again with its ETag.
    return answerJson(showRelease(release, services), 'release', {
      headers: { 'content-location': services.link(`/v1/releases/${encodeURIComponent(release.name)}`) },
    })
  },
})

export const getReleaseFile = defineOperation({
  id: 'getReleaseFile',
  method: 'get',
  path: '/releases/{name}/files/{file}',
  tag: 'releases',
  negotiated: false,
  summary: { sv: 'Ladda ner en fil i en utgåva', en: 'Download a file of a release' },
  description:
    'A file for a linter or another service that works offline. Its header Repr-Digest (RFC 9530) holds the checksum; under the name of a release it never changes.',
  params: z.strictObject({
    name,
    file: z.string().max(100).describe('Filens namn, som utgåvan anger det.').meta({ example: '2026.1.json' }),
  }),
  produces: [
    { type: JSON_TYPE, schema: z.looseObject({}), describe: 'The manifest or the concepts, as they were built.' },
    { type: 'application/octet-stream', describe: 'A compiled index.' },
  ],
  refuses: ['not-found'],
  example: { params: { name: '2026.1', file: '2026.1.json' } },
  handle({ params }, services) {
    const release = services.releases.find(params.name)
    if (release === undefined) return noSuchRelease(params.name, services)
    const file = release.files.find((one) => one.name === params.file)
    if (file === undefined) {
      const known = release.files.map((one) => one.name).join(', ')
      return refuse('not-found', {
        sv: `Utgåvan har ingen fil ${params.file}. Den har: ${known}.`,
        en: `The release has no file ${params.file}. It has: ${known}.`,
      })
    }
    return {
      status: 200,
      type: file.mediaType,
      body: release.read(file.name),
      cache: params.name === LATEST ? 'release' : 'immutable',
      headers: {
        'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
        'content-disposition': `attachment; filename="${file.name}"`,
      },
    }
  },
})
