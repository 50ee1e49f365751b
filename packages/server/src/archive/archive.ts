import { type Concept, NATIONAL } from '@klarsprak/termbank'
import { strToU8, zip } from 'fflate'
import type { Services } from '../api/services.js'
import { layerOf } from '../bank/layered-banks.js'
import { withDrafts } from '../editing/examine.js'
import type { Paged, Paging } from '../storage/storage.js'
import { conceptFile, layerFile, type TextFile } from './concept-file.js'

/** What the national bank is to be: the release with the drafts in it. */
export const NATIONAL_ARCHIVE = NATIONAL
/** Only the concepts that there are drafts of: what a branch in git needs. */
export const DRAFTS_ARCHIVE = 'drafts'
/** Everything that the service has and nobody else: all layers as bank files, and all history. */
export const STATE_ARCHIVE = 'state'

/** The files of an archive, sorted by path; undefined when there is none with that name. */
export async function archiveFiles(name: string, services: Services): Promise<readonly TextFile[] | undefined> {
  if (name === STATE_ARCHIVE) return sorted(await stateFiles(services))
  if (name === NATIONAL_ARCHIVE) return sorted(await nationalFiles(services))
  if (name === DRAFTS_ARCHIVE) return sorted((await drafts(services)).map(conceptFile).map(below('concepts')))
  const known = await services.storage.organisation(name)
  return known === undefined ? undefined : [await organisationFile(name, services)]
}

const sorted = (files: readonly TextFile[]): readonly TextFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

const below =
  (folder: string) =>
  ({ path, text }: TextFile): TextFile => ({ path: `${folder}/${path}`, text })

const drafts = async ({ storage }: Services): Promise<readonly Concept[]> =>
  layerOf(NATIONAL, await storage.entries(NATIONAL)).concepts

const nationalFiles = async (services: Services): Promise<readonly TextFile[]> =>
  withDrafts(services.bank.concepts, await drafts(services))
    .map(conceptFile)
    .map(below('concepts'))

async function organisationFile(name: string, { storage }: Services): Promise<TextFile> {
  const { concepts, overlays = [] } = layerOf(name, await storage.entries(name))
  return layerFile(name, { concepts, overlays })
}

async function stateFiles(services: Services): Promise<readonly TextFile[]> {
  const { storage } = services
  const organisations = await storage.organisations()
  const layers: TextFile[] = []
  for (const { value } of organisations)
    layers.push(below('organisations')(await organisationFile(value.name, services)))
  const keys = (await storage.apiKeys()).map(({ hash: _, ...key }) => key)
  return [
    ...(await nationalFiles(services)),
    ...layers,
    lines('organisations', organisations),
    lines('keys', keys),
    lines('proposals', await everything((paging) => storage.proposals(paging))),
    lines('history', await everything((paging) => storage.history(paging))),
    lines('audit', await everything((paging) => storage.audit(paging))),
  ]
}

const AT_ONCE = 500

/** Every item of a list that the database keeps. */
async function everything<T>(read: (paging: Paging) => Promise<Paged<T>>): Promise<readonly T[]> {
  const all: T[] = []
  for (;;) {
    const { total, items } = await read({ limit: AT_ONCE, offset: all.length })
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
  }
}

/** One JSON value on each line, for programs and for people with a text editor. */
const lines = (name: string, values: readonly unknown[]): TextFile => ({
  path: `history/${name}.jsonl`,
  text: values.map((value) => `${JSON.stringify(value)}\n`).join(''),
})

/** The first day that a zip file can name: the same files are then the same bytes. */
const NO_DATE = '1980-01-01'

export const zipOf = (files: readonly TextFile[]): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    zip(
      Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])),
      { mtime: NO_DATE },
      (error, packed) => (error === null ? resolve(packed) : reject(error)),
    )
  })
