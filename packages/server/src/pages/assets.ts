import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the assets lie, among the addresses of the service. */
export const ASSET_ROOT = '/statisk/'

/** Scripts, styles and data of the pages. Their names hold a hash of what is in them, so they can be kept for ever. */
export interface Assets {
  readonly folder: string
  /** The address of an asset. @throws {RangeError} when there is none of that name */
  href(name: string): string
}

const BUILT = fileURLToPath(new URL('../../dist/assets/', import.meta.url))

/** @throws {Error} when the pages have not been built, with the command that builds them */
export function loadAssets(folder = BUILT): Assets {
  if (!existsSync(`${folder}manifest.json`))
    throw new Error('Webbsidorna är inte byggda. Kör ”node scripts/build.mjs”.')
  const names = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Readonly<Record<string, string>>
  return {
    folder,
    href(name) {
      const built = names[name]
      if (built === undefined) throw new RangeError(`There is no asset named ${name}.`)
      return ASSET_ROOT + built
    },
  }
}
