import { SLOT, TokenKind } from '@klarsprak/swedish'
import type { AnalysedSegment } from '../../analysis/analyse.js'
import { limit } from '../levels.js'
import { looksForeign, sentencesIn, wholeOf } from '../prose.js'
import { defineRule } from '../rule.js'
import { kindOfFirstWord } from './first-words.js'
import { type List, listsIn } from './lists.js'

export const listForm = defineRule({
  id: 'list-form',
  summary: 'Skriv listans punkter på samma sätt.',
  severity: 'info',
  presets: ['strict'],
  about: 'text',
  messages: {
    long: 'Listan har {points} punkter. Dela upp den, eller ta bort det som inte behövs.',
    stops: 'Bara {some} av {points} punkter slutar med punkt. Gör lika i hela listan.',
    noStops: 'Den här punkten slutar utan punkt, de flesta andra med. Gör lika i hela listan.',
    verbs: 'Börja alla punkter med samma sorts ord: de andra börjar med ett verb.',
    nouns: 'Börja alla punkter med samma sorts ord: de andra börjar med ett substantiv.',
  },
  options: (z) =>
    z.strictObject({
      max: limit(z, 7, 'Så många punkter får en lista ha, om den inte är numrerad. 0 stänger av.'),
    }),
  check({ segments, text, report }, { max }) {
    for (const { points, isOrdered } of listsIn(segments, text)) {
      const [first] = points
      if (first === undefined || points.length < 2) continue
      if (points.filter(({ words }) => looksForeign(words)).length > 0) continue
      if (max > 0 && points.length > max && !isOrdered && !isIndex(points)) {
        report({ segment: first, span: wholeOf(first), messageId: 'long', data: { points: points.length } })
      }
      checkStops(points)
      checkParallel(points)
    }

    function checkStops(points: List['points']) {
      const ends = points.map((point, at) => ({ point, end: endOf(point), isLast: at === points.length - 1 }))
      const stopped = ends.filter(({ end }) => end === 'stop')
      const open = ends.filter(({ end }) => end === 'none')
      // A list that is one sentence ends with a stop: ”– a, – b och – c.”
      const inner = stopped.filter(({ isLast }) => !isLast)
      if (inner.length === 0 || open.length === 0) return
      if (stopped.length > open.length) {
        const [odd] = open
        report({ segment: odd!.point, span: wholeOf(odd!.point), messageId: 'noStops', data: {} })
      } else {
        const [odd] = inner
        const data = { some: stopped.length, points: points.length }
        report({ segment: odd!.point, span: wholeOf(odd!.point), messageId: 'stops', data })
      }
    }

    function checkParallel(points: List['points']) {
      if (points.length < 3) return
      const kinds = points.map((point) => ({ point, kind: kindOf(point) }))
      if (kinds.some(({ kind }) => kind === undefined)) return
      const verbs = kinds.filter(({ kind }) => kind === 'verb')
      const nouns = kinds.filter(({ kind }) => kind === 'noun')
      if (verbs.length === 0 || nouns.length === 0 || verbs.length === nouns.length) return
      const [odd] = verbs.length < nouns.length ? verbs : nouns
      const messageId = verbs.length < nouns.length ? 'nouns' : 'verbs'
      report({ segment: odd!.point, span: wholeOf(odd!.point), messageId, data: {} })
    }
  },
})

/** A list of links is an index; it is as long as it is. */
const isIndex = (points: List['points']) =>
  points.every(({ prose, marks }) =>
    marks.some(({ kind, start, end }) => kind === 'link' && end - start > prose.length * 0.6),
  )

/** How a point ends. One that ends with a link, code, a mark of another kind or in several sentences tells nothing. */
function endOf(point: AnalysedSegment): 'stop' | 'none' | undefined {
  const { prose, words } = point
  const last = prose.trimEnd().at(-1)
  if (last === undefined || last === SLOT || words.count === 0) return undefined
  if (last === '.') return /\p{L}\.\p{L}+\.$/u.test(prose.trimEnd().slice(-8)) ? undefined : 'stop'
  if (words.kinds[words.count - 1] !== TokenKind.Word && words.kinds[words.count - 1] !== TokenKind.Number)
    return undefined
  return sentencesIn(point).length > 1 ? undefined : 'none'
}

function kindOf({ words }: AnalysedSegment) {
  for (let at = 0; at < words.count; at++) {
    if (words.kinds[at] === TokenKind.Word) return kindOfFirstWord(words.key(at))
    // A number is the point's own in plain text, so is a mark.
    if (words.kinds[at] === TokenKind.Slot) return undefined
  }
  return undefined
}
