import { existsSync, readFileSync, rmSync } from 'node:fs'
import { until } from './until.mjs'

/** The other end of host/driver.cjs, once it has said at which port it listens. */
export async function connectDriver(file) {
  const port = await until('the extension host', async () => existsSync(file) && readFileSync(file, 'utf8'))
  rmSync(file)
  return async (what, rest = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      body: JSON.stringify({ what, ...rest }),
    })
    const { answer, problem } = await response.json()
    if (problem !== undefined) throw new Error(problem)
    return answer
  }
}
