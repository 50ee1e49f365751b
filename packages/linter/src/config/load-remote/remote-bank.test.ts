import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../cli/io.js'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import type { Lock } from '../load-lock.js'
import type { Fetch } from './fetch-release.js'
import { remoteBank } from './remote-bank.js'
import { remoteLayer } from './remote-layer.js'

// A service in memory; packages/server tests the command against the real one.

const folder = temporaryFolders()
const URL_LATEST = 'https://termer.exempel.se/v1/releases/latest'
const DAY = 86_400_000
const MONDAY = Date.parse('2026-11-23T08:00:00Z')

const conceptsOf = (release: string, more = '') => JSON.stringify({ release, concepts: [], more })
const sumOf = (text: string) => createHash('sha256').update(text).digest('hex')

interface Service {
  latest: string
  /** The concepts by release. */
  readonly releases: Record<string, string>
  /** What is answered instead of what the service would say. */
  instead?: (url: string) => Response | undefined
  isAway?: boolean
  readonly asked: string[]
}

const service = (): Service => ({ latest: '2026.1', releases: { '2026.1': conceptsOf('2026.1') }, asked: [] })

const fetchFrom =
  (at: Service): Fetch =>
  async (url, { headers, method, body }) => {
    // Nothing is ever sent but the question.
    expect([method, body]).toEqual([undefined, undefined])
    at.asked.push(url.replace(/^.*\/releases\//u, ''))
    if (at.isAway) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    const instead = at.instead?.(url)
    if (instead !== undefined) return instead
    const [, asked = '', file] = /\/releases\/([^/]+)(?:\/files\/([^/]+))?$/u.exec(url) ?? []
    const name = asked === 'latest' ? at.latest : asked
    const concepts = at.releases[name]
    if (concepts === undefined) return new Response('{}', { status: 404 })
    if (file !== undefined) return new Response(concepts)
    const etag = `"${name}"`
    if (new Headers(headers).get('if-none-match') === etag) return new Response(null, { status: 304 })
    const checksum = `sha-256:${sumOf(concepts)}`
    const answer = { name, concepts: 0, checksum, files: [{ name: `${name}.json`, checksum }], links: {} }
    return Response.json(answer, { headers: { etag } })
  }

function client(at: Service) {
  const cache = folder({})
  const notes: string[] = []
  const use = (options: { url?: string; lock?: Lock; day?: number; isOffline?: boolean; isFresh?: boolean } = {}) =>
    remoteBank(options.url ?? URL_LATEST, {
      cache,
      lock: options.lock,
      isOffline: options.isOffline ?? false,
      isFresh: options.isFresh ?? false,
      note: (sentence) => notes.push(sentence),
      fetch: fetchFrom(at),
      now: () => MONDAY + (options.day ?? 0) * DAY,
    }).then(
      (path) => path.split('/').at(-1),
      (error: unknown) => {
        expect(error).toBeInstanceOf(UserError)
        return (error as Error).message
      },
    )
  return { cache, notes, use }
}

describe('the newest release', () => {
  test('is fetched once, asked about by its ETag, and not asked about twice in an hour', async () => {
    const at = service()
    const { use, notes } = client(at)
    expect([await use(), await use(), await use({ day: 0.01 })]).toEqual(['2026.1', '2026.1', '2026.1'])
    expect(at.asked).toEqual(['latest', '2026.1/files/2026.1.json'])
    expect(await use({ day: 1 })).toBe('2026.1')
    expect(at.asked.slice(2)).toEqual(['latest'])
    expect(notes).toEqual([])
  })
  test('takes over from the one before', async () => {
    const at = service()
    const { use } = client(at)
    await use()
    at.latest = '2026.2'
    at.releases['2026.2'] = conceptsOf('2026.2')
    expect(await use({ day: 1 })).toBe('2026.2')
  })
  test('is the one fetched last when the service is away, and its age is told', async () => {
    const at = service()
    const { use, notes } = client(at)
    await use()
    at.isAway = true
    expect([await use({ day: 1 }), await use({ day: 9 })]).toEqual(['2026.1', '2026.1'])
    expect(notes).toEqual([
      `Termbanken ${URL_LATEST}: Ingen tjänst svarar på adressen. Utgåva 2026.1, som hämtades i går, används.`,
      `Termbanken ${URL_LATEST}: Ingen tjänst svarar på adressen. Utgåva 2026.1, som hämtades för 9 dagar sedan, används.`,
    ])
  })
  test('is the one fetched last with --offline, and nothing is asked', async () => {
    const at = service()
    const { use, notes } = client(at)
    expect(await use({ isOffline: true })).toContain('har inte hämtats än')
    await use()
    const before = at.asked.length
    expect(await use({ isOffline: true, day: 3 })).toBe('2026.1')
    expect(at.asked).toHaveLength(before)
    expect(notes.at(-1)).toContain('för 3 dagar sedan')
  })
})

describe('what a service may answer that is no release', () => {
  const cases: readonly { name: string; instead: (url: string) => Response | undefined; says: string }[] = [
    { name: 'a page', instead: () => new Response('<h1>Logga in</h1>'), says: 'Svaret är ingen utgåva' },
    { name: 'other JSON', instead: () => Response.json({ name: 1 }), says: 'Svaret är ingen utgåva' },
    {
      name: 'a name that is a path',
      instead: () => Response.json({ name: '../../x', checksum: `sha-256:${'0'.repeat(64)}`, files: [] }),
      says: 'Svaret är ingen utgåva',
    },
    { name: 'that it is not there', instead: () => new Response('', { status: 404 }), says: 'har inget sådant' },
    { name: 'that it is secret', instead: () => new Response('', { status: 403 }), says: 'fel 403' },
    { name: 'a fault', instead: () => new Response('', { status: 503 }), says: 'svarar med felet 503' },
    {
      name: 'another place',
      instead: () => new Response('', { status: 302, headers: { location: 'https://ond.exempel/x' } }),
      says: 'skickar vidare till ond.exempel',
    },
    {
      name: 'a place without a lock',
      instead: () => new Response('', { status: 302, headers: { location: 'http://termer.exempel.se/x' } }),
      says: 'skickar vidare till termer.exempel.se',
    },
    {
      name: 'itself, for ever',
      instead: () => new Response('', { status: 302, headers: { location: URL_LATEST } }),
      says: 'skickar vidare gång på gång',
    },
    { name: 'too much', instead: () => new Response('x'.repeat(1_100_000)), says: 'större än 1 MB' },
    {
      name: 'other concepts than it says',
      instead: (url) => (url.includes('/files/') ? new Response('{}') : undefined),
      says: 'har inte den kontrollsumma som tjänsten anger',
    },
  ]
  for (const { name, instead, says } of cases) {
    test(name, async () => {
      const at = service()
      at.instead = instead
      const { use, cache } = client(at)
      expect(await use()).toContain(says)
      expect(readdirSync(cache).filter((one) => one !== '.git')).toEqual([])
    })
  }
  test('a release that has changed under its name is never used', async () => {
    const at = service()
    const { use } = client(at)
    await use()
    at.releases['2026.1'] = conceptsOf('2026.1', 'ond')
    at.instead = (url) => {
      if (url.includes('/files/')) return undefined
      const checksum = `sha-256:${sumOf(at.releases['2026.1']!)}`
      return Response.json({ name: '2026.1', checksum, files: [{ name: '2026.1.json', checksum }] })
    }
    expect(await use({ day: 1 })).toContain('En utgåva ska aldrig ändras')
  })
  test('a redirect in the same place is followed', async () => {
    const at = service()
    at.instead = (url) =>
      url === URL_LATEST ? new Response('', { status: 307, headers: { location: '/v1/releases/2026.1' } }) : undefined
    expect(await client(at).use()).toBe('2026.1')
  })
})

describe('a pinned release', () => {
  const lock = { release: '2026.1', sha256: sumOf(conceptsOf('2026.1')) }
  test('is fetched by its name, and then used without asking', async () => {
    const at = service()
    at.latest = '2026.2'
    const { use } = client(at)
    expect([await use({ lock }), await use({ lock, day: 30 })]).toEqual(['2026.1', '2026.1'])
    expect(at.asked).toEqual(['2026.1', '2026.1/files/2026.1.json'])
  })
  test('with another checksum is not used', async () => {
    const at = service()
    at.releases['2026.1'] = conceptsOf('2026.1', 'ond')
    expect(await client(at).use({ lock })).toContain('inte den kontrollsumma som står i klarsprak.lock')
  })
  test('that is old is said to be', async () => {
    const { use, notes } = client(service())
    await use({ lock })
    expect(await use({ lock, day: 200 })).toBe('2026.1')
    expect(notes).toEqual([expect.stringContaining('hämtades för 200 dagar sedan')])
  })
  test('may come over http; another may not, unless it is about to be pinned', async () => {
    const url = 'http://termer.internt:3000/v1/releases/latest'
    const { use } = client(service())
    expect(await use({ url })).toContain('kan ändras på vägen')
    expect(await use({ url, lock })).toBe('2026.1')
    expect(await use({ url, isFresh: true })).toBe('2026.1')
  })
})

test('a snapshot that has been damaged is fetched again', async () => {
  const at = service()
  const { use, cache } = client(at)
  await use()
  const place = join(cache, 'releases', readdirSync(join(cache, 'releases'))[0]!)
  writeFileSync(join(place, '2026.1/snapshot.json'), '{')
  expect(await use({ day: 1 })).toBe('2026.1')
  rmSync(join(place, 'latest.json'))
  expect(await use({ day: 2 })).toBe('2026.1')
})

test('an address that is no release’s is refused', async () => {
  const { use } = client(service())
  expect(await use({ url: 'https://termer.exempel.se/' })).toContain('ska sluta på /v1/releases/latest')
  expect(await use({ url: 'https://anna:hemligt@termer.exempel.se/v1/releases/latest' })).toContain('inga lösenord')
  expect(await use({ url: 'https://' })).toContain('går inte att förstå')
})

describe('the layer of an organisation', () => {
  const YAML = 'overlays: []\n'
  const layers = (at: Service): Fetch => {
    return async (url, { headers }) => {
      at.asked.push(url)
      if (at.isAway) throw new TypeError('fetch failed')
      if (!url.endsWith('/archives/region-x')) return new Response('{}', { status: 404 })
      if (new Headers(headers).get('if-none-match') === '"1"') return new Response(null, { status: 304 })
      return Response.json(
        { name: 'region-x', files: [{ path: 'region-x.yaml', text: YAML }] },
        { headers: { etag: '"1"' } },
      )
    }
  }
  function using(at: Service) {
    const cache = folder({})
    const notes: string[] = []
    const use = (name: string, { day = 0, isOffline = false, url = URL_LATEST } = {}) =>
      remoteLayer(url, name, {
        cache,
        isOffline,
        note: (sentence) => notes.push(sentence),
        fetch: layers(at),
        now: () => MONDAY + day * DAY,
      }).then(
        (path) => `${path.split('/').at(-1)}: ${readFileSync(path, 'utf8')}`,
        (error: unknown) => {
          expect(error).toBeInstanceOf(UserError)
          return (error as Error).message
        },
      )
    return { use, notes }
  }
  const GOT = `region-x.yaml: ${YAML}`
  test('is fetched as a bank file, asked about by its ETag, and used when the service is away', async () => {
    const at = service()
    const { use, notes } = using(at)
    expect([await use('region-x'), await use('region-x'), await use('region-x', { day: 1 })]).toEqual([GOT, GOT, GOT])
    expect(at.asked).toEqual(Array(2).fill('https://termer.exempel.se/v1/archives/region-x'))
    at.isAway = true
    expect([await use('region-x', { day: 4 }), await use('region-x', { isOffline: true })]).toEqual([GOT, GOT])
    expect(notes).toEqual([expect.stringContaining('för 3 dagar sedan används'), expect.stringContaining('--offline')])
  })
  test('that is not there, or has no name, is a fault', async () => {
    const { use } = using(service())
    expect(await use('region-y')).toContain('har inget sådant')
    expect(await use('../../x')).toContain('är inget namn')
    expect(await use('region-x', { isOffline: true })).toContain('har inte hämtats än')
    expect(await use('region-x', { url: 'http://termer.internt/v1/releases/latest' })).toContain('kan ändras på vägen')
  })
})
