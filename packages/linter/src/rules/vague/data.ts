import type { Lexeme } from '@klarsprak/swedish'
import { fixed } from '../lexemes.js'

/** What the writer should say instead: when, how many, or in which cases. */
export type Missing = 'time' | 'often' | 'amount' | 'case'

export interface Vague {
  readonly words: readonly Lexeme[]
  readonly missing: Missing
}

const all = (missing: Missing, phrases: string): Vague => ({
  words: phrases.split(', ').map(fixed),
  missing,
})

/** Own list. ”Snarast möjligt” and ”i dagsläget” are in the term bank. */
export const VAGUE: readonly Vague[] = [
  all(
    'time',
    'snarast, inom kort, i god tid, i närtid, inom rimlig tid, inom skälig tid, inom en snar framtid, inom en överskådlig framtid, inom överskådlig tid, så småningom, på sikt, på längre sikt, på kort sikt, vid tillfälle, den närmaste tiden, inom det närmaste, en längre tid, en viss tid, en kortare tid, vid ett senare tillfälle, vid senare tillfälle',
  ),
  all(
    'often',
    'med jämna mellanrum, då och då, vid upprepade tillfällen, med viss regelbundenhet, vid flera tillfällen',
  ),
  all(
    'amount',
    'ett flertal, ett stort antal, ett mindre antal, en stor mängd, i viss mån, i viss utsträckning, i stor utsträckning, i hög utsträckning, till viss del, en viss kostnad',
  ),
  all(
    'case',
    'vid behov, i vissa fall, i särskilda fall, i undantagsfall, under vissa förutsättningar, vid särskilda skäl, när så krävs, om så krävs, där så är möjligt, i den mån det är möjligt',
  ),
]

/** What a writer reads for each. */
export const ADVICE: Readonly<Record<Missing, string>> = {
  time: 'Skriv när, till exempel en dag eller ”inom två veckor”, om du vet det.',
  often: 'Skriv hur ofta, till exempel ”en gång i månaden”, om du vet det.',
  amount: 'Skriv hur många eller hur mycket, om du vet det.',
  case: 'Skriv när det gäller, så att läsaren vet om det gäller den själv.',
}
