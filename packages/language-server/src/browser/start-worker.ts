import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser'
import { connect } from '../connect.js'
import { settingsFiles } from '../projects/settings-files.js'
import { version } from '../version.js'
import { editorFiles } from './editor-files.js'
import { editorProjects } from './editor-projects.js'

/** Serves the client at the other end of a web worker's messages. The client answers the requests in `requests.ts`. */
export function startWorker(scope: ConstructorParameters<typeof BrowserMessageReader>[0]): void {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  )
  const files = editorFiles(connection)
  connect(connection, {
    projects: (_log, folders) => editorProjects(files, folders),
    files,
    settingsFiles,
    ruleText: (id) =>
      files.asset(`rules/${id}.md`).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ),
    version,
  })
  connection.listen()
}
