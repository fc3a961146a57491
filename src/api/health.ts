import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export type Health = { readonly ok: true; readonly database: string }

/** Whether requests should be sent here; answered at `readyPath`, outside the contract, for those who run the server. */
export type Readiness = {
  readonly ready: boolean
  readonly database: 'ok' | 'away'
  readonly migrations: 'ok' | 'missing' | 'unknown'
  readonly disk: 'ok' | 'full' | 'unknown'
}
export const readyPath = '/ready'

export const health = {
  get: endpoint<Health>()('service.read', 'GET', '/health', z.object({})),
}
