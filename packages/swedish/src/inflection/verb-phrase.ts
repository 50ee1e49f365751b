import type { Gathering } from './features.js'
import type { Grammar } from './grammar.js'
import { type Around, addVerbForms, verbForms } from './verb.js'
import { listedVerb } from './verb-list.js'

/** Particles that are certain to make a joined participle: inloggad, utsatt, framtagen. */
const JOINING = new Set('in ut upp ner ned fram bort av ihop hem igen bi'.split(' '))
/** These do so too, but are prepositions as well: påslagen, but not *påberodd. Nobody writes emottagen any more. */
const PERHAPS_JOINING = new Set(
  'på till om över under med efter åt ur igenom genom mot för fast isär kvar loss undan tillbaka vidare samman'.split(
    ' ',
  ),
)
const SELF = 'sig'
const SELVES = ['sig', 'mig', 'dig', 'oss', 'er']

/**
 * A verb with words after it: logga in, lista sig, göra en ansökan om. The verb inflects, the rest
 * stands, save that sig takes the person, and that a particle is put first in a participle.
 */
export function addVerbPhrase(to: Gathering, label: string, grammar: Grammar): void {
  const [verb = '', ...rest] = label.split(' ')
  const reflexive = rest.indexOf(SELF)
  const tails = reflexive < 0 ? [rest] : SELVES.map((self) => rest.with(reflexive, self))
  const forms = verbForms(verb, {
    present: firstWord(grammar.present),
    past: firstWord(grammar.past),
    supine: firstWord(grammar.supine),
    passive: grammar.passive ?? (reflexive < 0 ? undefined : false),
  })
  const [particle = '', ...after] = rest
  const joins = JOINING.has(particle) || (PERHAPS_JOINING.has(particle) && after.length === 0 && !hasPrefix(verb))
  const around: Around = {
    verb: (form) => tails.map((tail) => [form, ...tail].join(' ')),
    participle: (form) => (joins ? [[joined(particle, form), ...after].join(' ')] : []),
    guessParticiple: !JOINING.has(particle),
  }
  addVerbForms(to, forms, around)
}

const firstWord = (form: string | undefined): string | undefined => form?.split(' ')[0]

/** ansöka om, inkomma med: a verb with a prefix takes no particle, so what follows is a preposition. */
const hasPrefix = (verb: string): boolean =>
  (/^(?:an|be|för|er)(?=[^aeiouyåäö])/u.test(verb) && verb.length > 5) || (listedVerb(verb)?.[0] ?? '') !== ''

/** till + ledd: three equal consonants are written as two. */
const joined = (particle: string, form: string): string =>
  particle.endsWith('ll') && form.startsWith('l') ? particle + form.slice(1) : particle + form
