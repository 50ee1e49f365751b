import type { Lexeme } from '@klarsprak/swedish'
import { fixed, verb } from '../lexemes.js'

/** Words that can go, or be fewer. */
export interface Filler {
  readonly words: readonly Lexeme[]
  /** What is left; '' when nothing is. */
  readonly shorter: string
}

const gone = (...phrases: readonly string[]): Filler => ({ words: phrases.map(fixed), shorter: '' })
const short = (shorter: string, ...phrases: readonly string[]): Filler => ({ words: phrases.map(fixed), shorter })

/** Before a clause with ”att”, which can stand by itself. */
export const OPENERS: readonly Filler[] = [
  gone(
    'observera att',
    'notera att',
    'obs att',
    'det är viktigt att notera att',
    'det är värt att notera att',
    'det bör noteras att',
    'det ska noteras att',
    'det bör observeras att',
    'det bör påpekas att',
    'det ska påpekas att',
    'det kan nämnas att',
    'det bör nämnas att',
    'det ska understrykas att',
    'det bör understrykas att',
    'det bör framhållas att',
    'det ska framhållas att',
    'det kan konstateras att',
    'vi vill informera om att',
    'vi vill upplysa om att',
    'vi vill uppmärksamma dig på att',
    'det är så att',
    'faktum är att',
    'det är viktigt att komma ihåg att',
    'det är viktigt att veta att',
    'det är viktigt att',
    'vi vill påpeka att',
  ),
]

/** Own list. What the term bank has is not here. */
export const FILLERS: readonly Filler[] = [
  ...OPENERS,
  short('för att', 'för att kunna', 'för att på så sätt kunna', 'för att därigenom kunna'),
  short('när det gäller', 'när det kommer till', 'vad det gäller', 'då det gäller', 'i frågan om'),
  short(
    'eftersom',
    'på grund av att',
    'tack vare det faktum att',
    'med tanke på det faktum att',
    'i och med det faktum att',
  ),
  short('om', 'i det läge att', 'i de fall då'),
  short('alltid', 'vid alla tillfällen', 'vid varje tillfälle'),
  short('nu', 'i dagens läge', 'i nuvarande läge', 'i skrivande stund'),
  short('då', 'vid den tidpunkten', 'vid detta tillfälle'),
  short('här', 'i detta sammanhang', 'i det här sammanhanget'),
  short('', 'i grund och botten', 'rent generellt', 'rent praktiskt', 'i största allmänhet', 'som tidigare nämnts'),
  short('', 'som ovan nämnts', 'så att säga', 'om man så säger', 'på något sätt och vis', 'till syvende och sist'),
  { words: [verb('finnas möjlighet att', 'finns fanns funnits')], shorter: 'du kan' },
]

/** ”På ett säkert sätt” for ”säkert”: adjectives whose neuter is an adverb of its own. */
export const MANNERS: ReadonlySet<string> = new Set(
  'enkelt säkert snabbt tydligt korrekt effektivt smidigt bra tryggt rättvist flexibelt systematiskt strukturerat hållbart ansvarsfullt öppet transparent digitalt manuellt automatiskt lättbegripligt begripligt klart rättssäkert kostnadseffektivt ändamålsenligt professionellt respektfullt lämpligt naturligt positivt negativt medvetet aktivt praktiskt elektroniskt enhetligt samordnat konsekvent likvärdigt jämlikt'.split(
    ' ',
  ),
)
