import { OPERATIONS } from './api/operations/index.js'
import { createOpenApi } from './openapi/create-open-api.js'
import { exampleServices } from './openapi/example-services.js'

/** The OpenAPI description as it is committed and served: JSON, for a service at `server`. */
export async function openApiJson({ server }: { readonly server?: string } = {}): Promise<string> {
  const document = await createOpenApi(OPERATIONS, await exampleServices(), server === undefined ? {} : { server })
  return `${JSON.stringify(document, null, 2)}\n`
}
