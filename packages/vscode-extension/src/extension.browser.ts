import { ASSET, type Asset, FIND_FILES, READ_FILE } from '@klarsprak/language-server/names'
import { type ExtensionContext, FileType, Uri, workspace } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { start } from './start.js'

/** What a browser has and Node has not, as far as we use it. */
const browser = globalThis as unknown as {
  readonly Worker: new (address: string) => ConstructorParameters<typeof LanguageClient>[2] & { terminate(): void }
}

let running: LanguageClient | undefined

/** In a browser: the language server is a web worker, and asks us for the files it needs. */
export async function activate(context: ExtensionContext): Promise<void> {
  const dist = Uri.joinPath(context.extensionUri, 'dist')
  const worker = new browser.Worker(Uri.joinPath(dist, 'server.browser.js').toString(true))
  await start(context, (options) => {
    const client = new LanguageClient('klarsprak', 'Klarspråk', worker, options)
    running = client
    context.subscriptions.push(
      { dispose: () => worker.terminate() },
      client.onRequest(ASSET, ({ name }: { name: string }) => readAsset(Uri.joinPath(dist, 'server'), name)),
      client.onRequest(READ_FILE, async ({ uri }: { uri: string }) => {
        const bytes = await readFile(Uri.parse(uri))
        return bytes === null ? null : asText(bytes)
      }),
      client.onRequest(FIND_FILES, ({ extensions }: { extensions: readonly string[] }) => findFiles(extensions)),
    )
    return client
  })
}

export const deactivate = (): Promise<void> | undefined => running?.stop()

/** Where the desktop's server has the same file. */
function placeOf(name: string): string {
  const [folder, file] = name.split('/')
  if (folder === 'rules' && file !== undefined) return `packages/linter/src/rules/${file.replace(/\.md$/u, '')}/rule.md`
  return name === 'sv.lexicon' ? 'packages/lexicon-sv/dist/sv.lexicon' : `packages/termbank/dist/national/${name}`
}

/** As the build has put it there: packed, when that is worth it. */
async function readAsset(folder: Uri, name: string): Promise<Asset | null> {
  const packed = await readFile(Uri.joinPath(folder, `${placeOf(name)}.br`))
  if (packed !== null) return { bytes: packed, isPacked: true }
  const bytes = await readFile(Uri.joinPath(folder, placeOf(name)))
  return bytes === null ? null : { bytes, isPacked: false }
}

const readFile = async (uri: Uri): Promise<Uint8Array | null> => {
  try {
    return await workspace.fs.readFile(uri)
  } catch {
    return null
  }
}

/** Bytes in a file. Larger ones are data. */
const LARGEST = 5_000_000

function asText(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** More would take longer than anybody waits. */
const MOST_FILES = 5000
const LEFT_OUT = new Set(['node_modules', '.git'])

/** Folder by folder: not every file system of a browser can search. */
async function findFiles(extensions: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri)
  for (let folder = folders.shift(); folder !== undefined && found.length < MOST_FILES; folder = folders.shift()) {
    for (const [name, type] of await entriesOf(folder)) {
      const uri = Uri.joinPath(folder, name)
      if (type === FileType.Directory && !LEFT_OUT.has(name)) folders.push(uri)
      else if (type === FileType.File && extensions.some((end) => name.toLowerCase().endsWith(end))) {
        found.push(uri.toString())
      }
    }
  }
  return found
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}
