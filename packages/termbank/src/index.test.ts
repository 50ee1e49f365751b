import { expect, test } from 'vitest'

test('the public names of the package: a new one is a choice', async () => {
  expect(Object.keys(await import('./index.js')).sort()).toMatchInlineSnapshot(`
    [
      "IndexFormatError",
      "NATIONAL",
      "ReleaseError",
      "bankDiff",
      "bankFileJsonSchema",
      "bankStats",
      "checkBank",
      "compileIndex",
      "conceptJsonSchema",
      "createBank",
      "fileStore",
      "formatProblem",
      "grammarOf",
      "inFileOrder",
      "isReleaseFolder",
      "loadIndex",
      "loadNationalBank",
      "loadNationalIndex",
      "loadNationalLayer",
      "lookup",
      "memoryStore",
      "problemCodes",
      "readConcepts",
      "readRelease",
      "readSources",
      "releaseFiles",
      "saveIndex",
      "termForms",
      "trace",
      "writeRelease",
    ]
  `)
  expect(Object.keys(await import('./compiled.js')).sort()).toMatchInlineSnapshot(`
    [
      "IndexFormatError",
      "grammarOf",
      "loadIndex",
      "loadNationalIndex",
      "lookup",
      "termForms",
      "trace",
    ]
  `)
})
