import { describe, expect, test } from 'vitest'
import { readerFor, shown, sourceOf } from '../../testing/reader-laws.js'

const read = await readerFor('po/sv.po')
const HEADER = 'msgid ""\nmsgstr ""\n"Language: sv_SE\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

describe('what is read in a gettext file', () => {
  const cases = [
    {
      name: 'translations, with their source as their place',
      text: `${HEADER}#: src/a.py:3\nmsgid "Book a visit"\nmsgstr "Boka ett besök"\n`,
      sees: ['text Book a visit [sv-se]: Boka ett besök'],
    },
    {
      name: 'a context is the place',
      text: 'msgctxt "menu.button"\nmsgid "Book"\nmsgstr "Boka tid"\n',
      sees: ['button menu.button: Boka tid'],
    },
    {
      name: 'plurals',
      text: 'msgid "%d visit"\nmsgid_plural "%d visits"\nmsgstr[0] "%d besök"\nmsgstr[1] "%d besök till"\n',
      sees: ['text %d visit: □ besök', 'text %d visit: □ besök till'],
    },
    {
      name: 'strings on several lines',
      text: 'msgid ""\n"a"\nmsgstr ""\n"Boka en "\n"tid \\"nu\\"\\n\\n"\n"eller sen"\n',
      sees: ['text a: Boka en tid "nu"', 'text a: eller sen'],
    },
    {
      name: 'nothing fuzzy, obsolete or untranslated',
      text: '#, fuzzy, c-format\nmsgid "a"\nmsgstr "Hej du"\n\nmsgid "b"\nmsgstr ""\n\n#~ msgid "c"\n#~ msgstr "Hej då"\n\nmsgid "d"\nmsgstr "Ja tack"\n',
      sees: ['text d: Ja tack'],
    },
    {
      name: 'entries without blank lines between',
      text: 'msgid "a"\nmsgstr "Hej du"\nmsgid "b"\nmsgstr "Hej då"',
      sees: ['text a: Hej du', 'text b: Hej då'],
    },
    {
      name: 'CRLF and a byte order mark',
      text: '\ufeffmsgid "a"\r\nmsgstr "Boka "\r\n"tid 👩‍⚕️"\r\n',
      sees: ['text a: Boka tid 👩‍⚕️'],
    },
    { name: 'a string that never ends', text: 'msgid "a"\nmsgstr "Boka tid\n', sees: ['text a: Boka tid'] },
    { name: 'nothing in an empty file', text: '', sees: [] },
  ]
  for (const { name, text, sees } of cases) test(name, () => expect(shown(read(text))).toEqual(sees))

  test('the header says the language before the path does', () => {
    expect(read(`${HEADER.replace('sv_SE', 'en')}msgid "a"\nmsgstr "Book now"`).segments[0]?.lang).toBe('en')
  })
  test('a word across lines stands where it stands', () => {
    const document = read('msgid "a"\nmsgstr "den digi"\n"tala \\"ing\\303\\245ngen"\n')
    expect(sourceOf(document, 'digitala')).toBe('digi"\n"tala')
  })
  test('comments are kept for the linter', () => {
    expect(read('# klarsprak-disable-next-line\nmsgid "a"\n').comments.map(({ text }) => text)).toEqual([
      ' klarsprak-disable-next-line',
    ])
  })
})
