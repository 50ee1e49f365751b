import type { AnalysedSegment } from './analysis/analyse.js'
import { createRecall, type Version } from './analysis/recall.js'
import { canReread, type DocumentParser, type SourceFile } from './documents/document.js'
import { judge, type Linted, type Setup, type Understanding, understand } from './lint.js'

/**
 * Lints the versions of one text, as somebody writes it. What is found is what `lint` finds, but a segment that the
 * version before had too is not understood again, nor are the rules that look at one segment at a time asked again.
 * Remembers one version.
 */
export interface Relinter {
  inspect(file: SourceFile): Linted
  /** The Swedish segments. Asked for beside `inspect` of the same version, they cost nothing. */
  segments(file: SourceFile): readonly AnalysedSegment[]
}

const NOTHING: Version = { text: '', segments: [] }

export function createRelinter(setup: Setup): Relinter {
  const { swedish, english } = setup.understanders
  const parserFor = rereading(setup.parserFor)
  let path: string | undefined
  let last: Understanding | undefined

  const understood = (file: SourceFile): Understanding => {
    if (last !== undefined && path === file.path && last.document.text === file.text) return last
    const version = (segments: Version['segments'] | undefined): Version =>
      last === undefined || segments === undefined ? NOTHING : { text: last.document.text, segments }
    last = understand(file, { ...setup, parserFor }, ({ text }) => ({
      swedish: createRecall(version(last?.segments), text, swedish),
      english: createRecall(version(last?.english), text, english),
    }))
    path = file.path
    return last
  }

  return {
    inspect: (file) => judge(understood(file), setup),
    segments: (file) => understood(file).segments,
  }
}

/** `parserFor` for the versions of one text, which keeps its format. */
function rereading(parserFor: Setup['parserFor']): Setup['parserFor'] {
  let known: { readonly parser: DocumentParser; readonly rereader: DocumentParser } | undefined
  return (file) => {
    const parser = parserFor(file)
    if (!canReread(parser)) return parser
    if (known?.parser !== parser) known = { parser, rereader: parser.rereader() }
    return known.rereader
  }
}
