// Long work asked for by a person: how far it is, how it ended, item by item; and the stream that tells of changes.
import { z } from 'zod'
import type { Verb } from '../kernel/lifecycle/verbs.ts'
import { endpoint, fileEndpoint, jsonEndpoint } from './endpoint.ts'
import { filings } from './filings.ts'

export type JobView = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  /** null = not known yet. */
  readonly total: number | null
  /** Why it failed; null = it did not. */
  readonly error: string | null
  readonly outcome: unknown
  /** 预演: nothing is written, `done` says of an item that it would be done. */
  readonly dryRun: boolean
  /** Can be taken back as a whole: POST /jobs/:id/undo. */
  readonly undoable: boolean
  /** Name of the file it made: GET /jobs/:id/file; null = none. */
  readonly file: string | null
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
}
export type JobItem = {
  readonly number: number
  readonly subject: string
  readonly title: string
  readonly outcome: 'done' | 'refused' | 'failed'
  /** Why not. */
  readonly message: string | null
}
export type JobPage = { readonly rows: readonly JobView[]; readonly next: string | null }
export type JobItems = { readonly rows: readonly JobItem[]; readonly next: number | null }

const id = z.uuid('不是任务的编号')

/** The verbs that make sense for many at once, and the one that takes each back where the lifecycle has one. */
export const bulkVerbs = {
  submit: 'withdraw',
  withdraw: null,
  accept: 'release',
  release: null,
  approve: null,
  'send-back': null,
  remind: null,
  reopen: null,
  abandon: null,
  publish: 'retract',
  retract: null,
} as const satisfies Partial<Record<Verb, Verb | null>>
export type BulkVerb = keyof typeof bulkVerbs

export const jobs = {
  list: endpoint<JobPage>()(
    'session.own',
    'GET',
    '/jobs',
    z.object({ after: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  ),
  get: endpoint<JobView>()('session.own', 'GET', '/jobs/:id', z.object({ id })),
  items: endpoint<JobItems>()(
    'session.own',
    'GET',
    '/jobs/:id/items',
    z.object({ id, after: z.coerce.number().int().min(0).default(0) }),
  ),
  /** What it made; not JSON. */
  file: endpoint<ArrayBuffer>()('session.own', 'GET', '/jobs/:id/file', z.object({ id })),
  cancel: jsonEndpoint<JobView>()('session.own', 'POST', '/jobs/:id/cancel', z.object({ id })),
  undo: jsonEndpoint<JobView>()('filing.read', 'POST', '/jobs/:id/undo', z.object({ id })),
  /** Server-sent events, not JSON: `job` with a JobView, `inbox` when the list of what waits for one should be read again. */
  stream: endpoint<void>()('session.own', 'GET', '/stream', z.object({})),
  /** A verb for every filing of a search, or for those named; with `dryRun` it is only said for each whether it would be done. */
  bulk: jsonEndpoint<JobView>()(
    'filing.read',
    'POST',
    '/filings/bulk',
    z.object({
      verb: z.enum(Object.keys(bulkVerbs) as [BulkVerb, ...BulkVerb[]]), // the names of the table
      filter: filings.list.input.default({ text: '', limit: 200 }),
      /** Instead of the search: the one kept under this name. */
      search: z.string().trim().min(1).max(60).optional(),
      /** Instead of the search: these, in this order. */
      ids: z.array(z.uuid('不是填报件的编号')).min(1, '请选择至少一件').max(2000, '一次最多选择 2000 件').optional(),
      reason: z.string().trim().min(1).max(2000).optional(),
      dryRun: z.boolean().default(false),
    }),
  ),
  /** Filled forms (a file, or a zip of them) into the filings of a cycle's tasks. */
  importForms: fileEndpoint<JobView>()(
    'filing.edit',
    '/cycles/:cycleId/forms',
    z.object({
      cycleId: z.uuid('不是年度的编号'),
      name: z.string().trim().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('false'),
    }),
  ),
}
