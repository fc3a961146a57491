import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** What the API says of itself. */
export const description = {
  /** OpenAPI 3.1, made from the contracts. */
  openapi: endpoint<Readonly<Record<string, unknown>>>()('service.read', 'GET', '/openapi.json', z.object({})),
  /** The same for reading: a page without script. */
  page: endpoint<string>()('service.read', 'GET', '/reference', z.object({})),
}
