import type { Comment, DocumentParser, Segment } from '../document.js'
import { createDocument } from '../document-builder.js'
import { ownSegment, ownText } from '../own-text.js'
import { lezer } from './lezer.js'
import { addPart, type Page, type Part, pageOf } from './page.js'
import { createMarkupReader, labelsDefined, mayDefine, normalLabel } from './read-markup.js'
import { stretchesOf } from './stretches.js'

/** What a stretch of markup says. */
interface Reading {
  /** The stretch, as it stands in the file. */
  readonly written: string
  /** Where it begins in the file. */
  readonly start: number
  readonly segments: readonly Segment[]
  readonly comments: readonly Comment[]
  /** The labels that it has in brackets, and whether something in the file defined them. */
  readonly asked: ReadonlyMap<string, boolean>
}

/**
 * Reads the versions of one page. A stretch of markup that the version before had too, wherever it stood, is not read
 * again: what it says follows from the stretch, the language of the page and the labels that are defined. Stretches of
 * plain text are cheaper to read than to remember. Remembers one version.
 */
export function createRereader(): DocumentParser {
  let known: ReadonlyMap<string, Reading> = new Map()
  let knownLang = ''
  let knownLabels: ReadonlyMap<string, readonly string[]> = new Map()

  return {
    parse(text) {
      const page = pageOf(text, stretchesOf)
      if (page.lang !== knownLang) known = new Map()
      const builder = createDocument(text)
      const labels = labelsIn(page, knownLabels)
      const defined = new Set([...labels.values()].flat())
      const isDefined = (label: string) => defined.has(normalLabel(label))
      const readings = new Map<string, Reading>()
      for (const part of page.parts) {
        const { kind, body, start } = part
        if (kind !== 'markup') {
          addPart(builder, part, page.lang)
          continue
        }
        const before = known.get(text.slice(start, start + body.length))
        const isSame = before !== undefined && [...before.asked].every(([label, is]) => isDefined(label) === is)
        const reading = isSame ? moved(before, start, text) : readPart(part, page, isDefined)
        readings.set(reading.written, reading)
        builder.take(reading)
      }
      known = readings
      knownLang = page.lang
      knownLabels = labels
      return builder.finish()
    },
  }
}

/** The labels that each stretch with definitions has, by stretch. */
function labelsIn({ parts }: Page, known: ReadonlyMap<string, readonly string[]>) {
  const labels = new Map<string, readonly string[]>()
  for (const { kind, body } of parts) {
    if (kind !== 'markup' || !mayDefine(body)) continue
    const before = known.get(body)
    if (before !== undefined) labels.set(body, before)
    else labels.set(ownText(body), labelsDefined(lezer.parse(body), body).map(ownText))
  }
  return labels
}

function readPart({ body, start }: Part, { text, lang }: Page, isDefined: (label: string) => boolean): Reading {
  const asked = new Map<string, boolean>()
  const builder = createDocument(text)
  const read = createMarkupReader(builder, {
    text,
    lang,
    isDefined(label) {
      const is = isDefined(label)
      asked.set(ownText(label), is)
      return is
    },
  })
  read(body, start, lezer.parse(body))
  const { segments, comments } = builder.finish()
  return {
    written: ownText(text.slice(start, start + body.length)),
    start,
    segments: segments.map(ownSegment),
    comments: comments.map((comment) => ({ ...comment, text: ownText(comment.text) })),
    asked,
  }
}

/** A reading of the same stretch where it begins at `start` in another version of the file. */
function moved(reading: Reading, start: number, text: string): Reading {
  const by = start - reading.start
  return {
    ...reading,
    start,
    segments: reading.segments.map((segment) => ({ ...segment, map: segment.map.movedBy(by, text) })),
    comments: reading.comments.map((comment) => ({
      ...comment,
      span: { start: comment.span.start + by, end: comment.span.end + by },
    })),
  }
}
