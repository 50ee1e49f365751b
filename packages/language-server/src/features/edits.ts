import type { Suggestion } from '@klarsprak/linter'
import type { Span } from '@klarsprak/swedish'
import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import type { Texts } from '../texts/texts.js'
import type { View } from '../view.js'

/** Replace `span` of a text by `text`. Without `safe`, somebody should look at it first. */
export type Edit = Pick<Suggestion, 'span' | 'text' | 'safe'>

export interface FileEdits {
  readonly view: Pick<View, 'uri' | 'version' | 'lines'>
  readonly edits: readonly Edit[]
}

/** Marks of edits in the protocol. */
const NEEDS_LOOK = 'att-granska'
const IS_SHOWN = 'visas'

const annotationsIn = (texts: Texts): Readonly<Record<string, ChangeAnnotation>> => ({
  [NEEDS_LOOK]: { label: texts.needsLook, description: texts.needsLookBecause, needsConfirmation: true },
  [IS_SHOWN]: { label: texts.replaces, description: texts.replacesBecause, needsConfirmation: true },
})

interface Making {
  readonly client: ClientAbilities
  readonly texts: Texts
  /** Every edit is shown before it is made, not only those that need a look: they are in files nobody sees. */
  readonly showAll?: boolean
}

/**
 * Edits of several texts as one. Those that need a look are marked so; a client that cannot show
 * marks gets only the safe ones.
 */
export function workspaceEditOf(
  files: readonly FileEdits[],
  { client, texts, showAll = false }: Making,
): WorkspaceEdit {
  const usable = files.map(({ view, edits }) => ({
    view,
    edits: apart(client.changeAnnotations ? edits : edits.filter(({ safe }) => safe)),
  }))
  const withEdits = usable.filter(({ edits }) => edits.length > 0)
  if (!client.documentChanges) {
    return { changes: Object.fromEntries(withEdits.map(({ view, edits }) => [view.uri, textEdits(view, edits)])) }
  }
  const annotations = annotationsIn(texts)
  const markOf = ({ safe }: Edit) => (!safe ? NEEDS_LOOK : showAll && client.changeAnnotations ? IS_SHOWN : undefined)
  const marks = new Set(withEdits.flatMap(({ edits }) => edits.flatMap((edit) => markOf(edit) ?? [])))
  return {
    documentChanges: withEdits.map(({ view, edits }) => ({
      textDocument: { uri: view.uri, version: view.version ?? null },
      edits: edits.map((edit): TextEdit | AnnotatedTextEdit => {
        const plain = textEdit(view, edit)
        const mark = markOf(edit)
        return mark === undefined ? plain : { ...plain, annotationId: mark }
      }),
    })),
    ...(marks.size === 0
      ? {}
      : { changeAnnotations: Object.fromEntries([...marks].map((mark) => [mark, annotations[mark]!])) }),
  }
}

const textEdit = ({ lines }: FileEdits['view'], { span, text }: Edit): TextEdit => ({
  range: lines.rangeOf(span),
  newText: text,
})

export const textEdits = (view: FileEdits['view'], edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => textEdit(view, edit))

/** In the order of the file; of those that overlap, the first. */
function apart(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1)?.span
    if (last === undefined || last.end < edit.span.start || (last.end === edit.span.start && last.end > last.start)) {
      kept.push(edit)
    }
  }
  return kept
}

/** What makes `after` of `before`, in as few lines as can be found without comparing all with all. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return []
  const old = before.split('\n')
  const now = after.split('\n')
  if (old.length !== now.length) return [changeOf(before, after, 0)]
  const edits: Edit[] = []
  let at = 0
  for (const [number, line] of old.entries()) {
    const changed = now[number]!
    if (changed !== line) edits.push(changeOf(line, changed, at))
    at += line.length + 1
  }
  return edits
}

function changeOf(before: string, after: string, offset: number): Edit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  start = outsidePair(before, start)
  const span: Span = { start: offset + start, end: offset + endOutsidePair(before, before.length - end) }
  const text = after.slice(start, after.length - (before.length - (span.end - offset)))
  return { span, text, safe: true }
}

const isLow = (code: number): boolean => (code & 0xfc00) === 0xdc00
const outsidePair = (text: string, at: number): number => (at > 0 && isLow(text.charCodeAt(at)) ? at - 1 : at)
const endOutsidePair = (text: string, at: number): number =>
  at < text.length && isLow(text.charCodeAt(at)) ? at + 1 : at
