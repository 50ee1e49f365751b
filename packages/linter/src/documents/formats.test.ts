import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../create-linter.js'
import { plainIndex, plainRewrite } from '../testing/plain-index.js'
import { expectSoundPlaces, readerFor } from '../testing/reader-laws.js'
import { extensionOf, prepareParsers, READ_EXTENSIONS } from './parsers.js'

const linter = createLinter({
  parserFor: await prepareParsers(READ_EXTENSIONS),
  rewrite: plainRewrite,
  index: plainIndex([
    {
      id: 'c-0001',
      terms: [
        { label: 'digital ingång', status: 'preferred' },
        { label: 'hälsoportal', status: 'deprecated' },
      ],
    },
  ]),
})

/** What each format makes of ”en hälsoportal”: the place of the finding, and the file when it is fixed. */
const cases: readonly { path: string; text: string; place: string; fixed: string }[] = [
  {
    path: 'a.html',
    text: '<button>En h&auml;lsoportal</button>',
    place: 'button',
    fixed: '<button>En digital ingång</button>',
  },
  {
    path: 'sv.json',
    text: '{"a": {"b": "En h\\u00e4lsoportal, {n}"}}',
    place: 'text a.b',
    fixed: '{"a": {"b": "En digital ingång, {n}"}}',
  },
  {
    path: 'sv.arb',
    text: '{"rubrik": "En hälsoportal {n}"}',
    place: 'heading rubrik',
    fixed: '{"rubrik": "En digital ingång {n}"}',
  },
  {
    path: 'a.xcstrings',
    text: '{"strings":{"k":{"localizations":{"sv":{"stringUnit":{"value":"En hälsoportal"}}}}}}',
    place: 'text k',
    fixed: '{"strings":{"k":{"localizations":{"sv":{"stringUnit":{"value":"En digital ingång"}}}}}}',
  },
  {
    path: 'sv.yml',
    text: 'sv:\n  a:\n    - >-\n      En\n      hälsoportal\n',
    place: 'text sv.a[0]',
    fixed: 'sv:\n  a:\n    - >-\n      En\n      digital ingång\n',
  },
  {
    path: 'sv.po',
    text: 'msgctxt "meny.knapp"\nmsgid "x"\nmsgstr "En hälsoportal"\n',
    place: 'button meny.knapp',
    fixed: 'msgctxt "meny.knapp"\nmsgid "x"\nmsgstr "En digital ingång"\n',
  },
  {
    path: 'a.xlf',
    text: '<xliff version="1.2"><file target-language="sv"><trans-unit id="u"><target>En h&#228;lsoportal</target></trans-unit></file></xliff>',
    place: 'text u',
    fixed:
      '<xliff version="1.2"><file target-language="sv"><trans-unit id="u"><target>En digital ingång</target></trans-unit></file></xliff>',
  },
  {
    path: 'a.sv.resx',
    text: '<root><data name="k"><value>En hälsoportal</value></data></root>',
    place: 'text k',
    fixed: '<root><data name="k"><value>En digital ingång</value></data></root>',
  },
  {
    path: 'values-sv/strings.xml',
    text: '<resources><string name="k">En hälsoportal</string></resources>',
    place: 'text k',
    fixed: '<resources><string name="k">En digital ingång</string></resources>',
  },
  {
    path: 'm_sv.properties',
    text: 'k=En h\\u00e4lsoportal {0}',
    place: 'text k',
    fixed: 'k=En digital ing\\u00e5ng {0}',
  },
  { path: 'm_sv.properties', text: 'k=En hälsoportal {0}', place: 'text k', fixed: 'k=En digital ingång {0}' },
  {
    path: 'sv.lproj/L.strings',
    text: '"k" = "En hälsoportal %@";',
    place: 'text k',
    fixed: '"k" = "En digital ingång %@";',
  },
  {
    path: 'a.tsx',
    text: 'const a = <label>En hälsoportal {n}</label>',
    place: 'label',
    fixed: 'const a = <label>En digital ingång {n}</label>',
  },
  {
    path: 'a.vue',
    text: '<template><li>En hälsoportal {{ n }}</li></template>',
    place: 'list-item',
    fixed: '<template><li>En digital ingång {{ n }}</li></template>',
  },
  { path: 'a.mdx', text: '# En hälsoportal {n}\n', place: 'heading', fixed: '# En digital ingång {n}\n' },
]

