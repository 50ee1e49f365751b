import type { Lexeme } from '@klarsprak/swedish'
import { en, ett, verb } from '../lexemes.js'

/** An action that stands as a noun after a verb that says little: ”göra en kartläggning av” for ”kartlägga”. */
export interface HiddenVerb {
  readonly noun: Lexeme
  /** The support verbs, by their infinitive. */
  readonly with: ReadonlySet<string>
  /** What follows the noun, and the verb that says it all. */
  readonly after: Readonly<Record<string, Lexeme>>
  /** The noun is everyday Swedish too, so that it depends on the text. */
  readonly isAdvice: boolean
}

/** Verbs that say little, with the forms no rule knows. */
export const SUPPORT: readonly Lexeme[] = [
  verb('göra', 'gör gjorde gjort'),
  verb('genomföra', 'genomför genomförde genomfört'),
  verb('utföra', 'utför utförde utfört'),
  verb('ge', 'ger gav gett'),
  verb('lämna', 'lämnar lämnade lämnat'),
  verb('fatta', 'fattar fattade fattat'),
  verb('ta', 'tar tog tagit'),
  verb('föra', 'för förde fört'),
  verb('bedriva', 'bedriver bedrev bedrivit'),
  verb('utöva', 'utövar utövade utövat'),
  verb('ha', 'har hade haft'),
]

const hidden =
  (verbs: string, isAdvice = false) =>
  (noun: Lexeme, prepositions: string, to: Lexeme): HiddenVerb => ({
    noun,
    with: new Set(verbs.split(' ')),
    isAdvice,
    after: Object.fromEntries(prepositions.split(' ').map((preposition) => [preposition, to])),
  })

const make = hidden('göra genomföra utföra')
const give = hidden('ge lämna')
const hold = hidden('föra ha', true)

const ing = (label: string) => en(label, `${label}ar`)
const ion = (label: string) => en(label, `${label}er`)

/** Own list, from texts of authorities. What the term bank has is not here. */
export const HIDDEN_VERBS: readonly HiddenVerb[] = [
  make(en('analys', 'analyser'), 'av', verb('analysera')),
  make(ing('avbokning'), 'av', verb('avboka')),
  make(ing('avgränsning'), 'av', verb('avgränsa')),
  make(ing('avstämning'), 'av med', verb('stämma av', 'stämmer stämde stämt')),
  make(ing('bedömning'), 'av', verb('bedöma', 'bedömer bedömde bedömt')),
  make(ing('beräkning'), 'av', verb('beräkna')),
  make(ing('beskrivning'), 'av', verb('beskriva', 'beskriver beskrev beskrivit')),
  make(ing('beställning'), 'av', verb('beställa', 'beställer beställde beställt')),
  hidden('göra genomföra', true)(ett('besök', 'besök'), 'hos på', verb('besöka', 'besöker besökte besökt')),
  make(ing('bokning'), 'av', verb('boka')),
  make(ett('byte', 'byten'), 'av', verb('byta', 'byter bytte bytt')),
  make(en('genomgång', 'genomgångar'), 'av', verb('gå igenom', 'går gick gått')),
  make(ing('granskning'), 'av', verb('granska')),
  make(ing('identifiering'), 'av', verb('identifiera')),
  make(ing('insamling'), 'av', verb('samla in')),
  make(ing('insättning'), 'av', verb('sätta in', 'sätter satte satt')),
  make(ion('installation'), 'av', verb('installera')),
  make(en('intervju', 'intervjuer'), 'med', verb('intervjua')),
  make(ing('inventering'), 'av', verb('inventera')),
  make(en('jämförelse', 'jämförelser'), 'av mellan', verb('jämföra', 'jämför jämförde jämfört')),
  make(ing('kartläggning'), 'av', verb('kartlägga', 'kartlägger kartlade kartlagt')),
  make(ing('komplettering'), 'av', verb('komplettera')),
  make(en('kontroll', 'kontroller'), 'av', verb('kontrollera')),
  make(ing('korrigering'), 'av', verb('rätta')),
  make(ing('kvalitetssäkring'), 'av', verb('kvalitetssäkra')),
  make(ing('mätning'), 'av', verb('mäta', 'mäter mätte mätt')),
  make(ing('omprövning'), 'av', verb('ompröva')),
  make(ing('planering'), 'av', verb('planera')),
  make(ion('presentation'), 'av', verb('presentera')),
  make(ing('prioritering'), 'av', verb('prioritera')),
  make(ing('prövning'), 'av', verb('pröva')),
  make(ing('redovisning'), 'av', verb('redovisa')),
  make(ing('registrering'), 'av', verb('registrera')),
  make(ing('revidering'), 'av', verb('ändra')),
  make(ing('sammanfattning'), 'av', verb('sammanfatta')),
  make(ing('sammanställning'), 'av', verb('sammanställa', 'sammanställer sammanställde sammanställt')),
  make(ett('test', 'tester'), 'av', verb('testa')),
  make(ing('tolkning'), 'av', verb('tolka')),
  make(ing('undersökning'), 'av', verb('undersöka', 'undersöker undersökte undersökt')),
  make(ing('uppdatering'), 'av', verb('uppdatera')),
  make(ing('uppföljning'), 'av', verb('följa upp', 'följer följde följt')),
  make(ing('uppgradering'), 'av', verb('uppgradera')),
  make(ing('upphandling'), 'av', verb('upphandla')),
  make(ing('uppskattning'), 'av', verb('uppskatta')),
  make(ett('urval', 'urval'), 'av', verb('välja ut', 'väljer valde valt')),
  make(ing('utbetalning'), 'av', verb('betala ut', 'betalar betalade betalat')),
  make(ing('utredning'), 'av', verb('utreda', 'utreder utredde utrett')),
  make(ing('utvärdering'), 'av', verb('utvärdera')),
  make(ing('validering'), 'av', verb('validera')),
  make(ing('värdering'), 'av', verb('värdera')),
  make(ing('ändring'), 'av', verb('ändra')),
  make(ing('överföring'), 'av', verb('föra över', 'för förde fört')),
  make(en('översyn', 'översyner'), 'av', verb('se över', 'ser såg sett')),
  make(ing('översättning'), 'av', verb('översätta', 'översätter översatte översatt')),
  give(ing('beskrivning'), 'av', verb('beskriva', 'beskriver beskrev beskrivit')),
  // ”Förslag till” and ”förklaring till” may say to whom.
  give(ing('förklaring'), 'av', verb('förklara')),
  give(ett('förslag', 'förslag'), 'på', verb('föreslå', 'föreslår föreslog föreslagit')),
  give(en('redogörelse', 'redogörelser'), 'för', verb('beskriva', 'beskriver beskrev beskrivit')),
  give(ion('rekommendation'), 'om', verb('rekommendera')),
  hidden('lämna', true)(ion('information'), 'om', verb('berätta om')),
  hidden('lämna', true)(ing('upplysning'), 'om', verb('berätta om')),
  hidden('lämna', true)(ett('besked', 'besked'), 'om', verb('meddela')),
  hidden('fatta ta', true)(ett('beslut', 'beslut'), 'om', verb('besluta om')),
  hold(ion('diskussion'), 'om kring', verb('diskutera')),
  hold(ett('samtal', 'samtal'), 'med', verb('prata med')),
  hold(en('dialog', 'dialoger'), 'med', verb('prata med')),
  hidden('ha')(en('påverkan', false), 'på', verb('påverka')),
  hidden('ha')(en('inverkan', false), 'på', verb('påverka')),
  hidden('utöva')(en('påverkan', false), 'på', verb('påverka')),
  hidden('bedriva', true)(ing('forskning'), 'om', verb('forska om')),
  hidden('bedriva genomföra', true)(ing('utbildning'), 'av', verb('utbilda')),
  hidden('bedriva')(ing('utveckling'), 'av', verb('utveckla')),
]

