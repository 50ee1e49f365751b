import type { IncomingMessage } from 'node:http'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import sirv from 'sirv'
import type { Answer } from '../api/operation.js'
import { conceptAs } from '../api/operations/concepts.js'
import type { Language } from '../api/problems.js'
import type { Services } from '../api/services.js'
import type { PagePorts } from '../app/create-app.js'
import type { RateLimits } from '../http/rate-limit.js'
import { StorageUnavailable } from '../storage/storage.js'
import { ASSET_ROOT, type Assets, loadAssets } from './assets.js'
import { CONCEPT_FORMATS, conceptFormat } from './concept-page.js'
import { isFromElsewhere } from './from-elsewhere.js'
import { layout } from './layout.js'
import { MACHINE_FILES } from './machine-files.js'
import { faultPage, notFoundPage, refusedPage } from './not-found-page.js'
import { addressOf, LANGUAGES, type MakePage, type Page, type PageCall, pathIn, sayIn } from './page.js'
import { PAGES, SENT_FORMS } from './page-table.js'

/** Where the element for other sites lies; its address never changes. */
const EMBED = '/klarsprak-begrepp.js'
/** Fields of a form: more than any has. */
const MOST_FIELDS = 40

/** The pages for people. They are made anew for each call and kept by those who have read them, by ETag. */
export function createPages(services: Services): (ports: PagePorts) => RequestHandler {
  const assets = loadAssets()
  return (ports) => {
    const router = express.Router()
    router.use(
      ASSET_ROOT,
      sirv(assets.folder, {
        brotli: true,
        gzip: true,
        etag: true,
        immutable: true,
        maxAge: 31_536_000,
        dotfiles: false,
      }),
      (request: Request, response: Response) =>
        give(request, response, ASSET_ROOT, async () => page(notFoundPage, request, 'sv')),
    )
    const give = (request: Request, response: Response, route: string, make: () => Promise<Answer>) =>
      ports.give(request, response, route, async () => {
        const answer = await make()
        // The app has said how safe a page is; that holds before what it says of data.
        return { ...answer, headers: { ...headersOf(response), vary: 'Accept-Encoding', ...answer.headers } }
      })

    const page = async (make: MakePage, request: Request, lang: Language): Promise<Answer> => {
      const call = callOf(request, lang, services, assets, ports)
      try {
        return await pageWithin(make, call, request)
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error
        ports.noteFault(error)
        return answerWith(unavailablePage(call), call, request)
      }
    }
    /** The page as the organisation has it that the address names. */
    const pageWithin = async (make: MakePage, call: PageCall, request: Request): Promise<Answer> => {
      const name = organisationIn(request)
      if (name === undefined) return answerWith(await make(call), call, request)
      const theirs = await services.ofOrganisation(name)
      if (theirs === undefined) return answerWith(notFoundPage(call), call, request)
      const within: PageCall = {
        ...call,
        services: theirs,
        organisation: { name, title: await titleOf(name) },
        href: (path, query) => call.href(path, { ...query, organisation: name }),
      }
      const answer = answerWith(await make(within), within, request)
      return { ...answer, missingIn: name, cache: answer.cache === 'release' ? 'state' : answer.cache }
    }
    /** What an organisation is called; its name while the database is away, since its words are still known then. */
    const titleOf = async (name: string): Promise<string> => {
      try {
        return (await services.storage.organisation(name))?.value.title ?? name
      } catch (error) {
        if (error instanceof StorageUnavailable) return name
        throw error
      }
    }
    /** Every page counts as a read of the one who asks, a form that is sent as what it does. */
    const limited = async (kind: keyof RateLimits, request: Request, lang: Language, make: () => Promise<Answer>) => {
      const wait = await ports.count(kind, request)
      return wait === undefined ? make() : page((call) => tooMany(call, wait), request, lang)
    }

    for (const [path, file] of Object.entries(MACHINE_FILES))
      router.get(path, (request, response) =>
        give(request, response, path, async () => file(services, originOf(request, services))),
      )
    router.get('/favicon.ico', (_request, response) => response.redirect(301, assets.href('icon.svg')))
    router.get(EMBED, (_request, response) => {
      response.set({
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=3600',
        'content-type': 'text/javascript; charset=utf-8',
      })
      response.sendFile(assets.href('klarsprak-begrepp.js').slice(ASSET_ROOT.length), {
        root: assets.folder,
        cacheControl: false,
      })
    })
    router.get('/begrepp/:id/data/:format', async (request, response, next) => {
      const { id, format } = request.params
      const name = organisationIn(request)
      const asked = name === undefined ? services : await services.ofOrganisation(name)
      const [type, concept] = [conceptFormat(format), asked?.bank.concept(id)]
      if (asked === undefined || type === undefined || concept === undefined) return next()
      return give(request, response, '/begrepp/:id/data/:format', async () => {
        const answer = await conceptAs(type, concept, asked)
        return name === undefined ? answer : { ...answer, cache: 'state' }
      })
    })
    // The address of a concept is also its name in linked data: programs that ask for data are led to it.
    router.get('/begrepp/:id', (request, response, next) => {
      const format = conceptFormatFor(request)
      if (format === undefined) return next()
      const data = `/begrepp/${encodeURIComponent(request.params.id)}/data/${format}`
      response.set('vary', 'Accept').redirect(303, addressOf(data, { organisation: organisationIn(request) }))
    })
    for (const lang of LANGUAGES) {
      for (const [path, make] of Object.entries(PAGES)) {
        const route = pathIn(lang, path)
        router.get(route, (request, response) =>
          give(request, response, route, () => limited('reads', request, lang, () => page(make, request, lang))),
        )
      }
      for (const [path, { make, kind, largest }] of Object.entries(SENT_FORMS)) {
        const route = pathIn(lang, path)
        router.post(
          route,
          (request: Request, response: Response, next: NextFunction) =>
            isFromElsewhere(request.headers, originOf(request, services))
              ? give(request, response, route, () => page(elsewherePage, request, lang))
              : next(),
          express.urlencoded({ extended: false, limit: largest, parameterLimit: MOST_FIELDS }),
          (request: Request, response: Response) =>
            give(request, response, route, () => limited(kind, request, lang, () => page(make, request, lang))),
        )
      }
    }
    router.use((request, response, next) => {
      // Programs are told by a problem, as in the API.
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (!isRead || request.accepts('text/html') === false) return next()
      return give(request, response, 'unknown', () => page(notFoundPage, request, languageOf(request)))
    })
    router.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
      if (response.headersSent) return next(error)
      const status = (error as { readonly status?: unknown } | null)?.status
      const isTheirs = typeof status === 'number' && status >= 400 && status < 500
      if (!isTheirs) ports.noteFault(error)
      const make: MakePage = (call) => {
        if (isTheirs) return theirFault(call, status)
        return error instanceof StorageUnavailable ? unavailablePage(call) : faultPage(call)
      }
      return give(request, response, 'unknown', () => page(make, request, languageOf(request)))
    })
    return router
  }
}

