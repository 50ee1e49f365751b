import { isUtf8 } from 'node:buffer'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { type BodyType, FORM_TYPE, JSON_TYPE } from '../api/operation.js'
import { type Bilingual, refuse } from '../api/problems.js'
import type { ReadBody } from './api-lane.js'

/** Of a body, in bytes: the longest text with every letter escaped, and room for the rest. */
export const LARGEST_BODY = 1_000_000
/** Fields of a form: more than any operation has. */
const MOST_FIELDS = 20

const always = () => true
/** A byte that is no letter would be read as a question mark, and the answer be about another text than the one sent. */
const verify = (_request: unknown, _response: unknown, body: Buffer): void => {
  if (!isUtf8(body)) throw new RangeError('not UTF-8')
}
const READERS: Readonly<Record<BodyType, { readonly parse: RequestHandler; readonly name: Bilingual }>> = {
  [JSON_TYPE]: {
    parse: express.json({ limit: LARGEST_BODY, type: always, strict: true, verify }),
    name: { sv: 'JSON', en: 'JSON' },
  },
  [FORM_TYPE]: {
    parse: express.urlencoded({
      limit: LARGEST_BODY,
      type: always,
      extended: false,
      parameterLimit: MOST_FIELDS,
      verify,
    }),
    name: { sv: 'ett formulär', en: 'a form' },
  },
}

/** The body of a request, or why it cannot be had. Its content is in no message. */
export function readBody(type: BodyType, request: Request, response: Response): Promise<ReadBody> {
  const { parse, name } = READERS[type]
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (given !== type)
    return Promise.resolve({
      refusal: refuse(
        'unsupported-media-type',
        { sv: `Skicka ${name.sv}, med Content-Type: ${type}.`, en: `Send ${name.en}, with Content-Type: ${type}.` },
        { headers: { accept: type } },
      ),
    })
  return new Promise((resolve) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined || error === null) resolve({ body: request.body })
      else resolve({ refusal: refusalOf(error as { readonly status?: number }, name) })
    })
  })
}

function refusalOf({ status }: { readonly status?: number }, name: Bilingual) {
  if (status === 413)
    return refuse('too-large', {
      sv: `Skicka högst ${LARGEST_BODY / 1_000} kB.`,
      en: `Send at most ${LARGEST_BODY / 1_000} kB.`,
    })
  if (status === 415)
    return refuse('unsupported-media-type', {
      sv: `Skicka ${name.sv} i UTF-8, opackat eller packat med gzip eller Brotli.`,
      en: `Send ${name.en} in UTF-8, plain or packed with gzip or Brotli.`,
    })
  return refuse('malformed-request', {
    sv: `Innehållet går inte att läsa som ${name.sv}.`,
    en: `The content cannot be read as ${name.en}.`,
  })
}
