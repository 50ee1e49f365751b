/** The schemas of what the bank consists of, for those who read it from elsewhere than files. They bring zod with them. */
export { Concept, type ConceptInput } from './model/concept.js'
export { Overlay } from './model/overlay.js'
