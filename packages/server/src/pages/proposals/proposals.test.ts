import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StorageUnavailable } from '../../storage/storage.js'
import { jsonOf, type TestService, testService } from '../../testing/test-service.js'
import { createPages } from '../create-pages.js'
import { MOST_WAITING, VISITOR } from './send-proposal.js'

const isBuilt = existsSync(join(import.meta.dirname, '../../../dist/assets/manifest.json'))

const CHANGE = '/begrepp/c-0001/foresla'
const AVOID = { galler: 'undvik', forslag: 'vårdportal', varfor: 'Ingen vet vad det är.' }
const LIMITS = { reads: 10_000, checks: 100, edits: 10_000, proposals: 1_000 }

describe.skipIf(!isBuilt)('proposals on the web', () => {
  let open: TestService
  let closed: TestService
  beforeAll(async () => {
    open = await testService({ pages: createPages, limits: LIMITS })
    closed = await testService({ pages: createPages })
  })
  afterAll(async () => {
    await open?.close()
    await closed?.close()
  })

  async function send(
    fields: Readonly<Record<string, string>>,
    {
      path = CHANGE,
      of = open,
      headers = {},
    }: { path?: string; of?: TestService; headers?: Record<string, string> } = {},
  ) {
    const body = new URLSearchParams(fields)
    const answer = await of.call(path, { method: 'POST', body, headers, redirect: 'manual' })
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  const idIn = (location: string) => /p-[0-9a-f]{12}/u.exec(location)![0]
  const kept = async (location: string, of = open) => (await of.storage.proposal(idIn(location)))!.value
  const read = async (path: string, of = open) => (await of.call(path)).text()
  const decide = (id: string, body: unknown, of = open) =>
    of.post(`/v1/proposals/${id}/decisions`, body, {
      authorization: `Bearer ${of.keys.administrator}`,
      'if-match': '"v1"',
    })

  test('a visitor proposes, gets a number, and reads the answer there', async () => {
    const { status, location } = await send(AVOID)
    expect(status).toBe(303)
    expect(location).toMatch(/^\/forslag\/p-[0-9a-f]{12}\?nytt=1$/u)
    expect(await kept(location)).toMatchObject({
      layer: 'national',
      conceptId: 'c-0001',
      title: 'Avråd från ”vårdportal”.',
      operations: [
        { op: 'add', path: '/terms/-', value: { label: 'vårdportal', status: 'deprecated', reason: AVOID.varfor } },
      ],
      proposedBy: 'Besökare på webben (visitor)',
      status: 'OPEN',
    })
    const thanks = await read(location)
    expect(thanks).toContain('Tack för ditt förslag!')
    expect(thanks).toContain(`<p class="number">${idIn(location)}</p>`)
    expect(thanks).toContain('Väntar på svar')
    // What anybody may write is not shown before somebody has answered for it.
    expect(thanks).not.toContain('vårdportal')

    const decided = await decide(idIn(location), { status: 'ACCEPTED', answer: 'Tack! Vi avråder från ordet.' })
    expect(decided.status).toBe(200)
    const answered = await read(`/forslag/${idIn(location)}`)
    for (const part of ['Antaget', 'Tack! Vi avråder från ordet.', 'Avråd från ”vårdportal”.', 'kommande utgåva'])
      expect(answered).toContain(part)
    expect(await read(`/en/forslag/${idIn(location)}`)).toContain('Accepted')
  })
  test('a proposal that is not accepted is answered without its text', async () => {
    const { location } = await send({ galler: 'annat', forslag: 'Köp billiga piller på exempel punkt se.' })
    expect(await kept(location)).toMatchObject({ operations: [{ op: 'test', path: '/id', value: 'c-0001' }] })
    await decide(idIn(location), { status: 'REJECTED', answer: 'Det här hör inte hit.' })
    const answered = await read(`/forslag/${idIn(location)}`)
    expect(answered).toContain('Inte antaget')
    expect(answered).toContain('Det här hör inte hit.')
    expect(answered).not.toContain('piller')
  })
  test.each([
    { name: 'a word that is good', fields: { galler: 'ord', forslag: 'webbingång' }, title: 'Lägg till ”webbingång”.' },
    {
      name: 'an explanation',
      fields: { galler: 'forklaring', forslag: 'Din väg in.' },
      title: 'Ny förklaring av ”digital ingång”.',
    },
    {
      name: 'a word that is advised against',
      fields: { galler: 'ord', forslag: 'Avisering' },
      concept: 'c-0003',
      title: 'Lägg till ”Avisering”.',
      paths: [''],
    },
    { name: 'a remark', fields: { galler: 'annat', forslag: 'Nämn appen.' }, title: 'Synpunkt på ”digital ingång”.' },
  ])(
    '$name can be accepted as it is',
    async ({ fields, title, concept = 'c-0001', paths = ['', '?organisation=region-x'] }) => {
      const of = await testService({ pages: createPages, limits: LIMITS })
      try {
        for (const path of paths) {
          const sent = { varfor: 'Läsarna undrar.', ...fields }
          const { location } = await send(sent, { path: `/begrepp/${concept}/foresla${path}`, of })
          const proposal = await kept(location, of)
          expect(proposal.title).toBe(path === '' ? title : title.replace('digital ingång', 'hälsoportal'))
          const decided = await decide(proposal.id, { status: 'ACCEPTED', answer: 'Bra förslag.' }, of)
          expect([path, decided.status, decided.status === 200 ? '' : await jsonOf(decided)]).toEqual([path, 200, ''])
        }
      } finally {
        await of.close()
      }
    },
  )
  test('a word that is missing leads to the form, filled in with it', async () => {
    const missing = await read('/sok?q=xyzzyord')
    const href = /href="(\/foresla\?ord=[^"]+)"/u.exec(missing)![1]!
    expect(await read(href)).toContain('name="ord" type="text" value="xyzzyord"')
    const { location } = await send({ ord: 'xyzzyord', hellre: 'ord', betyder: 'Ett ord.' }, { path: '/foresla' })
    const { operations, conceptId } = await kept(location)
    expect(conceptId).toBeUndefined()
    expect(operations).toEqual([
      {
        op: 'add',
        path: '',
        value: {
          terms: [
            { label: 'ord', status: 'preferred' },
            { label: 'xyzzyord', status: 'deprecated' },
          ],
          definition: { public: { sv: 'Ett ord.' } },
        },
      },
    ])
    expect(await read(location)).toContain('Ett nytt begrepp i den nationella termbanken')
  })
  test('a proposal to an organisation goes to its layer, and leads back to its words', async () => {
    const { location } = await send(AVOID, { path: `${CHANGE}?organisation=region-x` })
    expect(location).toContain('organisation=region-x')
    expect(await kept(location)).toMatchObject({ layer: 'region-x', kind: 'overlay' })
    expect(await read(`/forslag/${idIn(location)}`)).toContain('href="/begrepp/c-0001?organisation=region-x"')
  })
  test('signs that nobody sees are left out, and a word stands on one line', async () => {
    const { location } = await send({
      ...AVOID,
      forslag: ' vård\r\nwebben\u0000\u0007 ',
      mening: 'a\u0000\tb\r\n\r\nc',
    })
    expect(await kept(location)).toMatchObject({
      title: 'Avråd från ”vård webben”.',
      context: 'Ingen vet vad det är.\n\na b\nc',
    })
  })
  test('what is sent twice is one proposal', async () => {
    const twice = { galler: 'annat', forslag: 'Samma sak en gång till.' }
    const [first, second] = [await send(twice), await send(twice)]
    expect(idIn(first.location)).toBe(idIn(second.location))
  })

  describe('what is wrong is told beside the field, and nothing that was written is lost', () => {
    test.each([
      { name: 'nothing', fields: {}, wrong: ['galler', 'forslag', 'varfor'] },
      { name: 'no reason', fields: { ...AVOID, varfor: ' ' }, wrong: ['varfor'] },
      { name: 'a long word', fields: { ...AVOID, forslag: 'o'.repeat(101) }, wrong: ['forslag'] },
      { name: 'a known word', fields: { ...AVOID, forslag: 'hälsoportal' }, wrong: ['forslag'] },
      {
        name: 'a personal identity number',
        fields: { ...AVOID, mening: 'Anna 19121212-1212 loggade in.' },
        wrong: ['mening'],
      },
      { name: 'an e-mail address', fields: { ...AVOID, varfor: 'Skriv till anna@exempel.se' }, wrong: ['varfor'] },
      { name: 'a telephone number', fields: { ...AVOID, varfor: 'Ring 070-123 45 67' }, wrong: ['varfor'] },
    ])('$name', async ({ fields, wrong }) => {
      const { status, text } = await send(fields)
      expect(status).toBe(422)
      expect(text).toMatch(/<title>Fel: /u)
      const links = [...text.slice(text.indexOf('error-summary')).matchAll(/<li><a href="#(\w+)">/gu)].map(
        ([, to]) => to,
      )
      expect(links).toEqual(wrong)
      for (const name of wrong) expect(text).toContain(`id="${name}-fel"`)
      for (const value of Object.values(fields).filter((value) => value.length > 5)) expect(text).toContain(value)
    })
    test('in English too', async () => {
      expect((await send({}, { path: `/en${CHANGE}` })).text).toContain('3 things need to be put right')
    })
    test('a year or a figure is no personal data', async () => {
      expect((await send({ ...AVOID, varfor: 'Så hette det 2019-2023, enligt 1 200 svar.' })).status).toBe(303)
    })
    test('markup is text', async () => {
      const { text } = await send({
        galler: 'annat',
        forslag: '</textarea><script>alert(1)</script>',
        mening: 'a@b.se',
      })
      expect(text).not.toContain('<script>alert')
    })
  })

  describe('without open proposals', () => {
    test('the page says that a key is needed, and takes nothing without one', async () => {
      expect(await read(CHANGE, closed)).toContain('Här behöver du en nyckel för att föreslå.')
      const { status, text } = await send(AVOID, { of: closed })
      expect([status, text.includes('id="nyckel-fel"')]).toEqual([422, true])
    })
    test('a key proposes in its own name, and is not shown again', async () => {
      const { location } = await send({ ...AVOID, nyckel: closed.keys.contributor }, { of: closed })
      expect((await kept(location, closed)).proposedBy).toContain('contributor')
      const wrong = await send({ ...AVOID, nyckel: `${closed.keys.contributor}x` }, { of: closed })
      expect(wrong.status).toBe(422)
      expect(wrong.text).toContain('Nyckeln gäller inte.')
      expect(wrong.text).not.toContain(closed.keys.contributor)
      expect(closed.log()).not.toContain(closed.keys.contributor)
    })
  })

  describe('those who would flood the service', () => {
    test('a form on another site is refused', async () => {
      const { status } = await send(AVOID, { headers: { 'sec-fetch-site': 'cross-site' } })
      expect(status).toBe(403)
    })
    test('many from one address wait, with a way back', async () => {
      const few = await testService({ pages: createPages, limits: { ...LIMITS, proposals: 1 } })
      try {
        expect((await send(AVOID, { of: few })).status).toBe(303)
        // Mistakes in the form do not count.
        expect((await send({}, { of: few })).status).toBe(422)
        const refused = await send({ galler: 'annat', forslag: 'Ett till.' }, { of: few })
        expect([refused.status, refused.text.includes('sekunder')]).toEqual([429, true])
        // Those with a key are not held up by it.
        const keyed = { galler: 'annat', forslag: 'Med nyckel.', nyckel: few.keys.contributor }
        expect((await send(keyed, { of: few })).status).toBe(303)
      } finally {
        await few.close()
      }
    })
    test('when very many wait for an answer, no more are taken', async () => {
      const full = await testService({ pages: createPages, limits: LIMITS })
      try {
        const at = '2026-11-23T09:00:00.000Z'
        const author = { actor: 'test', at, reason: 'Prov' }
        for (let number = 0; number < MOST_WAITING; number++)
          await full.storage.addProposal(
            {
              id: `p-${String(1_000 + number).padStart(12, '0')}`,
              layer: 'national',
              kind: 'concept',
              title: 'Ett ord.',
              operations: [],
              proposedBy: VISITOR.name,
              proposerId: VISITOR.id,
              status: 'OPEN',
              createdAt: at,
            },
            author,
          )
        expect((await send(AVOID, { of: full })).status).toBe(503)
      } finally {
        await full.close()
      }
    })
    test('a form larger than any is refused by a page', async () => {
      expect((await send({ ...AVOID, forslag: 'o'.repeat(40_000) })).status).toBe(413)
    })
    test('nothing of what is written is logged', async () => {
      await send({ galler: 'annat', forslag: 'Hemligheten om ingången.' })
      expect(open.log()).not.toContain('Hemligheten')
    })
  })

  test('while the database is away, pages that do not need it are there and the others say so', async () => {
    const away = () => Promise.reject(new StorageUnavailable('away'))
    const storage = {
      ...open.storage,
      proposal: away,
      proposals: away,
      entry: away,
      organisations: away,
      close: async () => undefined,
    }
    const services = { ...open.services, storage }
    const of = await testService({ pages: createPages, limits: LIMITS, storage, services })
    try {
      expect((await of.call('/')).status).toBe(200)
      expect((await of.call('/begrepp/c-0001')).status).toBe(200)
      for (const answer of [await send(AVOID, { of }), await send({ ord: 'xyz' }, { of, path: '/foresla' })]) {
        expect(answer.status).toBe(503)
        expect(answer.text).toContain('Det går inte just nu')
      }
    } finally {
      await of.close()
    }
  })
  test('a number leads to its proposal, and one that is not there is told of', async () => {
    const { location } = await send(AVOID)
    const found = await open.call(`/forslag?nummer=${idIn(location).toUpperCase()}`, { redirect: 'manual' })
    expect([found.status, found.headers.get('location')]).toEqual([303, `/forslag/${idIn(location)}`])
    expect((await open.call('/forslag?nummer=p-1')).status).toBe(422)
    expect((await open.call('/forslag/p-ffffffffffff')).status).toBe(404)
  })
})
