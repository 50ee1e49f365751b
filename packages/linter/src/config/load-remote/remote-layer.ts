import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../cli/io.js'
import { FetchError, fetchLayer } from './fetch-release.js'
import { addressOf, ageOf, daysBetween, HOLDS, type RemoteOptions, refuseOpen } from './remote-bank.js'

const Asked = z.object({ askedAt: z.number(), etag: z.string().optional() })

/**
 * The bank file with an organisation's layer at the service that has the release at `url`: fetched, or as it was
 * when it was last fetched. A layer changes from day to day, so it is not pinned.
 *
 * @throws {UserError} when there is none
 */
export async function remoteLayer(url: string, organisation: string, options: RemoteOptions): Promise<string> {
  const { cache, note, isOffline = false, isFresh = false, fetch = globalThis.fetch, now = Date.now } = options
  const releases = addressOf(url).replace(/\/[^/]+$/u, '')
  const address = `${releases.replace(/\/releases$/u, '')}/archives/${encodeURIComponent(organisation)}`
  const fault = (sentence: string) => new UserError(`Lagret ${address}: ${sentence}`)
  // Names the file too, so nothing that could be a path.
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(organisation) || organisation.length > 60) {
    throw new UserError(
      `Organisationen ”${organisation}” är inget namn. Skriv det som i tjänsten, till exempel region-x.`,
    )
  }
  if (cache === undefined) throw fault('Det finns ingen mapp att spara det i. Sätt KLARSPRAK_CACHE till en mapp.')
  refuseOpen(address, false, fault)
  const folder = join(cache, 'layers', createHash('sha256').update(releases).digest('hex').slice(0, 20))
  const file = join(folder, `${organisation}.yaml`)
  const known = lastAsked(join(folder, `${organisation}.json`), file)
  const tellAge = (why: string, { askedAt }: z.output<typeof Asked>) => {
    const age = ageOf(daysBetween(day(askedAt), day(now())))
    note(`Lagret ${address}: ${why} Det som hämtades ${age} används.`)
    return file
  }
  if (isOffline) {
    if (known === undefined) throw fault('Det har inte hämtats än, och --offline säger att inget ska hämtas.')
    return tellAge('Inget hämtas, enligt --offline.', known)
  }
  if (known !== undefined && !isFresh && Math.abs(now() - known.askedAt) < HOLDS) return file
  try {
    const layer = await fetchLayer(address, fetch, known?.etag)
    mkdirSync(folder, { recursive: true })
    if (layer !== undefined) writeWhole(file, layer.yaml)
    const etag = layer === undefined ? known?.etag : layer.etag
    writeWhole(join(folder, `${organisation}.json`), JSON.stringify({ askedAt: now(), etag }))
    return file
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    if (error.kind !== 'away' || known === undefined) throw fault(error.message)
    return tellAge(error.message, known)
  }
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10)

function lastAsked(about: string, file: string): z.output<typeof Asked> | undefined {
  try {
    readFileSync(file)
    return Asked.parse(JSON.parse(readFileSync(about, 'utf8')))
  } catch {
    return undefined
  }
}

function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`
  writeFileSync(beside, text)
  renameSync(beside, path)
}
