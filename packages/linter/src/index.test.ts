import { expect, test } from 'vitest'

test('the public names are these', async () => {
  expect(Object.keys(await import('./index.js')).sort()).toMatchInlineSnapshot(`
    [
      "READ_EXTENSIONS",
      "REPORTERS",
      "RULES",
      "applyFixes",
      "builtInParsers",
      "createDocument",
      "createLinter",
      "defineRule",
      "extensionOf",
      "findRule",
      "findingAsJson",
      "looksLikeCopy",
      "markdownParser",
      "parserFor",
      "plainTextParser",
      "positionsIn",
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
      "withDefaults",
    ]
  `)
})
