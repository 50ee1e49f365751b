export { encodeLexicon } from './compounds/encode-lexicon.js'
export { firstPartForms } from './compounds/first-part-forms.js'
export { dividesLexicalised } from './compounds/lexicalised.js'
export type { Lexicon } from './compounds/lexicon.js'
export { createLexicon, LexiconFormatError, Role } from './compounds/lexicon.js'
export { isParticle, isWordSuffix } from './compounds/particles.js'
export type { CompoundPart, CompoundSplit } from './compounds/split-compound.js'
export { splitCompound } from './compounds/split-compound.js'
export type { ResolvedSuspension } from './compounds/suspended.js'
export { resolveSuspended } from './compounds/suspended.js'
export type { TermForms, TermPart, TermPartFinder } from './compounds/term-parts.js'
export { createTermPartFinder } from './compounds/term-parts.js'
export type { FormReading } from './inflection/analyse.js'
export { analyse } from './inflection/analyse.js'
export { compoundForm, compoundForms } from './inflection/compound-form.js'
export type { Features, Gender, Grammar, InflectedForm, Pos } from './inflection/grammar.js'
export { POS } from './inflection/grammar.js'
export type { CompletedGrammar } from './inflection/inflect.js'
export { completeGrammar, inflect, selectForm } from './inflection/inflect.js'
export { wordKey } from './normalise.js'
export { once } from './once.js'
export { functionWords } from './phrases/closed-class.js'
export type { NounPhrase } from './phrases/noun-phrase.js'
export { nounPhraseAround } from './phrases/noun-phrase.js'
export type { Reading } from './phrases/readings.js'
export { readings } from './phrases/readings.js'
export type { Lexeme, Rewrite, RewriteAnswer, RewriteRefusal, RewriteRequest } from './phrases/rewrite.js'
export { createRewriter, rewrite } from './phrases/rewrite.js'
export type { LixBand, LixCounts, OvixCounts } from './readability/indices.js'
export { lix, lixBand, ovix } from './readability/indices.js'
export type { Readability, ReadabilityOptions } from './readability/readability.js'
export { readability, segmentsReadability } from './readability/readability.js'
export { parseSwedish } from './retext/parse-swedish.js'
export { retextSwedish } from './retext/retext-swedish.js'
export { SwedishParser } from './retext/swedish-parser.js'
export type { Span } from './span.js'
export { isKnownAbbreviation } from './text/abbreviations.js'
export { findInWord, isLetter, isLower, isUpper, widthInWord } from './text/chars.js'
export { tokenise } from './text/tokenise.js'
export type { TokenisedText } from './text/tokens.js'
export { SLOT, TokenKind } from './text/tokens.js'
export {
  keptByWord,
  LONGEST_NUMBERED,
  lookUpNumber,
  rememberedByWord,
  WORD_HASH_START,
  wordEra,
  wordHashEnd,
  wordHashStep,
  wordNumbersOf,
  wordOfNumber,
} from './text/word-numbers.js'
export type { WordTable } from './text/word-table.js'
export { encodeWordTable, readWordTable } from './text/word-table.js'
