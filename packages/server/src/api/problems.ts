export type Language = 'sv' | 'en'
/** A text in both languages of the API. */
export type Bilingual = Readonly<Record<Language, string>>

/** Every fault the API tells of (RFC 9457). The codes are for programs and never change. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: { sv: 'Anropet går inte att läsa', en: 'The request cannot be read' } },
  'invalid-parameter': { status: 400, title: { sv: 'En parameter är fel', en: 'A parameter is wrong' } },
  'missing-parameter': { status: 400, title: { sv: 'En parameter saknas', en: 'A parameter is missing' } },
  'key-needed': { status: 401, title: { sv: 'En nyckel behövs', en: 'A key is needed' } },
  'not-allowed': { status: 403, title: { sv: 'Nyckeln räcker inte', en: 'The key does not allow this' } },
  'not-found': { status: 404, title: { sv: 'Det finns inte', en: 'Not found' } },
  'method-not-allowed': {
    status: 405,
    title: { sv: 'Metoden går inte att använda här', en: 'The method cannot be used here' },
  },
  'not-acceptable': {
    status: 406,
    title: { sv: 'Svaret finns inte i det formatet', en: 'The answer does not exist in that format' },
  },
  decided: { status: 409, title: { sv: 'Förslaget är redan avgjort', en: 'The proposal has been decided' } },
  'patch-fails': {
    status: 409,
    title: { sv: 'Ändringen passar inte längre', en: 'The change no longer fits' },
  },
  conflict: { status: 409, title: { sv: 'Det finns redan', en: 'It is there already' } },
  'changed-meanwhile': {
    status: 412,
    title: { sv: 'Någon annan har ändrat under tiden', en: 'Somebody else has changed it meanwhile' },
  },
  'too-large': { status: 413, title: { sv: 'Innehållet är för stort', en: 'The content is too large' } },
  'address-too-long': { status: 414, title: { sv: 'Adressen är för lång', en: 'The address is too long' } },
  'unsupported-media-type': {
    status: 415,
    title: { sv: 'Formatet går inte att ta emot', en: 'The format cannot be received' },
  },
  'invalid-content': { status: 422, title: { sv: 'Innehållet är fel', en: 'The content is wrong' } },
  'check-too-slow': {
    status: 422,
    title: { sv: 'Texten tar för lång tid att granska', en: 'The text takes too long to check' },
  },
  'version-needed': { status: 428, title: { sv: 'Ange vilken version du ändrar', en: 'Say which version you change' } },
  'too-many-requests': { status: 429, title: { sv: 'För många anrop', en: 'Too many requests' } },
  internal: { status: 500, title: { sv: 'Det blev fel i tjänsten', en: 'Something went wrong in the service' } },
  unavailable: {
    status: 503,
    title: { sv: 'Tjänsten går inte att nå just nu', en: 'The service cannot be reached right now' },
  },
  'no-room': {
    status: 507,
    title: { sv: 'Det finns ingen plats kvar', en: 'There is no room left' },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: Bilingual }>>

export type ProblemCode = keyof typeof PROBLEMS

/** Where each problem is explained; its code comes after. */
export const PROBLEM_BASE = 'https://github.com/klarsprak/klarsprak/blob/main/docs/api.md#'

/** Why a request is not answered; as a value, so that handlers need not throw. */
export interface Refusal {
  readonly code: ProblemCode
  readonly detail: Bilingual
  readonly errors?: readonly { readonly field: string; readonly message: Bilingual }[]
  readonly headers?: Readonly<Record<string, string>>
}

export const refuse = (
  code: ProblemCode,
  detail: Bilingual,
  more: Pick<Refusal, 'errors' | 'headers'> = {},
): Refusal => ({ code, detail, ...more })

export const PROBLEM_TYPE = 'application/problem+json'

/** A refusal as RFC 9457 has it. */
export function problemBody({ code, detail, errors }: Refusal, language: Language, instance: string): string {
  const { status, title } = PROBLEMS[code]
  return JSON.stringify({
    type: PROBLEM_BASE + code,
    title: title[language],
    status,
    detail: detail[language],
    instance,
    code,
    ...(errors === undefined
      ? {}
      : { errors: errors.map(({ field, message }) => ({ field, message: message[language] })) }),
  })
}

/** A problem for a call that was never read, so that neither its language nor its trace is known. */
export function malformedBody(status: number, detail: string): string {
  const code = 'malformed-request' satisfies ProblemCode
  const { title } = PROBLEMS[code]
  return JSON.stringify({ type: PROBLEM_BASE + code, title: title.sv, status, detail, instance: 'about:blank', code })
}
