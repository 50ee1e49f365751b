import { describe, expect, test } from 'vitest'
import { places, termLinterWith, wordsFound } from './acceptance.js'

// What users of other linters have asked for or been burnt by. The numbers are those of the list the tests come from.

describe('T1 a term is found in every form and spelling, at the right column', () => {
  const cases = [
    { name: 'a form with a capital', text: 'Se: Ärendet är nytt.', at: '1:5 Ärendet' },
    { name: 'capitals', text: 'VARJE ÄRENDE', at: '1:7 ÄRENDE' },
    { name: 'the definite plural, genitive', text: 'om ärendenas läge', at: '1:4 ärendenas' },
    { name: 'a hyphenated compound', text: 'ditt ärende-id', at: /^1:6 ärende/u },
    { name: 'entities', text: 'ditt &auml;rende', at: '1:6 &auml;rende' },
    { name: 'decomposed letters', text: 'ditt a\u0308rende', at: '1:6 a\u0308rende' },
    { name: 'a soft hyphen', text: 'ditt ären\u00ADde', at: '1:6 ären\u00ADde' },
  ]
  for (const { name, text, at } of cases) {
    test(name, () => {
      expect(places(text)).toHaveLength(1)
      expect(places(text)[0]).toMatch(at)
    })
  }
})

