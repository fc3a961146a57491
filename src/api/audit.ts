// The audit: who did what when, and whether the record is still as it was written.
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export type AuditEvent = {
  readonly region: string
  /** Counts within its region, without gap. */
  readonly number: number
  readonly id: string
  readonly at: string
  /** 张三（zhangsan） */
  readonly actor: string
  /** noun.verb */
  readonly name: string
  readonly subject: string
  readonly details: unknown
  readonly previousHash: string | null
  readonly hash: string
}
export type AuditPage = { readonly rows: readonly AuditEvent[]; readonly next: string | null }

export type AuditVerification = {
  readonly documents: number
  readonly forms: number
  readonly versions: number
  readonly events: number
  readonly steps: number
  readonly damages: readonly { readonly what: string; readonly id: string; readonly message: string }[]
}

/** One change of a cell. `value` null = empty, or (`absent`) its row was not there. */
export type CellChange = {
  readonly number: number
  readonly savedAt: string
  readonly savedBy: string
  readonly reason: string
  readonly value: string | null
  readonly absent: boolean
}

const moment = z.iso.datetime({ offset: true, error: '时间应写成 2024-03-01T08:00:00+08:00' })
const Filter = z.object({
  /** filing.submit, or filing. for all of a noun. */
  name: z.string().trim().max(60).optional(),
  subject: z.string().trim().max(300).optional(),
  region: z.string().trim().max(60).optional(),
  actor: z.string().trim().max(60).optional(),
  from: moment.optional(),
  to: moment.optional(),
})
export type AuditFilter = z.infer<typeof Filter>

const Search = Filter.extend({
  after: z
    .string()
    .max(200)
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z~\d{1,9}~/, '不是上一页给出的位置')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type AuditSearch = z.infer<typeof Search>

export const audit = {
  list: endpoint<AuditPage>()('audit.read', 'GET', '/audit/events', Search),
  /** A file, not JSON: one JSON object a line, or CSV for a spreadsheet. */
  export: endpoint<ArrayBuffer>()(
    'audit.read',
    'GET',
    '/audit/export',
    Filter.extend({ format: z.enum(['jsonl', 'csv']).default('jsonl') }),
  ),
  verify: endpoint<AuditVerification>()('audit.read', 'GET', '/audit/verification', z.object({})),
  /** Who changed one cell of a filing when; the path is that of its newest version. */
  cell: endpoint<readonly CellChange[]>()(
    'filing.read',
    'GET',
    '/filings/:filingId/history',
    z.object({ filingId: z.uuid('不是填报件的编号'), path: z.string().min(1).max(300) }),
  ),
}
