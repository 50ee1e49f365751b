import type { Lexeme } from '@klarsprak/swedish'
import { listed } from '../lexemes.js'

/** Names for the reader in the third person, in the definite singular, since only that can stand for ”du”. */
export const READERS: readonly Lexeme[] = [
  listed('patienten'),
  listed('invånaren'),
  listed('brukaren'),
  listed('medborgaren'),
  listed('besökaren'),
  listed('kunden'),
  listed('omsorgstagaren'),
  listed('vårdtagaren'),
  listed('den sökande', 'sökanden', 'sökande'),
  listed('den enskilde', 'den enskilda'),
  listed('den försäkrade'),
  listed('den boende'),
]

/** Others, who may be those that the reader works for, so that only a text to citizens can mean the reader. */
export const PERHAPS_READERS: readonly Lexeme[] = [listed('användaren'), listed('slutanvändaren')]

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Verbs that tell a reader what to do or what they may. */
export const DIRECTIVES = words(
  'ska skall kan måste bör får behöver lämnar skickar fyller betalar loggar väljer ansöker bokar avbokar ringer kontaktar svarar anmäler meddelar hämtar tar klickar skriver ansvarar',
)

/** Words that show that the text speaks to its reader. */
export const YOU = words('du dig din ditt dina')

/** Words that make ”man” a noun. */
export const NOT_PRONOUN = words('en ingen någon varje sin min hennes god gode ung äldre gammal')
