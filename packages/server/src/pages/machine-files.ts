import type { Answer } from '../api/operation.js'
import type { Services } from '../api/services.js'
import { xmlText } from '../api/xml-text.js'
import { LANGUAGES, pathIn } from './page.js'

const text = (type: string, body: string): Answer => ({
  status: 200,
  type: `${type}; charset=utf-8`,
  body,
  cache: 'release',
})

const PATHS = [
  '/',
  '/begrepp',
  '/granska',
  '/vagvisare',
  '/utgavor',
  '/api',
  '/badda-in',
  '/om',
  '/tillganglighet',
  '/integritet',
]

/** Files that search engines and browsers ask for. Addresses are absolute when the service knows where it stands. */
export const MACHINE_FILES: Readonly<Record<string, (services: Services, origin: string) => Answer>> = {
  '/robots.txt': (_services, origin) =>
    text(
      'text/plain',
      `User-agent: *\nDisallow: /sok\nDisallow: /en/sok\nDisallow: /v1/\n\nSitemap: ${origin}/sitemap.xml\n`,
    ),
  '/sitemap.xml': ({ bank }, origin) => {
    const paths = [...PATHS, ...bank.concepts.map(({ id }) => `/begrepp/${id}`)]
    const urls = paths.flatMap((path) =>
      LANGUAGES.map((lang) => {
        const others = LANGUAGES.map(
          (of) => `<xhtml:link rel="alternate" hreflang="${of}" href="${xmlText(origin + pathIn(of, path))}"/>`,
        )
        return `<url><loc>${xmlText(origin + pathIn(lang, path))}</loc>${others.join('')}</url>`
      }),
    )
    return text(
      'application/xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
    )
  },
  '/opensearch.xml': (_services, origin) =>
    text(
      'application/opensearchdescription+xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Klarspråk</ShortName><Description>Slå upp ord i vård och omsorg</Description><Language>sv</Language><InputEncoding>UTF-8</InputEncoding><Url type="text/html" method="get" template="${xmlText(origin)}/sok?q={searchTerms}"/></OpenSearchDescription>\n`,
    ),
}
