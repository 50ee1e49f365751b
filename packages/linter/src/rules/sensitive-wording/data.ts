import type { Lexeme } from '@klarsprak/swedish'
import { adjective, en, ett, fixed, listed, verb } from '../lexemes.js'

/** Words that may hurt those they are about, and what to write. */
export interface Sensitive {
  readonly words: readonly Lexeme[]
  /** What to write, as a message shows it. */
  readonly plain: string
  /** A word that takes the place in the same form. */
  readonly to?: Lexeme
  /** Why, as a whole sentence. */
  readonly reason: string
  /** `clear`: an editor always changes it. `advice`: it depends on the text. */
  readonly level: 'clear' | 'advice'
}

const DISEASE = 'Skriv vad personen har, inte hur det är att ha det. Alla lider inte.'
const PERSON = 'Skriv om personen först. En sjukdom eller ett beroende är inte allt någon är.'
const OLD = 'Ordet är föråldrat och uppfattas som nedsättande.'
const WHEELCHAIR = 'Rullstolen är ett hjälpmedel som ger frihet, inget man är bunden till.'

const clear = (words: readonly Lexeme[], plain: string, reason: string, to?: Lexeme): Sensitive => ({
  words,
  plain,
  reason,
  level: 'clear',
  ...(to === undefined ? {} : { to }),
})
const advice = (...args: Parameters<typeof clear>): Sensitive => ({ ...clear(...args), level: 'advice' })

export const HAVE = verb('ha', 'har hade haft')
/** ”Lida av” and what a person has. */
export const SUFFER: Sensitive = clear([verb('lida av', 'lider led lidit')], 'ha', DISEASE, HAVE)
/** The same with a subject between: ”lider du av”. */
export const SUFFER_ALONE: Lexeme = verb('lida', 'lider led lidit')

/** Own list; the advice is that of 1177's guide on strengthening language, of the NHS and of the associations. */
export const SENSITIVE: readonly Sensitive[] = [
  SUFFER,
  advice(
    [listed('drabbas av', 'drabbades av', 'drabbats av'), listed('drabbad av', 'drabbat av', 'drabbade av')],
    'få',
    'Ordet gör personen till ett offer. Skriv att någon får eller har sjukdomen.',
  ),
  clear([adjective('rullstolsbunden')], 'som använder rullstol', WHEELCHAIR),
  advice([adjective('rullstolsburen')], 'som använder rullstol', WHEELCHAIR),
  clear(
    [fixed('bunden till rullstol'), fixed('bunden till rullstolen'), fixed('bundna till rullstol')],
    'använder rullstol',
    WHEELCHAIR,
  ),
  advice([en('diabetiker', 'diabetiker')], 'person med diabetes', PERSON),
  advice([en('epileptiker', 'epileptiker')], 'person med epilepsi', PERSON),
  advice([en('astmatiker', 'astmatiker')], 'person med astma', PERSON),
  advice([en('reumatiker', 'reumatiker')], 'person med reumatisk sjukdom', PERSON),
  advice([en('psoriatiker', 'psoriatiker')], 'person med psoriasis', PERSON),
  advice([en('schizofren', 'schizofrener')], 'person med schizofreni', PERSON),
  advice([en('missbrukare', 'missbrukare')], 'person med missbruk eller beroende', PERSON),
  advice([en('narkotikamissbrukare', 'narkotikamissbrukare')], 'person med narkotikaberoende', PERSON),
  advice([en('alkoholmissbrukare', 'alkoholmissbrukare')], 'person med alkoholberoende', PERSON),
  advice([en('drogmissbrukare', 'drogmissbrukare')], 'person med drogberoende', PERSON),
  advice([en('läkemedelsmissbrukare', 'läkemedelsmissbrukare')], 'person med läkemedelsberoende', PERSON),
  advice([en('narkoman', 'narkomaner')], 'person med narkotikaberoende', PERSON),
  advice([en('alkoholist', 'alkoholister')], 'person med alkoholberoende', PERSON),
  advice([en('knarkare', 'knarkare')], 'person med narkotikaberoende', PERSON),
  advice([adjective('utvecklingsstörd')], 'person med intellektuell funktionsnedsättning', OLD),
  advice([adjective('efterbliven')], 'person med intellektuell funktionsnedsättning', OLD),
  clear([adjective('sinnesslö')], 'person med intellektuell funktionsnedsättning', OLD),
  clear([adjective('svagbegåvad')], 'person som behöver mer tid för att förstå', OLD),
  advice([adjective('sinnessjuk')], 'person med psykisk sjukdom', OLD),
  advice([en('sinnessjukdom', 'sinnessjukdomar')], 'psykisk sjukdom', OLD),
  clear([adjective('vanför')], 'person med rörelsenedsättning', OLD),
  clear([en('krympling', 'krymplingar')], 'person med rörelsenedsättning', OLD),
  advice([en('invalid', 'invalider')], 'person med funktionsnedsättning', OLD),
  clear([adjective('dövstum')], 'döv', 'Den som är döv är inte stum.', adjective('döv', { neuter: 'dövt' })),
  clear([adjective('cp-skadad')], 'person med cp', PERSON),
  clear([en('mongolism', false), en('mongolid', 'mongolider')], 'Downs syndrom', OLD),
  advice([adjective('senil')], 'person med demenssjukdom', OLD),
  advice([adjective('dement')], 'person med demenssjukdom', PERSON),
  advice([en('åldring', 'åldringar')], 'äldre person', 'Många tycker att ordet är nedsättande.'),
  advice(
    [verb('begå självmord', 'begår begick begått')],
    'ta sitt liv',
    '”Begå” hör ihop med brott. Att ta sitt liv är inget brott.',
  ),
  advice([ett('könsbyte', 'könsbyten')], 'könsbekräftande behandling', 'Behandlingen bekräftar det kön personen har.'),
  advice([en('zigenare', 'zigenare')], 'rom', OLD),
  advice([en('neger', 'negrer')], 'svart person', OLD),
  advice([fixed('illegal invandrare'), fixed('illegala invandrare')], 'papperslös', 'Ingen människa är olaglig.'),
  advice([ett('socialfall', 'socialfall')], 'person som får stöd av socialtjänsten', OLD),
  advice([en('problemfamilj', 'problemfamiljer')], 'familj som behöver stöd', 'Ordet gör familjen till problemet.'),
]

