import { type Refusal, refuse } from '../api/problems.js'

/** The entity tag of a version; see `entityTag` for what packing adds. */
export const versionTag = (version: number): string => `v${version}`

/** A list of entity tags (RFC 9110, 13.1.1), each a version with or without the packing it was got in. */
const TAG = /^"v(\d{1,9})(?:-(?:br|gzip))?"$/u
const MOST_TAGS = 20

/**
 * Whether an edit starts from the version that is there: that version, or 0 when there is nothing and the asker
 * expects nothing.
 *
 * @param current 0 when there is nothing
 */
export function expectedVersion(ifMatch: string | undefined, current: number): number | Refusal {
  if (ifMatch === undefined) return current === 0 ? 0 : versionNeeded(current)
  const tags = ifMatch.split(',', MOST_TAGS).map((tag) => tag.trim())
  const matches = current > 0 && tags.some((tag) => tag === '*' || TAG.exec(tag)?.[1] === String(current))
  return matches ? current : changedMeanwhile(current)
}

const versionNeeded = (current: number): Refusal =>
  refuse('version-needed', {
    sv: `Skicka If-Match med den ETag du fick när du hämtade det. Nu är den "${versionTag(current)}".`,
    en: `Send If-Match with the ETag you got when you fetched it. It is "${versionTag(current)}" now.`,
  })

export const changedMeanwhile = (current: number): Refusal =>
  refuse(
    'changed-meanwhile',
    current === 0
      ? {
          sv: 'Det finns inte, eller har tagits bort. Skicka utan If-Match för att lägga till det.',
          en: 'It is not there, or has been taken away. Send without If-Match to add it.',
        }
      : {
          sv: `Hämta det igen, gör om ändringen och skicka If-Match: "${versionTag(current)}".`,
          en: `Get it again, redo the change and send If-Match: "${versionTag(current)}".`,
        },
  )
