import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createTermPartFinder,
  firstPartForms,
  type Grammar,
  inflect,
  type Lexicon,
  resolveSuspended,
  splitCompound,
  type TermPartFinder,
} from '@klarsprak/swedish'
import { createLexicon, LexiconFormatError, Role } from '@klarsprak/swedish/lexicon'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileLexicon } from './compile-lexicon.js'
import { loadLexicon } from './load-lexicon.js'

// The lexicon is compiled here from the dictionary that is installed, so that no build is needed and none can be stale.
let bytes: Uint8Array
let lexicon: Lexicon
let finder: TermPartFinder
const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  const dictionary = (name: string): string =>
    readFileSync(join(import.meta.dirname, '../node_modules/dictionary-sv', name), 'utf8')
  bytes = compileLexicon(dictionary('index.aff'), dictionary('index.dic'))
  lexicon = createLexicon(bytes)
  finder = createTermPartFinder({ lexicon })
}, 180_000)

const termOf = (label: string, grammar: Partial<Grammar> = {}) => {
  const heads = new Set(inflect(label, { pos: 'noun', ...grammar }).map(({ form }) => form))
  const firsts = new Set(firstPartForms(label, lexicon))
  return { isHead: (form: string) => heads.has(form), isFirst: (form: string) => firsts.has(form) }
}
const isFoundIn = (label: string, word: string, grammar?: Partial<Grammar>): boolean =>
  finder.find(word, termOf(label, grammar)).length > 0

describe('the lexicon', () => {
  test.each(['läkare', 'läkarens', 'behandlingarna', 'hälsan', 'bok', 'boken', 'snabbaste', 'betalade', 'stockholm'])(
    'knows the word %s',
    (word) => expect(lexicon.has(word)).toBe(true),
  )
  test.each(['xyzzyx', 'qqq', 'knappenx', 'läkar', 'hälso', 'arbets', ''])('does not know %s as a word', (word) => {
    expect(lexicon.has(word)).toBe(false)
  })
  test.each([
    { form: 'hälso', role: 'First' },
    { form: 'arbets', role: 'First' },
    { form: 'läkar', role: 'First' },
    { form: 'avgifts', role: 'FirstByRule' },
    { form: 'besöket', role: 'Noun' },
    { form: 'betalar', role: 'Verb' },
    { form: 'gröna', role: 'Adjective' },
    { form: 'läkarbesöket', role: 'Compound' },
    { form: 'specialistläkare', role: 'Compound' },
    { form: 'för', role: 'Particle' },
  ] as const)('says that $form is $role', ({ form, role }) => {
    expect(lexicon.roles(form) & Role[role]).not.toBe(0)
  })
  test.each([
    'rapport',
    'kontroll',
    'lägenhet',
    'erfarenhet',
    'undersökning',
    'måltid',
    'lagring',
    'förslag',
    'rådande',
  ])('does not take %s apart', (word) => expect(lexicon.roles(word) & Role.Compound).toBe(0))
  test('is small', () => {
    expect(bytes.length).toBeLessThan(4_000_000)
    expect(lexicon.size).toBeGreaterThan(700_000)
  })
})

