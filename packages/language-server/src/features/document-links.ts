import { findRule, ruleUrl } from '@klarsprak/linter'
import type { DocumentLink } from 'vscode-languageserver-types'
import { uriOfPath } from '../documents/path-of.js'
import { conceptIdsIn } from '../own-files/bank-file.js'
import type { Texts } from '../texts/texts.js'
import type { View } from '../view.js'

/** Concept ids lead to the file they are written in, and the rules that comments name to their pages. */
export function documentLinksIn({ file, lines, project }: View, texts: Texts): readonly DocumentLink[] {
  const links: DocumentLink[] = []
  for (const { id, ...span } of conceptIdsIn(file.text)) {
    const concept = project.index.conceptOf(id)
    const place = concept === undefined ? undefined : project.placeOf(concept)
    if (place === undefined) continue
    links.push({
      range: lines.rangeOf(span),
      target: `${uriOfPath(place.path)}#L${place.line}`,
      tooltip: texts.openConcept,
    })
  }
  for (const { 0: command, index } of file.text.matchAll(/klarsprak-(?:disable|enable)[^\r\n]*/gu)) {
    for (const { 0: id, index: at } of command.matchAll(/(?<![\w-])[a-z]+(?:-[a-z]+)*(?![\w-])/gu)) {
      if (findRule(id) === undefined) continue
      const start = index + at
      links.push({
        range: lines.rangeOf({ start, end: start + id.length }),
        target: ruleUrl(id),
        tooltip: texts.readAboutRule,
      })
    }
  }
  return links
}
