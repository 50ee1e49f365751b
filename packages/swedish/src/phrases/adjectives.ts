import { adjectiveForms } from '../inflection/adjective.js'
import type { Gender } from '../inflection/grammar.js'
import { once } from '../once.js'
import { readWordTable } from '../text/word-table.js'
import { ADJECTIVE_TABLE } from './adjective-table.js'

/**
 * How a word beside the matched noun reads as an adjective or a participle: what form it has, and what
 * it is in the other gender. The bank knows nothing of these words, so the knowledge is here: a list
 * of usual adjectives, inflected by the rules of `inflection/`, and endings that are regular. What
 * neither covers has no reading, and a rewrite that would have to change it is never safe.
 * Source: general Swedish grammar; the lists are our own.
 */
export interface AdjectiveReading {
  /** `strong`: en **ny** app; `weak`: den **nya** appen, **nya** appar; `invariable`: one form for all of it. */
  readonly form: 'strong' | 'weak' | 'invariable'
  /** Strong forms only; absent when the form is the same in both genders (akut). */
  readonly gender?: Gender
  /** The strong form in the other gender. */
  readonly otherGender?: string
}

const words = (list: string): (() => readonly string[]) => once(() => list.trim().split(/\s+/u))

/** Usual adjectives and participles of public e-services, by their base form. */
const BASE_FORMS = words(`
  absolut abstrakt adekvat administrativ aktiv aktuell akut allmän allvarlig alternativ ambitiös anmäld annan
  anonym anpassad ansluten ansvarig använd användarvänlig användbar avancerad avanmäld avbruten avgiftsbelagd
  avgiftsfri avsedd avslagen avslutad avstängd bedömd begriplig begränsad begärd behörig behövlig bekant bekväm
  beprövad berörd beställd bestämd besvärlig betald betydelsefull bifogad billig bitter blind blå bokad borttagen
  bred brun brådskad bunden byggd central civil daglig dansk delad delikat demokratisk desperat detaljerad digital
  direkt diskret distinkt dold dubbel duktig dum dylik dyr dålig död effektiv efterfrågad egen ekonomisk elegant
  elektronisk engelsk enhetlig enkel ensam ensidig enskild erfaren erkänd europeisk exakt extern extraordinär
  extrem falsk farlig fast fattig felaktig felfri fet fin finsk flexibel frekvent fri ful full fullständig
  funktionell fylld fysisk färdig färdigställd förbjuden fördjupad fördröjd förenklad förlängd förseglad försenad
  försiktig förståelig försvunnen förälskad gammal gemensam generell generös genomförd giltig glad global god
  godkänd grundlig grym grå grön gul gångbar halv hastig hel helny hemlig hes het hjälpsam hyrd hälsosam hållbar hård
  hög ideell ifylld inaktiv inaktiverad inbjuden inbyggd indirekt individuell informativ inkommen inkorrekt
  inloggad inloggningsbar innovativ inskickad inspelad installerad inställd instängd intakt integrerad intelligent
  intern internationell intim intressant intrikat isolerad jobbig jämlik jämn kall kallad klar klassisk klen klok
  kommersiell kommunal kompakt kompatibel kompetent komplett komplicerad konkret konsekvent konstant konstig
  kopplad korrekt kort kostnadsfri kostsam kraftfull kritisk kronisk kroppslig krypterad krånglig kvalificerad
  kvalitetssäkrad känd känslig köpt laddad laglig latent ledig ledsen legitim legitimerad len likadan liten
  ljus lokal lugn lyckad lämplig lätt lättanvänd lättbegriplig lättillgänglig lättläst lättskött låg lånad lång
  långsiktig långvarig låst lös mager manuell maximal medicinsk meningsfull mental mild minimal missnöjd mobil
  moderat modern mogen mottagen muntlig mänsklig märklig möjlig mörk nationell naturlig nedladdad nedladdningsbar
  negativ nervös noggrann nordisk normal norsk ny nykter nyttig nyutvecklad nyöppnad nådd nödvändig nöjd oanmäld
  obegriplig obehörig obekant obekväm obetald obligatorisk obsolet offentlig ogiltig okänd olik olämplig oläst
  olåst omodern omständlig omtyckt ond onåbar onödig opersonlig ordinär orolig oskyddad osäker otillgänglig otrygg
  otydlig ovan ovanlig oviktig oåtkomlig palliativ patent perfekt permanent personlig planerad platt populär
  positiv potentiell praktisk preliminär primär principiell privat privatägd professionell proffsig psykisk
  publicerad påbörjad pålitlig radikal regelbunden regional registrerad reguljär rejäl reklamfri relevant religiös
  ren rik riktig rimlig robust rolig rullstolsanpassad rund rutinmässig rätt rättslig rå röd rörlig samisk samlad
  sammanhållen samordnad sann sekundär sen separat separerad seriös sjuk själv självständig skadad skarp skattefri
  skickad skriftlig skriven skräddarsydd skyldig skön slutförd slutlig slutsåld släckt slö smal smart smidig snabb
  snar snäll social somatisk sparad speciell specifik stabil standardiserad stark startad statisk statlig stillsam
  stolt stor strukturerad stulen stum stängbar stängd stödd störd sund svag svart svensk svår säker särskild sådan
  såld sökbar söt tacksam teknisk temporär tertiär hopkopplad väntad oväntad tidig tidsbegränsad tillagd tillfällig tillförlitlig tillgänglig
  tillhandahållen tillräcklig tillåten tolerant tom total transparent trasig trist trivsam trygg trådlös trång
  trött tung tunn tydlig typisk tyst tänd tät undertecknad ung unik uppdaterad uppenbar uppkopplad uppskattad
  utbredd utbyggd utebliven utförlig utgången utländsk utmärkt utskriven utvald utvecklad utökad vacker valbar
  vald valfri van vanlig varaktig varm vass verklig vettig viktig viss vit välbesökt välfungerad välkänd vänlig
  värd värdefull värdelös våt ändamålsenlig ärlig återkallad återställd ömsesidig önskvärd öppen öppnad översiktlig
  överskådlig`)