const stems = (list: string) => list.trim().split(/\s+/u)

/** Beginnings of what persons have: illnesses and how they are felt. Things suffer from other things: ”systemet lider av brister”. */
export const ILLNESSES: readonly string[] = stems(`
  sjukdom migrän astma diabetes cancer ångest depression demens alzheimer parkinson allergi epilepsi psorias sömnlös
  sömnproblem sömnbesvär sömnsvårighet inkontinens blodtryck övervikt fetma fobi panik missbruk alkoholism tinnitus
  whiplash kol adhd autism schizofreni bipolär psykisk ohälsa infektion feber förkylning halsbränna förstoppning diarré
  ibs utmattning trauma ptsd anorexi bulimi ätstörning stroke reumatism reumatisk artros artrit eksem akne acne
  anemi blodbrist järnbrist vitaminbrist d-vitaminbrist yrsel hörselnedsättning synnedsättning funktionsnedsättning
  kronisk värk ryggvärk huvudvärk tandvärk ont smärta ryggsmärta besvär magbesvär syndrom ms hiv aids klåda snarkning
  klimakterie endometrios pms impotens nervositet utbrändhet tvångstankar ocd eksem hepatit glutenintolerans celiaki
  intolerans överkänslighet pollenallergi åderbråck hemorrojder sömnapné svettning trötthet`)

/** Endings of illnesses: ryggsjukdom, muskelvärk, bronkit, fibros. */
export const ILLNESS_ENDING =
  /(?:sjukdom(?:ar|en|arna)?|värk|smärtor|besvär|allergi|syndrom|fobi|psykos|depression|nedsättning|.{4}it|.{4}os|emi|algi)$/u

/** Beginnings of what one is struck by that is no illness: damage to things and rights. */
export const NOT_PERSONAL: readonly string[] = stems(`
  avbrott driftstörning störning brott brand översvämning it- cyber intrång förlust kostnad avgift konkurs neddragning
  nedskärning besparing stopp krig kris våld hot skada inbrott stöld bedrägeri bedragare arbetslöshet försening inställ
  fel problem väder torka storm elavbrott strömavbrott angrepp attack överbelastning sanktion straff skatt diskriminering
  mobbning missgynn vårdskad det detta dessa vad att`)
