import { API_ROOT } from '../api/create-api.js'
import { OPERATIONS } from '../api/operations/index.js'
import { INTEROP_SURFACES } from '../api/surfaces.js'
import { API_VERSION } from '../api/version.js'
import type { Described } from './create-open-api.js'

/** What the description says of the whole API; the national profile asks for each part (DOK.03, 06–11). */
const INFO = {
  title: 'Klarspråk',
  version: API_VERSION,
  summary: 'Slå upp ord, få veta vad du ska skriva i stället, granska texter',
  description: [
    'Klarspråk är en gemensam termbank för begripliga e-tjänster inom vård och omsorg. Gränssnittet svarar på vad ett ord betyder, vad man ska skriva i stället och vad som har ändrats, och det granskar texter. Att läsa är öppet och kräver ingen nyckel; den som ändrar eller lämnar förslag har en.',
    'Klarspråk is a shared term bank for understandable e-services in health and social care. The API answers what a word means, what to write instead and what has changed, and it checks texts. Reading is open and needs no key; those who edit or make proposals have one.',
    'Begränsningar / limits: högst 600 läsningar, 60 granskningar och 300 ändringar per minut och adress; texter på högst 100 000 tecken. En rättning är säker bara när svaret säger det. At most 600 reads, 60 checks and 300 edits a minute for each address; texts of at most 100,000 characters.',
  ].join('\n\n'),
  termsOfService: 'https://github.com/klarsprak/klarsprak/blob/main/docs/api.md#terms',
  contact: {
    name: 'Klarspråk',
    url: 'https://github.com/klarsprak/klarsprak/issues',
    email: 'klarsprak@example.se',
  },
  license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/sv' },
  'x-limitations': 'Swedish only in checks. The limits of calls are kept by each server by itself.',
  'x-sla': {
    availability: 'Set by the one who runs the service',
    responseTime: 'Set by the one who runs the service',
    support: 'https://github.com/klarsprak/klarsprak/issues',
  },
} as const

/** The API by the national profile. */
export const NATIONAL_API: Described = {
  surfaces: [{ root: API_ROOT, operations: OPERATIONS }],
  base: API_ROOT,
  info: INFO,
  tags: {
    service: 'About the service.',
    concepts: 'The concepts of the bank.',
    words: 'What words mean and what to write instead.',
    checks: 'Checking texts.',
    releases: 'Releases, changes and exports.',
    organisations: 'Organisations and their layers on top of the national bank.',
    drafts: 'Coming changes to the national bank.',
    proposals: 'Proposals, and what was decided.',
    keys: 'Keys, and the log of what has been done.',
  },
}

/** What other tools' clients expect. Their conventions are not ours, so the national profile's rules do not hold here. */
export const INTEROP_API: Described = {
  surfaces: INTEROP_SURFACES,
  base: '',
  info: {
    ...INFO,
    title: 'Klarspråk för andra verktyg',
    summary: 'Termbanken för OpenRefine och andra klienter',
    description: [
      'Samma termbank genom gränssnitt som andra verktyg redan talar. Varje gränssnitt följer sin egen standard.',
      'The same term bank by the protocols that other tools speak already. Each follows a standard of its own.',
    ].join('\n\n'),
  },
  tags: {
    reconciliation: 'Reconciliation Service API 0.2, for OpenRefine.',
    skosmos: 'The part of the REST API of Skosmos that clients read concepts with.',
    mcp: 'Model Context Protocol, for assistants.',
  },
}
