import { z } from 'zod'
import { endpoint, jsonEndpoint } from './endpoint.ts'

export type CycleRow = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly fiscalYear: number
  readonly name: string
  /** 口径: national@2020 */
  readonly profile: string
  readonly closed: boolean
}

export type TaskRow = {
  readonly id: string
  readonly kind: 'declaration' | 'adjustment' | 'monitoring' | 'self-evaluation'
  readonly title: string
  readonly formKind: string
  readonly layout: string
  readonly opensOn: string
  readonly dueOn: string
  readonly closesOn: string | null
  /** Items of the evidence checklist without which nothing is handed in. */
  readonly evidence: readonly string[]
  readonly closed: boolean
}

export type CycleView = CycleRow & { readonly tasks: readonly TaskRow[] }

const id = z.uuid('不是年度的编号')

export const cycles = {
  list: endpoint<readonly CycleRow[]>()('cycle.read', 'GET', '/cycles', z.object({})),
  get: endpoint<CycleView>()('cycle.read', 'GET', '/cycles/:id', z.object({ id })),
  open: jsonEndpoint<{ readonly id: string }>()(
    'cycle.write',
    'POST',
    '/cycles',
    z.object({
      organisationId: z.uuid('不是机构的编号'),
      fiscalYear: z.int().min(1990).max(2100),
      name: z.string().trim().min(1).max(100),
      profile: z.string().trim().min(1).max(60),
    }),
  ),
  close: jsonEndpoint<void>()('cycle.write', 'POST', '/cycles/:id/close', z.object({ id })),
  reopen: jsonEndpoint<void>()('cycle.write', 'POST', '/cycles/:id/reopen', z.object({ id })),
}
