import { importAtRunTime } from './import-at-run-time.js'
import { UserError } from './io.js'

/**
 * A package that builds on this one and is installed beside it when somebody needs it. It is named at
 * run time only, so that the packages depend on each other in one direction.
 *
 * @throws {UserError} when it is not installed
 */
export async function importOptional<Module>(name: string): Promise<Module> {
  try {
    return (await importAtRunTime(name)) as Module
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing || !error.message.includes(packageOf(name))) throw error
    throw new UserError(
      `Kommandot behöver paketet ${packageOf(name)}. Installera det bredvid: npm install ${packageOf(name)}`,
    )
  }
}

const packageOf = (name: string): string => name.split('/').slice(0, 2).join('/')
