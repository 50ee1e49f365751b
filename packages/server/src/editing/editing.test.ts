import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../storage/storage.js'
import { jsonOf, type TestService, testService } from '../testing/test-service.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
  await send('administrator', 'POST', '/organisations', { name: 'kommun-z', title: 'Kommun Z' })
})
afterAll(() => service.close())

type Who = Role | undefined
const send = async (
  who: Who,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
) => {
  const response = await service.call(`/v1${path}`, {
    method,
    headers: {
      ...(who === undefined ? {} : { authorization: `Bearer ${service.keys[who]}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}
const get = (path: string, who?: Who) => send(who, 'GET', path)
const reason = 'Beslut i språkrådet.'
/** Saves an overlay over whatever is there. */
const put = async (path: string, overlay: object, who: Who = 'editor') => {
  const { headers } = await get(path)
  const etag = headers.get('etag')
  return send(who, 'PUT', path, { overlay, reason }, etag === null ? {} : { 'if-match': etag })
}
const OVERLAY = '/organisations/region-x/overlays/c-0001'
const prefer = (label: string) => ({ concept: 'c-0001', reason: 'Så heter det hos oss.', prefer: label })

describe('who may do what', () => {
  test.each<{ name: string; who: Who; method: string; path: string; body?: unknown; status: number }>([
    { name: 'anybody reads a layer', who: undefined, method: 'GET', path: OVERLAY, status: 200 },
    {
      name: 'nobody without a key edits',
      who: undefined,
      method: 'PUT',
      path: OVERLAY,
      body: { overlay: {}, reason },
      status: 401,
    },
    {
      name: 'a contributor does not edit',
      who: 'contributor',
      method: 'PUT',
      path: OVERLAY,
      body: { overlay: {}, reason },
      status: 403,
    },
    {
      name: 'an editor does not edit the layer of another organisation',
      who: 'editor',
      method: 'PUT',
      path: '/organisations/kommun-z/overlays/c-0001',
      body: { overlay: prefer('hälsoportal'), reason },
      status: 403,
    },
    {
      name: 'an editor does not edit the national bank',
      who: 'editor',
      method: 'DELETE',
      path: '/drafts/c-0002?reason=prov',
      status: 403,
    },
    { name: 'an editor does not see the log', who: 'editor', method: 'GET', path: '/audit-entries', status: 403 },
    {
      name: 'an editor does not make keys',
      who: 'editor',
      method: 'POST',
      path: '/keys',
      body: { name: 'Jag', role: 'administrator' },
      status: 403,
    },
    { name: 'an administrator sees the log', who: 'administrator', method: 'GET', path: '/audit-entries', status: 200 },
    { name: 'proposals are for those with a key', who: undefined, method: 'GET', path: '/proposals', status: 401 },
    {
      name: 'a layer of nobody is not there',
      who: 'administrator',
      method: 'GET',
      path: '/organisations/region-q/overlays',
      status: 404,
    },
    {
      name: 'a layer of nobody is not edited',
      who: 'administrator',
      method: 'PUT',
      path: '/organisations/region-q/overlays/c-0001',
      body: { overlay: prefer('hälsoportal'), reason },
      status: 404,
    },
  ])('$name', async ({ who, method, path, body, status }) => {
    const answer = await send(who, method, path, body)
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toContain('Bearer realm="klarsprak"')
    if (status >= 400) expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a caller is told what they may do', async () => {
    expect((await get('/callers/me', 'editor')).body).toMatchObject({
      name: 'editor',
      roles: ['contributor', 'editor'],
      organisations: ['region-x'],
    })
    expect((await get('/callers/me')).status).toBe(401)
  })

  test('a body is not read for one who may not send it', async () => {
    const answer = await send('contributor', 'PUT', OVERLAY, 'x'.repeat(2_000_000))
    expect(answer.status).toBe(403)
  })

  test('who edited is shown to those with a key only', async () => {
    const known = await get(`${OVERLAY}/revisions`, 'contributor')
    expect(known.body.revisions[0].actor).toContain('Anna Andersson')
    expect(known.headers.get('cache-control')).toBe('private, no-cache')
    const open = await get(`${OVERLAY}/revisions`)
    expect(open.body.revisions[0]).not.toHaveProperty('actor')
    expect(open.headers.get('cache-control')).toBe('public, no-cache')
  })
})

describe('an edit', () => {
  test('needs the version it changes, and the latest one', async () => {
    const body = { overlay: prefer('hälsoportal'), reason }
    const before = await get(OVERLAY)
    const etag = before.headers.get('etag')!
    expect(etag).toBe(`"v${before.body.version}"`)
    const without = await send('editor', 'PUT', OVERLAY, body)
    expect([without.status, without.body.code]).toEqual([428, 'version-needed'])
    const first = await send('editor', 'PUT', OVERLAY, body, { 'if-match': etag })
    expect(first.status).toBe(200)
    expect(first.body.version).toBe(before.body.version + 1)
    expect(first.headers.get('etag')).toBe(`"v${first.body.version}"`)
    const second = await send('editor', 'PUT', OVERLAY, body, { 'if-match': etag })
    expect([second.status, second.body.code]).toEqual([412, 'changed-meanwhile'])
    // The tag of a packed answer is as good.
    const packed = `"v${first.body.version}-br"`
    expect((await send('editor', 'PUT', OVERLAY, body, { 'if-match': `"x", ${packed}` })).status).toBe(200)
    expect((await send('editor', 'PUT', OVERLAY, body, { 'if-match': 'W/"v1"' })).status).toBe(412)
  })

  test('is new when there was nothing, gone when it is taken away, and back when it is restored', async () => {
    const path = '/organisations/region-x/overlays/c-0002'
    const overlay = {
      concept: 'c-0002',
      reason: 'Vi säger så.',
      add: [{ label: 'sjukresa', status: 'admitted', gender: 'common' }],
    }
    const added = await send('editor', 'PUT', path, { overlay, reason })
    expect(added.status).toBe(201)
    expect(added.headers.get('location')).toBe(`/v1${path}`)
    expect((await send('editor', 'PUT', path, { overlay, reason }, { 'if-match': '"v2"' })).status).toBe(412)
    expect((await send('editor', 'DELETE', path, undefined, { 'if-match': '"v1"' })).status).toBe(400)
    const removed = await send('editor', 'DELETE', `${path}?reason=${encodeURIComponent('Behövs inte.')}`, undefined, {
      'if-match': '"v1"',
    })
    expect([removed.status, removed.body]).toEqual([204, undefined])
    expect((await get(path)).status).toBe(404)
    const history = await get(`${path}/revisions`)
    expect(history.body.revisions).toMatchObject([
      { version: 2, removed: true, value: null, reason: 'Behövs inte.' },
      { version: 1, removed: false, value: { concept: 'c-0002' }, reason },
    ])
    const restored = await send('editor', 'POST', `${path}/revisions`, { version: 1, reason: 'Det behövdes.' })
    expect([restored.status, restored.body.version, restored.body.overlay.add[0].label]).toEqual([201, 3, 'sjukresa'])
    expect((await get(`${path}/revisions/1`)).body.value.add[0].label).toBe('sjukresa')
    expect((await send('editor', 'POST', `${path}/revisions`, { version: 2, reason })).status).toBe(404)
  })

  test('may be in parts; all of them or none', async () => {
    await put(OVERLAY, prefer('hälsoportal'))
    const etag = (await get(OVERLAY)).headers.get('etag')!
    const patch = (operations: unknown) =>
      send('editor', 'PATCH', OVERLAY, { operations, reason }, { 'if-match': etag })
    const fails = await patch([
      { op: 'replace', path: '/prefer', value: 'digital ingång' },
      { op: 'remove', path: '/forbid/0' },
    ])
    expect([fails.status, fails.body.code, fails.body.errors[0].field]).toEqual([409, 'patch-fails', 'operations.1'])
    expect((await get(OVERLAY)).body.overlay.prefer).toBe('hälsoportal')
    const done = await patch([
      { op: 'test', path: '/prefer', value: 'hälsoportal' },
      { op: 'add', path: '/set', value: { citizenWording: { sv: 'Hälsoportalen' } } },
    ])
    expect([done.status, done.body.overlay.set.citizenWording.sv]).toEqual([200, 'Hälsoportalen'])
  })

  test('that grows without end is refused', async () => {
    const etag = (await get(OVERLAY)).headers.get('etag')!
    const operations = [
      { op: 'add', path: '/x', value: { a: 'b'.repeat(1_000) } },
      ...Array.from({ length: 40 }, (_, n) => ({ op: 'copy', from: '', path: `/x/${n}` })),
    ]
    const { status } = await send('editor', 'PATCH', OVERLAY, { operations, reason }, { 'if-match': etag })
    expect(status).toBe(422)
  })

  test.each([
    {
      name: 'a term that the concept does not have',
      overlay: prefer('hälsoportalen'),
      field: 'overlay',
      says: 'Menar du ”hälsoportal”?',
    },
    {
      name: 'a concept that is not there',
      overlay: { ...prefer('x'), concept: 'c-0404' },
      at: 'c-0404',
      field: 'overlay',
      says: 'c-0404 finns inte',
    },
    {
      name: 'another concept than the address says',
      overlay: { ...prefer('x'), concept: 'c-0002' },
      field: 'overlay.concept',
      says: 'c-0001',
    },
    {
      name: 'a field that is not there',
      overlay: { ...prefer('hälsoportal'), preferr: 'x' },
      field: 'overlay',
      says: 'preferr',
    },
    {
      name: 'a value of the wrong kind',
      overlay: { ...prefer('hälsoportal'), admit: 'ingång' },
      field: 'overlay.admit',
      says: 'en lista',
    },
    {
      name: 'a text that is too long',
      overlay: prefer('x'.repeat(5_000)),
      field: 'overlay.prefer',
      says: 'Högst 4000 tecken',
    },
    { name: 'text with control characters', overlay: prefer('x\u0000'), field: 'overlay.prefer', says: 'styrtecken' },
    {
      name: 'levels without end',
      overlay: JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
      field: 'overlay.a',
      says: 'nivåer',
    },
  ])('with $name is refused, with the field and the way out', async ({ overlay, at = 'c-0001', field, says }) => {
    const answer = await put(`/organisations/region-x/overlays/${at}`, overlay)
    expect(answer.status).toBe(422)
    expect(answer.body.code).toBe('invalid-content')
    expect(answer.body.errors[0].field.startsWith(field)).toBe(true)
    expect(`${answer.body.detail} ${answer.body.errors[0].message}`).toContain(says)
  })

  test('with an address that holds a null character is no edit', async () => {
    expect(
      (await send('editor', 'PUT', '/organisations/region-x%00/overlays/c-0001', { overlay: {}, reason })).status,
    ).toBe(404)
  })

  test('of several at once is made by one of them for each version', async () => {
    const path = '/organisations/kommun-z/overlays/c-0003'
    const overlay = { concept: 'c-0003', reason: 'Vi säger så.', admit: ['avisering'] }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send('administrator', 'PUT', path, { overlay, reason })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(428)])
  })

  test('of different entries at once are all made', async () => {
    const add = (n: number) =>
      send('administrator', 'POST', '/organisations/kommun-z/concepts', {
        concept: { terms: [{ label: `ord ${'abcdefghij'[n]}`, status: 'preferred', gender: 'neuter' }] },
        reason,
      })
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => add(n)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    const ids = answers.map(({ body }) => body.conceptId)
    expect(new Set(ids).size).toBe(10)
    expect(ids.sort()[0]).toBe('c-9001')
  })
})

describe('an organisation’s bank', () => {
  const q = encodeURIComponent
  test('answers with its layer, and every value says which one it is from', async () => {
    await put(OVERLAY, prefer('hälsoportal'))
    const national = await get('/concepts/c-0001')
    const theirs = await get('/concepts/c-0001?organisation=region-x')
    expect(national.body.label).toBe('digital ingång')
    expect(theirs.body.label).toBe('hälsoportal')
    expect(theirs.body.layer).toBe('national')
    const layers = Object.fromEntries(
      theirs.body.terms.map((term: { label: string; layer: string }) => [term.label, term.layer]),
    )
    expect(layers).toMatchObject({ hälsoportal: 'region-x' })
    expect(theirs.headers.get('cache-control')).toBe('public, no-cache')
    expect(theirs.body.links.self.href).toBe('/v1/concepts/c-0001?organisation=region-x')
  })

  test('is what replacements, checks and lookups go by', async () => {
    await put(OVERLAY, prefer('hälsoportal'))
    const replaced = await get(`/replacements?word=${q('digitala ingången')}&organisation=region-x`)
    expect((await get(`/lookups?word=${q('hälsoportalen')}&organisation=region-x`)).body.senses[0]).toMatchObject({
      status: 'preferred',
      layer: 'region-x',
    })
    expect(replaced.status).toBe(200)
    const text = { text: 'Logga in på hälsoportalen.' }
    const check = async (search: string) =>
      (await send(undefined, 'POST', `/checks${search}`, text)).body.findings.map(
        (finding: { ruleId: string }) => finding.ruleId,
      )
    expect(await check('')).toContain('avoid-term')
    expect(await check('?organisation=region-x')).not.toContain('avoid-term')
    const own = await get(`/lookups?word=mottagningsappen&organisation=region-x`)
    expect(own.body.senses[0]).toMatchObject({ conceptId: 'c-9001', layer: 'region-x' })
    expect((await get('/lookups?word=mottagningsappen')).body.senses).toEqual([])
  })

  test('follows an edit at once, also when it was asked before', async () => {
    const label = async () => (await get('/concepts/c-0001?organisation=region-x')).body.label
    await put(OVERLAY, prefer('hälsoportal'))
    expect(await label()).toBe('hälsoportal')
    await put(OVERLAY, { ...prefer('hälsoportal'), prefer: undefined, admit: ['hälsoportal'] })
    expect(await label()).toBe('digital ingång')
  })

  test('pages and lists stay within it', async () => {
    const { body, headers } = await get('/concepts?organisation=region-x&limit=2')
    expect(body.links.next.href).toContain('organisation=region-x')
    expect(headers.get('link')).toContain('organisation=region-x')
    expect(body.concepts[0].links.self.href).toContain('organisation=region-x')
  })

  test('that nobody has is not there', async () => {
    expect((await get('/concepts?organisation=region-q')).status).toBe(404)
    expect((await get('/concepts/c-0001?organisation=kommun-z')).body.label).toBe('digital ingång')
  })
})

describe('a proposal', () => {
  const propose = (body: object, who: Who = 'contributor', headers = {}) =>
    send(who, 'POST', '/proposals', { title: 'Nämn appen.', ...body }, headers)
  const decide = async (id: string, body: object, who: Who = 'administrator') =>
    send(
      who,
      'POST',
      `/proposals/${id}/decisions`,
      { answer: 'Tack för förslaget.', ...body },
      {
        'if-match': `"v${(await get(`/proposals/${id}`, 'administrator')).body.version}"`,
      },
    )
  const addExample = (text: string) => [{ op: 'add', path: '/examples/-', value: text }]

  test('about the national bank becomes a draft when it is accepted, and its proposer is answered', async () => {
    const made = await propose({ conceptId: 'c-0001', operations: addExample('Öppna appen.'), context: 'Öppna den.' })
    expect(made.status).toBe(201)
    const { id } = made.body
    expect(made.headers.get('location')).toBe(`/v1/proposals/${id}`)
    expect(made.body.similarProposals.length).toBeGreaterThan(0)
    expect(
      (await get('/proposals?mine=true', 'contributor')).body.proposals.map((one: { id: string }) => one.id),
    ).toContain(id)
    expect((await decide(id, { status: 'ACCEPTED' }, 'editor')).status).toBe(403)
    const decided = await decide(id, { status: 'ACCEPTED' })
    expect([decided.status, decided.body.status]).toEqual([200, 'ACCEPTED'])
    const draft = await get('/drafts/c-0001')
    expect(draft.body.concept.examples).toContain('Öppna appen.')
    const followed = await get(`/proposals/${id}`, 'contributor')
    expect(followed.body).toMatchObject({ isMine: true, status: 'ACCEPTED', answer: 'Tack för förslaget.' })
    const again = await decide(id, { status: 'REJECTED' })
    expect([again.status, again.body.code]).toEqual([409, 'decided'])
    // The releases are as they were.
    expect((await get('/concepts/c-0001')).body.examples).not.toContain('Öppna appen.')
  })

  test('about an organisation’s layer is decided by its editors', async () => {
    await put(OVERLAY, prefer('hälsoportal'))
    const made = await propose({
      layer: 'region-x',
      conceptId: 'c-0001',
      operations: [{ op: 'add', path: '/set', value: { citizenWording: { sv: 'Portalen' } } }],
    })
    expect(made.body.kind).toBe('overlay')
    expect((await decide(made.body.id, { status: 'ACCEPTED' }, 'editor')).status).toBe(200)
    expect((await get('/concepts/c-0001?organisation=region-x')).body.citizenWording.sv).toBe('Portalen')
  })

  test('for a concept that is not there gets an id when it is accepted', async () => {
    const value = {
      subject: 'kommunikation',
      definition: { public: { sv: 'Samtal i bild.' } },
      sources: [{ name: 'Klarspråk' }],
      terms: [{ label: 'videosamtal', status: 'preferred', gender: 'neuter', plural: 'videosamtal' }],
    }
    const made = await propose({ operations: [{ op: 'add', path: '', value }] })
    const twin = await propose({ title: 'Samma sak.', operations: [{ op: 'add', path: '', value }] })
    expect(twin.body.similarProposals).toMatchObject([{ id: made.body.id }])
    const decided = await decide(made.body.id, { status: 'ACCEPTED' })
    expect(decided.status).toBe(200)
    const drafts = (await get('/drafts')).body.concepts
    expect(
      drafts.find((one: { concept: typeof value }) => one.concept.terms[0]!.label === 'videosamtal'),
    ).toMatchObject({
      conceptId: 'c-0004',
      layer: 'national',
    })
    // The same word again would be recommended twice.
    const second = await decide(twin.body.id, { status: 'ACCEPTED' })
    expect([second.status, second.body.code]).toEqual([422, 'invalid-content'])
    expect((await get(`/proposals/${twin.body.id}`, 'administrator')).body.status).toBe('OPEN')
    expect((await decide(twin.body.id, { status: 'REJECTED' })).body.status).toBe('REJECTED')
  })

  test('that does not fit is told of at once; one that has stopped fitting when it is accepted', async () => {
    const fails = await propose({ conceptId: 'c-0001', operations: [{ op: 'remove', path: '/zebra' }] })
    expect([fails.status, fails.body.code]).toEqual([409, 'patch-fails'])
    expect((await propose({ conceptId: 'c-0404', operations: addExample('x') })).status).toBe(404)
    expect((await propose({ layer: 'region-q', conceptId: 'c-0001', operations: addExample('x') })).status).toBe(404)
    const test = { op: 'test', path: '/prefer', value: 'hälsoportal' }
    await put(OVERLAY, prefer('hälsoportal'))
    const made = await propose({
      layer: 'region-x',
      conceptId: 'c-0001',
      operations: [test, { op: 'remove', path: '/prefer' }],
    })
    await put(OVERLAY, { ...prefer('x'), prefer: undefined, admit: ['hälsoportal'] })
    const late = await decide(made.body.id, { status: 'ACCEPTED' }, 'editor')
    expect([late.status, late.body.code]).toEqual([409, 'patch-fails'])
  })

  test('that is sent twice with one Idempotency-Key is one', async () => {
    const body = { conceptId: 'c-0002', operations: [{ op: 'add', path: '/examples', value: ['Åk med färdtjänst.'] }] }
    const once = { 'idempotency-key': 'a-1' }
    const first = await propose(body, 'contributor', once)
    const second = await propose(body, 'contributor', once)
    expect(second.body.id).toBe(first.body.id)
    expect((await propose({ ...body, title: 'En annan.' }, 'contributor', once)).body.code).toBe('conflict')
    expect((await propose(body, 'editor', once)).body.id).not.toBe(first.body.id)
    expect((await propose(body, 'contributor', { 'idempotency-key': 'a b' })).status).toBe(400)
  })

  test('shows its sentence and its proposer to those two only', async () => {
    const made = await propose({ conceptId: 'c-0001', operations: addExample('x'), context: 'Min egen mening.' })
    const seen = async (who: Who) => (await get(`/proposals/${made.body.id}`, who)).body
    expect(await seen('contributor')).toMatchObject({ context: 'Min egen mening.', isMine: true })
    expect(await seen('administrator')).toMatchObject({ context: 'Min egen mening.', isMine: false })
    const other = await seen('editor')
    expect(other).not.toHaveProperty('context')
    expect(other).not.toHaveProperty('proposedBy')
  })
})

describe('a key', () => {
  const make = async (body: object) => send('administrator', 'POST', '/keys', { name: 'Prov', ...body })
  const use = (key: string, scheme = 'Bearer') =>
    service.call('/v1/callers/me', { headers: { authorization: `${scheme} ${key}` } })

  test('is shown once, works at once, and stops when it is revoked', async () => {
    const made = await make({ role: 'editor', organisation: 'kommun-z' })
    expect(made.status).toBe(201)
    expect(made.headers.get('cache-control')).toBe('no-store')
    const { key, id, expiresAt } = made.body
    expect(expiresAt.slice(0, 4)).toBe('2027')
    for (const scheme of ['Bearer', 'bearer', 'ApiKey']) expect((await use(key, scheme)).status).toBe(200)
    expect(await jsonOf(await use(key))).toMatchObject({ organisations: ['kommun-z'] })
    const listed = await get('/keys', 'administrator')
    expect(JSON.stringify(listed.body)).not.toContain(key.slice(-20))
    expect((await get(`/keys/${id}`, 'administrator')).body).not.toHaveProperty('key')
    expect((await send('administrator', 'DELETE', `/keys/${id}`)).status).toBe(204)
    expect((await send('administrator', 'DELETE', `/keys/${id}`)).status).toBe(404)
    const refused = await use(key)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(service.log()).not.toContain(key.slice(-20))
  })

  test.each([
    { name: 'an editor of nothing', body: { role: 'editor' }, field: 'organisation' },
    {
      name: 'an administrator of an organisation',
      body: { role: 'administrator', organisation: 'region-x' },
      field: 'organisation',
    },
    { name: 'a role that is not there', body: { role: 'king' }, field: 'role' },
    {
      name: 'one that has expired already',
      body: { role: 'contributor', expiresAt: '2020-01-01T00:00:00Z' },
      field: 'expiresAt',
    },
    { name: 'one for ever', body: { role: 'contributor', expiresAt: '2999-01-01T00:00:00Z' }, field: 'expiresAt' },
    { name: 'one without a name', body: { role: 'contributor', name: '' }, field: 'name' },
  ])('$name is not made', async ({ body, field }) => {
    const answer = await make(body)
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field])
  })

  test('for an organisation that is not there is not made', async () => {
    expect((await make({ role: 'editor', organisation: 'region-q' })).status).toBe(404)
  })

  test('that is nearly right is wrong, and is refused with the same words as any other', async () => {
    const right = service.keys.administrator
    const details = await Promise.all(
      [`${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`, 'klarsprak_x', 'zebra', `${right} ${right}`, ''].map(
        async (key) => {
          const answer = await use(key)
          expect(answer.status).toBe(401)
          return (await jsonOf(answer)).detail
        },
      ),
    )
    expect(new Set(details).size).toBe(1)
    expect((await service.call('/v1/callers/me', { headers: { authorization: 'Basic YTpi' } })).status).toBe(401)
  })
})

test('what does not fit the national bank is listed', async () => {
  expect((await get('/organisations/kommun-z/problems')).body).toMatchObject({ problems: [], total: 0 })
  const key = { layer: 'kommun-z', kind: 'overlay', id: 'c-0404' } as const
  const layerVersion = await service.storage.layerVersion('kommun-z')
  const body = { concept: 'c-0404', reason: 'Fanns i en tidigare utgåva.' }
  const author = { actor: 'test', at: '2026-11-23T08:00:00.000Z', reason: 'Prov' }
  await service.storage.saveEntry({ ...key, body, expected: 0, layerVersion }, author)
  service.services.layers.touch('kommun-z')
  expect((await get('/organisations/kommun-z/problems')).body.problems).toMatchObject([
    { code: 'BANK-OVERLAY-TARGET', severity: 'error', conceptId: 'c-0404' },
  ])
  expect((await get('/organisations/region-q/problems')).status).toBe(404)
})

test('the log has everything that was done, with who and why', async () => {
  const { body } = await get('/audit-entries?limit=100', 'administrator')
  const actions = new Set(body.auditEntries.map(({ action }: { action: string }) => action))
  for (const action of ['overlay.save', 'overlay.remove', 'proposal.accepted', 'proposal.rejected', 'api-key.revoke'])
    expect(actions).toContain(action)
  expect(body.auditEntries[0].actor).toMatch(/\(key:[0-9a-f]{12}\)$/u)
})

test('an organisation is renamed by an administrator', async () => {
  const path = '/organisations/kommun-z'
  const { headers } = await get(path)
  const rename = (who: Who, match: string) =>
    send(who, 'PUT', path, { title: 'Z kommun', reason: 'Nytt namn.' }, { 'if-match': match })
  expect((await rename('editor', headers.get('etag')!)).status).toBe(403)
  expect((await rename('administrator', headers.get('etag')!)).body).toMatchObject({ title: 'Z kommun', version: 2 })
  expect((await rename('administrator', headers.get('etag')!)).status).toBe(412)
  expect((await send('administrator', 'POST', '/organisations', { name: 'kommun-z', title: 'Igen' })).status).toBe(409)
  expect((await send('administrator', 'POST', '/organisations', { name: 'national', title: 'Nej' })).status).toBe(422)
})

describe('the sentences that a draft carries are tried when it is saved', () => {
  const value = (more: object) => ({
    subject: 'kommunikation',
    definition: { public: { sv: 'Samtal i bild.' } },
    sources: [{ name: 'Klarspråk' }],
    terms: [
      { label: 'bildsamtal', status: 'preferred', gender: 'neuter', plural: 'bildsamtal' },
      { label: 'bildmöte', status: 'deprecated', gender: 'neuter', plural: 'bildmöten', reason: 'Ovanligt.' },
    ],
    ...more,
  })
  const add = async (more: object, who: Who = 'administrator', path = '/drafts') =>
    (await send(who, 'POST', path, { concept: value(more), reason })).body

  test('and what does not hold is told of, but saved', async () => {
    const { warnings, conceptId } = await add({
      flags: ['Boka ett bildmöte.', 'Boka ett bildsamtal.'],
      allows: ['Ett bildsamtal kostar inget.', 'Ett bildmöte kostar inget.'],
    })
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(['BANK-SILENT-EXAMPLE', 'BANK-REPORTED-EXAMPLE'])
    expect(warnings[0].message).toContain('Boka ett bildsamtal.')
    expect((await get(`/drafts/${conceptId}`)).body.concept.flags).toHaveLength(2)
    const mended = await send(
      'administrator',
      'PATCH',
      `/drafts/${conceptId}`,
      {
        operations: [
          { op: 'remove', path: '/flags/1' },
          { op: 'remove', path: '/allows/1' },
        ],
        reason,
      },
      { 'if-match': '*' },
    )
    expect(mended.body.warnings).toEqual([])
    await send('administrator', 'DELETE', `/drafts/${conceptId}?reason=Prov.`, undefined, { 'if-match': '*' })
  })
  test('also with the words of other concepts in them', async () => {
    const { warnings, conceptId } = await add({
      flags: ['Boka ett bildmöte i hälsoportalen.'],
      allows: ['Hälsoportalen är öppen.'],
    })
    expect(warnings).toEqual([])
    await send('administrator', 'DELETE', `/drafts/${conceptId}?reason=Prov.`, undefined, { 'if-match': '*' })
  })
})
