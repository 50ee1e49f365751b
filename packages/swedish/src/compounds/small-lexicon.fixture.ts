import { encodeLexicon } from './encode-lexicon.js'
import { createLexicon, type Lexicon, Role } from './lexicon.js'

const { Adjective, Base, Compound, First, FirstByRule, Last, Name, Noun, Other, Particle, Verb, Word } = Role
const noun = Word | Last | Noun | Base
const form = Word | Last | Noun

/** A handful of words for tests, with the roles that the general lexicon gives them. */
export const smallLexicon = (): Lexicon => createLexicon(encodeLexicon(new Map(Object.entries(words))))

const words: Record<string, number> = {
  alltid: Word | Other | Base,
  all: Word | First | Adjective | Base,
  appen: form,
  avdelning: noun | FirstByRule,
  behandling: noun | FirstByRule,
  behandlings: First,
  besök: noun | First,
  besöket: form,
  enhet: noun | FirstByRule,
  erfar: FirstByRule | Word | Verb,
  erfaren: Word | Adjective | Base,
  fall: noun | First,
  fattad: Word | Last | Adjective | Base,
  för: Word | Other | Base | First | Particle,
  förråd: noun | FirstByRule,
  gör: Word | Verb,
  het: Word | Last | Adjective | Base,
  hälso: First,
  kod: noun | FirstByRule,
  kort: noun | First | Adjective,
  kortet: form,
  lucka: noun,
  läkar: First,
  läkarbesök: noun | FirstByRule | Compound,
  läkare: noun,
  läsare: noun,
  mål: noun | First,
  måltid: noun | FirstByRule,
  nutritions: First,
  per: Word | Name,
  portal: noun | First,
  rapport: noun | First,
  remiss: noun | First,
  råd: noun | First,
  rådet: form,
  sjuk: Word | First | Adjective | Base,
  svar: noun | First,
  tid: noun | First,
  tider: form,
  tjänst: noun | First,
  vård: noun | First,
  vätske: First,
}
