import { lixBand, segmentsReadability } from '@klarsprak/swedish'
import type { CodeLens } from 'vscode-languageserver-types'
import type { Texts } from '../texts/texts.js'
import type { View } from '../view.js'

/** How a text reads and what was found in it, in numbers. */
export interface Figures {
  readonly lix: number | undefined
  readonly words: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export const figuresOf = ({ passages, findings }: View): Figures => ({ ...sizeOf(passages), ...countsOf(findings) })

export function sizeOf(passages: View['passages']): Pick<Figures, 'lix' | 'words'> {
  const { lix, words } = segmentsReadability(passages.map((passage) => passage.words))
  return { lix, words }
}

export function countsOf(findings: View['findings']): Pick<Figures, 'errors' | 'warnings' | 'infos'> {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** One line above the text. */
export function codeLensesIn(view: View, texts: Texts): readonly CodeLens[] {
  const top = { line: 0, character: 0 }
  return [{ range: { start: top, end: top }, command: { title: showFigures(figuresOf(view), texts), command: '' } }]
}

const showFigures = ({ lix, words, errors, warnings, infos }: Figures, texts: Texts): string =>
  texts.figures(lix === undefined ? undefined : texts.lix(lix, lixBand(lix)), words, errors + warnings + infos)
