import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ApiKey, Instant, Role, Storage } from '../storage/storage.js'
import type { Caller } from './caller.js'

/** `klarsprak_`, the id, and 256 random bits. The beginning is for programs that look for secrets in files. */
const KEY = /^klarsprak_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/u
const SECRET_BYTES = 32
const ID_BYTES = 6

/** SHA-256 is enough: a key is random, so there is nothing to guess. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()
/** What a key is compared with when there is none with its id, so that both take as long. */
const NO_HASH = Buffer.alloc(32)

export interface NewKey {
  readonly name: string
  readonly role: Role
  readonly organisation?: string | undefined
  readonly createdAt: Instant
  readonly expiresAt?: Instant | undefined
}

/** A new key, and what is kept of it. The key itself is shown once and then known to its holder only. */
export function createApiKey(
  { organisation, expiresAt, ...about }: NewKey,
  random: (size: number) => Buffer = randomBytes,
): { readonly key: string; readonly kept: ApiKey } {
  const id = random(ID_BYTES).toString('hex')
  const key = `klarsprak_${id}_${random(SECRET_BYTES).toString('base64url')}`
  return {
    key,
    kept: {
      id,
      hash: hashOf(key).toString('hex'),
      ...about,
      ...(organisation === undefined ? {} : { organisation }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
  }
}

export const looksLikeApiKey = (credentials: string): boolean => credentials.startsWith('klarsprak_')

/** Whoever holds the key; undefined when it is not one of ours, is revoked or has expired. */
export async function callerOfKey(
  key: string,
  storage: Pick<Storage, 'apiKey'>,
  now: Instant,
): Promise<Caller | undefined> {
  const id = KEY.exec(key)?.[1]
  if (id === undefined) return undefined
  const kept = await storage.apiKey(id)
  const isRight = timingSafeEqual(hashOf(key), kept === undefined ? NO_HASH : Buffer.from(kept.hash, 'hex'))
  if (kept === undefined || !isRight || !isInUse(kept, now)) return undefined
  return {
    id: `key:${id}`,
    name: kept.name,
    isAdministrator: kept.role === 'administrator',
    edits: kept.role === 'editor' && kept.organisation !== undefined ? [kept.organisation] : [],
  }
}

export const isInUse = ({ revokedAt, expiresAt }: ApiKey, now: Instant): boolean =>
  revokedAt === undefined && (expiresAt === undefined || now < expiresAt)