// Words that are in none of the files this was tried on while it was written stand beside the well-known traps.
describe('terms inside real compounds', () => {
  test.each([
    ['app', 'hälsoappen', { gender: 'common', plural: 'appar' }],
    ['roll', 'huvudrollen', { gender: 'common', plural: 'roller' }],
    ['tid', 'väntetider', { gender: 'common', plural: 'tider' }],
    ['tid', 'tidbokning', { gender: 'common', plural: 'tider' }],
    ['val', 'vårdvalet', { gender: 'neuter', plural: 'val' }],
    ['enhet', 'vårdenheternas', { gender: 'common', plural: 'enheter' }],
    ['kod', 'engångskoden', { gender: 'common', plural: 'koder' }],
    ['fel', 'felmeddelande', { gender: 'neuter', plural: 'fel' }],
    ['medel', 'läkemedlet', { gender: 'neuter', plural: 'medel' }],
    ['plan', 'rehabiliteringsplan', { gender: 'common', plural: 'planer' }],
    ['hälsa', 'hälsoundersökning', { gender: 'common', plural: false }],
    ['läkare', 'läkarundersökningen', { gender: 'common', plural: 'läkare' }],
    ['remiss', 'specialistremiss', { gender: 'common', plural: 'remisser' }],
    ['remiss', 'remissvar', { gender: 'common', plural: 'remisser' }],
    ['blankett', 'ansökningsblanketter', { gender: 'common', plural: 'blanketter' }],
    ['journal', 'journalföringen', { gender: 'common', plural: 'journaler' }],
    ['portal', 'hälsoportalsteamet', { gender: 'common', plural: 'portaler' }],
    ['råd', 'egenvårdsråd', { gender: 'neuter', plural: 'råd' }],
    ['besök', 'e-besöket', { gender: 'neuter', plural: 'besök' }],
    ['avdelning', 'bb-avdelningen', { gender: 'common', plural: 'avdelningar' }],
    ['tjänst', 'tjänsteleverantör', { gender: 'common', plural: 'tjänster' }],
    ['mottagning', 'ungdomsmottagningen', { gender: 'common', plural: 'mottagningar' }],
    ['bidrag', 'bostadsbidraget', { gender: 'neuter', plural: 'bidrag' }],
    ['kallelse', 'kallelsebrev', { gender: 'common', plural: 'kallelser' }],
  ] as const)('%s is part of %s', (label, word, grammar) => {
    expect(isFoundIn(label, word, grammar)).toBe(true)
  })

  test.each([
    ['app', ['knapp', 'applikation', 'rapport', 'papper', 'mapp', 'handikapp', 'trappan', 'apparat', 'apparaten']],
    ['roll', ['kontroll', 'kontrollen', 'scroll', 'trollen', 'rollator']],
    ['tid', ['tidigare', 'alltid', 'tidning', 'identiteten', 'måltid', 'framtiden', 'tidskrift']],
    ['val', ['validera', 'kvalitet', 'sundsvall', 'festival', 'intervall', 'karneval', 'rivalen', 'valuta', 'urval']],
    ['enhet', ['erfarenhet', 'öppenhet', 'lägenhet', 'medvetenhet', 'säkerhet', 'helheten', 'nyfikenhet']],
    ['kod', ['veckodag', 'kodein', 'krokodil']],
    ['kort', ['kortfattad', 'förkortning', 'kortsiktiga', 'korthet', 'kortslutning']],
    ['vård', ['vårdnadshavare', 'vårdslös', 'vårdag']],
    ['fel', ['felaktig', 'ofelbar', 'karamellen']],
    ['medel', ['medelvärde', 'omedelbar', 'medeltiden']],
    ['plan', ['planera', 'planeten', 'plantan']],
    ['bok', ['boka', 'bokstav', 'bokning', 'avboka', 'ombokad']],
    ['råd', ['område', 'förråd', 'brådskande', 'tråd', 'rådande', 'rådjur', 'kodförrådet', 'avrådd']],
    ['lag', ['förslag', 'lagring', 'bolag', 'underlag', 'avslag', 'laglig']],
    ['ort', ['rapport', 'transport', 'kort', 'sport', 'sortering', 'bortom']],
    ['sökning', ['undersökning', 'ansökning', 'försökning']],
    ['stånd', ['tillstånd', 'avstånd', 'motstånd', 'bistånd']],
  ] as const)('%s is no part of these words', (label, words) => {
    expect(words.filter((word) => isFoundIn(label, word))).toEqual([])
  })
})

test.each([
  ['personuppgiftsbiträde', 'personuppgifts biträde'],
  ['läkarbesöket', 'läkar besöket'],
  ['it-avdelning', 'it avdelning'],
  ['67-årsmånaden', '67 års månaden'],
  ['e-postadressen', 'e-post adressen'],
  ['föräldrapenning', 'föräldra penning'],
] as const)('%s is split as %s', (word, parts) => {
  expect(
    splitCompound(word, { lexicon })[0]
      ?.parts.map(({ text }) => text)
      .join(' '),
  ).toBe(parts)
})

test.each([
  ['hälso-', 'sjukvård', 'hälsovård'],
  ['nutritions-', 'vätskebehandling', 'nutritionsbehandling'],
  ['-element', 'navigeringsmenyer', 'navigeringselement'],
  ['sömn-', 'vakenhetsstörning', 'sömnstörning'],
] as const)('%s with %s is %s', (suspended, other, word) => {
  expect(resolveSuspended(suspended, other, { lexicon })?.word).toBe(word)
})

describe('loadLexicon', () => {
  const file = (name: string, content: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  test('reads what was compiled', () => {
    expect(loadLexicon(file('whole', bytes)).has('läkare')).toBe(true)
  })
  test('names the file that is damaged', () => {
    const damaged = bytes.slice()
    damaged[1_000_000]! ^= 1
    expect(() => loadLexicon(file('damaged', damaged))).toThrow(LexiconFormatError)
    expect(() => loadLexicon(join(folder, 'damaged'))).toThrow(/damaged: Damaged lexicon/u)
  })
  test('says how to build a lexicon that is not there', () => {
    expect(() => loadLexicon(join(folder, 'none'))).toThrow(/none.*scripts\/build\.mjs/u)
  })
})

const gold = join(process.env.KLARSPRAK_SHARED ?? join(import.meta.dirname, '../../../../shared'), 'gold/compounds.tsv')
describe.skipIf(!existsSync(gold))('labelled words (skipped when the shared folder is not there)', () => {
  test('precision is at least 97 % and recall at least 96 %', () => {
    const plurals: Record<string, string> = { bok: 'böcker' }
    const finders = new Map<string, ReturnType<typeof termOf>>()
    let [right, wrong, missed] = [0, 0, 0]
    for (const line of readFileSync(gold, 'utf8').trim().split('\n').slice(1)) {
      const [label, word, , kind] = line.split('\t') as [string, string, string, string]
      if (kind === 'lex') continue
      const plural = plurals[label]
      if (!finders.has(label)) finders.set(label, termOf(label, plural === undefined ? {} : { plural }))
      const term = finders.get(label)!
      const found = term.isHead(word) || finder.find(word, term).length > 0
      if (found && kind !== 'no') right++
      else if (found) wrong++
      else if (kind !== 'no') missed++
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97)
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.96)
  })
})
