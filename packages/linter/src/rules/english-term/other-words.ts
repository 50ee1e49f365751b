import { twinKey, twinPath } from '../../documents/locale/twin-path.js'
import type { Finding } from '../../findings/finding.js'
import type { NotedFile } from '../rule.js'

/** An English text that calls something else than its Swedish twin does. */
export interface OtherWord {
  readonly path: string
  readonly finding: Finding
  /** What the Swedish text calls it. */
  readonly swedish: string
  /** What that is called in English. */
  readonly preferred: string
}

/**
 * Where an English text uses another word for a thing than the one that belongs to the Swedish preferred
 * term, and its twin in Swedish uses that term. Texts with keys are compared text by text, others as whole pages.
 */
export function otherWords(files: readonly NotedFile[]): readonly OtherWord[] {
  const swedish = new Map<string, string>()
  for (const { path, noted } of files) {
    for (const finding of noted) {
      if (finding.noted?.lang === 'sv') swedish.set(placeOf(path, finding), finding.noted.label)
    }
  }
  return files.flatMap(({ path, noted }) =>
    noted.flatMap((finding) => {
      const word = finding.noted?.lang === 'en' ? swedish.get(placeOf(path, finding)) : undefined
      return word === undefined ? [] : [{ path, finding, swedish: word, preferred: finding.noted!.label }]
    }),
  )
}

const placeOf = (path: string, { keyPath, conceptId }: Finding): string =>
  JSON.stringify([twinPath(path), keyPath === undefined ? '' : twinKey(keyPath), conceptId])
