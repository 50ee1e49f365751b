import { html, type Markup } from '@klarsprak/linter/markup'
import type { Concept } from '@klarsprak/termbank'
import type { Say } from './say.js'

export interface DrawnRelation {
  readonly type: NonNullable<Concept['relations']>[number]['type']
  readonly label: string
}

const NAMES: Readonly<Record<DrawnRelation['type'], readonly [string, string]>> = {
  broader: ['Vidare begrepp', 'Broader'],
  narrower: ['Snävare begrepp', 'Narrower'],
  'part-of': ['Är en del av', 'Is part of'],
  'has-part': ['Har delen', 'Has the part'],
  carries: ['Här finns', 'Holds'],
  'carried-by': ['Finns i', 'Is in'],
  related: ['Hör ihop med', 'Related to'],
  'replaced-by': ['Har ersatts av', 'Replaced by'],
  replaces: ['Ersätter', 'Replaces'],
  'exact-match': ['Samma som', 'Same as'],
  'close-match': ['Nästan samma som', 'Nearly the same as'],
}

export const relationName = (type: DrawnRelation['type'], say: Say): string => say(...NAMES[type])

/** Relations whose target is larger than, or comes before, the concept itself stand above it. */
const ABOVE: ReadonlySet<DrawnRelation['type']> = new Set(['broader', 'part-of', 'carried-by', 'replaces'])

const WIDTH = 340
const INDENT = 44
const LINE = 22
const PADDING = 11
const GAP = 34
/** Letters that fit on a line of a box. */
const FITS = 26

/**
 * A concept among its neighbours, from top to bottom so that it can be read on a narrow screen. The list beside it
 * says the same in words.
 */
export function relationsDiagram(label: string, relations: readonly DrawnRelation[], say: Say): Markup {
  const above = relations.filter(({ type }) => ABOVE.has(type))
  const below = relations.filter(({ type }) => !ABOVE.has(type))
  const shapes: Markup[] = []
  let y = 1
  const box = (
    text: string,
    x: number,
    width: number,
    kind: string,
  ): { readonly top: number; readonly middle: number } => {
    const lines = linesOf(text)
    const height = lines.length * LINE + PADDING * 2
    const top = y
    shapes.push(
      html`<rect class="${kind}" x="${x}" y="${top}" width="${width}" height="${height}" rx="6"/>${lines.map(
        (line, at) =>
          html`<text class="${kind}" x="${x + 14}" y="${top + PADDING + 16 + at * LINE}" lang="sv">${line}</text>`,
      )}`,
    )
    y += height
    return { top, middle: top + height / 2 }
  }
  const name = (type: DrawnRelation['type'], x: number): void => {
    shapes.push(html`<text class="relation" x="${x}" y="${y + GAP - 9}">${relationName(type, say)}</text>`)
    y += GAP
  }
  const joints: { readonly x: number; readonly y: number }[] = []
  y -= above.length > 0 ? 12 : 0
  for (const { type, label: text } of above) {
    name(type, INDENT)
    joints.push({ x: INDENT, y: box(text, INDENT, WIDTH - INDENT - 1, 'other').middle })
  }
  if (above.length > 0) y += GAP - 10
  const own = box(label, 1, WIDTH - 2, 'own')
  for (const { type, label: text } of below) {
    name(type, INDENT)
    joints.push({ x: INDENT, y: box(text, INDENT, WIDTH - INDENT - 1, 'other').middle })
  }
  const trunk = 20
  const lines = joints.map(({ x, y: at }) => {
    const from = at < own.top ? own.top : own.middle
    return html`<path d="M${trunk} ${from}V${at}H${x}"/>`
  })
  const title = say(`Hur ”${label}” hör ihop med andra begrepp`, `How ”${label}” relates to other concepts`)
  return html`<svg class="diagram" viewBox="0 0 ${WIDTH} ${y + 2}" role="img" aria-label="${title}"><g class="lines">${lines}</g>${shapes}</svg>`
}

/** Words in lines that fit; a longer word has a line of its own and is cut. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= FITS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > FITS + 2 ? `${word.slice(0, FITS)}…` : word)
  }
  return lines
}
