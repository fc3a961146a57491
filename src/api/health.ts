import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export type Health = { readonly ok: true; readonly database: string }

export const health = {
  get: endpoint<Health>()('service.read', 'GET', '/health', z.object({})),
}
