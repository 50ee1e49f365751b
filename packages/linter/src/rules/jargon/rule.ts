import type { Match, Sense } from '@klarsprak/termbank'
import type { AnalysedSegment } from '../../analysis/analyse.js'
import { ADVISED } from '../hears.js'
import { isForDevelopers } from '../is-for-developers.js'
import { isNamed } from '../named.js'
import { isIllnessWithCapital, opensName, startsLikeAName } from '../names.js'
import { uncapitalised } from '../prose.js'
import { reads } from '../reads.js'
import { sentence, wordsOf } from '../replacement.js'
import { defineRule, type GuardOptions, guardOptions } from '../rule.js'
import { everydayTerm, usesIn } from '../uses.js'
import { withOptions } from '../with-options.js'
import { isExplained } from './is-explained.js'

export const jargon = defineRule({
  id: 'jargon',
  summary: 'Förklara fackord första gången, eller skriv ett vardagligt ord.',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  hears: [ADVISED],
  messages: {
    everyday: 'Förklara ”{actual}” eller skriv ”{everyday}”.',
    everydayMany: 'Förklara ”{actual}” eller skriv ”{everyday}”. Fackordet förekommer {count} gånger.',
    wording: 'Förklara ”{actual}” första gången det används.',
    wordingMany: 'Förklara ”{actual}” första gången det används. Fackordet förekommer {count} gånger.',
  },
  options: (z) =>
    z.strictObject({
      ...guardOptions(z),
      technical: z.boolean().default(false).describe('Läs också teknisk text, som kod och API-beskrivningar.'),
    }),
  check({ segments, all, replace, report }, options) {
    for (const uses of usesByTerm(segments, jargonIn(options)).values()) {
      const first = uses.find(({ jargon }) => !jargon.isNamed)
      if (first === undefined) continue
      // Those who build software are professionals too, as `audience: staff` is about.
      if (!options.technical && isForDevelopers(all)) return
      const explained = uses.findIndex(({ segment, jargon }) => jargon.isExplainedIn(segment))
      const before = (explained < 0 ? uses : uses.slice(0, explained)).filter(({ jargon }) => !jargon.isNamed)
      if (explained >= 0 && before.every((use) => mayWait(use, uses[explained]!))) continue

      const { segment } = first
      const { match, sense } = first.jargon
      const { concept, term } = sense
      const everydayWord = everydayTerm(concept, term)
      const replacement = everydayWord && replace(segment, match, sense, [everydayWord])
      const actual = (match.part !== 'whole' && replacement?.actual) || wordsOf(segment, match, term)
      // The everyday word says about the same, not exactly: the writer chooses.
      const isSlip = startsLikeAName(segment, match) && isIllnessWithCapital(segment, match)
      const written = (text: string) => (isSlip ? uncapitalised(text) : text)
      const suggestions = (replacement?.suggestions ?? []).map(({ span, text }) => ({
        span,
        text: written(text),
        safe: false,
      }))
      const everyday = replacement?.preferred && written(replacement.preferred)
      const wording = concept.citizenWording?.sv
      const count = before.length
      const common = {
        segment,
        span: match.span,
        conceptId: concept.id,
        reasons: [term.reason, wording && `Till invånare: ${wording}`].flatMap((text) =>
          text ? [sentence(text)] : [],
        ),
        sources: term.sources ?? concept.sources ?? [],
        suggestions,
      }
      if (everyday !== undefined && count > 1) {
        report({ ...common, messageId: 'everydayMany', data: { actual, everyday, count } })
      } else if (everyday !== undefined) {
        report({ ...common, messageId: 'everyday', data: { actual, everyday } })
      } else if (count > 1) report({ ...common, messageId: 'wordingMany', data: { actual, count } })
      else report({ ...common, messageId: 'wording', data: { actual } })
    }
  },
})

/** A use of a professional term, without its place. */
class Jargon {
  private explained: boolean | undefined = undefined

  constructor(
    readonly match: Match,
    readonly sense: Sense,
    /** The text is about the word itself, which may explain it: ”Ordet sepsis betyder …”. */
    readonly isNamed: boolean,
  ) {}

  /** Asked when the term has not been explained before, since it takes time. */
  isExplainedIn(segment: AnalysedSegment): boolean {
    return (this.explained ??= isExplained(segment, this.match, this.sense.concept))
  }
}

const jargonIn = withOptions((segment, options: GuardOptions) =>
  usesIn(segment).jargon.flatMap(({ match, sense }) => {
    // A capital inside a sentence: a ward or a book (”Ring Urologi”), whose name is not the writer's to choose.
    const isRead =
      reads(segment, match, options) &&
      (options.names ||
        (!opensName(segment, match) && (!startsLikeAName(segment, match) || isIllnessWithCapital(segment, match))))
    return isRead || isNamed(segment, match) ? [new Jargon(match, sense, !isRead)] : []
  }),
)

interface Use {
  readonly segment: AnalysedSegment
  readonly jargon: Jargon
}

/** A heading cannot explain its words, but the text under it can; and the same or the next sentence may explain a word. */
const mayWait = ({ segment, jargon: { match } }: Use, explained: Use): boolean =>
  segment.kind === 'heading' ||
  (segment === explained.segment &&
    segment.sentenceOf(explained.jargon.match.first) - segment.sentenceOf(match.first) <= 1)

/** Every use of each professional term that has an everyday way to say it, in the order of the file. */
function usesByTerm(
  segments: readonly AnalysedSegment[],
  find: (segment: AnalysedSegment) => readonly Jargon[],
): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  for (const segment of segments) {
    if (usesIn(segment).jargon.length === 0) continue
    for (const jargon of segment.known(find)) {
      const key = `${jargon.sense.concept.id} ${jargon.sense.term.label}`
      const known = uses.get(key)
      if (known === undefined) uses.set(key, [{ segment, jargon }])
      else known.push({ segment, jargon })
    }
  }
  return uses
}
