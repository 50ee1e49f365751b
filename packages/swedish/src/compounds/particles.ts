/**
 * Prefixes and verb particles. They begin words that only look like compounds of what follows:
 * område, förråd, urval, avboka, tillråda. Some are true first parts of a few compounds
 * (framsida, undersida); those are few, and taking them would find ”klagan” in ”överklagan”.
 */
const PARTICLES: ReadonlySet<string> = new Set(
  `an av be bi bort de dis efter en er ex fram från för före ge genom gen hän i igen in ini inne inter
   intill jämte kring med mellan miss mot ned neder ner o om omkring over på re runt sam samman sub till
   tillbaka um und under undan upp ur ut utan ute van veder vid å åter över`.split(/\s+/u),
)

/** Endings that make a new word of what stands before them, although some are spelt as words of their own. */
const SUFFIXES: ReadonlySet<string> = new Set(
  `aktig aktiga aktigt artad artade artat era erad erade erande erar erat erats eri ering eringar eringen het heten heter heterna hetens hets inna isk iska iskt lig liga ligt
   mässig mässiga mässigt ning ningar ningen sam samma samt skap skapen skaper skapet`.split(/\s+/u),
)

/** First parts of two letters. Others of that length are seen in too many words where they are not. */
const SHORT_FIRST_PARTS: ReadonlySet<string> = new Set('by ek el hö is kö ny te tå öl'.split(' '))

export const isShortFirstPart = (key: string): boolean => SHORT_FIRST_PARTS.has(key)
export const isParticle = (key: string): boolean => PARTICLES.has(key)
export const isWordSuffix = (key: string): boolean => SUFFIXES.has(key)
