import { expect, test } from 'vitest'
import { readSettings } from './settings.js'

test('nothing needs to be said', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    data: undefined,
    databaseUrl: undefined,
    publicUrl: undefined,
    proxies: 0,
    limits: { reads: 600, checks: 60 },
    logLevel: 'info',
  })
})
test('everything can be said, and an empty value says nothing', () => {
  const env = {
    PORT: '80',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://a/b',
    PROXIES: '1',
    READS_PER_MINUTE: '10',
    DATA_DIR: ' ',
  }
  expect(readSettings(env)).toMatchObject({
    port: 80,
    host: '0.0.0.0',
    databaseUrl: 'postgres://a/b',
    proxies: 1,
    limits: { reads: 10, checks: 60 },
    data: undefined,
  })
})
test.each([
  { PORT: 'http' },
  { PORT: '70000' },
  { DATABASE_URL: 'mysql://a/b' },
  { PUBLIC_URL: 'termer' },
  { LOG_LEVEL: 'loud' },
])('%o is refused by name', (env) => {
  expect(() => readSettings(env)).toThrow(Object.keys(env)[0]!)
})
