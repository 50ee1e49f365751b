import { createServer, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { malformedBody, PROBLEM_TYPE } from '../api/problems.js'

/** In milliseconds. */
export interface Timeouts {
  /** From the first byte of a request to its last. */
  readonly request: number
  /** The same for its head. */
  readonly head: number
  /** How often connections are looked through for those that are too slow. */
  readonly check: number
}

const USUAL: Timeouts = { request: 30_000, head: 10_000, check: 5_000 }

/**
 * Node's server, with an answer also to those who do not speak HTTP properly. Its parser stays strict: two lengths, a
 * length beside chunks and bare line feeds are refused, so that a proxy in front never sees other requests than we do.
 */
export function createHttpServer(listener: RequestListener, { request, head, check }: Timeouts = USUAL): Server {
  const server = createServer(
    {
      requestTimeout: request,
      headersTimeout: head,
      connectionsCheckingInterval: check,
      keepAliveTimeout: 65_000,
      // Node would refuse it without a word; see below.
      requireHostHeader: false,
    },
    (incoming, response) => {
      if (incoming.headers.host === undefined && incoming.httpVersion === '1.1')
        return refuseRaw(incoming.socket, 'NO_HOST')
      listener(incoming, response)
    },
  )
  // An answer is one text, head and body. Node says that it has ended with another, empty one, and would copy the two
  // together for one write: a tenth of the time of an answer from memory. Without a way to write several, it writes each.
  server.on('connection', (socket) => Object.assign(socket, { _writev: null }))
  server.on('checkExpectation', (incoming) => refuseRaw(incoming.socket, 'EXPECTATION'))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    refuseRaw(socket, error.code ?? '')
  })
  return server
}

/** What never becomes a request has its answer written by hand, and its connection closed. */
function refuseRaw(socket: Duplex, code: string): void {
  const { status, reason, detail } = MALFORMED[code] ?? UNREADABLE
  const body = malformedBody(status, detail)
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

const UNREADABLE = {
  status: 400,
  reason: 'Bad Request',
  detail: 'Anropet är inte HTTP som tjänsten kan läsa. / The request is not HTTP that the service can read.',
}
/** By the code of Node's parser, and two of our own. */
const MALFORMED: Readonly<Record<string, typeof UNREADABLE>> = {
  HPE_INVALID_URL: {
    status: 400,
    reason: 'Bad Request',
    detail:
      'I en adress skrivs å, ä och ö med procent: å är %C3%A5. Med curl: -G --data-urlencode "word=hälsoportal". / In an address å, ä and ö are percent-encoded.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    detail: 'Adressen och rubrikerna är för stora tillsammans. / The address and the headers are too large together.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    detail: 'Anropet kom för långsamt. / The request came too slowly.',
  },
  NO_HOST: {
    status: 400,
    reason: 'Bad Request',
    detail: 'Rubriken Host saknas. / The header Host is missing.',
  },
  EXPECTATION: {
    status: 417,
    reason: 'Expectation Failed',
    detail: 'Tjänsten förstår bara Expect: 100-continue. / The service only understands Expect: 100-continue.',
  },
}
