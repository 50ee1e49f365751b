import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bank, Layer } from '../bank/bank.js'
import { NATIONAL } from '../bank/check-bank.js'
import { compileIndex } from '../index/compile-index.js'
import { saveIndex } from '../index/save-index.js'
import type { Concept } from '../model/concept.js'
import type { BankManifest } from './national-index.js'
import { MANIFEST, ReleaseError } from './release-folder.js'

/**
 * A release: the concepts as JSON, an index for each language, and a manifest with the checksum of
 * each. What has been released under a name never changes.
 */
export interface ReleaseFiles {
  readonly manifest: BankManifest
  /** By file name; the manifest is `release.json`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
}

const LANGUAGES = ['sv', 'en']
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

export function releaseFiles(bank: Bank, release: string): ReleaseFiles {
  const concepts = `${release}.json`
  const files: Record<string, string | Uint8Array> = {
    [concepts]: JSON.stringify({ release, concepts: bank.concepts }),
  }
  const indexes: Record<string, string> = {}
  for (const lang of LANGUAGES) {
    const name = `${release}.${lang}.index`
    indexes[lang] = name
    files[name] = saveIndex(compileIndex(bank, { lang }))
  }
  const manifest: BankManifest = {
    release,
    concepts,
    indexes,
    sha256: Object.fromEntries(Object.entries(files).map(([name, data]) => [name, sha256(data)])),
  }
  return { manifest, files: { ...files, [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n` } }
}

/**
 * Writes a release in `folder`, which is made when it is not there.
 *
 * @throws {ReleaseError} when the folder holds a release of the same name with other content: give it a new name.
 */
export function writeRelease({ manifest, files }: ReleaseFiles, folder: string): void {
  const known = existsSync(join(folder, MANIFEST)) ? readManifestIn(folder) : undefined
  if (known?.release === manifest.release && known.sha256[known.concepts] !== manifest.sha256[manifest.concepts])
    throw new ReleaseError(
      `Utgåvan ${manifest.release} finns redan i ${folder} med annat innehåll. En utgåva ändras aldrig: ge den nya ett eget namn.`,
    )
  mkdirSync(folder, { recursive: true })
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data)
}

/**
 * A release as the lowest layer of a bank, in place of the national bank that is built in.
 *
 * @throws {ReleaseError} when a file is missing or its checksum is wrong
 */
export function readRelease(folder: string): Layer & { readonly sha256: string } {
  const manifest = readManifestIn(folder)
  const expected = manifest.sha256[manifest.concepts]
  let json: string
  try {
    json = readFileSync(join(folder, manifest.concepts), 'utf8')
  } catch {
    throw new ReleaseError(`Utgåvan i ${folder} saknar filen ${manifest.concepts}. Hämta den på nytt.`)
  }
  const actual = sha256(json)
  if (actual !== expected)
    throw new ReleaseError(`Filen ${manifest.concepts} i ${folder} är ändrad eller skadad. Hämta utgåvan på nytt.`)
  const { concepts } = JSON.parse(json) as { readonly concepts: readonly Concept[] }
  return { name: NATIONAL, release: manifest.release, concepts, sha256: actual }
}

function readManifestIn(folder: string): BankManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as BankManifest
    if (
      typeof manifest.release === 'string' &&
      typeof manifest.concepts === 'string' &&
      typeof manifest.sha256 === 'object'
    )
      return manifest
  } catch {
    // Falls through: whatever is wrong with it, it is no manifest.
  }
  throw new ReleaseError(`Filen ${MANIFEST} i ${folder} är ingen beskrivning av en utgåva.`)
}
