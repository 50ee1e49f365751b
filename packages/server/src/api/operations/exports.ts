import { z } from 'zod'
import { type Answer, answerJson, defineOperation, JSON_TYPE } from '../operation.js'
import { refuse } from '../problems.js'
import { paging } from '../schemas/common.js'
import { organisation } from '../schemas/editing.js'
import { ExportList } from '../schemas/releases.js'
import { pageOf } from './page-of.js'

export const listExports = defineOperation({
  id: 'listExports',
  method: 'get',
  path: '/exports',
  tag: 'releases',
  layered: true,
  summary: { sv: 'Lista exportformaten', en: 'List the formats of export' },
  description: 'The formats in which the whole bank can be downloaded.',
  query: z.strictObject({ ...organisation, ...paging }),
  produces: [{ type: JSON_TYPE, schema: ExportList, describe: 'A page of formats.' }],
  refuses: ['not-found'],
  example: {},
  async handle({ query }, services) {
    const { exchangeFormats } = await formats()
    const page = pageOf(exchangeFormats, query, '/v1/exports', services)
    if ('code' in page) return page
    const shown = page.items.map(({ id, name, mediaType, extensions }) => ({
      id,
      name,
      mediaType,
      extension: extensions[0]!,
      links: { download: { href: services.link(`/v1/exports/${id}`) } },
    }))
    return answerJson({ release: services.bank.release, exports: shown, ...page.paging }, 'release', {
      headers: page.headers,
    })
  },
})

/** The media types of the formats, JSON apart. Written out so that the libraries behind them are loaded when they are used. */
export const EXPORT_TYPES: readonly string[] = [
  'application/ld+json',
  'application/rdf+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-tbx+xml',
  'application/xml',
  'application/yaml',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'text/turtle',
]

const formats = () => import('@klarsprak/termbank/exchange')

export const getExport = defineOperation({
  id: 'getExport',
  method: 'get',
  path: '/exports/{format}',
  tag: 'releases',
  layered: true,
  negotiated: false,
  summary: { sv: 'Hämta hela termbanken', en: 'Get the whole bank' },
  description:
    'The whole bank in one format, as a file. The path decides the format, so the header Accept is not asked. The header X-Losses counts the values that have no place in the format.',
  params: z.strictObject({
    format: z.string().max(40).describe('Formatets id, som listan över format anger det.').meta({ example: 'cspell' }),
  }),
  query: z.strictObject(organisation),
  produces: [
    { type: JSON_TYPE, schema: z.looseObject({}), describe: 'The bank, for formats that are JSON.' },
    ...EXPORT_TYPES.map((type) => ({ type, describe: 'The bank as a file.' })),
  ],
  refuses: ['not-found'],
  example: { params: { format: 'cspell' } },
  async handle({ params }, services): Promise<Answer | ReturnType<typeof refuse>> {
    const { exchangeFormat, exchangeFormats } = await formats()
    const format = exchangeFormat(params.format)
    if (format === undefined) {
      const known = exchangeFormats.map(({ id }) => id).join(', ')
      return refuse('not-found', {
        sv: `Formatet ${params.format} finns inte. De som finns: ${known}.`,
        en: `There is no format ${params.format}. There are: ${known}.`,
      })
    }
    const { content, losses } = await services.exportOf(format)
    const { release } = services.bank
    return {
      status: 200,
      type:
        format.mediaType.startsWith('text/') && !format.mediaType.includes('charset')
          ? `${format.mediaType}; charset=utf-8`
          : format.mediaType,
      body: content,
      cache: 'release',
      headers: {
        'content-disposition': `attachment; filename="klarsprak-${release}.${format.extensions[0]}"`,
        'x-losses': String(losses.length),
      },
    }
  },
})
