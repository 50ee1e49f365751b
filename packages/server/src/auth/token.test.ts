import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenReader, IssuerUnavailable, readGrant, type TokenSettings } from './token.js'

const NOW = Math.floor(Date.parse('2026-11-23T08:00:00Z') / 1_000)
const issuer = 'https://inloggning.exempel.se'
const audience = 'klarsprak'

let server: Server
let url: string
let fetches = 0
let isAway = false
let sign: CryptoKey
let other: CryptoKey
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  sign = pair.privateKey
  other = (await generateKeyPair('RS256')).privateKey
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256' }] })
  server = createServer((_, response) => {
    fetches++
    response.writeHead(isAway ? 500 : 200, { 'content-type': 'application/json' }).end(keys)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const settings = (more: Partial<TokenSettings> = {}): TokenSettings => ({
  issuer,
  audience,
  jwksUrl: url,
  rolesClaim: 'roles',
  ...more,
})
const reader = (more: Partial<TokenSettings> = {}) =>
  createTokenReader(settings(more), { now: () => new Date(NOW * 1_000) })

interface Made {
  readonly claims?: Record<string, unknown>
  readonly key?: CryptoKey | Uint8Array
  readonly alg?: string
  readonly exp?: number
  readonly nbf?: number
  readonly iss?: string
  readonly aud?: string
  readonly kid?: string
}
const token = ({
  claims = {},
  key = sign,
  alg = 'RS256',
  exp = NOW + 600,
  nbf,
  iss = issuer,
  aud = audience,
  kid = 'one',
}: Made = {}) => {
  const made = new SignJWT({ sub: 'anna', name: 'Anna Andersson', roles: ['editor:region-x'], ...claims })
    .setProtectedHeader({ alg, kid })
    .setIssuedAt(NOW)
    .setIssuer(iss)
    .setAudience(aud)
    .setExpirationTime(exp)
  return (nbf === undefined ? made : made.setNotBefore(nbf)).sign(key)
}

describe('a token', () => {
  test('that is right says who its bearer is', async () => {
    expect(await reader()(await token())).toEqual({
      id: 'user:anna',
      name: 'Anna Andersson',
      isAdministrator: false,
      edits: ['region-x'],
    })
  })

  test.each<{ name: string; made: () => Made }>([
    { name: 'has expired', made: () => ({ exp: NOW - 120 }) },
    { name: 'is not valid yet', made: () => ({ nbf: NOW + 120 }) },
    { name: 'is from somebody else', made: () => ({ iss: 'https://annan.exempel.se' }) },
    { name: 'is for another service', made: () => ({ aud: 'annan' }) },
    { name: 'is signed with another key', made: () => ({ key: other }) },
    {
      name: 'is signed with a shared secret',
      made: () => ({ alg: 'HS256', key: new TextEncoder().encode('x'.repeat(32)) }),
    },
    { name: 'names a key that the issuer does not have', made: () => ({ kid: 'two' }) },
    { name: 'has no subject', made: () => ({ claims: { sub: undefined } }) },
    { name: 'has no role here', made: () => ({ claims: { roles: ['städare'] } }) },
    { name: 'has roles of another shape', made: () => ({ claims: { roles: { a: 1 } } }) },
  ])('that $name is nobody’s', async ({ made }) => {
    expect(await reader()(await token(made()))).toBeUndefined()
  })

  test.each([
    '',
    'zebra',
    'a.b.c',
    `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"a"}').toString('base64url')}.`,
    'x'.repeat(10_000),
  ])('that is no token is nobody’s: %#', async (text) => {
    expect(await reader()(text)).toBeUndefined()
  })

  test('may be a minute late, since clocks differ', async () => {
    expect(await reader()(await token({ exp: NOW - 30 }))).toBeDefined()
  })

  test('has its roles where the settings say, by the names of the issuer', async () => {
    const roles = new Map([
      ['termgruppen', readGrant('administrator')!],
      ['rx', readGrant('editor:region-x')!],
    ])
    const read = reader({ rolesClaim: 'realm_access.roles', roles })
    expect(await read(await token({ claims: { realm_access: { roles: ['termgruppen', 'rx', 'x'] } } }))).toMatchObject({
      isAdministrator: true,
      edits: ['region-x'],
    })
    expect(await read(await token())).toBeUndefined()
    const everybody = reader({ roles: new Map([['*', readGrant('contributor')!]]) })
    expect(await everybody(await token())).toMatchObject({ isAdministrator: false, edits: [] })
  })
})

test('the keys of the issuer are fetched once for many tokens', async () => {
  const read = reader()
  const before = fetches
  for (let n = 0; n < 20; n++) await read(await token())
  // Nor does a token with a made-up key make the service fetch again and again.
  for (let n = 0; n < 20; n++) await read(await token({ kid: `made-up-${n}` }))
  expect(fetches - before).toBe(1)
})

test('an issuer that is away is told apart from a token that is wrong', async () => {
  isAway = true
  await expect(reader()(await token())).rejects.toBeInstanceOf(IssuerUnavailable)
  isAway = false
  expect(await reader()(await token())).toBeDefined()
})

test.each([
  ['administrator', { role: 'administrator' }],
  ['contributor', { role: 'contributor' }],
  ['editor:region-x', { role: 'editor', organisation: 'region-x' }],
  ['editor', undefined],
  ['administrator:region-x', undefined],
  ['editor:a:b', undefined],
  ['', undefined],
])('the role %s', (text, grant) => {
  expect(readGrant(text)).toEqual(grant)
})
