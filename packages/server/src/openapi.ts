import { createOpenApi, type Described } from './openapi/create-open-api.js'
import { INTEROP_API, NATIONAL_API } from './openapi/description.js'
import { exampleServices } from './openapi/example-services.js'

/** The OpenAPI description as it is committed and served: JSON, for a service at `server`. */
export async function openApiJson({
  server,
  of = NATIONAL_API,
}: {
  readonly server?: string
  readonly of?: Described
} = {}): Promise<string> {
  const document = await createOpenApi(of, await exampleServices(), server === undefined ? {} : { server })
  return `${JSON.stringify(document, null, 2)}\n`
}

export { INTEROP_API, NATIONAL_API }
