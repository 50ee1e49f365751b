import { wordKey } from '../normalise.js'

// Source: Svenska skrivregler (Språkrådet) and Myndigheternas skrivregler, on abbreviations, with forms met in care texts.
// Left out on purpose are words and initialisms that may well end a sentence: med, min, el, art, man, ung, jan, FN, MS, HR.

/** What follows belongs to the same sentence, even with a capital: ”t.ex. Region Skåne”. */
const GOES_ON = `
  t.ex. bl.a. dvs. d.v.s. s.k. fr.o.m. f.o.m. t.o.m. o.m. i.o.m. p.g.a. pga. f.d. f.ö. m.a.o. m.h.a. m.h.t. m.a.p. p.s.s.
  s.a.s. t.v. t.h. f.n. f.v.b. fr.a. g.m. i.s.f. h.h. u.p.a. t.f. tf. v.s.b. n.b. c:a. e.g. i.e.
  kl. ca. nr. tel. tfn. mob. ang. resp. inkl. exkl. enl. ev. eg. jfr. ex. exv. bitr. leg. jur. dr. doc. prof. lekt.
  motsv. urspr. särsk. allm. beträff. st:a.
`

/** May be the last of a sentence: a capital letter after it starts a new one, a digit does not (”kap. 2”, ”m.m. Sök”). */
const MAY_END = `
  m.m. m.fl. osv. o.s.v. etc. o.d. o.dyl. e.d. e.dyl. dyl. d.y. d.ä. m.v.h. o.s.a. f.kr. e.kr. f.m. e.m. p.m. a.m. n.m.
  d.o. d.s. s.u. u.å. u.a. p.o. i.v. i.m. s.c. v.b. i.d. f.v. a.c.
  kr. mkr. tkr. ggr. st. tim. sek. mån. sid. kap. avs. bet. dir. fig. tab. vol. förf. red. övers. avd. forts. jr.
  febr. feb. apr. aug. sept. okt. nov. dec. tis. ons. tors. fre. lör. sön.
`

/** ”St.” before a saint's name, not ”st.” for stycken. */
const SAINT = 'St.'

const KNOWN: ReadonlyMap<string, boolean> = new Map([
  ...listed(GOES_ON).map((key): [string, boolean] => [key, false]),
  ...listed(MAY_END).map((key): [string, boolean] => [key, true]),
])

/** Longest single-word abbreviation, and longest abbreviation of any kind, in UTF-16 code units of NFD text. */
export const MAX_SINGLE = 8
export const MAX_ABBREVIATION = 12

function listed(table: string): string[] {
  return table.split(/\s+/).filter((key) => key !== '')
}

/**
 * Is this the key of a known Swedish abbreviation? With or without its last full stop, so both `t.ex.` and `t.ex` are
 * known, and `kl` as well as `kl.`.
 */
export function isKnownAbbreviation(key: string): boolean {
  return KNOWN.has(key) || KNOWN.has(`${key}.`)
}

/** Whether a sentence may end with this abbreviation, written with its last full stop; `undefined` if it is none. */
export function abbreviationMayEnd(written: string): boolean | undefined {
  return written === SAINT ? false : KNOWN.get(wordKey(written))
}

/** Nouns that are followed by a single letter as a label, so ”vitamin A.” may end a sentence although ”Anna A.” does not. */
const LABELLED: ReadonlySet<string> = new Set(
  listed(`
  alternativ avdelning avsnitt bilaga block del figur grupp hepatit hiv hus ingång influensa kategori klass kolumn
  konto linje modul nivå plan port punkt salmonella spår stadium steg tabell terminal typ uppgång vitamin väg zon
`),
)

/** Does a single capital letter after the word with this key name a kind of that thing, rather than a person? */
export function takesLetterLabel(key: string): boolean {
  return LABELLED.has(key)
}
