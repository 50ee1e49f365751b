import { lixBand, segmentsReadability } from '@klarsprak/swedish'
import type { CodeLens } from 'vscode-languageserver-types'
import type { View } from '../view.js'

/** How a text reads and what was found in it, in numbers. */
export interface Figures {
  readonly lix: number | undefined
  readonly words: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function figuresOf({ passages, findings }: View): Figures {
  const { lix, words } = segmentsReadability(passages.map((passage) => passage.words))
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return { lix, words, errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** One line above the text. */
export function codeLensesIn(view: View): readonly CodeLens[] {
  const top = { line: 0, character: 0 }
  return [{ range: { start: top, end: top }, command: { title: showFigures(figuresOf(view)), command: '' } }]
}

export function showFigures({ lix, words, errors, warnings, infos }: Figures): string {
  const found = errors + warnings + infos
  return [
    lix === undefined ? undefined : `LIX ${Math.round(lix)} (${lixBand(lix)})`,
    `${words} ord`,
    found === 0 ? 'inga fynd' : `${found} fynd`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
