import { SLOT } from '@klarsprak/swedish'
import { createProse, type ProseMap } from '../prose-map.js'

/** What opens and closes the marks of template languages: Handlebars, Jinja, Vue, Angular, EJS, ERB, PHP, JSP. */
const TEMPLATES: readonly (readonly [open: string, close: string])[] = [
  ['{{!--', '--}}'],
  ['{{{', '}}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
  ['<?php', '?>'],
  ['<?=', '?>'],
  ['${', '}'],
]
const OPENER = /\{\{|\{%|\{#|<%|<\?php|<\?=|\$\{|<(script|style)(?=[\s>])/giu

/** `text` with each template mark as one slot. A mark that never closes is text; scripts and styles are left as they are. */
export function withoutTemplates(text: string): { readonly prose: string; readonly map: ProseMap } {
  const builder = createProse(text)
  /** Closers that do not occur again: looked for once, however many openers there are. */
  const gone = new Set<string>()
  let from = 0
  let skipped = 0
  OPENERS: for (const { index, 1: rawElement } of text.matchAll(OPENER)) {
    if (index < from || index < skipped) continue
    if (rawElement !== undefined) {
      skipped = endOfElement(text, index, rawElement)
      continue
    }
    for (const [open, close] of TEMPLATES) {
      if (!text.startsWith(open, index) || gone.has(close)) continue
      const at = text.indexOf(close, index + open.length)
      if (at < 0) {
        gone.add(close)
        continue
      }
      if (index > from) builder.add(text.slice(from, index), from, index)
      from = at + close.length
      builder.add(SLOT, index, from)
      continue OPENERS
    }
  }
  if (from < text.length) builder.add(text.slice(from), from, text.length)
  return builder.finish()
}

function endOfElement(text: string, from: number, name: string): number {
  const close = name.toLowerCase() === 'style' ? /<\/style/giu : /<\/script/giu
  close.lastIndex = from
  return close.exec(text)?.index ?? text.length
}
