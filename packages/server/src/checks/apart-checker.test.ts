import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { loadWords } from '@klarsprak/linter/words'
import { describe, expect, test } from 'vitest'
import { ChecksBusy, createApartChecker } from './apart-checker.js'
import { type CheckRequest, CheckTooSlow, createChecker } from './checker.js'

const request = (text: string): CheckRequest => ({ text, format: 'plain', preset: 'recommended' })
const AMPLE = 60_000

/** A thread that does what the text says; it tells how many texts it has had. */
const THREAD = `
  const { parentPort } = require('node:worker_threads')
  let texts = 0
  parentPort.on('message', ({ id, request: { text } }) => {
    texts++
    if (text === 'hang') for (;;);
    if (text === 'fall over') throw new Error(text)
    if (text === 'slow') parentPort.postMessage({ id, tooSlow: true })
    else if (text === 'fault') parentPort.postMessage({ id, fault: 'TypeError' })
    else parentPort.postMessage({ id, result: text + ' ' + texts })
  })
  parentPort.postMessage('ready')
`
const start = () => new Worker(THREAD, { eval: true })

describe('a thread for long texts', () => {
  test('is one for all texts, which come in turn', async () => {
    const checker = createApartChecker({ start, budget: AMPLE })
    const results = await Promise.all(['a', 'b', 'c'].map((text) => checker.check(request(text))))
    expect(results).toEqual(['a 1', 'b 2', 'c 3'])
    await checker.close()
  })
  test('is ended when it never comes to an end, and the next text gets a new one', async () => {
    let threads = 0
    const checker = createApartChecker({
      start: () => {
        threads++
        return start()
      },
      budget: 50,
    })
    const hung = checker.check(request('hang'))
    const waiting = checker.check(request('slow'))
    await expect(hung).rejects.toBeInstanceOf(CheckTooSlow)
    await expect(waiting).rejects.toBeInstanceOf(CheckTooSlow)
    expect(threads).toBe(2)
    await checker.close()
  })
  test('that falls over takes only its own text with it', async () => {
    const checker = createApartChecker({ start, budget: AMPLE })
    const fallen = checker.check(request('fall over'))
    const next = checker.check(request('a'))
    await expect(fallen).rejects.toThrow()
    expect(await next).toBe('a 1')
    await expect(checker.check(request('fault'))).rejects.toThrow('TypeError')
    await checker.close()
  })
  test('has a queue that ends somewhere', async () => {
    const checker = createApartChecker({ start, budget: AMPLE })
    const all = Array.from({ length: 30 }, () =>
      checker.check(request('a')).then(
        () => 'done',
        (error) => error,
      ),
    )
    const outcomes = await Promise.all(all)
    expect(outcomes.filter((one) => one === 'done').length).toBeGreaterThan(10)
    expect(outcomes.filter((one) => one instanceof ChecksBusy).length).toBeGreaterThan(5)
    await checker.close()
  })
  test('is ended when nobody needs it, and started again', async () => {
    const checker = createApartChecker({ start, budget: AMPLE, idle: 1 })
    expect(await checker.check(request('a'))).toBe('a 1')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await checker.check(request('b'))).toBe('b 1')
    await checker.close()
  })
  test('that is closed lets nobody wait', async () => {
    const checker = createApartChecker({ start, budget: AMPLE })
    const waiting = checker.check(request('hang'))
    await checker.close()
    await expect(waiting).rejects.toBeInstanceOf(ChecksBusy)
  })
})

const thread = join(import.meta.dirname, '../../dist/checks/check-thread.js')
const isBuilt = [thread, join(import.meta.dirname, '../../../termbank/dist/national/release.json')].every(existsSync)
// The real thread. Needs node scripts/build.mjs.
test.skipIf(!isBuilt)(
  'the thread finds what the linter finds here',
  async () => {
    const long = request('Logga in på hälsoportalen för att boka tid. Du får en avisering om remissen.\n\n'.repeat(50))
    const { index, rewrite } = await loadWords()
    // What vitest gives its threads would lead this one to the sources.
    const apart = createApartChecker({
      start: () => new Worker(thread, { execArgv: [], workerData: { budget: AMPLE } }),
      budget: AMPLE,
    })
    const here = (await createChecker({ index, rewrite, budget: AMPLE })).check(long)
    expect(await apart.check(long)).toEqual(JSON.parse(JSON.stringify(here)))
    await apart.close()
  },
  120_000,
)
