import { type Finding, type NotedFile, type SourceFile, withAcrossFiles } from '@klarsprak/linter'
import type { Lines } from '../documents/lines.js'
import type { Checker, Project } from '../projects/project.js'
import type { View } from '../view.js'
import { countsOf, type Figures, sizeOf } from './code-lens.js'

/** A text and what is found in it, also by the rules about several texts. */
export interface Inspected {
  readonly uri: string
  readonly version: number | undefined
  readonly file: SourceFile
  readonly lines: Lines
  readonly project: Project
  readonly findings: readonly Finding[]
  /** Of them, what the rules about several texts say. */
  readonly across: readonly Finding[]
  readonly figures: Figures
}

/**
 * What `klarsprak lint` finds in all the texts of one run. Rules about several texts compare those with the same rules.
 *
 * @param nameOf what a finding calls a text by
 */
export async function inspectAll(
  views: AsyncIterable<View>,
  nameOf: (path: string) => string,
): Promise<readonly Inspected[]> {
  // Of each text only what it has said is held: its words are many times as large.
  const inspected: (Omit<Inspected, 'figures' | 'across'> & { readonly size: ReturnType<typeof sizeOf> })[] = []
  const noted = new Map<Checker['rules'], { readonly checker: Checker; readonly files: NotedFile[] }>()
  for await (const { uri, version, file, lines, project, checker, findings, noted: own, passages } of views) {
    inspected.push({ uri, version, file, lines, project, findings, size: sizeOf(passages) })
    if (own.length === 0) continue
    const group = noted.get(checker.rules) ?? { checker, files: [] }
    noted.set(checker.rules, group)
    group.files.push({ path: nameOf(file.path), noted: own })
  }
  const across = new Map([...noted.values()].flatMap(({ checker, files }) => [...checker.acrossFiles(files)]))
  return inspected.map(({ size, ...one }) => {
    const found = across.get(nameOf(one.file.path)) ?? []
    const findings = withAcrossFiles(one.findings, found)
    return { ...one, findings, across: found, figures: { ...size, ...countsOf(findings) } }
  })
}
