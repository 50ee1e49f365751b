import type { z } from 'zod'
import type { Access, Caller } from '../auth/caller.js'
import type { Deprecation } from './deprecation.js'
import type { Bilingual, Refusal } from './problems.js'
import type { Services } from './services.js'

/** How long an answer may be kept by those on the way. */
export type CachePolicy =
  | 'immutable' // never changes under its address
  | 'release' // changes when a new release is taken into use, so it is asked for again with its ETag
  | 'state' // what people edit: kept only to be asked for again with its ETag
  | 'private' // the same, and by the asker only
  | 'none'

/** What an operation answers; what the address, the accepted format and the state of the bank decide alone. */
export interface Answer {
  readonly status: number
  /** With its parameters: `text/turtle; charset=utf-8`. */
  readonly type: string
  readonly body: string | Uint8Array
  readonly cache: CachePolicy
  /** Its entity tag, when that is not to be made of the body: the version of what is edited. */
  readonly tag?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Words that were asked for and are not in the bank. */
  readonly missing?: readonly string[]
  /** The organisation whose bank they are missing in; the national one when left out. */
  readonly missingIn?: string
}

/** What a request presupposes. */
export interface Conditions {
  /** `If-Match`: the version that is edited. */
  readonly ifMatch?: string | undefined
  /** `Idempotency-Key`: the name that a request goes by when it is sent again. */
  readonly idempotencyKey?: string | undefined
}

export interface OperationRequest<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Who asks, when the operation has `access` and they have shown it. */
  readonly caller: Caller | undefined
  /** The headers of an edit. */
  readonly conditions: Conditions
  /** The media type the answer is to have, without parameters: one that the operation produces. */
  readonly type: string
}

/** A format that an operation answers in. The schema is that of a JSON answer. */
export interface Produced {
  readonly type: string
  readonly schema?: z.ZodType
  readonly describe: string
}

export const JSON_TYPE = 'application/json'
/** Each field once; the values are text. */
export const FORM_TYPE = 'application/x-www-form-urlencoded'
export type BodyType = typeof JSON_TYPE | typeof FORM_TYPE

export type Shape = z.ZodObject
/** One operation of the API. The routes, the validation and the OpenAPI description are made from it. */
export interface OperationDeclaration<Params extends Shape, Query extends Shape, Body extends z.ZodType> {
  /** In camelCase, unique. */
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below the root of its surface, with `{name}` for parameters. */
  readonly path: string
  readonly tag: string
  readonly summary: Bilingual
  readonly description: string
  /** It will go away. Told in headers and in the description. */
  readonly deprecated?: Deprecation
  /** Who may use it; left out, anybody, and credentials are not looked at. */
  readonly access?: Access
  /** It takes `organisation`, and answers from the bank with that organisation's layer on top. */
  readonly layered?: true
  /** The headers that it heeds. */
  readonly heeds?: readonly (keyof Conditions)[]
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** What the body is written in; JSON unless said. */
  readonly bodyType?: BodyType
  /** False when the address alone decides the format. */
  readonly negotiated?: boolean
  /** The first one is the answer to those who do not say. */
  readonly produces: readonly [Produced, ...Produced[]]
  /** The status of its answer; 200 unless said. 201 comes with `Location`, 204 without a body. */
  readonly status?: 200 | 201 | 204
  /** It answers 201 instead when there was nothing before. */
  readonly mayCreate?: true
  /** Beside it: answers without content, by status, with what they mean. */
  readonly withoutContent?: Readonly<Record<number, string>>
  /** What else can be the answer, for the description. */
  readonly refuses?: readonly Refusal['code'][]
  /** A request whose answer stands as the example in the description. */
  readonly example: {
    readonly params?: z.input<Params>
    readonly query?: z.input<Query>
    readonly body?: z.input<Body>
  }
  handle(
    request: OperationRequest<z.output<Params>, z.output<Query>, z.output<Body>>,
    services: Services,
  ): Answer | Refusal | Promise<Answer | Refusal>
}

/** An operation as the API holds it: its inputs have been through its schemas. */
export interface Operation
  extends Omit<OperationDeclaration<Shape, Shape, z.ZodType>, 'handle' | 'example' | 'params' | 'query' | 'body'> {
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: z.ZodType
  readonly example: {
    readonly params?: Readonly<Record<string, unknown>>
    readonly query?: Readonly<Record<string, unknown>>
    readonly body?: unknown
  }
  handle(
    request: OperationRequest<Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, unknown>,
    services: Services,
  ): Answer | Refusal | Promise<Answer | Refusal>
}

/** Makes a declaration an operation; the types of its inputs are checked where it is declared. */
export function defineOperation<
  Params extends Shape = z.ZodObject<Record<never, never>>,
  Query extends Shape = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(declaration: OperationDeclaration<Params, Query, Body>): Operation {
  // The API validates inputs by the operation's own schemas before it calls it, so all may be held as one type.
  return declaration as unknown as Operation
}

export function answerJson(value: unknown, cache: CachePolicy = 'release', more: Partial<Answer> = {}): Answer {
  return { status: 200, type: JSON_TYPE, body: JSON.stringify(value), cache, ...more }
}

export const isRefusal = (reply: Answer | Refusal): reply is Refusal => 'code' in reply
