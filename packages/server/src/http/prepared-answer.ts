import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Answer, CachePolicy } from '../api/operation.js'
import { OPEN_HEADERS, SAFETY_HEADERS } from './api-headers.js'

const compressors = {
  br: (data: Buffer) =>
    promisify(brotliCompress)(data, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
    }),
  gzip: (data: Buffer) => promisify(gzip)(data, { level: 6 }),
}
export type Encoding = keyof typeof compressors

/** Below this size in bytes, packing costs more than it saves. */
const WORTH_PACKING = 1_400
/**
 * In bytes. Node sends head and body in one write when both are text, and libuv writes it from the stack when it is small
 * enough; a longer body is sent as bytes, in a write of its own.
 */
const SENT_AS_TEXT = 14_000
const PACKABLE = /^(?:text\/|application\/(?:.*\+)?(?:json|xml)\b)/u

const CACHE_CONTROL: Readonly<Record<CachePolicy, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  release: 'public, max-age=300',
  state: 'public, no-cache',
  private: 'private, no-cache',
  none: 'no-store',
}

/** What is sent. Text has a character for each byte (Latin-1), so it takes no more room and is turned into nothing else. */
export type Body = Buffer | string

/** An answer ready to be sent any number of times. */
export interface PreparedAnswer {
  readonly status: number
  /** Names and values in turn, without those that depend on the request. */
  readonly headers: readonly string[]
  /** Without quotation marks and encoding; `undefined` for what may not be kept. */
  readonly tag: string | undefined
  readonly body: Body
  readonly missing: readonly string[]
  readonly missingIn: string | undefined
  /** Whether it is the answer to whoever asks, until the service starts anew. */
  readonly isLasting: boolean
  /** In bytes as it is now, with what has been packed; for those who keep answers. */
  readonly size: number
  readonly isPackable: boolean
  /** The body packed, when that has been done. */
  packed(encoding: Encoding): Body | undefined
  /** Packs the body once, however many ask. */
  pack(encoding: Encoding): Promise<Body>
}

export function prepareAnswer({
  status,
  type,
  body: content,
  cache,
  tag,
  headers,
  missing,
  missingIn,
}: Answer): PreparedAnswer {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const body = bodyOf(bytes)
  const isPackable = bytes.length >= WORTH_PACKING && PACKABLE.test(type)
  const own = headersOf(status, type, cache, headers)
  let done: Map<Encoding, Body> | undefined
  let underway: Map<Encoding, Promise<Body>> | undefined
  let size = bytes.length
  return {
    status,
    headers: own,
    tag:
      cache === 'none'
        ? undefined
        : (tag ?? createHash('sha1').update(type).update(bytes).digest('base64url').slice(0, 22)),
    body,
    missing: missing ?? NONE,
    missingIn,
    isLasting: cache === 'release' || cache === 'immutable',
    get size() {
      return size
    },
    isPackable,
    packed: (encoding) => done?.get(encoding),
    pack(encoding) {
      underway ??= new Map()
      const known = underway.get(encoding)
      if (known !== undefined) return known
      const work = compressors[encoding](typeof body === 'string' ? Buffer.from(body, 'latin1') : body).then(
        (whole) => {
          const packed = bodyOf(whole)
          done = (done ?? new Map<Encoding, Body>()).set(encoding, packed)
          size += packed.length
          return packed
        },
      )
      underway.set(encoding, work)
      return work
    },
  }
}

const NONE: readonly string[] = []

const bodyOf = (bytes: Buffer): Body => (bytes.length <= SENT_AS_TEXT ? bytes.toString('latin1') : bytes)

/** Without those of a single answer: most answers have one of a few dozen lists. */
const usualHeaders = new Map<string, readonly string[]>()

function headersOf(status: number, type: string, cache: CachePolicy, more: Answer['headers']): readonly string[] {
  if (more !== undefined) return listed(status, type, cache, more)
  const key = `${status} ${cache} ${type}`
  const known = usualHeaders.get(key) ?? listed(status, type, cache)
  usualHeaders.set(key, known)
  return known
}

const listed = (status: number, type: string, cache: CachePolicy, more: Answer['headers'] = {}): readonly string[] =>
  Object.entries({
    ...SAFETY_HEADERS,
    ...OPEN_HEADERS,
    'content-type': type,
    'cache-control': CACHE_CONTROL[cache],
    vary: status >= 400 ? 'Accept, Accept-Encoding, Accept-Language' : 'Accept, Accept-Encoding',
    ...more,
  }).flat()

/** The encoding to answer with: Brotli before gzip, and neither unless it is asked for. */
export function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined
  const refused = /(br|gzip)\s*;\s*q=0(?:\.0+)?(?![.\d])/gu
  const header = accepted.length > 200 ? accepted.slice(0, 200) : accepted
  const left = header.includes('q=0') ? header.replace(refused, '') : header
  return /\bbr\b/u.test(left) ? 'br' : /\bgzip\b/u.test(left) ? 'gzip' : undefined
}

/** An entity tag is strong, so each encoding has its own. */
export const entityTag = (tag: string, encoding: Encoding | undefined): string =>
  encoding === undefined ? `"${tag}"` : `"${tag}-${encoding}"`

/** Whether the asker has the answer already, in any encoding (RFC 9110, 13.1.2). */
export function isKnownToAsker(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return (
    ifNoneMatch.includes(`"${tag}"`) || ifNoneMatch.includes(`"${tag}-br"`) || ifNoneMatch.includes(`"${tag}-gzip"`)
  )
}
