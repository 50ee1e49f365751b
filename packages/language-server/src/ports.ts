import type { JsonSchemaNode } from './own-files/complete-by-schema.js'
import type { Project } from './projects/project.js'
import type { Settings } from './settings.js'

/** Where projects come from. See `nodeProjects`. */
export interface Projects {
  /** The project of a file. Rejects with a sentence for its writer when the project cannot be read. */
  of(path: string, settings: Settings): Promise<Project>
  /** Files that projects are read from have changed: they are read again when next asked for. */
  forget(): void
}

/** Files of the workspace, open or not. */
export interface WorkspaceFiles {
  /** The URI of every file in the folders that may be copy, in order. */
  list(folders: readonly string[]): Promise<readonly string[]>
  /** Undefined when the file cannot be read as text. */
  read(uri: string): Promise<string | undefined>
}

/** Files of settings, which are helped with as they are written. */
export interface SettingsFiles {
  isSettings(path: string): boolean
  readonly schema: JsonSchemaNode
  /** What is wrong with a file as it is now; lines are from 1. */
  check(text: string, path: string): readonly { readonly line: number; readonly message: string }[]
}

export interface Logger {
  info(message: string): void
  error(message: string): void
}

export const silentLogger: Logger = { info: () => {}, error: () => {} }
export const noFiles: WorkspaceFiles = { list: async () => [], read: async () => undefined }
