import { SLOT } from '@klarsprak/swedish'
import { describe, expect, test } from 'vitest'
import { expectSoundPlaces, readerFor } from '../testing/reader-laws.js'
import { READ_EXTENSIONS } from './parsers.js'

/**
 * The same text in every format, as its files write it: åäö, an emoji of several code units, a value that is filled
 * in, and lines that end in CR LF. What a reader says of a word is where the word is.
 */
const forms: readonly {
  path: string
  file: (text: string) => string
  value?: string
  entity?: (char: string) => string
}[] = [
  { path: 'a.md', file: (text) => `# Åäö 🙂\r\n\r\n${text}\r\noch mer.\r\n`, value: '`x`' },
  { path: 'a.markdown', file: (text) => `> ${text}\r\n> och mer\r\n`, value: '`x`' },
  { path: 'a.txt', file: (text) => `Åäö 🙂\r\n\r\n${text}\r\n`, value: '' },
  {
    path: 'a.html',
    file: (text) => `<p title="Åäö 🙂">\r\n${text}\r\n</p>`,
    value: '<code>x</code>',
    entity: () => '&auml;',
  },
  { path: 'a.htm', file: (text) => `<ul>\r\n<li>${text}\r\n</ul>`, value: '<img>', entity: () => '&#xe4;' },
  { path: 'sv.json', file: (text) => `{\r\n  "a": "🙂",\r\n  "b": "${text}"\r\n}`, entity: () => '\\u00e4' },
  { path: 'sv.jsonc', file: (text) => `{ // 🙂\r\n  "b": "${text}",\r\n}`, value: '{{namn}}' },
  { path: 'sv.arb', file: (text) => `{\r\n"@@locale": "sv",\r\n"b": "${text}"}`, entity: () => '\\u00E4' },
  {
    path: 'a.xcstrings',
    file: (text) => `{"strings":{\r\n"🙂":{"localizations":{"sv":{"stringUnit":{"value":"${text}"}}}}}}`,
    value: '%@',
  },
  { path: 'sv.yml', file: (text) => `# 🙂\r\na:\r\n  - "${text}"\r\n`, value: '%{namn}', entity: () => '\\u00e4' },
  { path: 'sv.yaml', file: (text) => `a: >-\r\n  Åäö 🙂\r\n  ${text}\r\n`, value: '%{namn}' },
  { path: 'sv.po', file: (text) => `# 🙂\r\nmsgid "a"\r\nmsgstr ""\r\n"${text}"\r\n`, value: '%(namn)s' },
  { path: 'sv.pot', file: (text) => `msgid "a"\r\nmsgstr "${text}"\r\n`, value: '%s' },
  {
    path: 'a.xlf',
    file: (text) =>
      `<xliff version="1.2"><file target-language="sv"><trans-unit id="🙂">\r\n<target>${text}</target></trans-unit></file></xliff>`,
    value: '<x id="1"/>',
    entity: () => '&#228;',
  },
  {
    path: 'a.xliff',
    file: (text) =>
      `<xliff version="2.0" trgLang="sv"><file><unit id="a"><segment>\r\n<target>${text}</target></segment></unit></file></xliff>`,
    value: '<ph id="1"/>',
  },
  {
    path: 'a.sv.resx',
    file: (text) => `<root>\r\n<data name="a"><value>${text}</value></data></root>`,
    value: '{0}',
    entity: () => '&#xE4;',
  },
  {
    path: 'values-sv/strings.xml',
    file: (text) => `<resources>\r\n<string name="a">${text}</string></resources>`,
    value: '%1$s',
    entity: () => '\\u00e4',
  },
  {
    path: 'a.stringsdict',
    file: (text) =>
      `<plist><dict><key>🙂</key><dict><key>NSStringLocalizedFormatKey</key>\r\n<string>${text}</string></dict></dict></plist>`,
    value: '%@',
  },
  {
    path: 'm_sv.properties',
    file: (text) => `# 🙂\r\na = Åäö \\\r\n    ${text}\r\n`,
    value: '{0}',
    entity: () => '\\u00e4',
  },
  {
    path: 'sv.lproj/L.strings',
    file: (text) => `/* 🙂 */\r\n"a" = "${text}";\r\n`,
    value: '%@',
    entity: () => '\\u00e4',
  },
  {
    path: 'a.tsx',
    file: (text) => `const a = '🙂'\r\nconst B = () => (\r\n  <p>\r\n    ${text}\r\n  </p>)`,
    entity: () => '&auml;',
  },
  { path: 'a.jsx', file: (text) => `const B = () => <p title="🙂">${text}\r\n</p>` },
  {
    path: 'a.vue',
    file: (text) => `<template>\r\n<p>🙂 ${text}\r\n</p></template>`,
    value: '{{ namn }}',
    entity: () => '&auml;',
  },
  { path: 'a.svelte', file: (text) => `<script>let a</script>\r\n<p>🙂 ${text}\r\n</p>`, entity: () => '&auml;' },
  { path: 'a.mdx', file: (text) => `import A from 'a'\r\n\r\n# 🙂\r\n\r\n${text}\r\n` },
]

describe('every reader knows where each word is', () => {
  for (const { path, file, value = '{namn}', entity = (char: string) => char } of forms) {
    test(path, async () => {
      const word = `h${entity('ä')}lsoportal`
      const text = file(`Räksmörgås 👩‍⚕️ ${value} och ${word} åt dig`)
      const document = (await readerFor(path))(text)
      expectSoundPlaces(document)
      expect(document.fault).toBeUndefined()
      const segment = document.segments.find(({ prose }) => prose.includes('hälsoportal'))!
      for (const [read, written] of [
        ['Räksmörgås', 'Räksmörgås'],
        ['👩‍⚕️', '👩‍⚕️'],
        ['hälsoportal', word],
        ['åt dig', 'åt dig'],
      ] as const) {
        const at = segment.prose.indexOf(read)
        const { start, end } = segment.map.toSource({ start: at, end: at + read.length })
        expect(text.slice(start, end)).toBe(written)
      }
      expect(segment.prose.includes(SLOT)).toBe(value !== '')
      expect(segment.prose).not.toMatch(/[\r\n]/u)
    })
  }
  test('no format is forgotten', () => {
    const tried = new Set(forms.map(({ path }) => path.slice(path.lastIndexOf('.'))))
    expect(READ_EXTENSIONS.filter((extension) => !tried.has(extension))).toEqual([])
  })
})
