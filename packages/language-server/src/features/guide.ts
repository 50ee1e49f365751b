import type { TermIndex } from '@klarsprak/termbank'
import type { Guide } from '@klarsprak/termbank/search'
import type { Texts } from '../texts/texts.js'
import { showSense } from './show-concept.js'

/** Where somebody's own words lead. */
export interface Guided {
  readonly conceptId: string
  readonly label: string
  /** What to do next. */
  readonly leadsTo: string | undefined
  /** The advice is to call 112. */
  readonly emergency: boolean
  /** All about it, in Markdown. */
  readonly text: string
}

const MOST = 8

export function createGuideCommand() {
  const guides = new WeakMap<TermIndex, Guide>()
  return async (index: TermIndex, words: string, texts: Texts): Promise<readonly Guided[]> => {
    const { createGuide } = await import('@klarsprak/termbank/search')
    const guide = guides.get(index) ?? createGuide([...index.concepts()])
    guides.set(index, guide)
    return guide(words, MOST).map(({ concept, term, leadsTo, emergency }) => ({
      conceptId: concept.id,
      label: term.label,
      leadsTo,
      emergency,
      text: showSense({ concept, term }, index, texts),
    }))
  }
}
