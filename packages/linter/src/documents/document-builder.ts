import { SLOT } from '@klarsprak/swedish'
import type { Comment, Document, Fault, Mark, MarkKind, Segment, SegmentKind } from './document.js'
import { createLinearMap, createProse, type ProseBuilder } from './prose-map.js'

const NO_MARKS: readonly Mark[] = Object.freeze([])

interface OpenSegment {
  readonly kind: SegmentKind
  readonly lang: string
  readonly keyPath: string | undefined
  readonly audience: string | undefined
  readonly write: ((text: string) => string) | undefined
  readonly prose: ProseBuilder
  readonly marks: Mark[]
  readonly openMarks: { readonly kind: MarkKind; readonly start: number; readonly value: string | undefined }[]
}

/** What readers of every format build their documents with. Text outside an open segment is dropped. */
export interface DocumentBuilder {
  isOpen(): boolean
  /** Where in a file of texts the segments that are opened from now on are kept; `undefined` outside such files. */
  keyPath: string | undefined
  /** Who the segments that are opened from now on are written to. */
  audience: string | undefined
  /** How a text is written in the segments that are opened from now on; `undefined`: as it reads. */
  write: ((text: string) => string) | undefined
  /** Starts a segment; one that is open waits until the new one is closed (an image's text inside a paragraph). */
  open(kind: SegmentKind, lang: string): void
  close(): void
  /** A whole segment at once: `text`, which stands so in the file from `start` on. Line breaks in it are spaces. */
  block(kind: SegmentKind, lang: string, text: string, start: number): void
  /** What has been read before. */
  take(read: Pick<Document, 'segments' | 'comments'>): void
  text(text: string, start: number, end: number): void
  /** One space for any white space in the file, and only where none stands already. */
  space(start: number, end: number): void
  /** Something that is not language. Neighbouring slots become one. */
  slot(start: number, end: number): void
  openMark(kind: MarkKind, value?: string): void
  closeMark(kind: MarkKind): void
  comment(comment: Comment): void
  /** Of several, the first is told. */
  fault(fault: Fault): void
  finish(): Document
}

// No getters in objects that are made for each file: V8 gives each such object a hidden class of its own, which keeps what
// the getter sees, so all of the file, until the next collection of the whole heap. Methods and classes do not.

export function createDocument(text: string): DocumentBuilder {
  const segments: Segment[] = []
  const comments: Comment[] = []
  const waiting: OpenSegment[] = []
  let current: OpenSegment | undefined
  let firstFault: Fault | undefined

  const finishMark = (segment: OpenSegment, at: number) => {
    const [mark] = segment.openMarks.splice(at, 1)
    const end = segment.prose.length
    if (mark === undefined || end <= mark.start) return
    segment.marks.push({
      kind: mark.kind,
      start: mark.start,
      end,
      ...(mark.value === undefined ? {} : { value: mark.value }),
    })
  }

  return {
    keyPath: undefined,
    audience: undefined,
    write: undefined,
    isOpen: () => current !== undefined,
    open(kind, lang) {
      if (current !== undefined) waiting.push(current)
      current = {
        kind,
        lang,
        keyPath: this.keyPath,
        audience: this.audience,
        write: this.write,
        prose: createProse(text),
        marks: [],
        openMarks: [],
      }
    },
    close() {
      if (current === undefined) return
      while (current.openMarks.length > 0) finishMark(current, current.openMarks.length - 1)
      const { prose, map } = current.prose.finish()
      if (prose.trim() !== '') {
        const { kind, lang, marks, keyPath, audience, write } = current
        segments.push({
          kind,
          lang,
          prose,
          map,
          marks,
          ...(keyPath === undefined ? {} : { keyPath }),
          ...(audience === undefined ? {} : { audience }),
          ...(write === undefined ? {} : { write }),
        })
      }
      current = waiting.pop()
    },
    block(kind, lang, value, start) {
      if (value.trim() === '') return
      const prose = value.includes('\n') ? value.replaceAll('\n', ' ') : value
      segments.push({ kind, lang, prose, map: createLinearMap(prose, start), marks: NO_MARKS })
    },
    take(read) {
      for (const segment of read.segments) segments.push(segment)
      for (const comment of read.comments) comments.push(comment)
    },
    text(value, start, end) {
      if (value.length !== end - start || !value.includes(SLOT)) {
        current?.prose.add(value, start, end)
        return
      }
      // A reader before this one has put slots in the text; as many as are side by side are one.
      for (const { 0: run, index } of value.matchAll(/\uFFFC+|[^\uFFFC]+/gu)) {
        const from = start + index
        if (run.startsWith(SLOT)) this.slot(from, from + run.length)
        else current?.prose.add(run, from, from + run.length)
      }
    },
    space(start, end) {
      if (current !== undefined && current.prose.length > 0 && current.prose.last() !== ' ') {
        current.prose.add(' ', start, end)
      }
    },
    slot(start, end) {
      if (current !== undefined && current.prose.last() !== SLOT) current.prose.add(SLOT, start, end)
    },
    openMark(kind, value) {
      current?.openMarks.push({ kind, start: current.prose.length, value })
    },
    closeMark(kind) {
      if (current === undefined) return
      const at = current.openMarks.findLastIndex((mark) => mark.kind === kind)
      if (at >= 0) finishMark(current, at)
    },
    comment(comment) {
      comments.push(comment)
    },
    fault(fault) {
      firstFault ??= fault
    },
    finish() {
      while (current !== undefined) this.close()
      return { text, segments, comments, ...(firstFault === undefined ? {} : { fault: firstFault }) }
    },
  }
}
