import type { Nodes, Paragraph, Root } from 'nlcst'
import type { Document } from '../documents/document.js'
import { createDocument } from '../documents/document-builder.js'

/**
 * A document of a tree that another tool made. A paragraph is a segment; its places are those the
 * tree gives, right or wrong. Words without a place are left out.
 */
export function nlcstDocument(tree: Root, text: string): Document {
  const builder = createDocument(text)
  for (const paragraph of paragraphsIn(tree)) {
    builder.open('paragraph', 'sv')
    let reached = 0
    for (const leaf of leavesIn(paragraph)) {
      const start = leaf.position?.start.offset
      const end = leaf.position?.end.offset
      // Places that go backwards, as after a list item's wrapped lines, cannot be trusted.
      if (start === undefined || end === undefined || start < reached || end <= start) continue
      reached = end
      if (leaf.type === 'SourceNode') builder.slot(start, end)
      else if (leaf.type === 'WhiteSpaceNode') builder.space(start, end)
      else builder.text(leaf.value, start, end)
    }
    builder.close()
  }
  return builder.finish()
}

type Leaf = Extract<Nodes, { value: string }>

function* paragraphsIn(tree: Root): Generator<Paragraph> {
  for (const child of tree.children) if (child.type === 'ParagraphNode') yield child
}

function* leavesIn(node: Nodes): Generator<Leaf> {
  if ('children' in node) for (const child of node.children) yield* leavesIn(child)
  else yield node
}
