import { expect, test } from 'vitest'

test('the public names are these', async () => {
  expect(Object.keys(await import('./index.js')).sort()).toMatchInlineSnapshot(`
    [
      "AUDIENCES",
      "FORMATS_WITH_FIGURES",
      "READ_EXTENSIONS",
      "REPORTERS",
      "RULES",
      "applyFixes",
      "builtInParsers",
      "checkExamples",
      "checkExamplesOf",
      "createDocument",
      "createLinter",
      "defineRule",
      "earlierReport",
      "extensionOf",
      "figuresOf",
      "findRule",
      "findingAsJson",
      "githubSummary",
      "looksLikeCopy",
      "markdownParser",
      "parserFor",
      "plainTextParser",
      "positionsIn",
      "prepareEnglish",
      "prepareParsers",
      "presetRules",
      "refusalSentence",
      "retextAvoidTerm",
      "retextHeavyWord",
      "retextInconsistentTerm",
      "retextJargon",
      "retextKlarsprak",
      "retextUndefinedAbbreviation",
      "ruleUrl",
      "withAcrossFiles",
      "withDefaults",
    ]
  `)
  expect(Object.keys(await import('./browser.js')).sort()).toEqual([
    'AUDIENCES',
    'Config',
    'audienceIn',
    'configuredRules',
    'linterFromBytes',
    'wordsFromBytes',
  ])
})
