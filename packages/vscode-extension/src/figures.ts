import type { Figures } from '@klarsprak/language-server/names'

/** The sentences that figures are told in. */
export interface FigureTexts {
  statusText(found: number, lix: string): string
  statusTooltip(errors: number, warnings: number, infos: number, words: number): string
}

/** What the status bar says of a text, and what it says when pointed at. */
export function showFigures(
  { lix, words, errors, warnings, infos }: Figures,
  texts: FigureTexts,
): { readonly text: string; readonly tooltip: string } {
  const found = errors + warnings + infos
  const icon = errors > 0 ? '$(error)' : warnings > 0 ? '$(warning)' : found > 0 ? '$(info)' : '$(check)'
  const reads = lix === undefined ? '' : ` LIX ${Math.round(lix)}`
  return {
    text: `${icon} ${texts.statusText(found, reads)}`,
    tooltip: texts.statusTooltip(errors, warnings, infos, words),
  }
}
