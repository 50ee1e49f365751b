import type { Figures } from '@klarsprak/language-server/names'

/** What the status bar says of a text, and what it says when pointed at. */
export function showFigures({ lix, words, errors, warnings, infos }: Figures): {
  readonly text: string
  readonly tooltip: string
} {
  const found = errors + warnings + infos
  const icon = errors > 0 ? '$(error)' : warnings > 0 ? '$(warning)' : found > 0 ? '$(info)' : '$(check)'
  const reads = lix === undefined ? '' : ` LIX ${Math.round(lix)}`
  return {
    text: `${icon} Klarspråk: ${found}${reads}`,
    tooltip: `${errors} fel, ${warnings} varningar och ${infos} råd i ${words} ord. Klicka för att se dem.`,
  }
}
