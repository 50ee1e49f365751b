import { CONFIG_FILES, configJsonSchema, readConfig } from '@klarsprak/linter/config'
import type { JsonSchemaNode } from '../own-files/complete-by-schema.js'
import type { SettingsFiles } from '../ports.js'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
let schema: JsonSchemaNode | undefined

/** The project's files of settings, as the command reads them. */
export const settingsFiles: SettingsFiles = {
  isSettings: (path) => (CONFIG_FILES as readonly string[]).includes(nameOf(path)),
  get schema() {
    return (schema ??= configJsonSchema() as JsonSchemaNode)
  },
  check: (text, path) => readConfig(text, nameOf(path)).problems,
}
