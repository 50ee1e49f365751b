/** The namespaces that our RDF uses. `kls` is our own, for what SKOS has no word for. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  kls: 'urn:klarsprak:ns:',
} as const

export type Prefix = keyof typeof NAMESPACES

/** `iri('skos:Concept')` */
export function iri(name: `${Prefix}:${string}`): string {
  const colon = name.indexOf(':')
  return NAMESPACES[name.slice(0, colon) as Prefix] + name.slice(colon + 1)
}

/** How a relation of ours is said in RDF. */
export const RELATION_PROPERTIES = {
  broader: iri('skos:broader'),
  narrower: iri('skos:narrower'),
  'part-of': iri('dct:isPartOf'),
  'has-part': iri('dct:hasPart'),
  carries: iri('kls:carries'),
  'carried-by': iri('kls:carriedBy'),
  related: iri('skos:related'),
  'replaced-by': iri('dct:isReplacedBy'),
  replaces: iri('dct:replaces'),
  'exact-match': iri('skos:exactMatch'),
  'close-match': iri('skos:closeMatch'),
} as const
