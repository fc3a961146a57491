import { z } from 'zod'
import type { OrganisationKind } from '../kernel/organisation/organisation.ts'
import type { WrittenFile } from './check.ts'
import { endpoint, fileEndpoint, jsonEndpoint } from './endpoint.ts'

export type OrganisationRow = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly parentId: string | null
  readonly region: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** Found by search; `above`: names of those above it, topmost first. */
export type FoundOrganisation = OrganisationRow & { readonly above: readonly string[] }

export type OrganisationChange = {
  readonly verb: string
  readonly effectiveOn: string
  readonly before: unknown
  readonly after: unknown
  readonly otherId: string | null
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** One organisation with those above and directly below it, and what happened to it. */
export type OrganisationView = OrganisationRow & {
  readonly above: readonly OrganisationRow[]
  readonly children: readonly OrganisationRow[]
  readonly history: readonly OrganisationChange[]
}

export type OrganisationImport = {
  /** False in a dry run, and where there are faults: then nothing was written. */
  readonly applied: boolean
  readonly created: number
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly moved: readonly { readonly name: string; readonly parentCode: string }[]
  readonly unchanged: number
  /** At the cell of the file: 机构!B7. */
  readonly faults: readonly { readonly cell: string; readonly message: string }[]
}

export type OrganisationProject = { readonly id: string; readonly code: string; readonly name: string }

const id = z.uuid('不是机构的编号')
const day = z.iso.date('应为日期，如 2024-03-01')
const effect = { effectiveOn: day, reason: z.string().trim().min(1, '请写明原因').max(500) }
const code = z.string().trim().min(1).max(20)
const name = z.string().trim().min(1).max(200)
const kind = z.enum(['region', 'finance', 'department', 'unit', 'office'])

export const organisations = {
  search: endpoint<readonly FoundOrganisation[]>()(
    'organisation.read',
    'GET',
    '/organisations',
    z.object({
      text: z.string().trim().max(200).default(''),
      /** As of a day; those in force now where left out. */
      day: day.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  ),
  get: endpoint<OrganisationView>()('organisation.read', 'GET', '/organisations/:id', z.object({ id })),
  roots: endpoint<readonly OrganisationRow[]>()('organisation.read', 'GET', '/organisation-roots', z.object({})),
  create: jsonEndpoint<{ readonly id: string }>()(
    'organisation.write',
    'POST',
    '/organisations',
    z.object({ parentId: id, kind, code, name, ...effect }),
  ),
  rename: jsonEndpoint<void>()(
    'organisation.write',
    'POST',
    '/organisations/:id/rename',
    z.object({ id, name, ...effect }),
  ),
  move: jsonEndpoint<void>()(
    'organisation.write',
    'POST',
    '/organisations/:id/move',
    z.object({ id, parentId: id, ...effect }),
  ),
  merge: jsonEndpoint<{ readonly projects: number; readonly filings: number }>()(
    'organisation.write',
    'POST',
    '/organisations/:id/merge',
    z.object({ id, intoId: id, ...effect }),
  ),
  split: jsonEndpoint<{ readonly id: string; readonly projects: number; readonly filings: number }>()(
    'organisation.write',
    'POST',
    '/organisations/:id/split',
    z.object({ id, code, name, children: z.array(id).max(5_000), projects: z.array(id).max(50_000), ...effect }),
  ),
  /** What a split may hand over. */
  projects: endpoint<readonly OrganisationProject[]>()(
    'organisation.write',
    'GET',
    '/organisations/:id/projects',
    z.object({ id }),
  ),
  close: jsonEndpoint<void>()('organisation.write', 'POST', '/organisations/:id/close', z.object({ id, ...effect })),
  /** An empty list for `import`. */
  template: endpoint<WrittenFile>()('organisation.write', 'GET', '/organisation-template', z.object({})),
  import: fileEndpoint<OrganisationImport>()(
    'organisation.write',
    '/organisations/:id/import',
    z.object({ id, name: z.string().min(1).max(255), dryRun: z.stringbool().default(false) }),
  ),
}
