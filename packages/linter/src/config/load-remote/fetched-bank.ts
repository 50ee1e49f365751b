import { UserError } from '../../cli/io.js'
import { cacheFolder } from '../load-cache-folder.js'
import { findLock } from '../load-lock.js'
import { remoteBank } from './remote-bank.js'

/**
 * The folder of the release at `url` as the command fetched it last, for a program that opens
 * folders nobody has vouched for and therefore fetches nothing. Undefined when there is none.
 */
export async function fetchedBank(url: string, cwd: string): Promise<string | undefined> {
  try {
    return await remoteBank(url, {
      cache: cacheFolder(process.env),
      lock: findLock(cwd),
      isOffline: true,
      note: () => {},
    })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
