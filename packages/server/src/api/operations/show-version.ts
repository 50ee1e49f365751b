import { versionTag } from '../../editing/if-match.js'
import { type Answer, answerJson } from '../operation.js'

/** An answer about something that is edited: its ETag is its version, which an edit names in `If-Match`. */
export const answerVersion = (value: unknown, version: number, more: Partial<Answer> = {}): Answer =>
  answerJson(value, 'state', { tag: versionTag(version), ...more })

/** The answer to an edit; 201 with its address when something is new. */
export const answerEdit = (
  value: unknown,
  version: number,
  { location, cache = 'private' }: { readonly location?: string; readonly cache?: 'private' | 'none' } = {},
): Answer =>
  answerJson(value, cache, {
    tag: versionTag(version),
    ...(location === undefined ? {} : { status: 201, headers: { location } }),
  })

export const nothing: Answer = { status: 204, type: 'application/json', body: '', cache: 'none' }
