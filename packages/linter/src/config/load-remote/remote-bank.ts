import { UserError } from '../../cli/io.js'
import type { Lock } from '../load-lock.js'
import { type Fetch, FetchError, type FetchedRelease, fetchConcepts, fetchRelease, nextTo } from './fetch-release.js'
import { type Snapshot, type Snapshots, snapshotsIn } from './snapshots.js'

export interface RemoteOptions {
  /** Where what has been fetched is kept. */
  readonly cache: string | undefined
  /** What the project is pinned to, unless it is to be pinned anew. */
  readonly lock?: Lock | undefined
  /** Fetch nothing. */
  readonly isOffline?: boolean
  /** Ask the service even if it was asked a moment ago. */
  readonly isFresh?: boolean
  /** Tells people something that they should know. */
  readonly note: (sentence: string) => void
  readonly fetch?: Fetch
  readonly now?: () => number
}

/** Milliseconds that an answer about the newest release holds, so that a service is not asked at every commit. */
export const HOLDS = 3_600_000
/** Days after which a pinned release is said to be old. */
const OLD = 180

/**
 * The folder of the release at `url` (…/v1/releases/latest, or by name): fetched, or as it was when
 * it was last fetched. A pinned release that has been fetched is used without asking anyone.
 *
 * @throws {UserError} when there is none, or when it is not what the service or the lock says
 */
export async function remoteBank(url: string, options: RemoteOptions): Promise<string> {
  const { cache, lock, note, isOffline = false, fetch = globalThis.fetch, now = Date.now } = options
  const address = addressOf(url)
  const fault = (sentence: string) => new UserError(`Termbanken ${address}: ${sentence}`)
  if (cache === undefined) throw fault('Det finns ingen mapp att spara den i. Sätt KLARSPRAK_CACHE till en mapp.')
  const asked = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
  const isLatest = asked === 'latest'
  const name = isLatest ? lock?.release : asked
  const pinned = lock !== undefined && lock.release === name ? lock.sha256 : undefined
  refuseOpen(address, pinned !== undefined || options.isFresh === true, fault)
  const snapshots = snapshotsIn(cache, address.slice(0, address.lastIndexOf('/')))
  const today = new Date(now()).toISOString().slice(0, 10)
  const checked = (snapshot: Snapshot): string => {
    if (pinned !== undefined && snapshot.sha256 !== pinned) {
      throw fault(
        `Utgåva ${snapshot.name} har inte den kontrollsumma som står i klarsprak.lock. Någon har ändrat den, så den används inte.`,
      )
    }
    return snapshot.folder
  }

  // What has been released under a name never changes, so one that has been fetched needs no asking.
  if (name !== undefined) {
    const known = snapshots.release(name)
    if (known !== undefined) {
      const days = daysBetween(known.day, today)
      if (isLatest && days > OLD) {
        note(
          `Utgåva ${name} hämtades ${ageOf(days)}. Se om det finns en nyare med klarsprak bank pin --bank ${address}.`,
        )
      }
      return checked(known)
    }
    if (isOffline) throw fault(`Utgåva ${name} har inte hämtats än, och --offline säger att inget ska hämtas.`)
    try {
      const release = await fetchRelease(nextTo(address, name), fetch)
      if (release?.name !== name) throw new FetchError('changed', `Tjänsten svarar med en annan utgåva än ${name}.`)
      return checked(await saved(address, release, snapshots, { fetch, today }))
    } catch (error) {
      if (error instanceof FetchError) throw fault(error.message)
      throw error
    }
  }

  const last = snapshots.latest()
  const tellAge = (why: string, used: Snapshot) =>
    note(
      `Termbanken ${address}: ${why} Utgåva ${used.name}, som hämtades ${ageOf(daysBetween(used.day, today))}, används.`,
    )
  if (isOffline) {
    if (last === undefined) throw fault('Den har inte hämtats än, och --offline säger att inget ska hämtas.')
    tellAge('Inget hämtas, enligt --offline.', last)
    return checked(last)
  }
  if (last !== undefined && options.isFresh !== true && Math.abs(now() - last.askedAt) < HOLDS) return checked(last)
  try {
    const release = await fetchRelease(address, fetch, last?.etag)
    const latest =
      release === undefined && last !== undefined
        ? last
        : await saved(address, release as FetchedRelease, snapshots, { fetch, today })
    snapshots.saveLatest(latest.name, { askedAt: now(), etag: release?.etag ?? last?.etag })
    return checked(latest)
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.kind === 'away' && last === undefined)
      throw fault(`${error.message} Försök igen senare. Utan adressen används den inbyggda termbanken.`)
    if (error.kind !== 'away' || last === undefined) throw fault(error.message)
    tellAge(error.message, last)
    return checked(last)
  }
}

/** The release on disk, fetched unless it is there. */
async function saved(
  address: string,
  release: FetchedRelease,
  snapshots: Snapshots,
  { fetch, today }: { readonly fetch: Fetch; readonly today: string },
): Promise<Snapshot> {
  const known = snapshots.release(release.name)
  if (known === undefined) return snapshots.save(release, await fetchConcepts(address, release, fetch), today)
  if (known.sha256 === release.sha256) return known
  throw new FetchError(
    'changed',
    `Utgåva ${release.name} har en annan kontrollsumma än när den hämtades ${known.day}. En utgåva ska aldrig ändras, så den används inte. Fråga dem som har tjänsten.`,
  )
}

export function addressOf(url: string): string {
  let address: URL
  try {
    address = new URL(url)
  } catch {
    throw new UserError(`Termbanken ${url}: Adressen går inte att förstå.`)
  }
  if (address.username !== '' || address.password !== '')
    throw new UserError(`Termbanken ${address.host}: Skriv inga lösenord i adressen.`)
  const { origin, pathname } = address
  const path = pathname.replace(/\/+$/u, '')
  if (!/\/releases\/[^/]+$/u.test(path)) {
    throw new UserError(`Termbanken ${url}: Adressen ska sluta på /v1/releases/latest, eller på namnet på en utgåva.`)
  }
  return `${origin}${path}`
}

/** Anyone on the way can change what comes over http, but not so that it has the pinned checksum. */
export function refuseOpen(address: string, isChecked: boolean, fault: (sentence: string) => UserError): void {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:' || isChecked || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname)) return
  throw fault(
    'Det som hämtas med http kan ändras på vägen. Skriv https, eller lås utgåvan först med klarsprak bank pin --bank och adressen.',
  )
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export function ageOf(days: number): string {
  if (days <= 0) return 'i dag'
  return days === 1 ? 'i går' : `för ${days} dagar sedan`
}
