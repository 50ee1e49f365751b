import { type ExchangeFormat, textOf } from '../exchange-format.js'
import { readSkos } from './read-skos.js'
import { jsonLd, type RdfSyntax, rdfXml, turtle } from './syntaxes.js'
import { writeSkos } from './write-skos.js'

const skos = (
  id: string,
  name: string,
  mediaType: string,
  extensions: readonly string[],
  syntax: RdfSyntax,
  xl: boolean,
): ExchangeFormat => ({
  id,
  name,
  mediaType,
  extensions,
  write: async (concepts, options) => {
    const { quads, losses } = writeSkos(concepts, { xl }, options)
    return { content: await syntax.write(quads), losses }
  },
  read: async (content) => readSkos(await syntax.read(textOf(content))),
})

/** SKOS and SKOS-XL. Reading takes either, whichever of the two is named. */
export const skosFormats: readonly ExchangeFormat[] = [
  skos('skos-turtle', 'SKOS, Turtle', 'text/turtle', ['ttl'], turtle, false),
  skos('skos-rdfxml', 'SKOS, RDF/XML', 'application/rdf+xml', ['rdf'], rdfXml, false),
  skos('skos-jsonld', 'SKOS, JSON-LD', 'application/ld+json', ['jsonld'], jsonLd, false),
  skos('skosxl-turtle', 'SKOS-XL, Turtle', 'text/turtle', ['ttl'], turtle, true),
  skos('skosxl-rdfxml', 'SKOS-XL, RDF/XML', 'application/rdf+xml', ['rdf'], rdfXml, true),
  skos('skosxl-jsonld', 'SKOS-XL, JSON-LD', 'application/ld+json', ['jsonld'], jsonLd, true),
]
