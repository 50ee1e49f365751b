import type { DecodedText } from '../decoded-text.js'
import type { SegmentKind } from '../document.js'
import type { DocumentBuilder } from '../document-builder.js'
import type { MessageSyntax } from '../placeholders/parse-message.js'
import { addCopy } from './add-copy.js'
import { isCopy } from './is-copy.js'
import { kindOfKey, showKeyPath } from './kind-of-key.js'

/** One text in a file of texts. */
export interface Entry {
  readonly keys: readonly (string | number)[]
  readonly value: DecodedText
  readonly lang: string
  /** Who it is written to, when the file says. */
  readonly audience?: string | undefined
  /** Default: what the keys say. */
  readonly kind?: SegmentKind
  readonly syntax?: MessageSyntax
  /** How a text is written in this file; default: with a backslash before `"` and itself. */
  readonly write?: (text: string) => string
}

const writeInQuotes = (text: string) => text.replace(/["\\]/gu, '\\$&')

/** Adds a text with the path of its keys, unless it is nothing that people read. */
export function addEntry(builder: DocumentBuilder, { keys, value, lang, audience, kind, syntax, write }: Entry): void {
  if (!isCopy(value.text)) return
  builder.keyPath = showKeyPath(keys)
  builder.write = write ?? writeInQuotes
  builder.audience = audience
  addCopy(builder, value, { kind: kind ?? kindOfKey(keys), lang, ...(syntax === undefined ? {} : { syntax }) })
  builder.keyPath = undefined
  builder.audience = undefined
  builder.write = undefined
}
