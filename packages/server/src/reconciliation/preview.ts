import type { Concept } from '@klarsprak/termbank'
import { labelOf } from '../api/operations/show-concept.js'
import { xmlText } from '../api/xml-text.js'

/** In CSS pixels; told in the manifest. */
export const PREVIEW_SIZE = { width: 430, height: 300 } as const

const STATUS_NAMES = { preferred: 'Skriv', admitted: 'Går också bra', deprecated: 'Skriv inte', superseded: 'Ersatt' }

/** A concept as a small page without styles or scripts, to stand in a frame of another tool. */
export function previewPage(concept: Concept, href: string): string {
  const label = xmlText(labelOf(concept))
  const rows = Object.entries(STATUS_NAMES).flatMap(([status, name]) => {
    const labels = concept.terms
      .filter((term) => term.lang === 'sv' && term.status === status)
      .map((term) => term.label)
    return labels.length === 0 ? [] : [`<p><strong>${name}:</strong> ${xmlText(labels.join(', '))}</p>`]
  })
  const definition = concept.definition?.public.sv
  return [
    '<!doctype html>',
    '<html lang="sv">',
    `<head><meta charset="utf-8"><title>${label}</title></head>`,
    '<body>',
    `<h1><a href="${xmlText(href)}" target="_blank" rel="noopener">${label}</a></h1>`,
    ...(definition === undefined ? [] : [`<p>${xmlText(definition)}</p>`]),
    ...rows,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
