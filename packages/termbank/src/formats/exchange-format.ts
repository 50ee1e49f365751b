import type { Concept, ConceptInput } from '../model/concept.js'

/** Something that a format could not carry, or that we did not understand when reading. */
export interface Loss {
  readonly conceptId?: string
  /** The key of the concept model, with the term's label where it belongs to a term: `terms[vårdportal].plural`. */
  readonly field: string
  /** A Swedish sentence for the terminologist: what happened to the value. */
  readonly message: string
}

export interface WriteOptions {
  /** The bank's release, for example `2026.1`. */
  readonly release: string
  readonly title: string
  /** What a concept's address begins with; the id comes after. */
  readonly base: string
}

export interface Written {
  readonly content: string | Uint8Array
  readonly losses: readonly Loss[]
}

export interface Read {
  /** As an author would have written them. Validate before use: a foreign file knows nothing of our model. */
  readonly concepts: readonly ConceptInput[]
  readonly losses: readonly Loss[]
}

/** A way to move concepts between this bank and other systems. One that only goes out has no `read`. */
export interface ExchangeFormat {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  /** Without the dot. The first one is used for files we write. */
  readonly extensions: readonly string[]
  write(concepts: readonly Concept[], options: WriteOptions): Promise<Written>
  /**
   * Rejects with `UnreadableFile` when the content is not this format at all.
   */
  read?(content: string | Uint8Array): Promise<Read>
}

/** A file that is not what its name says, with a Swedish sentence that says why and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

export function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content)
}

/** Collects losses so that each sentence is written in one place. */
export interface LossList {
  readonly losses: readonly Loss[]
  add(conceptId: string | undefined, field: string, message: string): void
}

export function lossList(): LossList {
  const losses: Loss[] = []
  return {
    losses,
    add: (conceptId, field, message) => {
      losses.push({ ...(conceptId === undefined ? {} : { conceptId }), field, message })
    },
  }
}
