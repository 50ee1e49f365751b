import { createHash } from 'node:crypto'
import { z } from 'zod'

/** A release as a term service hands it out. */
export interface FetchedRelease {
  readonly name: string
  /** SHA-256 of the file of concepts, in hexadecimal. */
  readonly sha256: string
  /** The name of the file of concepts. */
  readonly file: string
  /** For asking whether there is another. */
  readonly etag?: string
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/**
 * Why a release could not be fetched. `away`: the service is not there or not itself, so what was
 * fetched before will do. `refused`: it says no. `changed`: what it hands out is not what it says.
 */
export class FetchError extends Error {
  override readonly name = 'FetchError'
  constructor(
    readonly kind: 'away' | 'refused' | 'changed',
    /** A sentence in Swedish. */
    message: string,
  ) {
    super(message)
  }
}

/** Milliseconds for a whole answer. */
const PATIENCE = { release: 10_000, file: 60_000 }
/** Bytes of an answer. The national bank is about 3 MB. */
const LARGEST = { release: 1_000_000, file: 200_000_000, layer: 50_000_000 }
const MOST_REDIRECTS = 3

/** A name that is safe as the name of a file and as a part of an address. */
const Name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u)
const Checksum = z
  .string()
  .regex(/^sha-256:[\da-f]{64}$/u)
  .transform((sum) => sum.slice('sha-256:'.length))
const ReleaseAnswer = z.object({
  name: Name,
  checksum: Checksum,
  files: z.array(z.object({ name: Name, checksum: Checksum })),
})

/**
 * Asks the service about the release at `url`: …/v1/releases/NAME. Undefined when it is the one that `etag` is of.
 *
 * @throws {FetchError}
 */
export async function fetchRelease(url: string, fetch: Fetch, etag?: string): Promise<FetchedRelease | undefined> {
  const headers = { accept: 'application/json', ...(etag === undefined ? {} : { 'if-none-match': etag }) }
  const answer = await get(url, fetch, { headers, patience: PATIENCE.release, largest: LARGEST.release })
  if (answer.status === 304) return undefined
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(answer.body))
  } catch {
    // Said below.
  }
  const { data } = ReleaseAnswer.safeParse(json)
  const file = data?.files.find(({ checksum }) => checksum === data.checksum)
  if (data === undefined || file === undefined) {
    throw new FetchError('away', 'Svaret är ingen utgåva av en termbank. Adressen ska sluta på /v1/releases/latest.')
  }
  return {
    name: data.name,
    sha256: data.checksum,
    file: file.name,
    ...(answer.etag === undefined ? {} : { etag: answer.etag }),
  }
}

/**
 * The concepts of a release that `fetchRelease` has told of, checked.
 *
 * @throws {FetchError}
 */
export async function fetchConcepts(url: string, release: FetchedRelease, fetch: Fetch): Promise<Uint8Array> {
  const { name, file, sha256 } = release
  // Made here, not taken from the answer: an answer leads nowhere else.
  const address = `${nextTo(url, name)}/files/${encodeURIComponent(file)}`
  const { body } = await get(address, fetch, { headers: {}, patience: PATIENCE.file, largest: LARGEST.file })
  if (createHash('sha256').update(body).digest('hex') !== sha256) {
    throw new FetchError(
      'changed',
      `Utgåva ${name} har inte den kontrollsumma som tjänsten anger, så den används inte.`,
    )
  }
  return body
}

const LayerAnswer = z.object({ files: z.array(z.object({ text: z.string() })).length(1) })

/**
 * The layer of an organisation as a bank file, from …/v1/archives/NAME. Undefined when it is what `etag` is of.
 *
 * @throws {FetchError}
 */
export async function fetchLayer(
  address: string,
  fetch: Fetch,
  etag?: string,
): Promise<{ readonly yaml: string; readonly etag: string | undefined } | undefined> {
  const headers = { accept: 'application/json', ...(etag === undefined ? {} : { 'if-none-match': etag }) }
  const answer = await get(address, fetch, { headers, patience: PATIENCE.file, largest: LARGEST.layer })
  if (answer.status === 304) return undefined
  try {
    const { files } = LayerAnswer.parse(JSON.parse(new TextDecoder().decode(answer.body)))
    return { yaml: files[0]!.text, etag: answer.etag }
  } catch {
    throw new FetchError('away', 'Svaret är inget lager av en termbank.')
  }
}

/** The address of the release `name` at the service that has the one at `url`. */
export const nextTo = (url: string, name: string): string =>
  `${url.slice(0, url.lastIndexOf('/'))}/${encodeURIComponent(name)}`

interface Answer {
  readonly status: number
  readonly body: Uint8Array
  readonly etag: string | undefined
}
interface Asking {
  readonly headers: Readonly<Record<string, string>>
  readonly patience: number
  readonly largest: number
}

async function get(url: string, fetch: Fetch, { headers, patience, largest }: Asking): Promise<Answer> {
  const signal = AbortSignal.timeout(patience)
  let address = url
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(address, { headers, signal, redirect: 'manual', credentials: 'omit' })
      const { status } = response
      const location = response.headers.get('location')
      if (status >= 300 && status < 400 && status !== 304 && location !== null) {
        await response.body?.cancel()
        address = redirected(address, location)
        continue
      }
      if (status !== 200 && status !== 304) {
        await response.body?.cancel()
        throw notGiven(status)
      }
      return { status, body: await bodyOf(response, largest), etag: response.headers.get('etag') ?? undefined }
    }
  } catch (error) {
    if (error instanceof FetchError) throw error
    throw new FetchError('away', whyAway(error, patience))
  }
  throw new FetchError('refused', 'Tjänsten skickar vidare gång på gång. Kontrollera adressen.')
}

/** Where a redirect leads: to the same place, or from http to https there. */
function redirected(from: string, location: string): string {
  const [before, after] = [new URL(from), new URL(location, from)]
  const isSame = after.origin === before.origin
  const isSafer = before.protocol === 'http:' && after.protocol === 'https:' && after.hostname === before.hostname
  if (isSame || isSafer) return after.href
  throw new FetchError('refused', `Tjänsten skickar vidare till ${after.host}. Ange den adressen om du litar på den.`)
}

function notGiven(status: number): FetchError {
  if (status === 429 || status >= 500) return new FetchError('away', `Tjänsten svarar med felet ${status}.`)
  if (status === 404) return new FetchError('refused', 'Tjänsten har inget sådant. Kontrollera adressen och namnet.')
  return new FetchError('refused', `Tjänsten lämnar inte ut utgåvan (fel ${status}). Kontrollera adressen.`)
}

async function bodyOf(response: Response, largest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > largest) {
      throw new FetchError('refused', `Svaret är större än ${largest / 1_000_000} MB, så det är knappast en termbank.`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function whyAway(error: unknown, patience: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `Tjänsten svarade inte på ${patience / 1_000} sekunder.`
  const { cause } = error as { readonly cause?: { readonly code?: unknown } }
  const sentences: Readonly<Record<string, string>> = {
    ENOTFOUND: 'Adressen finns inte, eller så saknas nätverk.',
    EAI_AGAIN: 'Adressen finns inte, eller så saknas nätverk.',
    ECONNREFUSED: 'Ingen tjänst svarar på adressen.',
  }
  return sentences[String(cause?.code)] ?? 'Tjänsten går inte att nå.'
}
