import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../testing/test-service.js'
import { createPages } from '../create-pages.js'

const isBuilt = existsSync(join(import.meta.dirname, '../../../dist/assets/manifest.json'))
const LIMITS = { reads: 10_000, checks: 100, edits: 10_000, proposals: 1_000 }

describe.skipIf(!isBuilt)('answers to proposals on the web', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService({ pages: createPages, limits: LIMITS })
  })
  afterAll(() => service?.close())

  async function send(
    fields: Readonly<Record<string, string>>,
    { path = '/svara', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
  ) {
    const body = new URLSearchParams(fields)
    const answer = await service.call(path, { method: 'POST', body, headers, redirect: 'manual' })
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      cache: answer.headers.get('cache-control'),
      text: await answer.text(),
    }
  }
  /** Proposes as a visitor, and gives the number of the proposal. */
  async function propose(word: string, path = '/begrepp/c-0001/foresla', more: Record<string, string> = {}) {
    const { location } = await send(
      { galler: 'undvik', forslag: word, varfor: `Skälet till ${word}.`, ...more },
      { path },
    )
    return /p-[0-9a-f]{12}/u.exec(location)![0]
  }
  const decision = (id: string, choice: string, answer: string, version = '1') => ({
    [`version-${id}`]: version,
    [`beslut-${id}`]: choice,
    [`svar-${id}`]: answer,
  })
  const stored = async (id: string) => (await service.storage.proposal(id))!.value

  test('an editor reads what waits in words, accepts one and turns another down', async () => {
    const { administrator: nyckel } = service.keys
    const [good, bad] = [await propose('vårdingång'), await propose('smörgås')]
    const list = await send({ nyckel })
    expect(list.status).toBe(200)
    expect(list.cache).toBe('no-store')
    expect(list.text).toContain('Avråd från ”vårdingång”.')
    expect(list.text).toContain('Nytt ord: <span lang="sv">”vårdingång”</span> (Undvik). Skäl:')
    expect(list.text).not.toContain(nyckel)
    const done = await send({
      nyckel,
      forslag: `${good},${bad}`,
      ...decision(good, 'anta', 'Tack! Vi tar med det.'),
      ...decision(bad, 'avsla', 'Ordet är något annat.'),
    })
    expect(done.status).toBe(200)
    expect(done.text).toContain('2 svar är sparade.')
    expect(done.text).not.toContain(`beslut-${good}`)
    expect(await stored(good)).toMatchObject({ status: 'ACCEPTED', answer: 'Tack! Vi tar med det.' })
    expect(await stored(bad)).toMatchObject({ status: 'REJECTED', answer: 'Ordet är något annat.' })
    const draft = await service.storage.entry({ layer: 'national', kind: 'concept', id: 'c-0001' })
    expect(JSON.stringify(draft!.value.body)).toContain('vårdingång')
    expect(JSON.stringify(draft!.value.body)).not.toContain('smörgås')
    expect(service.log()).not.toContain(nyckel)
  })
  test('an editor of an organisation sees and answers only what is proposed to it', async () => {
    const { editor: nyckel } = service.keys
    const national = await propose('nationellord')
    const own = await propose('regionord', '/begrepp/c-0001/foresla?organisation=region-x')
    const { text } = await send({ nyckel })
    expect(text).toContain(own)
    expect(text).not.toContain(national)
    const refused = await send({ nyckel, forslag: national, ...decision(national, 'anta', 'Ja.') })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('avgörs av dem som ändrar i national')
    expect((await stored(national)).status).toBe('OPEN')
    expect((await send({ nyckel }, { path: '/svara?organisation=region-x' })).text).toContain(own)
  })
  test('one can be asked for by its number', async () => {
    const { administrator: nyckel } = service.keys
    const [asked, other] = [await propose('frågat'), await propose('annatord')]
    const { text } = await send({ nyckel, nummer: ` ${asked.toUpperCase()} ` })
    expect(text).toContain(`beslut-${asked}`)
    expect(text).not.toContain(other)
    expect((await send({ nyckel, nummer: 'p-ffffffffffff' })).text).toContain('väntar inte på svar av dig')
    expect((await send({ nyckel, nummer: 'hej' })).status).toBe(422)
    expect(await (await service.call(`/forslag/${asked}`)).text()).toContain(`href="/svara?nummer=${asked}"`)
  })

  describe('nobody reads what is proposed without a key that is for it', () => {
    test.each<readonly [name: string, key: () => string]>([
      ['no key', () => ''],
      ['a wrong key', () => 'klarsprak_fel'],
      ['the key of somebody who proposes', () => service.keys.contributor],
    ])('%s', async (_, key) => {
      await propose('hemligtord')
      const { status, text } = await send({ nyckel: key() })
      expect(status).toBe(422)
      expect(text).toMatch(/<title>Fel: /u)
      expect(text).toContain('id="nyckel-fel"')
      expect(text).not.toContain('hemligtord')
    })
    test('and what was written is there when the key is written again', async () => {
      const id = await propose('kvarord')
      const { text } = await send({
        nyckel: 'klarsprak_fel',
        forslag: id,
        ...decision(id, 'anta', 'Svaret jag skrev.'),
      })
      expect(text).toContain('Svaret jag skrev.')
      expect(text).toMatch(/value="anta" checked/u)
      expect(text).not.toContain('kvarord')
      expect((await stored(id)).status).toBe('OPEN')
    })
  })

  describe('what is wrong is told beside the field, and nothing is decided', () => {
    test.each([
      { name: 'no answer', choice: 'anta', answer: ' ', wrong: 'svar' },
      { name: 'no choice', choice: '', answer: 'Ett svar.', wrong: 'beslut' },
      { name: 'a long answer', choice: 'avsla', answer: 'o'.repeat(1_001), wrong: 'svar' },
      { name: 'a choice that is none', choice: 'kanske', answer: 'Ett svar.', wrong: 'beslut' },
    ])('$name', async ({ choice, answer, wrong }) => {
      const { administrator: nyckel } = service.keys
      const id = await propose(`ord${choice}${answer.length}`)
      const { status, text } = await send({ nyckel, forslag: id, ...decision(id, choice, answer) })
      expect(status).toBe(422)
      expect(text).toContain(`<li><a href="#${wrong}-${id}">`)
      expect((await stored(id)).status).toBe('OPEN')
    })
    test('a proposal that is not as it was shown, or has been answered by somebody else', async () => {
      const { administrator: nyckel } = service.keys
      const id = await propose('ändratord')
      const changed = await send({ nyckel, forslag: id, ...decision(id, 'anta', 'Ja.', '7') })
      expect([changed.status, changed.text.includes('ändrats medan du svarade')]).toEqual([422, true])
      await send({ nyckel, forslag: id, ...decision(id, 'avsla', 'Nej.') })
      const late = await send({ nyckel, forslag: id, ...decision(id, 'anta', 'Ja.') })
      expect([late.status, late.text.includes('avslaget')]).toEqual([422, true])
      expect((await stored(id)).answer).toBe('Nej.')
    })
    test('a change that the bank would not hold together with', async () => {
      const { administrator: nyckel } = service.keys
      const [first, second] = [
        await propose('dubbelord'),
        await propose('dubbelord', undefined, { mening: 'Ett till.' }),
      ]
      const { status, text } = await send({
        nyckel,
        forslag: `${first},${second}`,
        ...decision(first, 'anta', 'Ja.'),
        ...decision(second, 'anta', 'Ja.'),
      })
      expect(status).toBe(422)
      expect(text).toContain('Svaret är sparat.')
      expect(text).toContain(`id="beslut-${second}-fel"`)
      expect((await stored(first)).status).toBe('ACCEPTED')
      expect((await stored(second)).status).toBe('OPEN')
    })
  })

  test('what is proposed is shown as text, whatever it is', async () => {
    const { administrator: nyckel, contributor } = service.keys
    const proposal = {
      title: '<b>Rubrik</b>',
      operations: [{ op: 'add', path: '/notes', value: ['</code><script>alert(1)</script>'] }],
      conceptId: 'c-0001',
      context: '<img src=x>',
    }
    const made = await service.post('/v1/proposals', proposal, { authorization: `Bearer ${contributor}` })
    const { id } = (await made.json()) as { id: string }
    const { text } = await send({ nyckel, nummer: id })
    expect(text).toContain('&lt;b&gt;Rubrik')
    for (const raw of ['<b>Rubrik', '<script>alert', '<img src=x']) expect(text).not.toContain(raw)
  })
  test('a form on another site is refused', async () => {
    const { administrator: nyckel } = service.keys
    const { status } = await send({ nyckel }, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(status).toBe(403)
  })
  test('in English too', async () => {
    await propose('engelsktord')
    const { text } = await send({ nyckel: service.keys.administrator }, { path: '/en/svara' })
    expect(text).toContain('Proposals that wait for an answer')
    expect(text).toContain('New word: <span lang="sv">')
  })
  test('a remark says that it changes nothing by itself, and a new concept is shown by its words', async () => {
    const remark = await send({ galler: 'annat', forslag: 'Nämn appen.' }, { path: '/begrepp/c-0001/foresla' })
    const concept = await send({ ord: 'gammalord', hellre: 'nyord', betyder: 'Ett ord.' }, { path: '/foresla' })
    for (const [{ location }, part] of [
      [remark, 'ändrar inget av sig självt'],
      [concept, '”gammalord”</span> (Undvik)'],
    ] as const) {
      const nummer = /p-[0-9a-f]{12}/u.exec(location)![0]
      expect((await send({ nyckel: service.keys.administrator, nummer })).text).toContain(part)
    }
  })
})
