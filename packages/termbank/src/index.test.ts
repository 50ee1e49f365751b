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
      "builtBank",
      "checkBank",
      "checkConcepts",
      "compileIndex",
      "compileSpellings",
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
      "loadNationalSpellings",
      "loadSpellings",
      "lookup",
      "memoryStore",
      "nationalConcepts",
      "problem",
      "problemCodes",
      "readConcepts",
      "readRelease",
      "readSources",
      "releaseFiles",
      "saveIndex",
      "saveSpellings",
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
      "loadNationalSpellings",
      "lookup",
      "termForms",
      "trace",
    ]
  `)
})
