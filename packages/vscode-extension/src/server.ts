import type { CancellationToken, Position, Selection } from 'vscode'
import { ExecuteCommandRequest } from 'vscode-languageclient'

/** The part of a language client that the commands use, the same in a desktop and in a browser. */
export interface Server {
  sendRequest(type: typeof ExecuteCommandRequest.type, params: object, token?: CancellationToken): Promise<unknown>
}

/** Places as the protocol writes them: a web worker is sent what an object has, not what it would write itself as. */
export const plainPosition = ({ line, character }: Position) => ({ line, character })
export const plainRange = ({ start, end }: Selection) => ({ start: plainPosition(start), end: plainPosition(end) })

/** Asks the server for one of its commands. */
export const ask = async <Answer>(
  server: Server,
  command: string,
  args: readonly unknown[] = [],
  token?: CancellationToken,
): Promise<Answer> =>
  (await server.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }, token)) as Answer
