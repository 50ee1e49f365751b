import type { Quad } from '@rdfjs/types'
import jsonld from 'jsonld'
import { Parser, Writer } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { UnreadableFile } from '../exchange-format.js'
import { element, parseXml, writeXml, type XmlElement } from '../xml.js'
import { NAMESPACES } from './vocabulary.js'

/** One way of writing RDF down. */
export interface RdfSyntax {
  readonly write: (quads: readonly Quad[]) => Promise<string>
  /** @throws {UnreadableFile} with the parser's own words on where it stopped. */
  readonly read: (text: string) => Promise<readonly Quad[]>
}

const unreadable = (syntax: string, error: unknown): UnreadableFile =>
  new UnreadableFile(`Filen går inte att läsa som ${syntax}: ${error instanceof Error ? error.message : String(error)}`)

export const turtle: RdfSyntax = {
  write: (quads) =>
    new Promise((resolve, reject) => {
      const { rdf: _, ...prefixes } = NAMESPACES
      const writer = new Writer({ prefixes })
      writer.addQuads(quads as never)
      writer.end((error, text) => (error ? reject(error) : resolve(text)))
    }),
  read: async (text) => {
    try {
      return new Parser({ baseIRI: 'urn:klarsprak:' }).parse(text) as unknown as Quad[]
    } catch (error) {
      throw unreadable('Turtle', error)
    }
  },
}

const context = {
  ...NAMESPACES,
  id: '@id',
  type: '@type',
}

export const jsonLd: RdfSyntax = {
  write: async (quads) => {
    const expanded = await jsonld.fromRDF(quads as never, { useNativeTypes: false })
    const compacted = await jsonld.compact(expanded, context as never)
    return `${JSON.stringify(compacted, null, 2)}\n`
  },
  read: async (text) => {
    let document: unknown
    try {
      document = JSON.parse(text)
    } catch (error) {
      throw unreadable('JSON-LD', error)
    }
    try {
      return (await jsonld.toRDF(
        document as never,
        {
          // A context at an address would be fetched: nothing is, and the file's owner is told so.
          documentLoader: async (address: string) => {
            throw new Error(`@context pekar på ${address}. Vi hämtar ingenting från nätet; lägg in innehållet i filen.`)
          },
        } as never,
      )) as unknown as Quad[]
    } catch (error) {
      const cause = (error as { details?: { cause?: unknown } }).details?.cause
      throw unreadable('JSON-LD', cause ?? error)
    }
  },
}

export const rdfXml: RdfSyntax = {
  write: async (quads) => {
    const prefixOf = new Map<string, string>(Object.entries(NAMESPACES).map(([prefix, address]) => [address, prefix]))
    const namespaces: Record<string, string> = { ...NAMESPACES }
    const name = (address: string): string => {
      const cut = Math.max(address.lastIndexOf('#'), address.lastIndexOf('/'), address.lastIndexOf(':')) + 1
      const namespace = address.slice(0, cut)
      let prefix = prefixOf.get(namespace)
      if (prefix === undefined) {
        prefix = `ns${prefixOf.size}`
        prefixOf.set(namespace, prefix)
        namespaces[prefix] = namespace
      }
      return `${prefix}:${address.slice(cut)}`
    }
    const subjects = new Map<string, { quad: Quad; properties: XmlElement[] }>()
    for (const quad of quads) {
      const { subject, predicate, object } = quad
      let entry = subjects.get(subject.value)
      if (entry === undefined) subjects.set(subject.value, (entry = { quad, properties: [] }))
      const property = name(predicate.value)
      if (object.termType === 'Literal') {
        const plain = object.datatype.value === `${NAMESPACES.xsd}string` || object.language !== ''
        entry.properties.push(
          element(
            property,
            {
              'xml:lang': object.language === '' ? undefined : object.language,
              'rdf:datatype': plain ? undefined : object.datatype.value,
            },
            object.value,
          ),
        )
      } else
        entry.properties.push(
          element(
            property,
            object.termType === 'BlankNode' ? { 'rdf:nodeID': object.value } : { 'rdf:resource': object.value },
          ),
        )
    }
    const descriptions = [...subjects.values()].map(({ quad: { subject }, properties }) =>
      element(
        'rdf:Description',
        subject.termType === 'BlankNode' ? { 'rdf:nodeID': subject.value } : { 'rdf:about': subject.value },
        properties,
      ),
    )
    return writeXml(element('rdf:RDF', {}, descriptions), namespaces)
  },
  read: async (text) => {
    // A first look refuses entities and says in plain words when this is not XML.
    parseXml(text)
    return new Promise((resolve, reject) => {
      const quads: Quad[] = []
      const parser = new RdfXmlParser({ baseIRI: 'urn:klarsprak:' })
      parser.on('data', (quad: Quad) => quads.push(quad))
      parser.on('error', (error: unknown) => reject(unreadable('RDF/XML', error)))
      parser.on('end', () => resolve(quads))
      parser.write(text)
      parser.end()
    })
  },
}