describe('one finding in every format', () => {
  for (const { path, text, place, fixed } of cases) {
    test(`${path}: ${place}`, () => {
      const findings = linter.lint({ path, text })
      expect(
        findings.map(({ ruleId, kind, keyPath }) => `${ruleId} ${[kind, keyPath].filter(Boolean).join(' ')}`),
      ).toEqual([`avoid-term ${place}`])
      for (const finding of findings) expect(text.slice(finding.span.start, finding.span.end)).toBe(finding.text)
      expect(linter.fix({ path, text })).toMatchObject({ text: fixed, findings: [] })
    })
  }
  test('a comment turns a finding off in every format that has comments', () => {
    const files: readonly (readonly [path: string, text: string])[] = [
      ['a.html', '<!-- klarsprak-disable-next-line -->\n<p>En hälsoportal</p>'],
      ['sv.yml', 'a: En hälsoportal # klarsprak-disable-line'],
      ['sv.jsonc', '{\n// klarsprak-disable-next-line\n"a": "En hälsoportal"}'],
      ['sv.po', '# klarsprak-disable\nmsgid "a"\nmsgstr "En hälsoportal"'],
      ['a.resx', '<root><!-- klarsprak-disable --><data name="a"><value>En hälsoportal</value></data></root>'],
      ['m_sv.properties', '# klarsprak-disable-next-line\na=En hälsoportal'],
      ['sv.lproj/L.strings', '// klarsprak-disable-next-line\n"a" = "En hälsoportal";'],
      ['a.tsx', 'const a = <p>{/* klarsprak-disable-line */}En hälsoportal</p>'],
      ['a.mdx', '{/* klarsprak-disable */}\n\nEn hälsoportal\n'],
    ]
    for (const [path, text] of files) expect([path, linter.lint({ path, text })]).toEqual([path, []])
  })

  const A = 'En hälsoportal'
  const unit = (id: string, note = '') => `<unit id="${id}">${note}<segment><target>${A}</target></segment></unit>`
  const places: readonly { name: string; path: string; text: string; finds: readonly string[] }[] = [
    {
      name: 'the next text of a JSON file, which has no comments',
      path: 'sv.json',
      text: `{"//": "klarsprak-disable-next-line avoid-term -- avtal", "a": "${A}", "b": "${A}"}`,
      finds: ['b'],
    },
    {
      name: 'a stretch of a JSON file',
      path: 'sv.json',
      text: `{"_1": "klarsprak-disable", "a": "${A}", "b": "${A}", "_2": "klarsprak-enable", "c": "${A}"}`,
      finds: ['c'],
    },
    {
      name: 'the text that a description is of',
      path: 'sv/messages.json',
      text: `{"a": {"message": "${A}", "description": "klarsprak-disable"}, "b": {"message": "${A}"}}`,
      finds: ['b'],
    },
    {
      name: 'the text that a description in ARB is of, on one line or several',
      path: 'app_sv.arb',
      text: `{"a": "${A}", "@a": {"description": "klarsprak-disable avoid-term"}, "b": "${A}", "@b": {"description": "Hej."}}`,
      finds: ['b'],
    },
    {
      name: 'the text that a comment in a catalogue of Xcode is of',
      path: 'a.xcstrings',
      text: `{"sourceLanguage":"sv","strings":{"a b":{"comment":"klarsprak-disable","localizations":{"sv":{"stringUnit":{"value":"${A}"}}}},"c d":{"localizations":{"sv":{"stringUnit":{"value":"${A}"}}}}}}`,
      finds: ['c d'],
    },
    {
      name: 'the text after a comment in gettext, wherever its line is',
      path: 'sv.po',
      text: `# klarsprak-disable-next-line\nmsgid "a"\nmsgstr "${A}"\n\nmsgid "b"\nmsgstr ""\n"${A}"\n`,
      finds: ['b'],
    },
    {
      name: 'the text that a programmer’s comment in gettext is of',
      path: 'sv.po',
      text: `#. klarsprak-disable avoid-term\nmsgid "a"\nmsgstr "${A}"\n\nmsgid "b"\nmsgstr "${A}"\n`,
      finds: ['b'],
    },
    {
      name: 'the text that a note in XLIFF 1.2 is of',
      path: 'a.xlf',
      text: `<xliff version="1.2"><file target-language="sv"><trans-unit id="a"><target>${A}</target><note>klarsprak-disable — avtal</note></trans-unit><trans-unit id="b"><target>${A}</target><note>Hej</note></trans-unit></file></xliff>`,
      finds: ['b'],
    },
    {
      name: 'the text that a note in XLIFF 2 is of',
      path: 'a.xlf',
      text: `<xliff version="2.0" trgLang="sv"><file>${unit('a', '<notes><note>klarsprak-disable-line avoid-term</note></notes>')}${unit('b')}</file></xliff>`,
      finds: ['b'],
    },
    {
      name: 'the text that a comment in .NET resources is of',
      path: 'a.sv.resx',
      text: `<root><data name="a"><value>${A}</value><comment>klarsprak-disable</comment></data><data name="b"><value>${A}</value></data></root>`,
      finds: ['b'],
    },
    {
      name: 'the next string of Android',
      path: 'values-sv/strings.xml',
      text: `<resources>\n<!-- klarsprak-disable-next-line -->\n<string name="a">${A}</string>\n<string name="b">${A}</string></resources>`,
      finds: ['b'],
    },
    {
      name: 'the next line of Markdown whose HTML is taken away',
      path: 'a.md',
      text: `[//]: # (klarsprak-disable-next-line avoid-term)\n${A}.\n\n# ${A}\n`,
      finds: ['heading'],
    },
  ]
  for (const { name, path, text, finds } of places) {
    test(`a comment turns off findings in ${name}`, () => {
      expect(linter.lint({ path, text }).map(({ keyPath, kind }) => keyPath ?? kind)).toEqual(finds)
    })
  }
  test('a note that does nothing, names no rule or is too old is told of, where it stands', () => {
    const text = `{"a": "Hej", "@a": {"description": "klarsprak-disable avoid-trem"}, "b": "Hej", "@b": {"description": "klarsprak-disable"}}`
    const told = linter
      .lint({ path: 'app_sv.arb', text })
      .map(({ span, message }) => [text.slice(span.start, span.end), message])
    expect(told).toEqual([
      ['avoid-trem', expect.stringContaining('avoid-term')],
      ['klarsprak-disable', expect.stringContaining('stänger inte av')],
    ])
  })
})

