import express, { type Request, type Response } from 'express'
import { refuse } from '../api/problems.js'
import type { ReadBody } from './api-lane.js'

/** Of a body, in bytes: the longest text with every letter escaped, and room for the rest. */
export const LARGEST_BODY = 1_000_000

const parse = express.json({ limit: LARGEST_BODY, type: () => true, strict: true })

/** The body of a request as JSON, or why it cannot be had. Its content is in no message. */
export function readJson(request: Request, response: Response): Promise<ReadBody> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    return Promise.resolve({
      refusal: refuse(
        'unsupported-media-type',
        {
          sv: 'Skicka JSON, med Content-Type: application/json.',
          en: 'Send JSON, with Content-Type: application/json.',
        },
        { headers: { accept: 'application/json' } },
      ),
    })
  return new Promise((resolve) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve({ body: request.body })
      else resolve({ refusal: refusalOf(error as { readonly status?: number }) })
    })
  })
}

function refusalOf({ status }: { readonly status?: number }) {
  if (status === 413)
    return refuse('too-large', {
      sv: `Skicka högst ${LARGEST_BODY / 1_000} kB.`,
      en: `Send at most ${LARGEST_BODY / 1_000} kB.`,
    })
  if (status === 415)
    return refuse('unsupported-media-type', {
      sv: 'Skicka JSON i UTF-8, opackad eller packad med gzip eller Brotli.',
      en: 'Send JSON in UTF-8, plain or packed with gzip or Brotli.',
    })
  return refuse('malformed-request', { sv: 'Innehållet är ingen giltig JSON.', en: 'The content is no valid JSON.' })
}
