import { wordKey } from '@klarsprak/swedish'
import type { Concept, Term } from '@klarsprak/termbank'
import type { Overlay } from '@klarsprak/termbank/model'
import type { PatchStep } from '../../storage/storage.js'
import type { FieldErrors } from '../form-fields.js'
import type { Say } from '../say.js'
import { isAvoided } from '../words.js'

/** What a change may be about; the values of the form. */
export const KINDS = ['undvik', 'ord', 'forklaring', 'annat'] as const
type Kind = (typeof KINDS)[number]

/** In UTF-16 code units. What goes with a proposal, a remark, a reason and a sentence, has room in the 1,000 of the API. */
export const LONGEST = { word: 100, text: 1_000, remark: 390, why: 300, sentence: 300 } as const

/** A proposal as the form has it, in the words of the API. */
export interface ProposalDraft {
  readonly title: string
  readonly operations: readonly PatchStep[]
  readonly context?: string
}
export type ReadProposal = { readonly draft: ProposalDraft } | { readonly errors: FieldErrors }

type Value = (name: string) => string

/** The concept that a change is about, and what the layer says of it now: the concept itself or an overlay of it. */
export interface ChangedConcept {
  readonly concept: Concept
  readonly label: string
  readonly kind: 'concept' | 'overlay'
  readonly body: unknown
}

/** A change to a concept, from the fields of the form. */
export function readChange(value: Value, changed: ChangedConcept, say: Say): ReadProposal {
  const kind = KINDS.find((one) => one === value('galler'))
  const isWord = kind === 'undvik' || kind === 'ord'
  const text = isWord ? onOneLine(value('forslag')) : tidy(value('forslag'))
  const why = tidy(value('varfor'))
  const sentence = tidy(value('mening'))
  const longest = isWord ? LONGEST.word : kind === 'annat' ? LONGEST.remark : LONGEST.text
  const errors: Record<string, string | undefined> = {
    galler: kind === undefined ? say('Välj vad du vill ändra.', 'Choose what you want to change.') : undefined,
    forslag:
      text === ''
        ? say('Skriv ditt förslag.', 'Write your proposal.')
        : (tooLong(text, longest, say) ??
          personal(text, say) ??
          (isWord ? knownWord(text, kind, changed, say) : undefined)),
    varfor:
      why === '' && kind !== 'annat'
        ? say('Skriv varför. Då blir det lättare att svara.', 'Say why. That makes it easier to answer.')
        : (tooLong(why, LONGEST.why, say) ?? personal(why, say)),
    mening: tooLong(sentence, LONGEST.sentence, say) ?? personal(sentence, say),
  }
  const found = withMessages(errors)
  if (kind === undefined || Object.keys(found).length > 0) return { errors: found }
  return {
    draft: {
      title: titleOf(kind, text, changed.label),
      operations:
        changed.kind === 'overlay' ? overlaySteps(kind, text, why, changed) : conceptSteps(kind, text, why, changed),
      ...contextOf(kind === 'annat' ? text : '', why, sentence),
    },
  }
}

/** A concept that is missing, from the fields of the form. */
export function readNewConcept(value: Value, say: Say): ReadProposal {
  const word = onOneLine(value('ord'))
  const meaning = tidy(value('betyder'))
  const better = onOneLine(value('hellre'))
  const why = tidy(value('varfor'))
  const sentence = tidy(value('mening'))
  const found = withMessages({
    ord:
      word.length < 2
        ? say('Skriv ordet som saknas.', 'Write the word that is missing.')
        : (tooLong(word, LONGEST.word, say) ?? personal(word, say)),
    betyder: tooLong(meaning, LONGEST.text, say) ?? personal(meaning, say),
    hellre:
      tooLong(better, LONGEST.word, say) ??
      personal(better, say) ??
      (better !== '' && wordKey(better) === wordKey(word)
        ? say(
            'Skriv ett annat ord än det som saknas, eller lämna tomt.',
            'Write another word than the missing one, or leave it empty.',
          )
        : undefined),
    varfor: tooLong(why, LONGEST.why, say) ?? personal(why, say),
    mening: tooLong(sentence, LONGEST.sentence, say) ?? personal(sentence, say),
  })
  if (Object.keys(found).length > 0) return { errors: found }
  const terms =
    better === ''
      ? [{ label: word, status: 'preferred' }]
      : [
          { label: better, status: 'preferred' },
          { label: word, status: 'deprecated', ...(why === '' ? {} : { reason: why }) },
        ]
  const concept = { terms, ...(meaning === '' ? {} : { definition: { public: { sv: meaning } } }) }
  return {
    draft: {
      title: `Nytt begrepp: ”${word}”.`,
      operations: [{ op: 'add', path: '', value: concept }],
      ...contextOf(why, sentence),
    },
  }
}

/** As it is kept: no signs that nobody sees, and no more space than is needed. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/(?:(?!\n)[\s\p{Cc}])+/gu, ' ')
    .replaceAll(/\s*\n\s*/gu, '\n')
    .trim()

