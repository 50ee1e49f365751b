import { type ChildProcess, spawn } from 'node:child_process'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** An editor at the other end of a real process's standard in and out. */
export interface LspClient {
  readonly connection: ProtocolConnection
  readonly stderr: () => string
  /** The next diagnostics of a text: of this version or a later one, when it is said. */
  diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams>
  lastDiagnostics(uri: string): PublishDiagnosticsParams | undefined
  /** Says goodbye as the protocol asks; gives the exit code. */
  stop(): Promise<number | null>
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities
  readonly folders?: readonly string[]
  readonly initializationOptions?: unknown
  /** What the server is told when it asks for `klarsprak`; without it, it cannot ask. */
  readonly settings?: (uri: string | undefined) => unknown
}

export async function startClient(
  command: readonly string[],
  { capabilities = {}, folders = [], initializationOptions, settings }: ClientOptions = {},
): Promise<LspClient & { readonly initialized: Awaited<ReturnType<typeof initialize>> }> {
  const server: ChildProcess = spawn(process.execPath, command, { stdio: 'pipe' })
  let stderr = ''
  server.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout!),
    new StreamMessageWriter(server.stdin!),
  )
  const seen = new Map<string, PublishDiagnosticsParams[]>()
  const waiting = new Set<() => void>()
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    seen.set(params.uri, [...(seen.get(params.uri) ?? []), params])
    for (const look of waiting) look()
  })
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => settings?.(scopeUri) ?? null),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const initialized = await initialize(connection, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      ...capabilities,
      workspace: { ...capabilities.workspace, configuration: settings !== undefined },
    },
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    initializationOptions,
  })
  await connection.sendNotification('initialized', {})

  return {
    connection,
    initialized,
    stderr: () => stderr,
    diagnostics: (uri, version = 0) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`No diagnostics of ${uri} ${version}. ${stderr}`))
        }, 20_000)
        const look = (): void => {
          const found = seen.get(uri)?.find((params) => (params.version ?? 0) >= version)
          if (found === undefined) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    lastDiagnostics: (uri) => seen.get(uri)?.at(-1),
    async stop() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exited
    },
  }
}

const initialize = (
  connection: ProtocolConnection,
  params: object,
): Promise<{ readonly capabilities: Record<string, unknown>; readonly serverInfo?: { readonly name: string } }> =>
  connection.sendRequest('initialize', params)