const queryOf = ({ url }: Request): URLSearchParams => new URL(url, 'http://localhost').searchParams

/** Whose words somebody wants to see; undefined for those of the national bank. */
const organisationIn = (request: Request): string | undefined => queryOf(request).get('organisation') || undefined

const languageOf = ({ path }: Request): Language => (path === '/en' || path.startsWith('/en/') ? 'en' : 'sv')

const tooMany = (call: PageCall, wait: number): Page =>
  refusedPage(
    call,
    429,
    ['För många anrop', 'Too many requests'],
    [`Vänta ${wait} sekunder och försök igen.`, `Wait ${wait} seconds and try again.`],
  )

const unavailablePage = (call: PageCall): Page =>
  refusedPage(
    call,
    503,
    ['Det går inte just nu', 'It does not work just now'],
    [
      'Vi når inte det som är sparat. Försök igen om en stund. Har du fyllit i ett formulär, så finns det kvar om du går bakåt.',
      'We cannot reach what is kept. Try again in a while. If you have filled in a form, it is still there when you go back.',
    ],
  )

const elsewherePage: MakePage = (call) =>
  refusedPage(
    call,
    403,
    ['Formuläret kommer från en annan webbplats', 'The form comes from another site'],
    ['Fyll i det här i stället.', 'Fill it in here instead.'],
  )

const theirFault = (call: PageCall, status: number): Page =>
  status === 413
    ? refusedPage(
        call,
        413,
        ['Texten är för lång', 'The text is too long'],
        ['Dela upp texten och skicka delarna var för sig.', 'Split the text and send the parts by themselves.'],
      )
    : refusedPage(
        call,
        400,
        ['Adressen går inte att läsa', 'The address cannot be read'],
        ['Kontrollera adressen, eller börja om från startsidan.', 'Check the address, or begin from the start page.'],
      )

function callOf(request: Request, lang: Language, services: Services, assets: Assets, ports: PagePorts): PageCall {
  const query = queryOf(request)
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  return {
    lang,
    say: sayIn(lang),
    params: request.params as Readonly<Record<string, string>>,
    value(name) {
      const sent = Object.hasOwn(body, name) ? body[name] : undefined
      return typeof sent === 'string' ? sent : (query.get(name) ?? '')
    },
    href: (path, asked = {}) => addressOf(pathIn(lang, path), asked),
    origin: originOf(request, services),
    organisation: undefined,
    services,
    assets,
    openProposals: ports.openProposals,
    countProposal: () => ports.count('proposals', request),
    openApi: ports.openApi,
  }
}

function answerWith(made: Awaited<ReturnType<MakePage>>, call: PageCall, request: Request): Answer {
  if ('redirect' in made)
    return {
      status: 303,
      type: 'text/plain; charset=utf-8',
      body: '',
      cache: 'none',
      headers: { location: made.redirect },
    }
  const own = call.lang === 'en' ? request.path.replace(/^\/en(?=\/|$)/u, '') || '/' : request.path
  // What somebody has sent is not said again in another language, but whose words it was about is.
  const search =
    made.isPassing === true
      ? addressOf('', { organisation: call.organisation?.name })
      : new URL(request.url, 'http://localhost').search
  return {
    status: made.status ?? 200,
    type: 'text/html; charset=utf-8',
    body: layout(made, call, { path: own, search }),
    cache: made.isPassing === true || made.status !== undefined ? 'none' : (made.cache ?? 'release'),
    headers: { 'content-language': call.lang },
    ...(made.missing === undefined ? {} : { missing: made.missing }),
  }
}

/** What has been set on a response, with one value for each name. */
const headersOf = (response: Response): Record<string, string> =>
  Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))

/** Where the service stands: as it has been told, or as the asker reached it. */
function originOf(request: Request, services: Services): string {
  const told = services.link('')
  return told === '' ? `${request.protocol}://${(request as IncomingMessage).headers.host ?? 'localhost'}` : told
}

/** The format of data that somebody asks for before a page; undefined for browsers. */
function conceptFormatFor(request: Request): string | undefined {
  const wanted = request.accepts(['text/html', ...CONCEPT_FORMATS.map(({ type }) => type)])
  return CONCEPT_FORMATS.find(({ type }) => type === wanted)?.path
}
