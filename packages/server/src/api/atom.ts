import { xmlText } from './xml-text.js'

export const ATOM_TYPE = 'application/atom+xml'

export interface Feed {
  readonly id: string
  readonly title: string
  /** RFC 3339. */
  readonly updated: string
  /** Its own address. */
  readonly self: string
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly category: string
  readonly link?: string | undefined
  readonly summary: string
}

/** A feed in Swedish as RFC 4287 has it. */
export const atomFeed = ({ id, title, updated, self, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    `  <id>${xmlText(id)}</id>`,
    `  <title>${xmlText(title)}</title>`,
    '  <author><name>Klarspråk</name></author>',
    `  <updated>${xmlText(updated)}</updated>`,
    `  <link rel="self" href="${xmlText(self)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')

const entryOf = ({ id, title, updated, category, link, summary }: FeedEntry): string =>
  [
    '  <entry>',
    `    <id>${xmlText(id)}</id>`,
    `    <title>${xmlText(title)}</title>`,
    `    <updated>${xmlText(updated)}</updated>`,
    `    <category term="${xmlText(category)}"/>`,
    ...(link === undefined ? [] : [`    <link href="${xmlText(link)}"/>`]),
    `    <summary>${xmlText(summary)}</summary>`,
    '  </entry>',
  ].join('\n')
