import { retextSwedish } from '@klarsprak/swedish'
import type { Root } from 'nlcst'
import { type Plugin, unified } from 'unified'
import { VFile } from 'vfile'
import type { PlainSettings } from '../config/merge.js'
import type { Document, Segment } from '../documents/document.js'
import type { Finding } from '../findings/finding.js'
import { fingerprint } from '../findings/fingerprint.js'
import type { Severity } from '../rules/rule.js'

type VFileMessage = VFile['messages'][number]

/** A team's own rules: a retext plugin, and what to call it when its messages do not say. */
export interface NamedPlugin {
  readonly name: string
  readonly plugin: Plugin<[], Root>
}

/** Characters to each side that make up a finding's surroundings. */
const SURROUNDINGS = 20

/**
 * What plugins say of the Swedish segments of a document, with places in the file. A finding's rule
 * is named `source:ruleId`, and settings may give it another level. What a plugin expects is
 * suggested and never applied by itself: nobody has promised that the form is right.
 */
export async function runPlugins(
  document: Document,
  plugins: readonly NamedPlugin[],
  levels: PlainSettings['rules'] = {},
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { name, plugin } of plugins) {
    const processor = unified().use(retextSwedish).use(plugin).freeze()
    for (const segment of document.segments) {
      if (!segment.lang.toLowerCase().startsWith('sv') || segment.prose.trim() === '') continue
      const file = new VFile(segment.prose)
      await processor.run(processor.parse(file), file)
      for (const message of file.messages) {
        const finding = findingOf(message, name, segment, document.text, levels)
        if (finding !== undefined) findings.push(finding)
      }
    }
  }
  return findings
}

function findingOf(
  message: VFileMessage,
  plugin: string,
  segment: Segment,
  source: string,
  levels: NonNullable<PlainSettings['rules']>,
): Finding | undefined {
  const { place } = message
  const start = place === undefined ? 0 : 'start' in place ? place.start.offset : place.offset
  const end = place === undefined ? segment.prose.length : 'end' in place ? place.end.offset : place.offset
  if (start === undefined || end === undefined || start < 0 || end > segment.prose.length || start > end)
    return undefined
  const ruleId = `${message.source ?? plugin}:${message.ruleId ?? 'message'}`
  const said = Object.hasOwn(levels, ruleId) ? levels[ruleId] : undefined
  const severity: Severity = (Array.isArray(said) ? said[0] : said) ?? levelOf(message)
  if (severity === 'off') return undefined
  const span = segment.map.toSource({ start, end })
  const text = source.slice(span.start, span.end)
  const around = segment.prose.slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS)
  return {
    ruleId,
    severity,
    message: message.reason,
    ...(message.note ? { note: message.note } : {}),
    sources: [],
    span,
    text,
    kind: segment.kind,
    ...(segment.keyPath === undefined ? {} : { keyPath: segment.keyPath }),
    suggestions: (message.expected ?? []).map((expected) => ({ span, text: expected, safe: false })),
    url: message.url ?? '',
    fingerprint: fingerprint([ruleId, '', segment.prose.slice(start, end), around]),
  }
}

/** vfile: true is an error, false a warning, undefined information. */
const levelOf = ({ fatal }: VFileMessage): Exclude<Severity, 'off'> =>
  fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
