import type { Finding, Suggestion } from './finding.js'

/**
 * `text` with the safe suggestion of every finding applied. Of suggestions that overlap, the longest
 * is applied and the rest are left for another pass.
 */
export function applyFixes(text: string, findings: readonly Finding[]): string {
  const fixes = findings.flatMap(({ suggestions }) => suggestions.find(({ safe }) => safe) ?? [])
  let fixed = ''
  let at = 0
  for (const { span, text: replacement } of longestApart(fixes)) {
    fixed += text.slice(at, span.start) + replacement
    at = span.end
  }
  return fixed + text.slice(at)
}

/** Suggestions that do not overlap, in the order of the file. */
function longestApart(fixes: readonly Suggestion[]): readonly Suggestion[] {
  const inOrder = [...fixes].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const apart: Suggestion[] = []
  for (const fix of inOrder) {
    const last = apart.at(-1)
    if (last === undefined || last.span.end <= fix.span.start) apart.push(fix)
    else if (fix.span.end - fix.span.start > last.span.end - last.span.start) apart[apart.length - 1] = fix
  }
  return apart
}
