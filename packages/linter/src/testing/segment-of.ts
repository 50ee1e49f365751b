import { tokenise } from '@klarsprak/swedish'
import { type AnalysedSegment, understandWith } from '../analysis/analyse.js'
import { createLinearMap } from '../documents/prose-map.js'
import { plainIndex } from './plain-index.js'

const understand = understandWith(tokenise, plainIndex([]))

/** A segment of this text and no more, for what is not about terms. */
export const segmentOf = (prose: string): AnalysedSegment =>
  understand({ kind: 'text', lang: 'sv', prose, map: createLinearMap(prose, 0), marks: [] })
