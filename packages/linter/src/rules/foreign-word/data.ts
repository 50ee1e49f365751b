import type { Lexeme } from '@klarsprak/swedish'
import { en, ett, fixed, listed, verb } from '../lexemes.js'

/** A foreign word and the Swedish ones, the best first. */
export interface Foreign {
  readonly words: readonly Lexeme[]
  readonly swedish: readonly [Lexeme, ...Lexeme[]]
  /** In texts about software it is a term, and means something else: an event of a component, the scope of a change. */
  readonly isSoftware?: true
}

const word = (words: Lexeme | readonly Lexeme[], ...swedish: readonly [Lexeme, ...Lexeme[]]): Foreign => ({
  words: 'label' in words ? [words] : words,
  swedish,
})
const software = (...args: Parameters<typeof word>): Foreign => ({ ...word(...args), isSoftware: true })
/** Own list. What the term bank has (login, feedback, deadline, mejl …) is not here. */
export const FOREIGN: readonly Foreign[] = [
  // English plurals first, since they look like genitives.
  software(fixed('events'), fixed('evenemang')),
  software(fixed('releases'), fixed('versioner')),
  software(fixed('use cases'), fixed('användningsfall')),
  software(fixed('cases'), fixed('fall')),
  software(ett('case', 'case'), ett('fall', 'fall'), ett('ärende', 'ärenden')),
  software(ett('event', 'event'), ett('evenemang', 'evenemang'), en('aktivitet', 'aktiviteter')),
  word(ett('meeting', 'meetings'), ett('möte', 'möten')),
  word(en('brainstorming', false), en('idékläckning', 'idékläckningar')),
  word(en('roadmap', 'roadmaps'), en('plan', 'planer'), en('färdplan', 'färdplaner')),
  word(en('roll-out', 'roll-outer'), ett('införande', 'införanden')),
  word(en('stakeholder', 'stakeholders'), en('intressent', 'intressenter')),
  word(en('benefit', 'benefits'), en('nytta', 'nyttor'), en('fördel', 'fördelar')),
  word([fixed('best practice'), fixed('best practices')], fixed('beprövat arbetssätt')),
  software(ett('use case', 'use case'), ett('användningsfall', 'användningsfall')),
  software(listed('input'), fixed('synpunkter'), fixed('uppgifter')),
  software(en('output', 'output'), ett('resultat', 'resultat')),
  word(en('approach', 'approacher'), ett('arbetssätt', 'arbetssätt')),
  word(en('kick-off', 'kick-offer'), ett('startmöte', 'startmöten')),
  word(en('outcome', 'outcomes'), ett('resultat', 'resultat')),
  word(en('compliance', false), en('regelefterlevnad', false)),
  word(en('awareness', false), en('medvetenhet', false)),
  word(en('empowerment', false), en('egenmakt', false)),
  word(en('onboarding', false), en('introduktion', 'introduktioner')),
  software(en('backlog', 'backloggar'), en('att göra-lista', 'att göra-listor')),
  software(en('release', 'releaser'), en('version', 'versioner')),
  software(en('scope', false), en('omfattning', 'omfattningar'), en('avgränsning', 'avgränsningar')),
  word(en('no-show', 'no-shows'), ett('uteblivet besök', 'uteblivna besök')),
  word([en('callcenter', 'callcenter'), ett('call center', 'call center')], en('telefontjänst', 'telefontjänster')),
  word(en('hotline', 'hotlines'), en('hjälplinje', 'hjälplinjer')),
  word(en('mindset', false), ett('tankesätt', 'tankesätt')),
  word(en('skillset', false), en('kompetens', 'kompetenser')),
  word(en('gap-analys', 'gap-analyser'), en('bristanalys', 'bristanalyser')),
  software(en('trigger', 'triggers'), en('utlösare', 'utlösare')),
  software(en('content', false), ett('innehåll', false)),
  software(en('user', 'users'), en('användare', 'användare')),
  software(ett('username', 'usernames'), ett('användarnamn', 'användarnamn')),
  software(en('account', 'accounts'), ett('konto', 'konton')),
  software(fixed('settings'), fixed('inställningar')),
  software(en('download', 'downloads'), en('nedladdning', 'nedladdningar')),
  software(en('upload', 'uploads'), en('uppladdning', 'uppladdningar')),
  word(en('e-learning', false), en('webbutbildning', 'webbutbildningar')),
  word(verb('checka av'), verb('stämma av', 'stämmer stämde stämt')),
  word([verb('printa ut'), verb('printa')], verb('skriva ut', 'skriver skrev skrivit')),
  word(verb('uploada'), verb('ladda upp')),
  word(verb('downloada'), verb('ladda ner')),
  word(verb('cancella'), verb('ställa in', 'ställer ställde ställt'), verb('avboka')),
  word(verb('joina'), verb('gå med', 'går gick gått'), verb('delta', 'deltar deltog deltagit')),
  word(verb('supporta'), verb('stödja', 'stöder stödde stött')),
  software(verb('trigga'), verb('utlösa', 'utlöser utlöste utlöst')),
  word(verb('boosta'), verb('stärka', 'stärker stärkte stärkt')),
  software(verb('pusha för'), verb('driva på', 'driver drev drivit')),
  software(verb('mappa'), verb('koppla')),
  software(verb('committa'), verb('lova')),
  software(verb('highlighta'), verb('framhäva', 'framhäver framhävde framhävt')),
  word(verb('targeta'), verb('rikta sig till')),
  word(verb('tajma'), verb('passa in')),
  word(verb('briefa'), verb('informera')),
  word(verb('debriefa'), verb('gå igenom', 'går gick gått')),
  word(listed('hands-on'), fixed('praktiskt')),
  word(listed('up-to-date', 'up to date'), fixed('aktuell')),
  word(listed('state of the art', 'state-of-the-art'), fixed('modern')),
  word(listed('asap', 'a.s.a.p.'), fixed('så snart som möjligt')),
  word(listed('fyi'), fixed('för kännedom')),
  software(listed('on demand', 'on-demand'), fixed('på begäran')),
  word(listed('win-win'), fixed('bra för alla')),
  software(listed('go live', 'go-live'), fixed('start')),
]

/** Words that show that a text is about software. */
export const SOFTWARE: ReadonlySet<string> = new Set(
  'api api:et api:er komponent komponenten komponenter kod koden källkod källkoden kodbas kodförråd commit git github gitlab npm json css html javascript typescript xml rdf uri repository repo branch branchen bugg buggar konfiguration installera databas server servern backend frontend programvara programvaran'.split(
    ' ',
  ),
)
