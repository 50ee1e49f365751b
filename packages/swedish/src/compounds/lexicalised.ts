// Compounds that no longer mean what their parts say. A term inside one of them is another word: ”mål” in
// ”måltid” is no goal, ”kort” in ”kortslutning” no card. Stems only, so that every form and every longer
// compound of them is covered. Own compilation of common words; not meant to be complete. What depends on a
// term's meaning (flygplan for ”plan” as in a care plan) belongs in the term's own entry in the bank.
const LEXICALISED: ReadonlySet<string> = new Set(
  `bokför bokhåll bokslut bokstav bokstäv bokskog boktryck bokollon plånbok plånböcker handbok handböcker
   måltid målbrott målsman målsmän målsägande modersmål dialektmål giftermål spörsmål önskemål folkmål tungomål käromål
   rådhus rådjur rådman rådmän rådvill rådlös statsråd kansliråd justitieråd hovrättsråd
   kortkommando kortslut kortvåg kortsida korttid kortfilm kortdistans kortform kortspel kortvar kortsikt kortliv
   medelhav medelhastighet medelhög medelinkomst medelklass medellivslängd medellängd medelpunkt medelstor medelsvensson
   medeltal medeltemperatur medeltid medeltung medelvikt medelvärde medelväg medelålder
   tjänsteman tjänstemän ombudsman ombudsmän ordförande ordfräls ordspråk
   högtid forntid nutid dåtid tidskrift tidvatten
   vårdslös vårdkas vårdtecken minnesvård gravvård
   valborg valfisk valhänt valnöt valross
   handduk handfat handlag handtag handskak landskap landsting
   deltag nackdel hushåll ledsaga ledtråd plattform riksdag synpunkt ståndpunkt trädgård
   måndag tisdag onsdag torsdag fredag lördag söndag middag vardag
   rapport felaktig huvudsak världsdel smultronställe gatlopp`.split(/\s+/u),
)
const LONGEST = Math.max(...[...LEXICALISED].map((stem) => stem.length))

/** Whether the cut at `at` would divide a word that only looks like a compound. */
export function dividesLexicalised(word: string, at: number): boolean {
  for (let start = Math.max(0, at - LONGEST + 1); start < at; start++) {
    const last = Math.min(word.length, start + LONGEST)
    for (let end = at + 1; end <= last; end++) if (LEXICALISED.has(word.slice(start, end))) return true
  }
  return false
}
