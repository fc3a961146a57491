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

/** null = none of this data that the program knows of. */
export type Backups = {
  readonly done: {
    /** The moment the data is of. */
    readonly at: string
    readonly name: string
    readonly bytes: number
    readonly forms: number
    readonly files: number
  } | null
  /** One that did not come to its end after the last that did; the reason is for the administrator, Chinese. */
  readonly failed: { readonly at: string; readonly name: string; readonly reason: string } | null
}

export const health = {
  get: endpoint<Health>()('service.read', 'GET', '/health', z.object({})),
  backups: endpoint<Backups>()('system.read', 'GET', '/backups', z.object({})),
}
