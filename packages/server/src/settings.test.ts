import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.js'

test('nothing needs to be said', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    proxies: 0,
    limits: { reads: 600, checks: 60, edits: 300, proposals: 0 },
    tokens: undefined,
    logLevel: 'info',
  })
})
test('everything can be said, and an empty value says nothing', () => {
  const env = {
    PORT: '80',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://a/b',
    PROXIES: '1',
    READS_PER_MINUTE: '10',
    DATA_DIR: ' ',
  }
  expect(readSettings(env)).toMatchObject({
    port: 80,
    host: '0.0.0.0',
    databaseUrl: 'postgres://a/b',
    proxies: 1,
    limits: { reads: 10, checks: 60, edits: 300, proposals: 0 },
    data: undefined,
  })
})
test.each([
  { PORT: 'http' },
  { PORT: '70000' },
  { DATABASE_URL: 'mysql://a/b' },
  { PUBLIC_URL: 'termer' },
  { LOG_LEVEL: 'loud' },
])('%o is refused by name', (env) => {
  expect(() => readSettings(env)).toThrow(Object.keys(env)[0]!)
})

describe('those who sign in elsewhere', () => {
  const oidc = {
    OIDC_ISSUER: 'https://inloggning.exempel.se',
    OIDC_AUDIENCE: 'klarsprak',
    OIDC_JWKS_URL: 'https://inloggning.exempel.se/keys',
  }
  test('are known by the issuer, whose names for roles may be its own', () => {
    const { tokens } = readSettings({
      ...oidc,
      OIDC_ROLES: 'termgrupp=administrator, rx=editor:region-x,*=contributor',
    })
    expect(tokens).toMatchObject({ issuer: oidc.OIDC_ISSUER, audience: 'klarsprak', rolesClaim: 'roles' })
    expect([...tokens!.roles!]).toEqual([
      ['termgrupp', { role: 'administrator' }],
      ['rx', { role: 'editor', organisation: 'region-x' }],
      ['*', { role: 'contributor' }],
    ])
    expect(readSettings({ ...oidc, OIDC_ROLES_CLAIM: 'realm_access.roles' }).tokens).toMatchObject({
      rolesClaim: 'realm_access.roles',
    })
  })
  test.each([
    { name: 'only a part of them', env: { OIDC_ISSUER: oidc.OIDC_ISSUER }, says: 'OIDC_AUDIENCE' },
    {
      name: 'keys that anybody on the way may change',
      env: { ...oidc, OIDC_JWKS_URL: 'http://a.se/k' },
      says: 'https://',
    },
    { name: 'a role that is not there', env: { ...oidc, OIDC_ROLES: 'a=kung' }, says: 'a=kung' },
    { name: 'an editor of nothing', env: { ...oidc, OIDC_ROLES: 'a=editor' }, says: 'a=editor' },
  ])('$name is refused', ({ env, says }) => {
    expect(() => readSettings(env)).toThrow(says)
  })
})
