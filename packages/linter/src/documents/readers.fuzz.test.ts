import { describe, expect, test } from 'vitest'
import { expectSoundPlaces, mutations, readerFor } from '../testing/reader-laws.js'

/** Broken files of every kind: each reader takes what it is given, ends, and points into the file. */
const seeds: Readonly<Record<string, readonly string[]>> = {
  'a.md': [
    '---\nlang: sv\n---\n# Boka *tid*\r\n\n- [Läs](x "y z") `k`\n  1. å **ä\n> <b title="ö">c</b>\n\n| a | b |\n|---|---|\n| c | d |\n',
    '[//]: # (klarsprak-disable)\n![å][a]\n\n[a]: b "c d"\n[^1]: e f\n\n```\ng\n```\n:::note\nh\n:::\n<!-- klarsprak-enable -->\n',
  ],
  'a.txt': ['Boka tid\r\n\r\nEn rad\nsom fortsätter\n\n- ett\n- två\n\n\u00adåäö 👩‍⚕️'],
  'a.html': [
    '<!doctype html><html lang=sv><title>Boka &aring;r</title><body><p lang="en">Hi <b>du</p><table><td>x</table>',
    '<ul><li>ett<li title="två">{{ x }}<img alt="å"></ul><pre>k</pre><script>a</script>',
  ],
  'sv.json': [
    '{"a": {"b": ["Hej {namn}", "Du har {n, plural, one {# \\u00e5r} other {<b>#</b> år}}"]}, /* c */ "d": "e f"}',
    '{"sv": {"a": "ett | två %s \\"x\\" \\n\\n - y"}}',
  ],
  'app.arb': ['{"@@locale": "sv", "a": "Hej \'{\'{b}", "@a": {"description": "x y"}}'],
  'a.xcstrings': [
    '{"sourceLanguage":"sv","strings":{"Hej du":{"localizations":{"sv":{"stringUnit":{"value":"Hej %@"}}}},"b c":{}}}',
  ],
  'sv.yml': [
    "sv:\n  a: \"Fr\\u00e5ga \\\n    oss\"\n  b: >-\n    ett\n    två\n\n    tre\n  c: [d e, 'f''g h']\n# klarsprak-disable\n",
    'a: |2\n    x y\n   z\nb: &c {d: e f}\r\ng: *c\n',
  ],
  'sv.po': [
    'msgctxt "m"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "%d \\303\\245r"\n"mer text"\n\n#, fuzzy\nmsgid "c"\nmsgstr ""\n',
  ],
  'a.xlf': [
    '<xliff version="1.2"><file source-language="sv" target-language="sv"><trans-unit id="a"><source>b c</source><target>Du <g id="1">har</g> <x id="2"/> <bpt id="3">b</bpt>å</target></trans-unit></file></xliff>',
  ],
  'a.resx': [
    '<root><data name="a"><value>Boka &#229; {0}</value></data><data name="b" type="c"><value>x y</value></data></root>',
  ],
  'values-sv/strings.xml': [
    '<resources><string name="a">Det\\\'s \\u00e5 <xliff:g id="b">%s</xliff:g> <![CDATA[<b>x & y</b>]]></string><plurals name="c"><item quantity="one">d e</item></plurals></resources>',
  ],
  'm_sv.properties': ["a.b = Fr\\u00e5ga \\\n   oss ''nu'' {0} '{'1}\n# c\nd:e f\r\ng h"],
  'a.tsx': [
    "const A = () => <p title={`x ${y} z`}>Hej {namn} <b>du</b>{a ? 'en' : 'tv\\u00e5'}</p>",
    '<X.Y a="b c"><>d</>{e.map((f) => <li key={f}>g &aring;</li>)}</X.Y>',
  ],
  'a.vue': [
    '<template><MyButton label="å ä">Spara {{ x }}</MyButton></template>\n<i18n>{"sv": {"a": "b c"}}</i18n><script>x</script>',
  ],
  'a.svelte': ['{#if a > 2}<Button label="Sök här" on:click={() => f({a})}>Spara {a}</Button>{/if}<script>{</script>'],
  'a.stringsdict': [
    '<plist><dict><key>a b</key><dict><key>NSStringLocalizedFormatKey</key><string>Du har %#@n@ kvar</string></dict></dict></plist>',
  ],
  'a.mdx': ['import A from "a"\n\n# Hej {namn}\n\n<A b={c}>\n\n- ett **två**\n\n</A>\n\n{/* klarsprak-disable */}\n'],
  'sv.lproj/L.strings': ['/* a */ "b" = "c \\"d\\" \\u00e5 %@";\n// e\nf = "g h";'],
}
const parts = [
  '<',
  '>',
  '"',
  "'",
  '{',
  '}',
  '{{',
  '}}',
  '\\',
  '\\u',
  '&',
  '&aring;',
  '\n',
  '\r\n',
  '\r',
  '\ufeff',
  '👩‍⚕️',
  '\ud83d',
  '\u0000',
  '\uFFFC',
  'å',
  ' ',
  '\t',
  '#',
  '%',
  ':',
  '|',
  '- ',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '[',
  ']',
  ',',
  '</',
  '/>',
  '${',
  '*',
  '/*',
  ' lang="en"',
  '<script>',
  '<pre>',
  '\u00ad',
]

const RUNS = 10_000
/** Milliseconds for one reader, on a machine that is busy. The slowest takes some twenty seconds on one that is not. */
const PATIENCE = 600_000
/** Runs in which each character is looked at; in the rest, that there is an answer. */
const CLOSELY = 10

describe('no text breaks a reader', () => {
  for (const [path, texts] of Object.entries(seeds)) {
    test(path, { timeout: PATIENCE }, async () => {
      const read = await readerFor(path)
      let at = 0
      for (const text of mutations(texts, parts, RUNS)) {
        const document = read(text)
        if (at++ % CLOSELY === 0) expectSoundPlaces(document)
        const { fault } = document
        if (fault !== undefined) expect(fault.offset >= 0 && fault.offset <= text.length).toBe(true)
      }
      expect(at).toBe(RUNS)
    })
  }
})

describe('a file may have any number of texts beside each other', () => {
  const MANY = 150_000
  test.each<[string, string]>([
    ['sv.yml', `texter:\n${'  - Hej du\n'.repeat(MANY)}`],
    ['app.sv.yml', Array.from({ length: MANY }, (_, at) => `k${at}: Hej du`).join('\n')],
    ['sv.json', `[${'"Hej du",\n'.repeat(MANY)}"Hej"]`],
    [
      'a.xlf',
      `<xliff version="1.2"><file target-language="sv"><body>${'<trans-unit><target>Hej du</target></trans-unit>\n'.repeat(MANY)}</body></file></xliff>`,
    ],
    ['a.jsx', `const a = <div>\n${'<p>Hej du</p>\n'.repeat(MANY)}</div>`],
    ['a.html', '<p>Hej du</p>\n'.repeat(MANY)],
  ])('%s', { timeout: 120_000 }, async (path, text) => {
    const { segments, fault } = (await readerFor(path))(text)
    expect(fault).toBeUndefined()
    expect(segments.length).toBeGreaterThanOrEqual(MANY)
  })
})
