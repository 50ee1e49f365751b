import { findRule } from '@klarsprak/linter'
import { type Hover, MarkupKind } from 'vscode-languageserver-types'
import type { ClientAbilities } from '../client-abilities.js'
import type { Texts } from '../texts/texts.js'
import { findingsAt, swedishSenses, termAt, type View } from '../view.js'
import { asMarkdown, asPlainText, showSense } from './show-concept.js'

/** Terms that one word may be and that are all shown. */
const MOST_SENSES = 4

/** What the bank knows of the term at `offset`, in any form; else what a finding there is about. */
export function hoverAt(view: View, offset: number, client: ClientAbilities, texts: Texts): Hover | null {
  const found = termAt(view, offset)
  const senses = found === undefined ? [] : swedishSenses(found.match).slice(0, MOST_SENSES)
  if (found !== undefined && senses.length > 0) {
    const text = senses.map((sense) => showSense(sense, view.project.index, texts)).join('\n\n---\n\n')
    return asHover(view, found.span, text, client)
  }
  const finding = findingsAt(view, { start: offset, end: offset })[0]
  const rule = finding === undefined ? undefined : findRule(finding.ruleId)
  if (finding === undefined || rule === undefined) return null
  return asHover(view, finding.span, `${asMarkdown(rule.summary)}\n\n[${rule.id}](${finding.url})`, client)
}

const asHover = (
  { lines }: View,
  span: { readonly start: number; readonly end: number },
  markdown: string,
  { markdownHover }: ClientAbilities,
): Hover => ({
  range: lines.rangeOf(span),
  contents: markdownHover
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: asPlainText(markdown) },
})
