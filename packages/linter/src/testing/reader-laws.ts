import { SLOT } from '@klarsprak/swedish'
import { expect } from 'vitest'
import type { Document, DocumentParser } from '../documents/document.js'
import { prepareParsers } from '../documents/parsers.js'

/** The reader that the command would use for a file of this name. */
export async function readerFor(path: string): Promise<(text: string) => Document> {
  const parserFor = await prepareParsers([path.slice(path.lastIndexOf('.'))])
  const parsers = new Map<string, DocumentParser>()
  return (text) => {
    const parser = parsers.get(path) ?? parserFor({ path, text })
    parsers.set(path, parser)
    return parser.parse(text)
  }
}

/** Each segment as `kind key.path [lang]: prose`, with □ for a slot. What is as usual is left out. */
export const shown = ({ segments }: Document): readonly string[] =>
  segments.map(
    ({ kind, keyPath, lang, prose }) =>
      `${kind}${keyPath === undefined ? '' : ` ${keyPath}`}${lang === 'sv' ? '' : ` [${lang}]`}: ${prose.trim().replaceAll(SLOT, '□')}`,
  )

/** The file's text for the first `word` in any segment. */
export function sourceOf({ text, segments }: Document, word: string): string | undefined {
  for (const { prose, map } of segments) {
    const at = prose.indexOf(word)
    if (at < 0) continue
    const { start, end } = map.toSource({ start: at, end: at + word.length })
    return text.slice(start, end)
  }
  return undefined
}

/** What holds for the document of any text, however broken: every place is in the file, in order, and right. */
export function expectSoundPlaces({ text, segments, comments }: Document): void {
  for (const { prose, map, marks } of segments) {
    let before = -1
    let proseEnd = 0
    for (const { start, end, source } of map.pieces({ start: 0, end: prose.length })) {
      const isSound =
        start === proseEnd && source.start >= before && source.end > source.start && source.end <= text.length
      if (!isSound)
        expect.fail(`${JSON.stringify(text)}: ${prose.slice(start, end)} at [${source.start}, ${source.end})`)
      before = source.start
      proseEnd = end
      const written = text.slice(source.start, source.end)
      const read = prose.slice(start, end)
      // White space of any kind is a space, and a slot stands for anything; the rest is as written.
      const differs = (at: number) => !/[\s\uFFFC]/u.test(read[at]!) && read[at] !== written[at]
      if (written.length === read.length && Array.from({ length: read.length }, (_, at) => at).some(differs)) {
        expect.fail(`${JSON.stringify(text)}: reads ${JSON.stringify(read)}, written ${JSON.stringify(written)}`)
      }
    }
    expect(proseEnd).toBe(prose.length)
    for (const { start, end } of marks) expect(start >= 0 && end > start && end <= prose.length).toBe(true)
  }
  for (const { span } of comments) expect(span.start >= 0 && span.end <= text.length).toBe(true)
}

/** UTF-16 code units; short ones break as well as long ones. */
const LONGEST_MUTATION = 400

/** Texts that are nearly right: `seeds` cut, doubled and mixed with `parts`, the same ones every time. */
export function* mutations(seeds: readonly string[], parts: readonly string[], count: number): Generator<string> {
  let state = 0x2545f491
  const random = (below: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % Math.max(1, below)
  }
  for (let made = 0; made < count; made++) {
    let text = seeds[random(seeds.length)]!
    for (let change = random(5); change >= 0; change--) {
      const at = random(text.length + 1)
      const kind = random(4)
      if (kind === 0) text = text.slice(0, at) + text.slice(at + random(12))
      else if (kind === 1) text = text.slice(0, at) + parts[random(parts.length)]! + text.slice(at)
      else if (kind === 2) text = text.slice(0, at) + text.slice(random(text.length), at + random(30))
      else text = text.slice(0, at) + seeds[random(seeds.length)]!.slice(random(40), 40 + random(60)) + text.slice(at)
    }
    yield text.slice(0, LONGEST_MUTATION)
  }
}
