import type { Lexeme } from '@klarsprak/swedish'
import { en, fixed, verb } from '../lexemes.js'

/** A word with two meanings, beside words where both are possible. */
export interface Ambiguous {
  readonly words: readonly Lexeme[]
  /** Words near it, as keys begin, that open for both; empty: it always does. */
  readonly near: readonly string[]
  readonly advice: string
}

const weekdays = 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' ')

/** Own list. ”Bestrida” is the example of Svarta listan. */
export const AMBIGUOUS: readonly Ambiguous[] = [
  {
    words: [verb('bestrida', 'bestrider bestred bestridit')],
    near: ['kostnad', 'utgift', 'avgift', 'faktura', 'räkning', 'krav', 'betalning', 'skuld', 'belopp'],
    advice: 'Det kan betyda både säga nej till och betala. Skriv vilket du menar.',
  },
  {
    words: [verb('utgå', 'utgår utgick utgått')],
    near: 'avgift ersättning bidrag penning arvode traktamente moms ränta lön pension rabatt'.split(' '),
    advice: 'Det kan betyda både betalas och tas bort. Skriv vilket du menar.',
  },
  {
    words: [verb('sanktionera')],
    near: [],
    advice: 'Det kan betyda både godkänna och straffa. Skriv vilket du menar.',
  },
  {
    words: [verb('anföra besvär', 'anför anförde anfört')],
    near: [],
    advice: 'Det låter som att ha ont. Skriv ”överklaga”.',
  },
  {
    words: [en('besvärshänvisning', 'besvärshänvisningar')],
    near: [],
    advice: 'Det låter som något om sjukdom. Skriv ”så här överklagar du”.',
  },
  {
    words: weekdays.flatMap((day) => [fixed(`nästa ${day}`), fixed(`nästkommande ${day}`)]),
    near: [],
    advice: 'En del läser det som veckan efter. Skriv datumet.',
  },
  {
    words: ['halvårsvis', 'halvmånadsvis'].map(fixed),
    near: [],
    advice: 'Det är lätt att läsa fel. Skriv ”två gånger om året” eller ”varannan vecka”.',
  },
  {
    words: [fixed('klockan 12 på natten'), fixed('kl. 12 på natten'), fixed('vid midnatt')],
    near: [],
    advice: 'Det är oklart vilket dygn det gäller. Skriv klockslaget och dagen, till exempel ”kl. 23.59 den 3 maj”.',
  },
  {
    words: [en('tillgänglighet', false)],
    near: ['telefontillgänglighet', 'vårdköer', 'väntetid', 'kötid'],
    advice: 'Det kan betyda både hur snart du får vård och hur väl tjänsten fungerar för alla. Skriv vilket du menar.',
  },
  {
    words: [en('förvaltare', 'förvaltare')],
    near: ['system', 'tjänst', 'app', 'fastighet'],
    advice:
      'Det kan vara både den som hjälper en person med ekonomin och den som sköter ett system. Skriv vilket du menar.',
  },
]
