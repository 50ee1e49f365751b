import type { ExchangeFormat } from './exchange-format.js'
import { linterFormats } from './linters/other-linters.js'
import { ntrf } from './ntrf/ntrf.js'
import { skosFormats } from './skos/skos.js'
import { tableFormats } from './table/table.js'
import { tbxFormats } from './tbx/tbx.js'

/** Every exchange format, by the id that `--to` and `--from` take. */
export const exchangeFormats: readonly ExchangeFormat[] = [
  ...tbxFormats,
  ...skosFormats,
  ntrf,
  ...tableFormats,
  ...linterFormats,
]

export const exchangeFormat = (id: string): ExchangeFormat | undefined =>
  exchangeFormats.find((format) => format.id === id)

/** The format a file seems to have, by its ending and, where that is not enough, by how it begins. */
export function guessFormat(fileName: string, start: string): ExchangeFormat | undefined {
  const extension = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase()
  const byStart = /<(?:martif|tbx|TBX)\b/u.test(start)
    ? 'tbx'
    : /<VOCABULARY\b/u.test(start)
      ? 'ntrf'
      : /<(?:rdf:)?RDF\b/u.test(start)
        ? 'skosxl-rdfxml'
        : undefined
  const byEnding: Readonly<Record<string, string>> = {
    tbx: 'tbx',
    ttl: 'skosxl-turtle',
    nt: 'skosxl-turtle',
    rdf: 'skosxl-rdfxml',
    jsonld: 'skosxl-jsonld',
    csv: 'csv',
    tsv: 'tsv',
    xlsx: 'xlsx',
    ntrf: 'ntrf',
  }
  return exchangeFormat(byStart ?? byEnding[extension ?? ''] ?? '')
}
