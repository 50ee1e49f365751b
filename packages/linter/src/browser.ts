// The linter where there is no disk, such as a web worker, from bytes that the host has fetched: `@klarsprak/linter/browser`.
// A bundler for workers should know the export condition `worker`; without it, some packages ask for `document`.
import './words/without-eval.js'

export { AUDIENCES, type Audience, audienceIn } from './config/audience.js'
export { configuredRules } from './config/configured-rules.js'
export type { PlainSettings } from './config/merge.js'
export { Config } from './config/schema.js'
export { type LinterFromBytesOptions, linterFromBytes } from './words/linter-from-bytes.js'
export type { Words } from './words/words.js'
export { type WordBytes, wordsFromBytes } from './words/words-from-bytes.js'