/** One form for everything. */
const INVARIABLE = words(`
  fel   annorlunda bakre beige bra bättre dåtida enda ense enstaka extra fler forna framtida främre färre gratis höger
  högre inre kul lagom lila lägre längre mer mindre nedre nutida offline online ordinarie redo rosa samma slut
  stackars större sämre undre vänster värre yngre yttre äkta äldre öde övre`)

/** Made when the first adjective is asked for: a text without findings never does. */
const readingOf = once((): ((form: string) => AdjectiveReading | undefined) => {
  if (ADJECTIVE_TABLE !== undefined) {
    const packed = readWordTable<string>(ADJECTIVE_TABLE)
    return (form) => {
      const reading = packed(form)
      return reading === undefined ? undefined : unpackReading(reading)
    }
  }
  const known = knownAdjectives()
  return (form) => known.get(form)
})

const FORMS = { i: 'invariable', w: 'weak', s: 'strong', c: 'strong', n: 'strong' } as const
const GENDERS: Readonly<Record<string, Gender>> = { c: 'common', n: 'neuter' }

/** A reading in a few letters: its form or gender by the first, then the form in the other gender. */
export function packReading({ form, gender, otherGender = '' }: AdjectiveReading): string {
  return (gender ?? form).slice(0, 1) + otherGender
}

function unpackReading(packed: string): AdjectiveReading {
  const letter = packed.slice(0, 1) as keyof typeof FORMS
  const gender = GENDERS[letter]
  return gender === undefined ? { form: FORMS[letter] } : strong(gender, packed.slice(1) || undefined)
}

/** How each form of the usual adjectives reads. */
export function knownAdjectives(): ReadonlyMap<string, AdjectiveReading> {
  const readings = new Map<string, AdjectiveReading>()
  const add = (form: string | undefined, reading: AdjectiveReading): void => {
    if (form !== undefined && !readings.has(form)) readings.set(form, reading)
  }
  for (const word of INVARIABLE()) add(word, { form: 'invariable' })
  for (const word of BASE_FORMS()) {
    const { common, neuter, weak, plural, superlativeWeak } = adjectiveForms(word, {})
    for (const form of [...weak, ...plural, ...superlativeWeak]) add(form, { form: 'weak' })
    if (common[0] === neuter[0]) add(word, { form: 'strong' })
    else {
      add(common[0], strong('common', neuter[0]))
      add(neuter[0], strong('neuter', common[0]))
    }
  }
  return readings
}

function strong(gender: Gender, otherGender: string | undefined): AdjectiveReading {
  return otherGender === undefined ? { form: 'strong', gender } : { form: 'strong', gender, otherGender }
}

type Read = (key: string) => AdjectiveReading
const weak: Read = () => ({ form: 'weak' })
const invariable: Read = () => ({ form: 'invariable' })
/** `cut` letters go and `ending` comes: the strong form in the other gender. */
const change =
  (gender: Gender, cut: number, ending: string): Read =>
  (key) =>
    strong(gender, key.slice(0, key.length - cut) + ending)

/**
 * Participles by the end of their verb. Endings alone would not do: läkaren and even vård, bild and
 * skydd end as participles do. The stems of the strong and the second conjugation can be listed.
 */
const EN =
  'tagen|given|hållen|skriven|driven|sluten|bunden|funnen|kommen|bliven|dragen|slagen|buren|skuren|stulen|bjuden|skjuten|bruten|gången|låten|tvungen|vunnen|gripen|viken|fallen|sjungen|riven|drucken|frusen|sprungen|öppen|vuxen|trogen'
const D =
  'ställd|fylld|vald|såld|tald|dold|mäld|skild|kyld|vänd|känd|tänd|sänd|bränd|spänd|nämnd|stängd|hängd|byggd|lagd|sagd|ägd|vägd|förd|gjord|hörd|lärd|hyrd|rörd|styrd|körd|gärd|dömd|glömd|gömd|krävd|prövd|övd|levd|böjd|nöjd|dröjd'
