import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Linted } from '../../lint.js'
import { temporaryFolders } from '../../testing/temporary-folder.js'
import { inspectAhead } from './inspect-ahead.js'
import { startThreads } from './lint-threads.js'
import type { SetUp } from './linters.js'

const folder = temporaryFolders()

const nothing: Linted = { findings: [], suppressed: [], noted: [] }
const setup = { cwd: '/', today: '2027-01-31', maxTime: undefined, only: undefined, extensions: [] }
const paths = Array.from({ length: 600 }, (_, at) => `${at}.md`)

/** Runs over `paths` with two threads of this code, and tells which texts were linted here. */
async function runWith(code: string, inspect: (path: string) => Linted = () => nothing, fails?: string) {
  const file = pathToFileURL(join(folder({ 'thread.mjs': code }), 'thread.mjs'))
  const here: string[] = []
  const linter = {
    inspect({ path }: { path: string }) {
      here.push(path)
      return inspect(path)
    },
  }
  const setUp = { linter, key: '', settings: {}, isFlagged: false } as unknown as SetUp
  const order: string[] = []
  let open = 0
  let mostOpen = 0
  const run = inspectAhead({
    paths,
    open: async (path) => {
      if (path === fails) throw new Error(`${path} fattas`)
      mostOpen = Math.max(mostOpen, ++open)
      return path
    },
    inspectionOf: (path) => ({ source: { path, text: path }, setUp, known: undefined }),
    recipeOf: async () => ({ key: '', settings: {}, isFlagged: false }),
    start: () => startThreads(file, 2, setup),
  })
  let fault: string | undefined
  try {
    for await (const { path } of run) {
      open--
      order.push(path)
    }
  } catch (error) {
    fault = String(error)
  }
  return { order, here, mostOpen, fault }
}

const thread = (body: string) => `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, file }) => { ${body} })`
const ANSWERS = thread(`parentPort.postMessage({ id, linted: { findings: [], suppressed: [], noted: [] } })`)

describe('texts that threads help with', () => {
  test('come in order, each once, with a bounded number of them open', async () => {
    const { order, here, mostOpen, fault } = await runWith(ANSWERS)
    expect({ order, fault }).toEqual({ order: paths, fault: undefined })
    expect(here.length).toBeLessThanOrEqual(paths.length - 8)
    expect(mostOpen).toBeLessThanOrEqual(256)
  })
  test('are linted here when a thread fails to', async () => {
    const { order, here, fault } = await runWith(thread('parentPort.postMessage({ id })'))
    expect({ order, fault }).toEqual({ order: paths, fault: undefined })
    expect(here.toSorted()).toEqual(paths.toSorted())
  })
  test('fail at the text that fails, when those before it have come', async () => {
    const inspect = (path: string) => {
      if (path === '500.md') throw new Error('trasig')
      return nothing
    }
    const linted = await runWith(thread('parentPort.postMessage({ id })'), inspect)
    expect(linted).toMatchObject({ order: paths.slice(0, 500), fault: 'Error: trasig' })
    const opened = await runWith(ANSWERS, undefined, '300.md')
    expect(opened).toMatchObject({ order: paths.slice(0, 300), fault: 'Error: 300.md fattas' })
  })
  test.each([
    ['ends', thread('process.exit(7)'), 'koden 7'],
    ['throws', thread(`throw new Error('oj')`), 'oj'],
    ['cannot be read', 'const =', 'SyntaxError'],
  ])('are no more when a thread %s, which is told', async (_, code, sentence) => {
    expect((await runWith(code)).fault).toContain(sentence)
  })
})
