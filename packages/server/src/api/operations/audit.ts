import { z } from 'zod'
import { answerJson, JSON_TYPE } from '../operation.js'
import { paging } from '../schemas/common.js'
import { AuditList } from '../schemas/editing.js'
import { forAdministrators } from './for-administrators.js'
import { pageFrom } from './page-of.js'

export const listAuditEntries = forAdministrators({
  id: 'listAuditEntries',
  method: 'get',
  path: '/audit-entries',
  summary: { sv: 'Visa loggen över allt som har gjorts', en: 'Show the log of all that has been done' },
  description: 'Every edit, key and decision, latest first: who, when and why.',
  query: z.strictObject(paging),
  produces: [{ type: JSON_TYPE, schema: AuditList, describe: 'A page of the log.' }],
  refuses: ['not-found'],
  example: {},
  async handle({ query }, services) {
    const page = await pageFrom((asked) => services.storage.audit(asked), query, '/v1/audit-entries', services)
    if ('code' in page) return page
    const auditEntries = page.items.map(({ id, action, subject, author }) => ({ id, action, subject, ...author }))
    return answerJson({ auditEntries, ...page.paging }, 'private', { headers: page.headers })
  },
})
