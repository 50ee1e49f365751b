import { avoidTerm } from './avoid-term/rule.js'
import { disableComment } from './disable-comment/rule.js'
import { heavyWord } from './heavy-word/rule.js'
import { inconsistentTerm } from './inconsistent-term/rule.js'
import { jargon } from './jargon/rule.js'
import type { Rule } from './rule.js'
import { undefinedAbbreviation } from './undefined-abbreviation/rule.js'

/**
 * Every rule. The order is that of precedence: where two report the same words, the first is kept.
 */
export const RULES: readonly Rule[] = [
  avoidTerm,
  heavyWord,
  undefinedAbbreviation,
  inconsistentTerm,
  jargon,
  disableComment,
]

export { avoidTerm, disableComment, heavyWord, inconsistentTerm, jargon, undefinedAbbreviation }

export const findRule = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id)
