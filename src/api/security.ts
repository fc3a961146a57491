import { z } from 'zod'
import { Security } from '../kernel/policy/security.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

/** How strict signing in is, for the whole installation. */
export const security = {
  get: endpoint<Security>()('security.read', 'GET', '/security', z.object({})),
  set: jsonEndpoint<Security>()('security.write', 'PUT', '/security', Security),
}