test('nothing is fixed where the words before it are filled in', () => {
  for (const before of ['den {{ny}} ', '{namn}s ', '{0}']) {
    const text = `{"a": "Se ${before}hälsoportal nu"}`
    const [finding] = linter.lint({ path: 'sv.json', text })
    expect(finding?.suggestions.map(({ safe }) => safe)).toEqual([false])
  }
})

test('text in English is read but not linted', () => {
  for (const path of ['en.json', 'locales/en/a.json'])
    expect(linter.lint({ path, text: '{"a": "En hälsoportal"}' })).toEqual([])
})

const shared = process.env.KLARSPRAK_SHARED ?? '../shared'
const locales = `${shared}/corpus/diggsweden-dataportal-web/locales/sv`
test.skipIf(!existsSync(locales))('real files of texts are read whole, and every place is sound', async () => {
  for (const name of readdirSync(locales)) {
    const path = `${locales}/${name}`
    const text = readFileSync(path, 'utf8')
    const document = (await readerFor(path))(text)
    expectSoundPlaces(document)
    expect(document.segments.length).toBeGreaterThan(3)
    expect(document.segments.every(({ keyPath, lang }) => keyPath !== undefined && lang === 'sv')).toBe(true)
  }
})

test('every extension has a reader that bears an empty file', async () => {
  for (const extension of READ_EXTENSIONS) {
    expect(extensionOf(`a${extension}`)).toBe(extension)
    expect((await readerFor(`a${extension}`))('').segments).toEqual([])
  }
})
