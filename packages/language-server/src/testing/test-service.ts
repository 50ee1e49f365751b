import { loadWords } from '@klarsprak/linter/words'
import { createRewriter } from '@klarsprak/swedish'
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import { type Lines, linesOf } from '../documents/lines.js'
import type { WorkspaceFiles } from '../ports.js'
import { createProject, type Project } from '../projects/project.js'
import { createService, type Service } from '../service.js'

/** The small bank of the tests. */
export const testBank = `${import.meta.dirname}/bank.yaml`

export async function testProject(path = testBank): Promise<Project> {
  const { index, compile, problems } = await loadWords({ paths: [path] })
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ path: at, message }) => `${at}: ${message}`).join('\n'))
  return createProject({ index, compile, rewrite: createRewriter(), placeOf: () => ({ path, line: 3 }) })
}

export const ablest: ClientAbilities = {
  encoding: 'utf-16',
  documentChanges: true,
  changeAnnotations: true,
  markdownHover: true,
  markdownCompletion: true,
  showDocument: true,
  pullsDiagnostics: false,
  showsUses: true,
}

export const serviceWith = (
  project: Project,
  { client = {}, files }: { readonly client?: Partial<ClientAbilities>; readonly files?: WorkspaceFiles } = {},
): Service =>
  createService({
    projects: { of: async () => project, forget: () => {} },
    client: { ...ablest, ...client },
    ...(files === undefined ? {} : { files }),
  })

/** A text with `|` where the cursor is, or two around what is chosen. */
export function withCursor(marked: string): { readonly text: string; readonly at: Position; readonly range: Range } {
  const first = marked.indexOf('|')
  const last = marked.lastIndexOf('|')
  const text = marked.replaceAll('|', '')
  const lines = linesOf(text)
  const start = lines.positionAt(first)
  return { text, at: start, range: { start, end: lines.positionAt(first === last ? first : last - 1) } }
}

/** What an editor makes of edits. */
export function applied(text: string, edits: readonly TextEdit[], lines: Lines = linesOf(text)): string {
  const spans = edits.map(({ range, newText }) => ({ ...lines.spanOf(range), newText }))
  let result = text
  for (const { start, end, newText } of spans.sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + newText + result.slice(end)
  }
  return result
}

/** The edits of one text in an edit of many, in either of the protocol's forms. */
export function editsOf(edit: WorkspaceEdit | undefined | null, uri: string): readonly TextEdit[] {
  const listed = edit?.changes?.[uri] ?? []
  const changed = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  )
  return [...listed, ...changed]
}
