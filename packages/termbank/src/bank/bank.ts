import type { PlaceOf } from '../formats/yaml/read-concepts.js'
import type { Concept, Term } from '../model/concept.js'
import type { Overlay } from '../model/overlay.js'

/** One level of a bank: the national bank, an organisation's own, a project's own. */
export interface Layer {
  /** For example `national`, `region-x`, `project`. Unique within a bank. */
  readonly name: string
  /** The named release the layer is, when it is one. */
  readonly release?: string | undefined
  readonly concepts: readonly Concept[]
  /** Changes to concepts in the layers below. */
  readonly overlays?: readonly Overlay[] | undefined
  readonly placeOf?: PlaceOf | undefined
}

/** A value of a concept that a layer above the concept's own has set. */
export interface Change {
  /** For example `citizenWording`, or `terms.vårdportal.status`. */
  readonly value: string
  readonly layer: string
  /** Why, in the words of that layer. */
  readonly reason: string
  /** The value before, as JSON; absent when there was none. */
  readonly before?: string
}

/** Where the values of a concept come from: its own layer, except for what is listed as changed. */
export interface Provenance {
  readonly layer: string
  readonly changes: readonly Change[]
}

/** A term together with the concept it is a term of. */
export interface TermOfConcept {
  readonly concept: Concept
  readonly term: Term
}

/** Layers put together. Frozen; a new state is a new bank. */
export interface Bank {
  /** The release of the lowest layer that has one, else `unreleased`. */
  readonly release: string
  /** Lowest first. */
  readonly layers: readonly { readonly name: string; readonly release?: string }[]
  /** Every concept with its changes applied, in the order of the layers and of their files. */
  readonly concepts: readonly Concept[]
  /**
   * The concept with an id. Two layers may use the same id for different things; then the id means
   * the one that `from` sees first from its own layer downwards, or without `from` the topmost one.
   * `layer:id` names one of them whatever stands above.
   */
  concept(id: string, from?: Concept): Concept | undefined
  /** Every concept that has this label in any case or spelling of white space, in all languages; the topmost layer first. */
  conceptsOf(label: string): readonly TermOfConcept[]
  provenance(concept: Concept): Provenance
  /** The layer that decides about a term: the one that added it or last set its status. */
  layerOf(concept: Concept, term: Term): string
  /** Whether a layer above says something else about the same label, so that this term no longer counts. */
  isShadowed(concept: Concept, term: Term): boolean
  readonly placeOf: PlaceOf
}
