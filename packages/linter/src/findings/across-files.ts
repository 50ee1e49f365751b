import { messageOf, type NotedFile } from '../rules/rule.js'
import type { ConfiguredRule } from '../rules/run.js'
import type { Finding } from './finding.js'
import { inFileOrder } from './in-file-order.js'

/**
 * What the rules about several files say when all of them have been read: by path, findings to add to the file's
 * own. Needs only what was noted, so files that have not changed need not be read again.
 */
export function acrossFiles(
  files: readonly NotedFile[],
  rules: readonly ConfiguredRule[],
): ReadonlyMap<string, readonly Finding[]> {
  const findings = new Map<string, Finding[]>()
  for (const { rule, options, scope } of rules) {
    // What is called what does not depend on the reader.
    if (rule.acrossFiles === undefined || scope?.audience !== undefined) continue
    const noted = files.flatMap(({ path, noted: all }) => {
      const own = all.filter(({ ruleId }) => ruleId === rule.id)
      return own.length === 0 ? [] : [{ path, noted: own }]
    })
    for (const { path, finding, messageId, data, reasons = [] } of rule.acrossFiles(noted, options)) {
      const { noted: _, note: __, ...rest } = finding
      const note = reasons.join(' ')
      const told = { ...rest, message: messageOf(rule, messageId, data), ...(note === '' ? {} : { note }) }
      const known = findings.get(path)
      if (known === undefined) findings.set(path, [told])
      else known.push(told)
    }
  }
  return findings
}

/** A file's own findings with those about several files, but for what its own already say of the same words and concept. */
export function withAcrossFiles(own: readonly Finding[], across: readonly Finding[] = []): readonly Finding[] {
  if (across.length === 0) return own
  const said = new Set(own.map(placeOf))
  const more = across.filter((finding) => !said.has(placeOf(finding)))
  return more.length === 0 ? own : inFileOrder([...own, ...more])
}

const placeOf = ({ conceptId, span }: Finding): string => `${conceptId} ${span.start} ${span.end}`
