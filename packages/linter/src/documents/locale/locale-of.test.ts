import { describe, expect, test } from 'vitest'
import { looksLikeCopy } from '../looks-like-copy.js'
import { guessLanguage } from './guess-language.js'
import { localeOf } from './locale-of.js'

describe('the language a path says', () => {
  const cases: readonly (readonly [path: string, locale: string | undefined])[] = [
    ['sv.json', 'sv'],
    ['src/i18n/sv-SE.json', 'sv-se'],
    ['messages_sv.properties', 'sv'],
    ['messages_sv_SE.properties', 'sv-se'],
    ['Texter.sv.resx', 'sv'],
    ['Texter.en-GB.resx', 'en-gb'],
    ['app_en.arb', 'en'],
    ['sv.common.json', 'sv'],
    ['locales/sv/common.json', 'sv'],
    ['locales\\en\\common.json', 'en'],
    ['locales/sv/LC_MESSAGES/django.po', 'sv'],
    ['sv.lproj/Localizable.strings', 'sv'],
    ['res/values-sv-rSE/strings.xml', 'sv-se'],
    ['res/values/strings.xml', undefined],
    ['zh_Hans.json', 'zh-hans'],
    ['package.json', undefined],
    ['log-in.json', undefined],
    ['sign-in.html', undefined],
    ['no/readme.json', undefined],
    ['no.json', 'no'],
    ['', undefined],
  ]
  for (const [path, locale] of cases) test(`${path}: ${locale}`, () => expect(localeOf(path)).toBe(locale))
})

describe('which files in a folder look like copy', () => {
  const copy = [
    'a/locales/sv/common.json',
    'a/i18n/texter.yaml',
    'config/locales/devise.sv.yml',
    'sv.json',
    'src/messages_sv.properties',
    'app/src/main/res/values-sv/strings.xml',
    'app/src/main/res/values/strings.xml',
    '_locales/sv/messages.json',
    'sida.html',
    'po/sv.po',
    'src/Boka.tsx',
    'app.arb',
  ]
  const data = [
    'package.json',
    'tsconfig.json',
    '.github/workflows/ci.yml',
    'pom.xml',
    'res/layout/values.xml',
    'src/application.properties',
    'src/Boka.test.tsx',
    'src/Boka.stories.tsx',
    'data/kommuner.json',
    'en.json',
  ]
  for (const path of copy) test(`${path} does`, () => expect(looksLikeCopy(path)).toBe(true))
  for (const path of data) test(`${path} does not`, () => expect(looksLikeCopy(path)).toBe(false))
})

test('the language of text is guessed from its small words', () => {
  expect(guessLanguage('The page that you want to edit is here')).toBe('en')
  expect(guessLanguage('Här kan du boka en tid')).toBe('sv')
  expect(guessLanguage('Boka')).toBe('sv')
  expect(guessLanguage('Save')).toBe('sv')
})
