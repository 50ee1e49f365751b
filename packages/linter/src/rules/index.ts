import { abbreviationForm } from './abbreviation-form/rule.js'
import { allCaps } from './all-caps/rule.js'
import { ambiguousWord } from './ambiguous-word/rule.js'
import { andOr } from './and-or/rule.js'
import { avoidTerm } from './avoid-term/rule.js'
import { brandCasing } from './brand-casing/rule.js'
import { buttonLabel } from './button-label/rule.js'
import { dateFormat } from './date-format/rule.js'
import { datedTerm } from './dated-term/rule.js'
import { directAddress } from './direct-address/rule.js'
import { disableComment } from './disable-comment/rule.js'
import { doubleNegation } from './double-negation/rule.js'
import { englishReadability } from './english-readability/rule.js'
import { englishTerm } from './english-term/rule.js'
import { filler } from './filler/rule.js'
import { foreignWord } from './foreign-word/rule.js'
import { gendered } from './gendered/rule.js'
import { headingForm } from './heading-form/rule.js'
import { headingLength } from './heading-length/rule.js'
import { heavyWord } from './heavy-word/rule.js'
import { idiom } from './idiom/rule.js'
import { inconsistentTerm } from './inconsistent-term/rule.js'
import { inconsistentTermSet } from './inconsistent-term-set/rule.js'
import { jargon } from './jargon/rule.js'
import { linkText } from './link-text/rule.js'
import { listForm } from './list-form/rule.js'
import { lixRule } from './lix/rule.js'
import { longParagraph } from './long-paragraph/rule.js'
import { longSentence } from './long-sentence/rule.js'
import { longWord } from './long-word/rule.js'
import { negativeFraming } from './negative-framing/rule.js'
import { nominalization } from './nominalization/rule.js'
import { nounChain } from './noun-chain/rule.js'
import { numberFormat } from './number-format/rule.js'
import { passive } from './passive/rule.js'
import { phoneFormat } from './phone-format/rule.js'
import { pronounCase } from './pronoun-case/rule.js'
import type { Rule } from './rule.js'
import { sensitiveWording } from './sensitive-wording/rule.js'
import { serviceName } from './service-name/rule.js'
import { slash } from './slash/rule.js'
import { spellingVariant } from './spelling-variant/rule.js'
import { splitCompound } from './split-compound/rule.js'
import { timeFormat } from './time-format/rule.js'
import { uiLabelConsistency } from './ui-label-consistency/rule.js'
import { undefinedAbbreviation } from './undefined-abbreviation/rule.js'
import { vague } from './vague/rule.js'

/**
 * Every rule. The order is that of precedence: where two report the same words, the first is kept.
 */
export const RULES: readonly Rule[] = [
  splitCompound,
  spellingVariant,
  avoidTerm,
  datedTerm,
  brandCasing,
  heavyWord,
  undefinedAbbreviation,
  inconsistentTerm,
  inconsistentTermSet,
  jargon,
  sensitiveWording,
  nominalization,
  doubleNegation,
  negativeFraming,
  foreignWord,
  gendered,
  ambiguousWord,
  vague,
  filler,
  idiom,
  directAddress,
  passive,
  serviceName,
  uiLabelConsistency,
  linkText,
  buttonLabel,
  andOr,
  abbreviationForm,
  pronounCase,
  numberFormat,
  dateFormat,
  timeFormat,
  phoneFormat,
  slash,
  allCaps,
  longWord,
  headingForm,
  headingLength,
  listForm,
  longSentence,
  nounChain,
  longParagraph,
  lixRule,
  englishTerm,
  englishReadability,
  disableComment,
]

export {
  abbreviationForm,
  allCaps,
  ambiguousWord,
  andOr,
  avoidTerm,
  brandCasing,
  buttonLabel,
  datedTerm,
  dateFormat,
  directAddress,
  disableComment,
  doubleNegation,
  englishReadability,
  englishTerm,
  filler,
  foreignWord,
  gendered,
  headingForm,
  headingLength,
  heavyWord,
  idiom,
  inconsistentTerm,
  inconsistentTermSet,
  jargon,
  linkText,
  listForm,
  lixRule,
  longParagraph,
  longSentence,
  longWord,
  negativeFraming,
  nominalization,
  nounChain,
  numberFormat,
  passive,
  phoneFormat,
  pronounCase,
  sensitiveWording,
  serviceName,
  slash,
  spellingVariant,
  splitCompound,
  timeFormat,
  uiLabelConsistency,
  undefinedAbbreviation,
  vague,
}

export const findRule = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id)
