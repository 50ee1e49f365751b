// The linter of the command, in a worker of the page: the text stays in the browser.

import { prepareParsers } from '@klarsprak/linter'
import { linterFromBytes } from '@klarsprak/linter/browser'
import { type CheckFormat, type CheckPreset, EXTENSIONS, readabilityOf, textFile } from '../src/checks/text-file.js'

/** Where the files of words lie. Comes first, and once. */
export interface LoadRequest {
  readonly files: Readonly<Record<'index' | 'spellings' | 'lexicon', string>>
}
export interface CheckRequest {
  readonly number: number
  readonly text: string
  readonly format: CheckFormat
  readonly preset: CheckPreset
}

type Linters = (preset: CheckPreset) => ReturnType<typeof linterFromBytes>
let ready: Promise<Linters> | undefined
const readers = prepareParsers(Object.values(EXTENSIONS))

async function load({ files }: LoadRequest): Promise<Linters> {
  const get = async (address: string): Promise<ArrayBuffer> => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    return answer.arrayBuffer()
  }
  const [index, spellings, lexicon] = await Promise.all([get(files.index), get(files.spellings), get(files.lexicon)])
  const made = new Map<CheckPreset, ReturnType<typeof linterFromBytes>>()
  return (preset) => {
    const known =
      made.get(preset) ??
      linterFromBytes({ index, spellings, lexicon }, { settings: { preset }, extensions: Object.values(EXTENSIONS) })
    made.set(preset, known)
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
  const { number, text, format, preset } = data
  try {
    const linter = await (await ready!)(preset)
    const file = textFile(text, format)
    const findings = linter.lint(file)
    const readability = readabilityOf((await readers)(file).parse(text))
    postMessage({ number, findings, readability })
  } catch {
    postMessage({ number, failed: true })
  }
})
