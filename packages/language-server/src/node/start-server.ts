import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { connect } from '../connect.js'
import { settingsFiles } from '../projects/settings-files.js'
import { version } from '../version.js'
import { nodeProjects } from './node-projects.js'
import { ruleText } from './rule-text.js'
import { workspaceFiles } from './workspace-files.js'

/** Serves one client over standard in and out until it says exit; then the process ends, with 0 if it said shutdown first. */
export function startServer({
  input = process.stdin,
  output = process.stdout,
}: {
  readonly input?: NodeJS.ReadableStream
  readonly output?: NodeJS.WritableStream
} = {}): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, input, output)
  connect(connection, { projects: () => nodeProjects(), files: workspaceFiles, settingsFiles, ruleText, version })
  const left = new Promise<void>((resolve) => connection.onExit(resolve))
  connection.listen()
  return left
}
