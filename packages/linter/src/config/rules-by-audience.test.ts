import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { prepareParsers, READ_EXTENSIONS } from '../documents/parsers.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { matchesKey } from './key-pattern.js'
import type { PlainSettings } from './merge.js'
import { rulesByAudience } from './rules-by-audience.js'

const parserFor = await prepareParsers(READ_EXTENSIONS)
const index = plainIndex([
  {
    id: 'c-0002',
    terms: [
      { label: 'sepsis', status: 'admitted', register: 'professional' },
      { label: 'blodförgiftning', status: 'preferred', register: 'everyday' },
    ],
  },
])
const found = (path: string, text: string, settings: PlainSettings = {}) =>
  createLinter({ index, rewrite: plainRewrite, parserFor, rules: rulesByAudience(settings) })
    .lint({ path, text })
    .map(({ ruleId, span }) => `${ruleId} ${text.slice(0, span.start).split('sepsis').length}`)

describe('who a part of a file is written to', () => {
  const S = 'Du kan få sepsis.'
  const cases: readonly { name: string; path: string; text: string; settings?: PlainSettings; finds: string[] }[] = [
    {
      name: 'an element',
      path: 'a.html',
      text: `<p data-klarsprak-audience="staff">${S}</p><p>${S}</p>`,
      finds: ['jargon 2'],
    },
    {
      name: 'an element and what is in it, unless that says otherwise',
      path: 'a.html',
      text: `<section data-klarsprak-audience=staff><p>${S}<ul><li>${S}</ul><p data-klarsprak-audience=citizen>${S}</section>`,
      finds: ['jargon 3'],
    },
    {
      name: 'an attribute of an element',
      path: 'a.html',
      text: `<img alt="${S}" data-klarsprak-audience="staff"><img alt="${S}">`,
      finds: ['jargon 2'],
    },
    {
      name: 'an element in Markdown',
      path: 'a.md',
      text: `<div data-klarsprak-audience="staff">${S}</div>\n\n${S}\n`,
      finds: ['jargon 2'],
    },
    {
      name: 'an element in JSX',
      path: 'a.tsx',
      text: `const a = <main><p data-klarsprak-audience="staff">${S}</p><p>${S}</p></main>`,
      finds: ['jargon 2'],
    },
    {
      name: 'an element in Vue',
      path: 'a.vue',
      text: `<template><p data-klarsprak-audience="staff">${S}</p><p>${S}</p></template>`,
      finds: ['jargon 2'],
    },
    {
      name: 'a key in JSON, for what is beside and below it',
      path: 'sv.json',
      text: `{"p": {"klarsprak-audience": "staff", "a": "${S}", "b": {"c": "${S}"}}, "d": "${S}"}`,
      finds: ['jargon 3'],
    },
    {
      name: 'a key in YAML',
      path: 'sv.yaml',
      text: `p:\n  klarsprak-audience: staff\n  a: ${S}\n  b:\n    - ${S}\nd: ${S}\n`,
      finds: ['jargon 3'],
    },
    {
      name: 'the settings, by key',
      path: 'sv.json',
      text: `{"personal": {"a": "${S}"}, "sidor": [{"personal": "${S}", "b": "${S}"}]}`,
      settings: { audienceByKey: { staff: ['personal', 'sidor.*.personal'] } },
      finds: ['jargon 3'],
    },
    {
      name: 'citizens in a file for staff',
      path: 'a.html',
      text: `<p>${S}</p><p data-klarsprak-audience="citizen">${S}</p>`,
      settings: { audience: 'staff' },
      finds: ['jargon 2'],
    },
    {
      name: 'nobody we know of',
      path: 'a.html',
      text: `<p data-klarsprak-audience="alla">${S}</p>`,
      finds: ['jargon 1'],
    },
    {
      name: 'staff, but a rule that the settings turn on for all stays on',
      path: 'a.html',
      text: `<p data-klarsprak-audience="staff">${S}</p>`,
      settings: { rules: { jargon: 'warning' } },
      finds: ['jargon 1'],
    },
  ]
  for (const { name, path, text, settings, finds } of cases) {
    test(`${name} says it`, () => expect(found(path, text, settings)).toEqual(finds))
  }
})

describe('a pattern of keys', () => {
  const cases = [
    { pattern: 'personal', keyPath: 'personal', is: true },
    { pattern: 'personal', keyPath: 'personal.a.b', is: true },
    { pattern: 'personal', keyPath: 'personalen.a', is: false },
    { pattern: 'personal', keyPath: 'x.personal', is: false },
    { pattern: '**.personal', keyPath: 'x.y.personal.z', is: true },
    { pattern: '**.personal', keyPath: 'personal', is: true },
    { pattern: 'a.*.c', keyPath: 'a[2].c', is: true },
    { pattern: 'a.*.c', keyPath: 'a.b.d.c', is: false },
    { pattern: 'a.**.c', keyPath: 'a.b.d.c.e', is: true },
    { pattern: 'a.b', keyPath: 'a', is: false },
    { pattern: `${'**.'.repeat(40)}x`, keyPath: 'a.'.repeat(200), is: false },
  ]
  for (const { pattern, keyPath, is } of cases) {
    test(`${pattern.slice(0, 20)} ${is ? 'matches' : 'does not match'} ${keyPath.slice(0, 20)}`, () =>
      expect(matchesKey(pattern, keyPath)).toBe(is))
  }
})
