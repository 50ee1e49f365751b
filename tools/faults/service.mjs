// A service as its users have it: the command, its own process, HTTP.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const COMMAND = join(root, 'packages/linter/bin/klarsprak.js')
const MANY = '100000000'

/** @param surroundings where the data lies: `{ data }` a folder, or `{ databaseUrl }` */
const processFor = ({ data, databaseUrl }, args) =>
  spawn(process.execPath, [COMMAND, 'serve', '--data', data, ...args], {
    env: {
      PATH: process.env.PATH,
      READS_PER_MINUTE: MANY,
      CHECKS_PER_MINUTE: MANY,
      EDITS_PER_MINUTE: MANY,
      LOG_LEVEL: 'silent',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** A key for an administrator, made as an operator makes the first one. */
export async function adminKey(surroundings) {
  const child = processFor(surroundings, ['--create-admin-key', 'Prov av fel'])
  let key = ''
  let said = ''
  child.stdout.on('data', (chunk) => (key += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`No key: ${said}`)
  return key.trim()
}

/** Starts a service and waits until it answers. */
export async function startService(surroundings, key) {
  const started = performance.now()
  const child = processFor(surroundings, ['--port', '0'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /svarar på (http:\/\/[\d.:]+)\//u.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}: ${said}`)))
  })
  /** An answer, or undefined when the connection broke. */
  const call = async (method, path, { body, headers = {} } = {}) => {
    try {
      const response = await fetch(`${url}/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
    } catch {
      return undefined
    }
  }
  return {
    url,
    readyAfter: performance.now() - started,
    call,
    /** Every item of a list, page by page. */
    async all(path, name) {
      const items = []
      for (let page = 1; ; page++) {
        const answer = await call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=100&page=${page}`)
        if (answer?.status !== 200) throw new Error(`${path}: ${answer?.status}`)
        items.push(...answer.body[name])
        if (answer.body.links.next === undefined) return items
      }
    },
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
