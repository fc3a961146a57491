// The versions of a filing's form, and what changed between any two.
import { z } from 'zod'
import type { Change } from '../kernel/form/difference.ts'
import type { Form } from '../kernel/form/form.ts'
import { endpoint } from './endpoint.ts'

export type VersionRow = {
  readonly number: number
  readonly savedAt: string
  readonly savedBy: string
  readonly reason: string
  readonly hash: string
}
export type VersionView = VersionRow & { readonly form: Form }

const filingId = z.uuid('不是填报件的编号')
const number = z.coerce.number().int().min(1)

export const versions = {
  list: endpoint<readonly VersionRow[]>()('filing.read', 'GET', '/filings/:filingId/versions', z.object({ filingId })),
  get: endpoint<VersionView>()(
    'filing.read',
    'GET',
    '/filings/:filingId/versions/:number',
    z.object({ filingId, number }),
  ),
  /** From one version to another of the same filing; the newest where `to` is left out. */
  difference: endpoint<readonly Change[]>()(
    'filing.read',
    'GET',
    '/filings/:filingId/difference',
    z.object({ filingId, from: number, to: number.optional() }),
  ),
}
