import { parentPort, workerData } from 'node:worker_threads'
import { loadWords } from '@klarsprak/linter/words'
import type { Done, Task } from '../threads/thread.js'
import { type CheckRequest, type CheckResult, CheckTooSlow, createChecker } from './checker.js'

// The thread of `createApartChecker`: a bank and a linter of its own. `workerData.budget` is for tests.
const { index, rewrite } = await loadWords()
const checker = await createChecker({ index, rewrite, ...(workerData as { budget?: number } | null) })
parentPort!.on('message', ({ id, request }: Task<CheckRequest>) => parentPort!.postMessage(answer(id, request)))
parentPort!.postMessage('ready')

function answer(id: number, request: CheckRequest): Done<CheckResult> {
  try {
    return { id, result: checker.check(request) }
  } catch (error) {
    // What a fault says may repeat the text, so only its kind is told.
    return error instanceof CheckTooSlow ? { id, tooSlow: true } : { id, fault: `${(error as Error)?.name}` }
  }
}
