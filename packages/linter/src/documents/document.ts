import type { Span } from '@klarsprak/swedish'
import type { ProseMap } from './prose-map.js'

/** A file to lint, decoded. `path` is what reports show; it need not exist. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /**
   * What the file says of each line of `text`, when `text` has been taken out of a file that is not text
   * (Word). Such a file cannot be fixed.
   */
  readonly lines?: readonly SourceLine[]
}

/** What is known of a line besides its text. Offsets are in the line. */
export interface SourceLine {
  readonly kind: SegmentKind
  readonly lang?: string
  readonly marks: readonly Mark[]
}

export type SegmentKind =
  | 'paragraph'
  | 'heading'
  | 'list-item'
  | 'table-cell'
  | 'button'
  | 'label'
  | 'link'
  | 'attribute' // alt, title, aria-label, placeholder, label
  | 'text'

export type MarkKind = 'link' | 'emphasis' | 'strong' | 'quote' | 'abbr' | 'dfn' | 'foreign'

/** A stretch of prose that the markup says something about. Offsets are in the prose. */
export interface Mark extends Span {
  readonly kind: MarkKind
  /** `abbr`: what it stands for. `foreign`: the language code. `link`: what is read aloud in place of its text. */
  readonly value?: string
}

/** One block of prose: no word, phrase or sentence reaches beyond it. */
export interface Segment {
  readonly kind: SegmentKind
  readonly lang: string
  /**
   * The text a reader sees: no markup, entities decoded, line breaks as spaces. Code, addresses
   * and images are one `SLOT` each.
   */
  readonly prose: string
  readonly map: ProseMap
  readonly marks: readonly Mark[]
  /** Where the text is kept in a file of texts, as its writer names it: `bokning.knapp.avboka`, `tider[2].rubrik`. */
  readonly keyPath?: string
  /** Who it is written to, when the markup around it says: `data-klarsprak-audience`. Not checked. */
  readonly audience?: string
  /** How a text is written in this place of the file, when not as it reads: with its escapes. */
  readonly write?: (text: string) => string
}

/** A comment in the file, where instructions to the linter may stand. `span` covers its markup. */
export interface Comment {
  readonly span: Span
  readonly text: string
  /** The text that it stands at, in a format where texts and not lines follow each other. */
  readonly about?: Span
  /** It can be about nothing else: a note to the translator of that text. */
  readonly isNote?: true
}

export interface Document {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly comments: readonly Comment[]
  readonly fault?: Fault
}

/** Where a file stops being what it calls itself. What could be read is in the document; some may be missing. */
export interface Fault {
  readonly offset: number
  /** What the file should have been: `JSON`. */
  readonly format: string
}

/** Port: makes a document of a text. Never throws; a text that cannot be understood has no segments. */
export interface DocumentParser {
  parse(text: string): Document
}

/** A parser that reads the versions of one text faster than as many texts. */
export interface RereadingParser extends DocumentParser {
  /** For the versions of one text: it gives what `parse` gives. */
  rereader(): DocumentParser
}
export const canReread = (parser: DocumentParser): parser is RereadingParser => 'rereader' in parser
