// The linter of the command, in a worker of the page: the text stays in the browser.

import { prepareParsers } from '@klarsprak/linter'
import { type Audience, linterFromBytes } from '@klarsprak/linter/browser'
import { type CheckFormat, type CheckPreset, EXTENSIONS, readabilityOf, textFile } from '../src/checks/text-file.js'

/** Where the files of words lie. Comes first, and once. Without spellings, they are made from the index. */
export interface LoadRequest {
  readonly files: Readonly<Record<'index' | 'lexicon', string>> & { readonly spellings?: string }
}
export interface CheckRequest {
  readonly number: number
  readonly text: string
  readonly format: CheckFormat
  readonly preset: CheckPreset
  readonly audience: Audience
}

type Linters = (settings: Pick<CheckRequest, 'preset' | 'audience'>) => ReturnType<typeof linterFromBytes>
let ready: Promise<Linters> | undefined
const readers = prepareParsers(Object.values(EXTENSIONS))

async function load({ files }: LoadRequest): Promise<Linters> {
  const get = async (address: string): Promise<ArrayBuffer> => {
    const answer = await fetch(address, { headers: { accept: 'application/octet-stream' } })
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    return answer.arrayBuffer()
  }
  const [index, lexicon, spellings] = await Promise.all([
    get(files.index),
    get(files.lexicon),
    files.spellings === undefined ? undefined : get(files.spellings),
  ])
  const made = new Map<string, ReturnType<typeof linterFromBytes>>()
  return (settings) => {
    const key = `${settings.preset} ${settings.audience}`
    const known =
      made.get(key) ??
      linterFromBytes({ index, spellings, lexicon }, { settings, extensions: Object.values(EXTENSIONS) })
    made.set(key, known)
    return known
  }
}

addEventListener('message', async ({ data }: MessageEvent<LoadRequest | CheckRequest>) => {
  if ('files' in data) {
    ready = load(data)
    ready.then(
      () => postMessage({ isReady: true }),
      () => postMessage({ isReady: false }),
    )
    return
  }
  const { number, text, format, ...settings } = data
  try {
    const linter = await (await ready!)(settings)
    const file = textFile(text, format)
    const findings = linter.lint(file)
    const readability = readabilityOf((await readers)(file).parse(text))
    postMessage({ number, findings, readability })
  } catch {
    postMessage({ number, failed: true })
  }
})
