import type { IFunction, RulesetDefinition } from '@stoplight/spectral-core'
import { casing, pattern, schema, truthy } from '@stoplight/spectral-functions'

/**
 * Rules of the national REST API profile (Digg) that can be seen in a description, by their ids there. SKALL is an
 * error, BÖR a warning. Written by us from the profile's text; Digg's own tool is RAP-LP. What the profile asks of the
 * running service is in the other tests.
 */
type Severity = 'error' | 'warn'
interface Rule {
  readonly level: 'SKALL' | 'BÖR'
  readonly says: string
  readonly given: string | readonly string[]
  readonly check: { readonly field?: string; readonly function: unknown; readonly functionOptions?: object }[]
}

const says = (message: string) => [{ message }]
type Test = (value: never) => boolean
/** Holds when `test` does. */
const holds =
  (message: string, test: Test): IFunction =>
  (value) =>
    test(value as never) ? undefined : says(message)

const OPERATIONS = '$.paths[*][get,post,put,patch,delete]'
const keysOf = (value: object): string[] => Object.keys(value)
const properties = '$.components.schemas..properties'

const RULES: Readonly<Record<string, Rule>> = {
  'DOK.01': {
    level: 'BÖR',
    says: 'The documentation is public',
    given: '$.externalDocs',
    check: [
      { field: 'description', function: truthy },
      { field: 'url', function: truthy },
    ],
  },
  'DOK.03': {
    level: 'SKALL',
    says: 'Overall information is given',
    given: '$.info',
    check: [
      'title',
      'version',
      'description',
      'termsOfService',
      'contact.name',
      'contact.url',
      'contact.email',
      'license.name',
      'license.url',
    ].map((field) => ({ field, function: truthy })),
  },
  'DOK.06': {
    level: 'BÖR',
    says: 'In Swedish and in English',
    given: '$.info.description',
    check: [
      {
        function: holds(
          'Both languages are needed',
          (text: string) => /\b(?:och|är|att)\b/u.test(text) && /\b(?:and|the|is)\b/u.test(text),
        ),
      },
    ],
  },
  'DOK.07': {
    level: 'BÖR',
    says: 'There is an overview',
    given: '$.info',
    check: [{ field: 'description', function: truthy }],
  },
  'DOK.08': {
    level: 'SKALL',
    says: 'The level of service is described',
    given: '$.info.x-sla',
    check: ['availability', 'responseTime', 'support'].map((field) => ({ field, function: truthy })),
  },
  'DOK.09': {
    level: 'SKALL',
    says: 'Limits are described',
    given: '$.info',
    check: [{ field: 'x-limitations', function: truthy }],
  },
  'DOK.11': {
    level: 'SKALL',
    says: 'Purpose and behaviour are described',
    given: '$.info.description',
    check: [{ function: pattern, functionOptions: { match: '\\S{3}' } }],
  },
  'DOK.15': {
    level: 'SKALL',
    says: 'Requests and answers have examples',
    given: '$.paths..content[application/json]',
    check: [{ function: holds('An example is needed', (media: object) => 'example' in media || 'examples' in media) }],
  },
  'DOK.17': {
    level: 'BÖR',
    says: 'A current OpenAPI',
    given: '$.openapi',
    check: [{ function: pattern, functionOptions: { match: '^3\\.\\d+\\.\\d+$' } }],
  },
  'DOK.19': {
    level: 'SKALL',
    says: 'Operations are described',
    given: OPERATIONS,
    check: [
      { field: 'description', function: truthy },
      { field: 'summary', function: truthy },
    ],
  },
  'DOK.20': {
    level: 'SKALL',
    says: 'Every code of an answer is described',
    given: `${OPERATIONS}.responses[*]`,
    check: [{ field: 'description', function: truthy }],
  },
  'DOK.21': {
    level: 'SKALL',
    says: 'It is said how to identify oneself',
    given: '$',
    check: [
      { field: 'security', function: truthy },
      { field: 'components.securitySchemes', function: truthy },
    ],
  },
  'RES.02': {
    level: 'BÖR',
    says: 'No personal identity numbers in parameters',
    given: `${OPERATIONS}.parameters[*].name`,
    check: [
      {
        function: pattern,
        functionOptions: { notMatch: '(?i)^(pnr|personnummer|ssn|personalNumber)$'.replace('(?i)', '') },
      },
    ],
  },
  'RES.06': {
    level: 'SKALL',
    says: 'Paths are plural nouns in small letters',
    given: '$.paths',
    check: [
      {
        function: holds('Small letters, digits and hyphens', (paths: object) =>
          keysOf(paths).every((path) =>
            path
              .split('/')
              .slice(1)
              .every((part) => /^(?:\{\w+\}|[a-z0-9]+(?:-[a-z0-9]+)*)$/u.test(part)),
          ),
        ),
      },
    ],
  },
  'UFN.01': {
    level: 'BÖR',
    says: 'Addresses are {domain}/{api}/{version}',
    given: '$.servers[*].url',
    check: [{ function: pattern, functionOptions: { match: '^https://[^/]+/[a-z0-9-]+/v\\d+$' } }],
  },
  'UFN.02': {
    level: 'SKALL',
    says: 'HTTPS on port 443',
    given: '$.servers[*].url',
    check: [{ function: pattern, functionOptions: { match: '^https://[^:/]+(?::443)?/' } }],
  },
  'UFN.07': {
    level: 'SKALL',
    says: 'Only a–z, 0–9, - . ~ in addresses',
    given: '$.servers[*].url',
    check: [{ function: pattern, functionOptions: { match: '^https://[a-z0-9.~/-]+$' } }],
  },
  'UFN.08': {
    level: 'SKALL',
    says: 'Only hyphens part words',
    given: '$.paths',
    check: [
      { function: holds('No . , _ or ~', (paths: object) => keysOf(paths).every((path) => !/[.,_~]/u.test(path))) },
    ],
  },
  'UFN.09': {
    level: 'SKALL',
    says: 'Neither blanks nor underscores, not in names of path parameters either',
    given: '$.paths',
    check: [
      { function: holds('No _ or blank', (paths: object) => keysOf(paths).every((path) => !/[_\s]/u.test(path))) },
    ],
  },
  'MOG.01': {
    level: 'SKALL',
    says: 'Every path has an HTTP verb',
    given: '$.paths[*]',
    check: [
      {
        function: holds('A verb is needed', (item: object) =>
          ['get', 'post', 'put', 'patch', 'delete'].some((verb) => verb in item),
        ),
      },
    ],
  },
  'AME.01': {
    level: 'BÖR',
    says: 'Answers exist as JSON',
    given: `${OPERATIONS}.responses[200,201].content`,
    check: [{ function: holds('application/json is needed', (content: object) => 'application/json' in content) }],
  },
  'AME.05': {
    level: 'SKALL',
    says: 'Names are in one style',
    given: `${properties}.*~`,
    check: [{ function: casing, functionOptions: { type: 'camel' } }],
  },
  'AME.06': {
    level: 'SKALL',
    says: 'Lists have names in the plural',
    given: properties,
    check: [
      {
        function: holds('A list ends in s', (named: Record<string, { type?: unknown }>) =>
          Object.entries(named).every(([name, of]) => of.type !== 'array' || name.endsWith('s')),
        ),
      },
    ],
  },
  'AME.07': {
    level: 'BÖR',
    says: 'Names are letters',
    given: `${properties}.*~`,
    check: [{ function: pattern, functionOptions: { match: '^[a-zA-Z]+$' } }],
  },
  'FEL.01': {
    level: 'SKALL',
    says: 'Problems are those of RFC 9457',
    given: '$.components.responses[*].content[application/problem+json].schema',
    check: [
      {
        function: schema,
        functionOptions: {
          schema: {
            type: 'object',
            properties: { properties: { type: 'object', required: ['type', 'title', 'status', 'detail', 'instance'] } },
            required: ['properties'],
          },
        },
      },
    ],
  },
  'FEL.02': {
    level: 'SKALL',
    says: 'Errors are application/problem+json',
    given: OPERATIONS,
    check: [
      {
        function: holds(
          'Every error is a problem',
          ({ responses }: { responses: Record<string, { content?: object }> }) =>
            Object.entries(responses).every(
              ([status, response]) =>
                (status !== 'default' && Number(status) < 400) ||
                keysOf(response.content ?? {}).join() === 'application/problem+json',
            ),
        ),
      },
    ],
  },
  'VER.05': {
    level: 'BÖR',
    says: 'The major version is in the address',
    given: '$.servers[*].url',
    check: [{ function: pattern, functionOptions: { match: '/v\\d+$' } }],
  },
  'VER.06': {
    level: 'SKALL',
    says: 'There is api-info',
    given: '$.paths',
    check: [{ field: '/api-info', function: truthy }],
  },
  'SPA.02': {
    level: 'SKALL',
    says: 'traceparent is accepted',
    given: '$.paths[*].parameters',
    check: [
      {
        function: holds('traceparent is needed', (list: readonly { name?: string }[]) =>
          list.some(({ name }) => name === 'traceparent'),
        ),
      },
    ],
  },
  'SPA.04': {
    level: 'BÖR',
    says: 'traceparent is returned',
    given: `${OPERATIONS}.responses[*]`,
    check: [{ field: 'headers.traceparent', function: truthy }],
  },
  'FNS.01': {
    level: 'SKALL',
    says: 'Query parameters are in one style',
    given: `${OPERATIONS}.parameters[?(@.in=='query')].name`,
    check: [{ function: casing, functionOptions: { type: 'camel' } }],
  },
  'FNS.03': {
    level: 'SKALL',
    says: 'Parameters begin with a letter',
    given: `${OPERATIONS}.parameters[?(@.in=='query')].name`,
    check: [{ function: pattern, functionOptions: { match: '^[a-zA-Z]' } }],
  },
  'FNS.05': {
    level: 'BÖR',
    says: 'Query parameters are optional',
    given: `${OPERATIONS}.parameters[?(@.in=='query')]`,
    check: [{ function: holds('Not required', ({ required }: { required?: boolean }) => required !== true) }],
  },
  'FNS.06': {
    level: 'BÖR',
    says: 'Names need no encoding',
    given: `${OPERATIONS}.parameters[?(@.in=='query')].name`,
    check: [{ function: pattern, functionOptions: { match: '^[A-Za-z0-9._~-]+$' } }],
  },
  'FNS.07': {
    level: 'SKALL',
    says: 'Paging is limit with page or offset',
    given: OPERATIONS,
    check: [
      {
        function: holds('page needs limit', ({ parameters = [] }: { parameters?: readonly { name?: string }[] }) => {
          const names = parameters.map(({ name }) => name)
          return !(names.includes('page') || names.includes('offset')) || names.includes('limit')
        }),
      },
    ],
  },
  'FNS.08': {
    level: 'SKALL',
    says: 'Pages begin at 1',
    given: `${OPERATIONS}.parameters[?(@.name=='page')].schema.default`,
    check: [{ function: holds('1', (value: number) => value === 1) }],
  },
  'FNS.09': {
    level: 'BÖR',
    says: 'A page has 20 unless said',
    given: OPERATIONS,
    check: [
      {
        function: holds(
          '20',
          ({ parameters = [] }: { parameters?: readonly { name?: string; schema?: { default?: number } }[] }) =>
            !parameters.some(({ name }) => name === 'page') ||
            parameters.some(({ name, schema: of }) => name === 'limit' && of?.default === 20),
        ),
      },
    ],
  },
  'SAK.09': {
    level: 'SKALL',
    says: 'Neither Basic nor Digest',
    given: "$.components.securitySchemes[?(@.type=='http')].scheme",
    check: [{ function: pattern, functionOptions: { notMatch: '^([Bb]asic|[Dd]igest)$' } }],
  },
  'SAK.10': {
    level: 'SKALL',
    says: 'Bearer',
    given: "$.components.securitySchemes[?(@.type=='http')].scheme",
    check: [{ function: pattern, functionOptions: { match: '^bearer$' } }],
  },
  'SAK.16': {
    level: 'SKALL',
    says: 'Keys are sent in headers',
    given: "$.components.securitySchemes[?(@.type=='apiKey')].in",
    check: [{ function: pattern, functionOptions: { match: '^header$' } }],
  },
  'SAK.15': {
    level: 'SKALL',
    says: 'No keys in addresses',
    given: `${OPERATIONS}.parameters[?(@.in=='query')].name`,
    check: [{ function: pattern, functionOptions: { notMatch: '^(?:key|apiKey|token|accessToken)$' } }],
  },
  'FOR.02': {
    level: 'SKALL',
    says: 'GET has no body',
    given: '$.paths[*].get',
    check: [{ function: holds('No body', (operation: object) => !('requestBody' in operation)) }],
  },
}

/** For Spectral. */
export const nationalProfile: RulesetDefinition = {
  rules: Object.fromEntries(
    Object.entries(RULES).map(([id, { level, says: message, given, check }]) => [
      id,
      {
        message: `${message} (${level}): {{error}}`,
        severity: (level === 'SKALL' ? 'error' : 'warn') satisfies Severity,
        given,
        // biome-ignore lint/suspicious/noThenProperty: Spectral calls it so
        then: check,
      },
    ]),
  ) as never,
}