const DD = 'klädd|nådd|sydd|trodd|bodd|sedd|bredd|stödd'
const D_NEUTER = D.replace(/d(?=\||$)/gu, 't')
const EN_WEAK = EN.replaceAll('mm', 'm').replace(/e([nl])(?=\||$)/gu, '$1a')
const EN_NEUTER = EN.replace(/n(?=\||$)/gu, 't')

/** Nouns and the like that end as adjectives do. */
const NO_ADJECTIVES =
  /(?:^|[^a-zåäö]|s)(?:stad|grad|rad|blad|risk|disk|fisk|liv|kliv)$|(?:månad|kostnad|skillnad|marknad|byggnad|vårdnad|asterisk|arkiv|motiv|perspektiv|direktiv|initiativ|stativ|kabel|variabel|tabell|resultat|format|mandat|certifikat|apparat|citat|klimat|referat|diktat|duplikat|plagiat|syndikat|kandidat|demokrat|advokat|automat|diplomat|kamrat|plakat|internat|patent)$|^(?:bredd|höjd|mängd|längd|antingen|även|samt|bara|samma|chat)$/u

interface Ending {
  test(key: string): boolean
}

/** Words that end in one of `stems`. A look for each length is much faster than a pattern with all of them. */
function ending(stems: string, more = ''): Ending {
  const known = new Set(stems.split('|').map((stem) => stem + more))
  const lengths = [...new Set(Array.from(known, ({ length }) => length))]
  return { test: (key) => lengths.some((length) => length <= key.length && known.has(key.slice(-length))) }
}

/**
 * Endings that make adjectives and participles of any stem, by the letters that they may end in. The first that fits
 * decides. They hold where an adjective can stand; as a test of word class they would be too kind.
 */
const ENDINGS: readonly (readonly [last: string, ending: Ending, read: Read])[] = [
  ['e', /.[ae]nde$/u, invariable],
  ['e', /.{2}[^aeiouyåäö]are$/u, invariable],
  ['e', /.{2}[^aeiouyåäö](?:aste|ade)$/u, weak],
  ['a', /.{2}(?:iga|iska|bara|samma|[ts]iva|[iunr]ella|lösa|fulla|ibla|ionala|ikala|urala|mentala)$/u, weak],
  ['a', ending(EN_WEAK), weak],
  ['a', ending(`${D}|${DD}`, 'a'), weak],
  [
    'gkrmvls',
    /.{2}(?:ig|isk|(?<!b)bar|sam|[ts]iv|[iunr]ell|lös|full|ibel|ional|ikal|ural|mental)$/u,
    change('common', 0, 't'),
  ],
  ['d', /.{2}[^aeiouyåäö]ad$/u, change('common', 1, 't')],
  ['d', ending(DD), change('common', 2, 'tt')],
  ['d', ending(D), change('common', 1, 't')],
  ['n', ending(EN), change('common', 1, 't')],
  [
    't',
    /.{2}(?:igt|iskt|bart|samt|[ts]ivt|[iunr]ellt|fullt|(?<!upp|ut|av|för|åter|in)löst|ibelt|ionalt|ikalt|uralt|mentalt)$/u,
    change('neuter', 1, ''),
  ],
  ['t', /.{2}[^aeiouyåäö]at$/u, change('neuter', 1, 'd')],
  ['t', ending(D_NEUTER), change('neuter', 1, 'd')],
  ['t', ending(EN_NEUTER), change('neuter', 1, 'n')],
]

/** How `key` reads as an adjective, or `undefined` when neither the list nor an ending knows it. */
export function adjectiveReading(key: string): AdjectiveReading | undefined {
  const listed = listedReading(key)
  if (listed) return listed
  if (key === '') return undefined
  const letter = key.charAt(key.length - 1)
  for (const [last, ending, read] of ENDINGS) {
    if (last.includes(letter) && ending.test(key)) return NO_ADJECTIVES.test(key) ? undefined : read(key)
  }
  return undefined
}

/** The word is on the list, so it is an adjective wherever it stands. */
export const isKnownAdjective = (key: string): boolean => listedReading(key) !== undefined

/** Prefixes and first parts that change nothing in the inflection: **o**säker, **ny**öppnad, **BankID-**baserad. */
const PREFIX = /^(?:o|jätte|väl|ny|lätt|själv|för|upp|ut|in|av|åter|om|på|till|[^-]+-)(?=.{4})/u

function listedReading(key: string): AdjectiveReading | undefined {
  const whole = readingOf()(key)
  if (whole) return whole
  const prefix = PREFIX.exec(key)?.[0]
  if (prefix === undefined) return undefined
  const reading = readingOf()(key.slice(prefix.length))
  if (reading?.otherGender === undefined) return reading
  return { ...reading, otherGender: prefix + reading.otherGender }
}

/** The strong form of the adjective `key` in `gender`; `key` itself when it does not change; `undefined` when unknown. */
export function inGender(key: string, gender: Gender): string | undefined {
  const reading = adjectiveReading(key)
  if (reading?.gender === undefined || reading.gender === gender) return reading && key
  return reading.otherGender
}
