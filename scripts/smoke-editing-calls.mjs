const REASON = 'Beslut i språkrådet.'
const OVERLAY = '/v1/organisations/region-x/overlays/c-0001'

/** The calls of those who edit, in an order in which each has what it needs. A path may hang on the answer before. */
export function editingCalls(key) {
  const call = (method, body, headers = {}) => ({
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const get = (headers) => call('GET', undefined, headers)
  const overlay = { concept: 'c-0001', reason: 'Vår tjänst heter så.', admit: ['hälsoportal'] }
  const detail = (answer) => answer.detail
  return [
    ['/v1/callers/me', get(), 200, ({ name, roles }) => `${name}: ${roles}`],
    ['/v1/callers/me', {}, 401, detail],
    ['/v1/organisations', call('POST', { name: 'region-x', title: 'Region X' }), 201, ({ title }) => title],
    ['/v1/organisations', {}, 200, ({ organisations }) => organisations.map(({ name }) => name)],
    ['/v1/organisations/region-x', {}, 200, (_, response) => response.headers.get('etag')],
    [
      '/v1/organisations/region-x',
      call('PUT', { title: 'Region Exempel', reason: REASON }, { 'if-match': '"v1"' }),
      200,
      ({ title, version }) => `${title}, version ${version}`,
    ],
    [
      '/v1/keys',
      call('POST', { name: 'Redaktionen, Region X', role: 'editor', organisation: 'region-x' }),
      201,
      ({ key: made, expiresAt }) => `${made.slice(0, 22)}…, until ${expiresAt.slice(0, 10)}`,
    ],
    ['/v1/keys', get(), 200, ({ keys }) => keys.map(({ name, role }) => `${name} (${role})`)],
    [OVERLAY, call('PUT', { overlay, reason: REASON }), 201, (_, response) => response.headers.get('location')],
    ['/v1/organisations/region-x/index', {}, 200, ({ size, release }) => `${size} bytes over ${release}`],
    [OVERLAY, call('PUT', { overlay, reason: REASON }), 428, detail],
    [OVERLAY, call('PUT', { overlay, reason: REASON }, { 'if-match': '"v9"' }), 412, detail],
    [
      OVERLAY,
      call('PUT', { overlay: { ...overlay, admit: ['portalen'] }, reason: REASON }, { 'if-match': '*' }),
      422,
      detail,
    ],
    [
      OVERLAY,
      call(
        'PATCH',
        { operations: [{ op: 'replace', path: '/reason', value: 'Inarbetat namn.' }], reason: REASON },
        { 'if-match': '"v1"' },
      ),
      200,
      ({ overlay: { reason }, version }) => `${reason} Version ${version}`,
    ],
    [
      `${OVERLAY}/revisions`,
      get(),
      200,
      ({ revisions }) => revisions.map(({ version, actor }) => `v${version} ${actor}`),
    ],
    [
      `${OVERLAY}/revisions`,
      call('POST', { version: 1, reason: 'Det förra var bättre.' }, { 'if-match': '*' }),
      200,
      ({ version, overlay: { reason } }) => `version ${version}: ${reason}`,
    ],
    [
      `/v1/lookups?word=${encodeURIComponent('hälsoportalen')}&organisation=region-x`,
      {},
      200,
      ({ senses }) => senses.map(({ label, status, layer }) => `${label}: ${status} (${layer})`),
    ],
    [
      '/v1/organisations/region-x/concepts',
      call('POST', {
        concept: { terms: [{ label: 'mottagningsapp', status: 'preferred', gender: 'common' }] },
        reason: REASON,
      }),
      201,
      ({ conceptId }) => conceptId,
    ],
    ['/v1/organisations/region-x/changes', {}, 200, ({ changes }) => changes.flatMap(({ sentences }) => sentences)],
    [
      '/v1/organisations/region-x/changes',
      { headers: { accept: 'application/atom+xml' } },
      200,
      (_, response) => response.headers.get('content-type'),
    ],
    [
      '/v1/proposals',
      call(
        'POST',
        {
          conceptId: 'c-0001',
          title: 'Nämn appen.',
          operations: [{ op: 'add', path: '/examples', value: ['Öppna den digitala ingången i appen.'] }],
        },
        { 'idempotency-key': 'a-1' },
      ),
      201,
      ({ id, status }) => `${id} ${status}`,
    ],
    [({ id }) => `/v1/proposals/${id}`, get(), 200, ({ title }) => title],
    [
      ({ id }) => `/v1/proposals/${id}/decisions`,
      call('POST', { status: 'ACCEPTED', answer: 'Tack! Den kommer i nästa utgåva.' }, { 'if-match': '"v1"' }),
      200,
      ({ status, answer }) => `${status}: ${answer}`,
    ],
    ['/v1/drafts/c-0001', {}, 200, ({ concept }) => concept.examples],
    ['/v1/archives/drafts', {}, 200, ({ files }) => files.map(({ path }) => path)],
    [
      '/v1/archives/national',
      { headers: { accept: 'application/zip' } },
      200,
      (_, response) => response.headers.get('content-disposition'),
    ],
    ['/v1/archives/region-x', {}, 200, ({ files }) => files.map(({ path }) => path)],
    ['/v1/archives/state', get(), 200, ({ files }) => `${files.length} files`],
    [
      `${OVERLAY}?reason=${encodeURIComponent('Behövs inte.')}`,
      call('DELETE', undefined, { 'if-match': '*' }),
      204,
      () => 'taken away',
    ],
    ['/v1/organisations/region-x/problems', {}, 200, ({ total }) => `${total} problems`],
    ['/v1/audit-entries', get(), 200, ({ total, auditEntries }) => `${total}, last ${auditEntries[0].action}`],
  ]
}
