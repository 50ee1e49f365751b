import type { Concept } from '../../model/concept.js'
import type { Overlay } from '../../model/overlay.js'
import type { BankSource } from '../../store/bank-store.js'
import { type ConceptFile, type PlaceOf, readConcepts } from './read-concepts.js'

/** Reads many bank files as if they were one, in the order given. */
export function readSources(sources: readonly BankSource[]): ConceptFile {
  const files = sources.map(({ text, path }) => readConcepts(text, path))
  const fileOf = new Map<Concept | Overlay, ConceptFile>()
  for (const file of files) for (const entry of [...file.concepts, ...file.overlays]) fileOf.set(entry, file)
  const placeOf: PlaceOf = (entry, key) => fileOf.get(entry)?.placeOf(entry, key)
  return {
    concepts: files.flatMap((file) => file.concepts),
    overlays: files.flatMap((file) => file.overlays),
    problems: files.flatMap((file) => file.problems),
    placeOf,
  }
}
