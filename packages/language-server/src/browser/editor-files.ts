import { looksLikeCopy, READ_EXTENSIONS } from '@klarsprak/linter'
import { decompress } from 'brotli/decompress'
import type { Connection } from 'vscode-languageserver'
import { pathOfUri } from '../documents/path-of.js'
import type { WorkspaceFiles } from '../ports.js'
import { ASSET, type Asset, FIND_FILES, READ_FILE } from './requests.js'

/** Files as the editor has them, for a server without a disk. */
export interface EditorFiles extends WorkspaceFiles {
  /** A file that comes with the server. Rejects when it is not there. */
  asset(name: string): Promise<Uint8Array>
}

export const editorFiles = (connection: Pick<Connection, 'sendRequest'>): EditorFiles => ({
  async asset(name) {
    const found = await connection.sendRequest<Asset | null>(ASSET, { name })
    if (found === null) throw new Error(`The file ${name} does not come with the server.`)
    return found.isPacked ? decompress(found.bytes) : found.bytes
  },
  async list() {
    const uris = await connection.sendRequest<readonly string[]>(FIND_FILES, { extensions: READ_EXTENSIONS })
    return [...uris].filter((uri) => looksLikeCopy(pathOfUri(uri))).sort()
  },
  async read(uri) {
    return (await connection.sendRequest<string | null>(READ_FILE, { uri })) ?? undefined
  },
})
