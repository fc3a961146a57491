import { z } from 'zod'
import { endpoint, fileEndpoint, jsonEndpoint } from './endpoint.ts'

export type ProjectRow = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly organisationCode: string
  readonly code: string
  readonly name: string
  readonly nature: string | null
  readonly category: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly closed: boolean
  readonly revision: number
}

export type ProjectPage = {
  readonly rows: readonly ProjectRow[] /** Give it as `after` for the next page; null = the last. */
  readonly next: string | null
}

/** What was filed about a project in a year; budget and score as the form prints them. */
export type ProjectYear = {
  readonly filingId: string | null
  readonly formId: string
  readonly kind: string
  readonly year: number
  readonly title: string | null
  readonly state: string | null
  readonly budget: string | null
  readonly amountUnit: string | null
  readonly score: string | null
  readonly grade: string | null
}

export type ProjectView = ProjectRow & {
  /** In 元. */
  readonly funds: readonly { readonly year: number; readonly source: string; readonly amount: string }[]
  readonly years: readonly ProjectYear[]
}

export type ProjectImport = {
  /** False in a dry run, and where there are faults: then nothing was written. */
  readonly applied: boolean
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** At the cell of the file: 项目!B7. */
  readonly faults: readonly { readonly cell: string; readonly message: string }[]
}

const id = z.uuid('不是项目的编号')
const day = z.iso.date('应为日期，如 2024-03-01').nullable().default(null)
const fields = {
  organisationId: z.uuid('不是机构的编号'),
  code: z.string().trim().max(21).default(''),
  name: z.string().trim().min(1).max(200),
  nature: z.string().trim().max(60).nullable().default(null),
  category: z.string().trim().max(60).nullable().default(null),
  startsOn: day,
  endsOn: day,
  /** In 元. */
  funds: z
    .array(
      z.object({
        year: z.int().min(1990).max(2100),
        source: z.string().trim().min(1).max(60),
        amount: z.string().regex(/^\d{1,16}(\.\d{1,6})?$/, '应为以元计的金额'),
      }),
    )
    .max(200)
    .default([]),
}

export const projects = {
  list: endpoint<ProjectPage>()(
    'project.read',
    'GET',
    '/projects',
    z.object({
      text: z.string().trim().max(200).default(''),
      organisationId: z.uuid().optional(),
      year: z.coerce.number().int().min(1990).max(2100).optional(),
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  ),
  get: endpoint<ProjectView>()('project.read', 'GET', '/projects/:id', z.object({ id })),
  create: jsonEndpoint<{ readonly id: string }>()('project.write', 'POST', '/projects', z.object(fields)),
  save: jsonEndpoint<void>()(
    'project.write',
    'PUT',
    '/projects/:id',
    z.object({ id, revision: z.int().min(1), ...fields }),
  ),
  close: jsonEndpoint<void>()('project.write', 'POST', '/projects/:id/close', z.object({ id })),
  reopen: jsonEndpoint<void>()('project.write', 'POST', '/projects/:id/reopen', z.object({ id })),
  import: fileEndpoint<ProjectImport>()(
    'project.write',
    '/project-imports',
    z.object({ name: z.string().min(1).max(255), dryRun: z.stringbool().default(false) }),
  ),
}
