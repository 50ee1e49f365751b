import type { Finding } from '@klarsprak/linter'

/**
 * The text with one suggestion in it. `choice` is what its button says: ”2.0” is the first suggestion of the third
 * finding. Undefined when there is none such.
 */
export function applied(text: string, findings: readonly Finding[], choice: string): string | undefined {
  const suggestion = suggestionOf(findings, choice)
  return suggestion === undefined
    ? undefined
    : text.slice(0, suggestion.span.start) + suggestion.text + text.slice(suggestion.span.end)
}

export function suggestionOf(findings: readonly Finding[], choice: string): Finding['suggestions'][number] | undefined {
  const [, finding, suggestion] = /^(\d{1,6})\.(\d{1,3})$/u.exec(choice) ?? []
  return finding === undefined ? undefined : findings[Number(finding)]?.suggestions[Number(suggestion)]
}
