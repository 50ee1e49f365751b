import { UserError } from '../../cli/io.js'
import { cacheFolder } from '../load-cache-folder.js'
import { findLock } from '../load-lock.js'
import { remoteBank } from './remote-bank.js'
import { remoteLayer } from './remote-layer.js'

/**
 * The release at `url`, and the layer of an organisation there, as the command fetched them last: paths of a
 * bank. For a program that opens folders nobody has vouched for and therefore fetches nothing.
 */
export async function fetchedBank(url: string, cwd: string, organisation?: string): Promise<readonly string[]> {
  const options = { cache: cacheFolder(process.env), isOffline: true, note: () => {} }
  const paths = await Promise.all([
    remoteBank(url, { ...options, lock: findLock(cwd) }).catch(unlessKnown),
    organisation === undefined ? undefined : remoteLayer(url, organisation, options).catch(unlessKnown),
  ])
  return paths.filter((path) => path !== undefined)
}

function unlessKnown(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
