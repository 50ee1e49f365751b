import type { Lexeme } from '@klarsprak/swedish'
import { en } from '../lexemes.js'

/** A title for one gender, and one for all. */
export type Title = readonly [title: Lexeme, neutral: readonly [Lexeme, ...Lexeme[]]]

const man = (stem: string, ...neutral: readonly [Lexeme, ...Lexeme[]]): Title => [
  en(`${stem}man`, `${stem}män`),
  neutral,
]
const person = (stem: string) => en(`${stem}person`, `${stem}personer`)

/**
 * Own list. Left out on purpose: titles in law (god man, ombudsman, nämndeman, rådman, talman), professions whose name
 * is for all (barnmorska, sjuksköterska, brandman), and names.
 */
export const TITLES: readonly Title[] = [
  man('justerings', en('justerare', 'justerare')),
  man('tales', person('tales')),
  [en('taleskvinna', 'taleskvinnor'), [person('tales')]],
  man('förtroende', en('förtroendevald', 'förtroendevalda')),
  man('kontakt', person('kontakt')),
  man('riksdags', en('riksdagsledamot', 'riksdagsledamöter')),
  [en('riksdagskvinna', 'riksdagskvinnor'), [en('riksdagsledamot', 'riksdagsledamöter')]],
  man('tjänste', en('handläggare', 'handläggare'), person('tjänste')),
  man('tillsynings', person('tillsyns')),
  man('idrotts', en('idrottare', 'idrottare')),
  [en('idrottskvinna', 'idrottskvinnor'), [en('idrottare', 'idrottare')]],
  man('affärs', en('företagare', 'företagare')),
  [en('affärskvinna', 'affärskvinnor'), [en('företagare', 'företagare')]],
  man('yrkes', person('yrkes')),
  man('vetenskaps', en('forskare', 'forskare')),
  man('forsknings', en('forskare', 'forskare')),
  man('polis', en('polis', 'poliser')),
  man('kamera', en('fotograf', 'fotografer')),
  man('ersättar', en('ersättare', 'ersättare')),
  [en('kassörska', 'kassörskor'), [en('kassör', 'kassörer')]],
  [en('lärarinna', 'lärarinnor'), [en('lärare', 'lärare')]],
  [en('städerska', 'städerskor'), [en('städare', 'städare')]],
  [en('författarinna', 'författarinnor'), [en('författare', 'författare')]],
  [en('skådespelerska', 'skådespelerskor'), [en('skådespelare', 'skådespelare')]],
  [en('sångerska', 'sångerskor'), [en('sångare', 'sångare')]],
  [en('värdinna', 'värdinnor'), [en('värd', 'värdar')]],
  [en('barnflicka', 'barnflickor'), [en('barnvakt', 'barnvakter')]],
  [en('mannatimme', 'mannatimmar'), [en('arbetstimme', 'arbetstimmar')]],
]

/** How a sentence speaks of anybody. */
export const ANYBODY: readonly Lexeme[] = [
  'den som',
  'var och en',
  'en patient',
  'en person',
  'en läkare',
  'en chef',
  'en anställd',
  'en medarbetare',
  'en användare',
  'en brukare',
  'en sökande',
  'en invånare',
  'en medborgare',
  'en elev',
  'en student',
  'en företagare',
  'en handläggare',
  'varje patient',
  'varje person',
  'varje invånare',
  'varje medborgare',
  'varje elev',
  'varje anställd',
  'varje medarbetare',
  'patienten',
  'brukaren',
  'användaren',
  'den sökande',
  'sökanden',
  'den enskilde',
  'invånaren',
  'medborgaren',
  'arbetstagaren',
  'arbetsgivaren',
].map((label) => ({ label, grammar: { pos: 'phrase', forms: [] } }))
