import { expect, test } from 'vitest'

test('the public names of the package: a new one is a choice', async () => {
  expect(Object.keys(await import('./index.js')).sort()).toMatchInlineSnapshot(`
    [
      "StorageUnavailable",
      "USUAL_LIMITS",
      "backup",
      "createAdminKey",
      "createApp",
      "createLog",
      "createServices",
      "openStorage",
      "readSettings",
      "serve",
      "serveMcp",
      "startServer",
    ]
  `)
  expect(Object.keys(await import('./openapi.js')).sort()).toMatchInlineSnapshot(`
    [
      "INTEROP_API",
      "NATIONAL_API",
      "openApiJson",
    ]
  `)
})
