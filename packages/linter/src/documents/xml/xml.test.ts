import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const xliff12 = (units: string, attributes = 'source-language="en" target-language="sv"') =>
  `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file ${attributes}><body>\n${units}\n</body></file></xliff>`
const xliff2 = (units: string, languages = 'srcLang="en" trgLang="sv"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" ${languages}><file id="f">${units}</file></xliff>`
const resx = (data: string) =>
  `<?xml version="1.0"?>\n<root><resheader name="version"><value>2.0</value></resheader>${data}</root>`
const android = (strings: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<resources xmlns:xliff="urn:x">${strings}</resources>`

const cases = [
  {
    name: 'XLIFF 1.2: translations',
    file: 'a.xlf',
    text: xliff12(
      '<trans-unit id="a.b"><source>Book now</source><target>Boka &#229;ter</target><note>Hej du</note></trans-unit>',
    ),
    sees: ['text a.b: Boka åter'],
  },
  {
    name: 'XLIFF 1.2: inline elements',
    file: 'a.xlf',
    text: xliff12(
      '<trans-unit id="a"><target>Du <g id="1">har</g> <x id="INTERPOLATION"/> <bpt id="2">&lt;b&gt;</bpt>nya<ept id="2">&lt;/b&gt;</ept> <ph id="3">{0}</ph> brev<x id="LINE_BREAK"/>nu <x id="START_BOLD_TEXT"/>ja</target></trans-unit>',
    ),
    sees: ['text a: Du har □ nya □ brev nu ja'],
  },
  {
    name: 'XLIFF 1.2: untranslated text, if the source is Swedish',
    file: 'a.xliff',
    text: xliff12(
      '<trans-unit id="a"><source>Boka tid</source></trans-unit>',
      'source-language="sv" target-language="fi"',
    ),
    sees: ['text a: Boka tid'],
  },
  {
    name: 'XLIFF 1.2: no other untranslated text',
    file: 'a.xliff',
    text: xliff12(
      '<trans-unit id="a"><source>Book now</source><target/></trans-unit><trans-unit id="b"><source>Book now</source><target state="needs-translation">Book now</target></trans-unit>',
    ),
    sees: [],
  },
  {
    name: 'XLIFF 1.2: plurals of Angular',
    file: 'a.xlf',
    text: xliff12(
      '<trans-unit id="a"><target>{VAR_PLURAL, plural, =1 {ett besök} other {<x id="INTERPOLATION"/> besök}}</target></trans-unit>',
    ),
    sees: ['text a: □', 'text a: ett besök', 'text a: □ besök'],
  },
  {
    name: 'XLIFF 2: translations',
    file: 'a.xlf',
    text: xliff2(
      '<unit id="a"><notes><note>Hej du</note></notes><segment><source>Book</source><target>Boka <pc id="1">din</pc> <ph id="2"/> tid</target></segment><segment><source>Now</source><target>Nu eller sen</target></segment></unit>',
    ),
    sees: ['text a: Boka din □ tid', 'text a: Nu eller sen'],
  },
  {
    name: 'XLIFF to another language',
    file: 'a.xlf',
    text: xliff2('<unit id="a"><segment><target>Varaa aika</target></segment></unit>', 'srcLang="sv" trgLang="fi"'),
    sees: ['text a [fi]: Varaa aika'],
  },
  {
    name: 'resx: strings',
    file: 'Texter.sv.resx',
    text: resx(
      '<data name="Boka_Knapp" xml:space="preserve"><value>Boka &lt;b&gt;tid&lt;/b&gt; {0} &amp; mer</value><comment>A button</comment></data>',
    ),
    sees: ['button Boka_Knapp: Boka tid □ & mer'],
  },
  {
    name: 'resx: no other data',
    file: 'Texter.sv.resx',
    text: resx(
      '<data name="b" type="System.Drawing.Size"><value>12 px stor</value></data><data name="&gt;&gt;c.Name"><value>en sak</value></data><data name="d"><value/></data>',
    ),
    sees: [],
  },
  {
    name: 'resx: the language of the file’s name',
    file: 'Texter.en.resx',
    text: resx('<data name="a"><value>Book now</value></data>'),
    sees: ['text a [en]: Book now'],
  },
  {
    name: 'Android: strings with escapes',
    file: 'res/values-sv/strings.xml',
    text: android('<string name="a">Det\\\'s \\"så\\" \\u00e5r\\n\\nnu</string><string name="b">"Boka  tid"</string>'),
    sees: ['text a: Det\'s "så" år', 'text a: nu', 'text b: Boka tid'],
  },
  {
    name: 'Android: plurals and lists',
    file: 'res/values-sv/strings.xml',
    text: android(
      '<plurals name="p"><item quantity="one">%d besök</item><item quantity="other">%d besök till</item></plurals><string-array name="l"><item>Ett besök</item></string-array>',
    ),
    sees: ['text p[0]: □ besök', 'text p[1]: □ besök till', 'text l[0]: Ett besök'],
  },
  {
    name: 'Android: inline elements and CDATA',
    file: 'res/values-sv/strings.xml',
    text: android(
      '<string name="a">Hej <xliff:g id="n" example="Kim Ek">%1$s</xliff:g>, <b>boka</b> tid</string><string name="b"><![CDATA[Läs <a href="x">mer & mer</a>]]></string>',
    ),
    sees: ['text a: Hej □, boka tid', 'text b: Läs mer & mer'],
  },
  {
    name: 'Android: nothing that is not translated',
    file: 'res/values-sv/strings.xml',
    text: android('<string name="a" translatable="false">Boka tid</string><!-- <string name="b">Boka tid</string> -->'),
    sees: [],
  },
  {
    name: 'stringsdict: a text and its plurals',
    file: 'sv.lproj/L.stringsdict',
    text: '<plist version="1.0"><dict><key>besok</key><dict><key>NSStringLocalizedFormatKey</key><string>Du har %#@antal@ kvar</string><key>antal</key><dict><key>NSStringFormatSpecTypeKey</key><string>NSString plural rule</string><key>one</key><string>%d besök</string><key>other</key><string>%d besök till</string></dict></dict></dict></plist>',
    sees: ['text besok: Du har □ kvar', 'text besok: □ besök', 'text besok: □ besök till'],
  },
  { name: 'other XML is no copy', file: 'pom.xml', text: '<project><name>Boka tid</name></project>', sees: [] },
  {
    name: 'a broken file, as far as it goes',
    file: 'a.resx',
    text: '<root><data name="a"><value>Boka tid</value></data><data name="b"><value>Avboka',
    sees: ['text a: Boka tid'],
  },
  {
    name: 'CRLF, a byte order mark and emoji',
    file: 'a.resx',
    text: '\ufeff<root>\r\n<data name="a">\r\n<value>👩‍⚕️ Boka\r\n  tid</value></data></root>',
    sees: ['text a: 👩‍⚕️ Boka tid'],
  },
]
describe('what is read in XML files of texts', () => {
  for (const { name, file, text, sees } of cases) {
    test(name, async () => expect(shown((await readerFor(file))(text))).toEqual(sees))
  }
  test('a word stands in the file as it is quoted', async () => {
    const document = (await readerFor('res/values-sv/strings.xml'))(
      android('<string name="a">Det \\u00e5r h&#228;r: <b>e-</b>tjänst</string>'),
    )
    expect(sourceOf(document, 'år')).toBe('\\u00e5r')
    expect(sourceOf(document, 'här')).toBe('h&#228;r')
    expect(sourceOf(document, 'e-tjänst')).toBe('e-</b>tjänst')
  })
})
