import type { Document, SourceFile } from '@klarsprak/linter'
import { type Readability, segmentsReadability, tokenise } from '@klarsprak/swedish'

export const FORMATS = ['plain', 'markdown', 'html'] as const
export type CheckFormat = (typeof FORMATS)[number]
export const PRESETS = ['recommended', 'strict', 'all'] as const
export type CheckPreset = (typeof PRESETS)[number]

export const EXTENSIONS: Readonly<Record<CheckFormat, string>> = { plain: '.txt', markdown: '.md', html: '.html' }

/** A text that somebody has pasted, as a file that has a reader. */
export const textFile = (text: string, format: CheckFormat): SourceFile => ({ path: `text${EXTENSIONS[format]}`, text })

/** How the running text of a document reads; headings and buttons are no sentences. */
export const readabilityOf = ({ segments }: Document): Readability =>
  segmentsReadability(
    segments
      .filter(({ kind }) => kind === 'paragraph' || kind === 'list-item' || kind === 'text')
      .map(({ prose }) => tokenise(prose)),
  )
