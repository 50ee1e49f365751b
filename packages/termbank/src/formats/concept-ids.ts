import { CONCEPT_ID } from '../model/concept.js'

/**
 * Gives every foreign id an id of ours: one that already is ours is kept, others are numbered from
 * `c-900001` in the order they come, so that reading the same file twice gives the same ids.
 */
export function conceptIds(foreignIds: Iterable<string>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const foreign = [...new Set(foreignIds)]
  for (const id of foreign) {
    const own = /(?:^|[/#:])(c-\d{4,})$/u.exec(id)?.[1]
    if (own !== undefined && CONCEPT_ID.test(own) && !taken.has(own)) {
      ids.set(id, own)
      taken.add(own)
    }
  }
  let next = 900_001
  for (const id of foreign) {
    if (ids.has(id)) continue
    while (taken.has(`c-${next}`)) next++
    ids.set(id, `c-${next++}`)
  }
  return ids
}

/** A subject as our model wants it: lower-case ASCII words with hyphens. `undefined` when nothing is left. */
export function subjectSlug(text: string): string | undefined {
  const slug = text
    .toLowerCase()
    .replaceAll(/[åä]/gu, 'a')
    .replaceAll('ö', 'o')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
  return slug === '' ? undefined : slug
}