/** Nouns for what somebody does, of which it is said that they happen: ”anmälan sker”. */
export const HAPPENINGS: readonly (readonly [noun: Lexeme, verb: string])[] = [
  [en('ansökan', 'ansökningar'), 'ansöka'],
  [en('anmälan', 'anmälningar'), 'anmäla'],
  [ing('avbokning'), 'avboka'],
  [ing('avstämning'), 'stämma av'],
  [ing('bedömning'), 'bedöma'],
  [ing('behandling'), 'behandla'],
  [ing('beställning'), 'beställa'],
  [en('betalning', 'betalningar'), 'betala'],
  [ing('bokning'), 'boka'],
  [ing('debitering'), 'ta betalt'],
  [ing('fakturering'), 'skicka faktura'],
  [ing('filtrering'), 'filtrera'],
  [ing('formatering'), 'formatera'],
  [en('fördelning', 'fördelningar'), 'fördela'],
  [ing('granskning'), 'granska'],
  [ing('handläggning'), 'handlägga'],
  [ing('hantering'), 'ta hand om'],
  [ing('identifiering'), 'identifiera'],
  [ing('inbetalning'), 'betala in'],
  [ing('inloggning'), 'logga in'],
  [ing('inlämning'), 'lämna in'],
  [ing('inrapportering'), 'rapportera'],
  [ing('inskrivning'), 'skriva in'],
  [en('kallelse', 'kallelser'), 'kalla'],
  [en('kontakt', 'kontakter'), 'kontakta'],
  [en('kontroll', 'kontroller'), 'kontrollera'],
  [en('leverans', 'leveranser'), 'leverera'],
  [ing('nedladdning'), 'ladda ner'],
  [ing('omprövning'), 'ompröva'],
  [ing('planering'), 'planera'],
  [ing('provtagning'), 'ta prov'],
  [ing('prövning'), 'pröva'],
  [ing('publicering'), 'publicera'],
  [ing('rapportering'), 'rapportera'],
  [ing('registrering'), 'registrera'],
  [ing('skördning'), 'skörda'],
  [ing('uppdatering'), 'uppdatera'],
  [ing('uppföljning'), 'följa upp'],
  [ing('utbetalning'), 'betala ut'],
  [ing('utlämning'), 'lämna ut'],
  [ing('utskrivning'), 'skriva ut'],
  [ing('utvärdering'), 'utvärdera'],
  [ing('validering'), 'kontrollera'],
  [ing('återbetalning'), 'betala tillbaka'],
  [ing('återkoppling'), 'svara'],
  [ing('överföring'), 'föra över'],
  [ing('överlämning'), 'lämna över'],
]

export const HAPPEN: Lexeme = verb('ske', 'sker skedde skett')

/** What may stand between a verb and its object when the sentence begins with something else: ”Då gör **vi nu** en”. */
export const SUBJECTS = new Set('jag du vi ni han hon hen man de dom den det'.split(' '))
export const ADVERBS = new Set(
  'inte alltid också även sedan då nu först därefter ofta ibland själv själva bara regelbundet löpande årligen kontinuerligt'.split(
    ' ',
  ),
)
/** Verbs before ”ske”. */
export const AUXILIARIES = new Set('ska skall kan måste bör får har hade kommer kunde skulle behöver'.split(' '))
