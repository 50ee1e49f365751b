import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { organisationIndexPath } from '../api/operations/organisation-index.js'

/**
 * Safety headers of pages: scripts, styles and workers are files of our own, and nothing stands in the page itself. The
 * page where texts are checked may connect to nothing, and its worker only to the files it reads and to the words of the
 * organisation that it checks for, so that a text cannot leave the browser.
 */
export const pageSafety = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: [(request: IncomingMessage, _response: ServerResponse) => connections(request)],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  })

const CHECK_PAGE = /^(?:\/en)?\/granska\/?(?:\?|$)/u
const CHECK_WORKER = /^(\/statisk\/)check-worker\.[\w-]+\.js(?:\?organisation=([a-z0-9-]{1,60}))?$/u
/** A host with or without a port. */
const HOST = /^(?:[\w.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/iu

function connections({ url = '/', headers: { host = '' } }: IncomingMessage): string {
  if (CHECK_PAGE.test(url)) return "'none'"
  const [, files, organisation] = CHECK_WORKER.exec(url) ?? []
  if (files === undefined || !HOST.test(host)) return "'self'"
  return organisation === undefined ? host + files : `${host}${files} ${host}${organisationIndexPath(organisation)}`
}
