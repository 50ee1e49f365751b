import type { Audience } from '../../config/audience.js'
import type { SourceFile } from '../../documents/document.js'
import type { Linted } from '../../lint.js'
import type { Remembered } from '../content-cache.js'
import type { Unreadable } from '../read-source.js'
import type { touching } from '../touching.js'
import type { SetUp } from './linters.js'
import type { Shown } from './shown.js'

/** A text of which all that a report shows is remembered. */
export interface ToShow {
  readonly kind: 'to-show'
  readonly shown: Shown
  readonly setUp: SetUp
}

/** What is remembered of a text since an earlier run, and how to remember what is found in it now. */
export interface Memory {
  readonly known: Remembered | undefined
  keep(remembered: Remembered): void
}

export interface ToInspect {
  readonly kind: 'to-inspect'
  readonly source: SourceFile
  /** The same, for the report: it does not hold the text. */
  readonly reported: SourceFile
  /** Whom the text says it is written to. */
  readonly audience: Audience | undefined
  readonly setUp: SetUp
  readonly memory: Memory
}

export interface ToFix {
  readonly kind: 'to-fix'
  readonly mode: 'write' | 'show'
  readonly source: SourceFile
  readonly setUp: SetUp
  readonly lines: Parameters<typeof touching>[1]
}

/** What a run finds at a path, before it is linted. */
export type Opened =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unreadable'; readonly fault: Unreadable }
  | ToFix
  | ToInspect
  | ToShow

/** A path whose turn has come, and what another thread has found in it already. */
export interface Arrived {
  readonly path: string
  readonly opened: Opened
  readonly linted: Linted | undefined
}