describe('T2 a term is not found in a part of another word, nor in one with other capitals', () => {
  const cases = [
    { text: 'en rende och en färende', finds: [] },
    { text: 'pressterna, arrest och restaurang', finds: [] },
    { text: 'En rest av ett api.', finds: ['rest'] },
    { text: 'Ett api med REST.', finds: ['REST'] },
    { text: 'Vi restar och Rest.', finds: ['Rest'] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(wordsFound(text)).toEqual(finds))

  test('and each of the two has its own concept', () => {
    expect(conceptsIn('En rest av ett api.')).toEqual(['c-9102'])
    expect(conceptsIn('Ett api med REST.')).toEqual(['c-9103'])
  })
})

describe('T3 a compound obeys the policy of its term', () => {
  const cases = [
    { policy: 'flag', text: 'remissvar, specialistremiss, remissinstansen', count: 3 },
    { policy: 'head', text: 'aviseringstjänst', count: 0 },
    { policy: 'head', text: 'sms-avisering, meddelandeaviseringar', count: 2 },
    { policy: 'modifier', text: 'insatsplan', count: 1 },
    { policy: 'modifier', text: 'vårdinsatser', count: 0 },
    { policy: 'never', text: 'klientmöte, mittklient', count: 0 },
    { policy: 'a word that is no compound', text: 'Vi är överrens om arrens och flourens.', count: 0 },
  ]
  for (const { policy, text, count } of cases) {
    test(`${policy}: ${text}`, () => expect(wordsFound(text)).toHaveLength(count))
  }
})

describe('T4 the longer expression wins', () => {
  const cases = [
    { name: 'a collocation where the word is in order', text: 'Stöd för psykisk hälsa.', finds: [] },
    { name: 'the word elsewhere', text: 'Ett psykiskt stöd.', finds: ['psykiskt'] },
    { name: 'a deprecated term in a preferred one', text: 'Vår digitala portal.', finds: [] },
    { name: 'the deprecated one alone', text: 'Vår portal.', finds: ['portal'] },
    { name: 'both', text: 'Den digitala portalen är en portal.', finds: ['portal'] },
  ]
  for (const { name, text, finds } of cases) test(name, () => expect(wordsFound(text)).toEqual(finds))
})

describe('T5 a phrase is found', () => {
  const cases = [
    { name: 'across a line', text: 'en gul\nlapp', count: 1 },
    { name: 'across a line with CRLF', text: 'en gul\r\nlapp', count: 1 },
    { name: 'across bold', text: 'en **gul** lapp', count: 1 },
    { name: 'across a link', text: 'en gul [lapp](x)', count: 1 },
    { name: 'across <br>', text: 'en gul<br>lapp', count: 1 },
    { name: 'in agreement', text: 'de gula lapparnas', count: 1 },
    { name: 'in HTML', text: '<p>en <b>gul</b> <a href="x">lapp</a> och gul<br>\nlapp</p>', path: 'a.html', count: 2 },
    { name: 'not across paragraphs', text: 'en gul\n\nlapp', count: 0 },
    { name: 'not across list items', text: '- en gul\n- lapp', count: 0 },
    { name: 'not across table cells', text: '| gul | lapp |\n| --- | --- |\n| gul | lapp |', count: 0 },
    {
      name: 'not across blocks of HTML',
      text: '<p>en gul</p><p>lapp</p><ul><li>gul<li>lapp</ul><table><tr><td>gul</td><td>lapp</td></tr></table>',
      path: 'a.html',
      count: 0,
    },
  ]
  for (const { name, text, count, path } of cases) {
    test(name, () => expect(wordsFound(text, path === undefined ? {} : { path })).toHaveLength(count))
  }
})

describe('T6 hyphens', () => {
  const cases = [
    { text: 'icke-portal-ord och icke\u2011portal\u2011ord', finds: [] },
    { text: 'icke-remiss-ord', finds: ['remiss'] },
    { text: 'icke-portaler', finds: ['portaler'] },
    { text: 'en klient-id', finds: [] },
    { text: 'sms-avisering', finds: ['avisering'] },
    { text: 'avisering-sms', finds: [] },
  ]
  for (const { text, finds } of cases) test(text, () => expect(wordsFound(text)).toEqual(finds))
})

describe('T7 what is no copy is silent', () => {
  const silent = [
    { name: 'code', text: 'Skriv `portal` nu.' },
    { name: 'a fence', text: '```\nportal\n```\n\n~~~js\nportal\n~~~\n\n    portal\n' },
    { name: 'addresses', text: 'Se https://portal.se/portal, portal.se och a@portal.se.' },
    { name: 'the keys of front matter', text: '---\nportal: ja\n---\n' },
    { name: 'the address of a link', text: '[Läs mer om dig](/portal "Hej")' },
    {
      name: 'attributes nobody reads',
      text: '<p class="portal" id="portal" data-portal="portal" style="portal" href="portal">a</p>',
      path: 'a.html',
    },
    { name: 'script and style', text: '<script>portal</script><style>portal</style><p>a</p>', path: 'a.html' },
    { name: 'a quotation', text: 'Hon sa: ”Vår portal är bra.”' },
    { name: 'a quoted block', text: '> Vår portal är bra.' },
    { name: 'a quotation in markup', text: '<blockquote>Vår portal</blockquote><q>en portal</q>', path: 'a.html' },
  ]
  for (const { name, text, path } of silent) {
    test(name, () => expect(wordsFound(text, path === undefined ? {} : { path })).toEqual([]))
  }
  const read = ['alt', 'title', 'aria-label', 'placeholder', 'label'].map((name) => ({
    name: `the attribute ${name}`,
    text: `<${name === 'alt' ? 'img' : name === 'label' ? 'track' : 'input'} ${name}="Vår portal">`,
  }))
  for (const { name, text } of read) {
    test(`but ${name} is read`, () => expect(wordsFound(text, { path: 'a.html' })).toEqual(['portal']))
  }
  const quoting = termLinterWith({ quotes: true })
  test('and quotations when they are asked for', () => {
    expect(wordsFound('Hon sa: ”Vår portal är bra.”', { linter: quoting })).toEqual(['portal'])
    expect(wordsFound('> Vår portal är bra.', { linter: quoting })).toEqual(['portal'])
  })
})

describe('T8 what public bodies number and name is silent', () => {
  const cases = [
    'Dnr REST 2019-1234 och dnr: Rest 4.1-7/2024.',
    'Beslutet har diarienummer REST-2024/123.',
    'REST 2021-0345 är klart.',
    '19121212-1212, 121212-1212 och 121212+1212 är personnummer.',
    'Den 12 mars 2024, 2024-03-12 och 12/3 2024.',
    'Enligt lagen (2010:1) om ärenden i kommunen gäller det.',
    'Enligt förordningen om remisser och avisering gäller det.',
    'Ring 08-123 45 67 eller 1177.',
    'Besök Portal Ärende Väst på Ärendevägen 12, 123 45 Portalköping.',
  ]
  for (const text of cases) test(text, () => expect(wordsFound(text)).toEqual([]))
})

const conceptsIn = (text: string) => linterFindings(text).map(({ conceptId }) => conceptId)
const linterFindings = (text: string) => termLinterWith({}).lint({ path: 'a.md', text })
