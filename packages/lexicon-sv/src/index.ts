export { compileLexicon } from './compile-lexicon.js'
export { loadLexicon } from './load-lexicon.js'