const onOneLine = (text: string): string => tidy(text).replaceAll('\n', ' ')

const withMessages = (errors: Readonly<Record<string, string | undefined>>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined))

const tooLong = (text: string, longest: number, say: Say): string | undefined =>
  text.length > longest
    ? say(
        `Skriv högst ${longest} tecken. Nu är det ${text.length}.`,
        `Write at most ${longest} characters. Now there are ${text.length}.`,
      )
    : undefined

const PERSONAL = [
  /(?<!\d)(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)/u,
  /[^\s@]+@[^\s@]+\.[^\s@]+/u,
  /(?:\+\d{2}|(?<!\d)0)[\d -]{7,}\d/u,
]

/** Personal identity numbers, e-mail addresses and telephone numbers have no place in a proposal. */
const personal = (text: string, say: Say): string | undefined =>
  PERSONAL.some((pattern) => pattern.test(text))
    ? say(
        'Ta bort personnummer, e-postadresser och telefonnummer.',
        'Remove personal identity numbers, e-mail addresses and telephone numbers.',
      )
    : undefined

/** Why a word cannot be proposed: it is already as it is wanted. */
function knownWord(word: string, kind: Kind | undefined, { concept }: ChangedConcept, say: Say): string | undefined {
  const term = termNamed(word, concept)
  if (term === undefined || isAvoided(term) !== (kind === 'undvik')) return undefined
  return kind === 'undvik'
    ? say(`”${term.label}” är redan ett ord att undvika.`, `”${term.label}” is a word to avoid already.`)
    : say(`”${term.label}” finns redan bland orden att skriva.`, `”${term.label}” is among the words to write already.`)
}

const termNamed = (word: string, { terms }: Concept): Term | undefined =>
  terms.find(({ label, lang }) => lang === 'sv' && wordKey(label) === wordKey(word))

function titleOf(kind: Kind, text: string, label: string): string {
  if (kind === 'undvik') return `Avråd från ”${text}”.`
  if (kind === 'ord') return `Lägg till ”${text}”.`
  return kind === 'forklaring' ? `Ny förklaring av ”${label}”.` : `Synpunkt på ”${label}”.`
}

/** What the one who decides needs to know beside the change itself. */
function contextOf(...parts: readonly string[]): { readonly context?: string } {
  const context = parts.filter((part) => part !== '').join('\n\n')
  return context === '' ? {} : { context }
}

const newTerm = (kind: Kind, label: string, why: string) =>
  kind === 'undvik' ? { label, status: 'deprecated', reason: why } : { label, status: 'admitted' }

/** A remark changes nothing: it is a step that only looks. The one who decides makes the change. */
function conceptSteps(kind: Kind, text: string, why: string, { body }: ChangedConcept): PatchStep[] {
  const { id, terms = [], definition } = body as Partial<Concept>
  switch (kind) {
    case 'annat':
      return [{ op: 'test', path: '/id', value: id }]
    case 'forklaring':
      return definition === undefined
        ? [{ op: 'add', path: '/definition', value: { public: { sv: text } } }]
        : [
            { op: 'test', path: '/definition/public/sv', value: definition.public.sv },
            { op: 'replace', path: '/definition/public/sv', value: text },
          ]
    default: {
      const at = terms.findIndex(({ label, lang = 'sv' }) => lang === 'sv' && wordKey(label) === wordKey(text))
      const place = `/terms/${at}`
      if (at < 0) return [{ op: 'add', path: '/terms/-', value: newTerm(kind, text, why) }]
      return [
        { op: 'test', path: `${place}/label`, value: terms[at]!.label },
        { op: 'replace', path: `${place}/status`, value: kind === 'undvik' ? 'deprecated' : 'admitted' },
        ...(kind === 'undvik' ? [{ op: 'add', path: `${place}/reason`, value: why } as const] : []),
      ]
    }
  }
}

function overlaySteps(kind: Kind, text: string, why: string, { concept, body }: ChangedConcept): PatchStep[] {
  const overlay = body as Overlay
  const append = (list: 'admit' | 'forbid' | 'add', value: unknown): PatchStep[] => [
    overlay[list] === undefined
      ? { op: 'add', path: `/${list}`, value: [value] }
      : { op: 'add', path: `/${list}/-`, value },
  ]
  switch (kind) {
    case 'annat':
      return [{ op: 'test', path: '/concept', value: overlay.concept }]
    case 'forklaring':
      return overlay.set === undefined
        ? [{ op: 'add', path: '/set', value: { definition: { public: { sv: text } } } }]
        : [{ op: 'add', path: '/set/definition', value: { public: { sv: text } } }]
    default: {
      const known = termNamed(text, concept)
      if (known === undefined) return append('add', newTerm(kind, text, why))
      return append(kind === 'undvik' ? 'forbid' : 'admit', known.label)
    }
  }
}
