// The database goes away while the service runs, and comes back: refused meanwhile, healed after, nothing lost.
import { adminKey, startService } from './service.mjs'

const PATH = '/organisations/region-x/overlays/c-0001'
const overlay = (reason) => ({ overlay: { concept: 'c-0001', reason, admit: ['hälsoportal'] }, reason })
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export async function awayAndBack(database) {
  const key = await adminKey(database.surroundings)
  const service = await startService(database.surroundings, key)
  const checks = []
  const check = (what, is, isRight) => checks.push({ what, is, isRight })
  const ready = async () => (await fetch(`${service.url}/ready`)).status
  await service.call('POST', '/organisations', { body: { name: 'region-x', title: 'Region X' } })
  const saved = await service.call('PUT', PATH, { body: overlay('Före avbrottet.') })
  check('edit before', saved.status, saved.status === 201)
  await service.call('GET', '/concepts/c-0001?organisation=region-x')

  database.server.stop('immediate')
  const refused = await service.call('PUT', PATH, {
    body: overlay('Under avbrottet.'),
    headers: { 'if-match': '"v1"' },
  })
  const retry = refused?.headers.get('retry-after')
  check('edit while away', `${refused?.status}, Retry-After: ${retry}`, refused?.status === 503 && Number(retry) > 0)
  check('problem', refused?.body.code, refused?.body.code === 'unavailable')
  const lookup = await service.call('GET', '/lookups?word=remissens')
  check('national bank while away', lookup.status, lookup.status === 200)
  await wait(1_200)
  const layered = await service.call('GET', '/concepts/c-0001?organisation=region-x')
  const isTheirs = layered.body.terms?.some((term) => term.layer === 'region-x')
  check(
    'an organisation’s bank, as last known',
    `${layered.status}, ${isTheirs ? 'with' : 'without'} its layer`,
    layered.status === 200 && isTheirs,
  )
  const unready = await ready()
  check('/ready while away', unready, unready === 503)

  await database.server.start()
  const started = performance.now()
  let tries = 0
  let healed
  do {
    tries++
    healed = await service.call('PUT', PATH, { body: overlay('Efter avbrottet.'), headers: { 'if-match': '"v1"' } })
    if (healed?.status !== 200) await wait(50)
  } while (healed?.status !== 200 && performance.now() - started < 30_000)
  check(
    'edit when it is back',
    `${healed?.status} after ${Math.round(performance.now() - started)} ms, ${tries} tries`,
    healed?.status === 200,
  )
  const history = await service.all(`${PATH}/revisions`, 'revisions')
  const reasons = history.map(({ reason }) => reason)
  check('history', reasons.join(' '), reasons.join() === 'Efter avbrottet.,Före avbrottet.')
  const readyAgain = await ready()
  check('/ready when it is back', readyAgain, readyAgain === 200)
  await service.stop()
  return checks
}
