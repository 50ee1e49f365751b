import type { Lexeme } from '@klarsprak/swedish'
import { adjective } from '../lexemes.js'

/** An adjective that says no, and the one that says the same without. */
export interface Negative {
  readonly negative: Lexeme
  readonly plain: Lexeme
  /**
   * `anywhere`: ”inte” before it always makes two noes. `said`: only as what something is said to be (”är inte olagligt”),
   * since ”köp inte olagliga varor” is one no about one thing.
   */
  readonly where: 'anywhere' | 'said'
}

const pair = (negative: string, plain: string, where: Negative['where'] = 'anywhere'): Negative => ({
  negative: adjective(negative),
  plain: adjective(plain),
  where,
})

/** Own list, of adjectives with o-, in- and im- that are usual in texts from authorities. */
export const NEGATIVES: readonly Negative[] = [
  pair('ovanlig', 'vanlig'),
  pair('omöjlig', 'möjlig'),
  pair('oviktig', 'viktig'),
  pair('oväsentlig', 'viktig'),
  pair('obetydlig', 'stor'),
  pair('orimlig', 'rimlig'),
  pair('osannolik', 'sannolik'),
  pair('otrolig', 'trolig', 'said'),
  pair('otänkbar', 'tänkbar'),
  pair('oproblematisk', 'besvärlig'),
  pair('okomplicerad', 'krånglig'),
  pair('olaglig', 'tillåten', 'said'),
  pair('otillåten', 'tillåten', 'said'),
  pair('oförenlig', 'förenlig', 'said'),
  pair('ointressant', 'intressant'),
  pair('oanvändbar', 'användbar', 'said'),
  pair('ofarlig', 'farlig', 'said'),
  pair('oskadlig', 'skadlig', 'said'),
  pair('oriskabel', 'riskabel', 'said'),
  pair('oäven', 'bra', 'said'),
  pair('oberättigad', 'berättigad'),
  pair('obefogad', 'befogad'),
  pair('omotiverad', 'motiverad', 'said'),
  pair('opåverkad', 'påverkad', 'said'),
  pair('oundviklig', 'möjlig att undvika', 'said'),
  pair('oöverkomlig', 'möjlig att klara', 'said'),
  pair('oöverstiglig', 'möjlig att klara', 'said'),
  pair('irrelevant', 'relevant'),
  pair('insignifikant', 'betydande', 'said'),
]

/** Words of denial. */
export const NOT = new Set(['inte', 'ej', 'icke', 'aldrig'])

/** Words that may stand between the denial and the adjective. */
export const DEGREES = new Set([
  'helt',
  'alls',
  'så',
  'särskilt',
  'längre',
  'heller',
  'direkt',
  'alldeles',
  'på',
  'något',
])

/** What says that something is so. */
export const COPULAS = new Set(
  'är var vara varit blir blev bli blivit verkar verkade verka anses ansågs anse bedöms bedömdes framstår känns tycks'.split(
    ' ',
  ),
)

/**
 * After ”inte utan”: what makes it a time or a way that belongs to the verb (”om du inte utan dröjsmål …”), or a contrast
 * without its comma (”registreras inte utan endast …”).
 */
export const AFTER_UTAN = new Set(
  'dröjsmål vidare onödigt uppehåll avbrott närmare endast bara enbart snarare i istället också även är har ska kan'.split(
    ' ',
  ),
)
