import { z } from 'zod'
import type { TaskRow } from './cycles.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

/** How far one organisation is with a task. */
export type TaskProgress = {
  readonly organisationId: string
  readonly code: string
  readonly name: string
  /** The last day in time, with an extension and days off counted in. */
  readonly deadline: string
  readonly phase: 'ahead' | 'open' | 'late' | 'closed'
  readonly expected: number
  readonly notStarted: number
  readonly draft: number
  readonly returned: number
  readonly inReview: number
  readonly settled: number
  /** Past its deadline and not everything handed in. */
  readonly late: boolean
}

export type TaskView = TaskRow & {
  readonly cycleId: string
  readonly fiscalYear: number
  readonly profile: string
  /** The last day in time where nothing was extended, days off counted in. */
  readonly deadline: string
  readonly organisations: readonly TaskProgress[]
  /** False where the holidays of the deadline's year are not known: then only weekends are counted. */
  readonly holidaysKnown: boolean
}

const id = z.uuid('不是任务的编号')
const day = z.iso.date('应为日期，如 2024-03-01')
const organisations = z.array(z.uuid('不是机构的编号')).max(20_000)
/** These organisations and, of the kinds named, all below them. */
const audience = {
  organisations,
  below: z.array(z.enum(['department', 'unit', 'office'])).default([]),
}

export const tasks = {
  get: endpoint<TaskView>()('cycle.read', 'GET', '/tasks/:id', z.object({ id })),
  open: jsonEndpoint<{ readonly id: string; readonly organisations: number }>()(
    'cycle.write',
    'POST',
    '/cycles/:cycleId/tasks',
    z
      .object({
        cycleId: z.uuid('不是年度的编号'),
        kind: z.enum(['declaration', 'adjustment', 'monitoring', 'self-evaluation']),
        title: z.string().trim().min(1).max(200),
        layout: z.string().trim().min(1).max(80),
        opensOn: day,
        dueOn: day,
        closesOn: day.nullable().default(null),
        /** Items of the task's evidence checklist without which nothing is handed in. */
        evidence: z.array(z.string().trim().max(40)).max(20).default([]),
        ...audience,
      })
      .refine((task) => task.opensOn <= task.dueOn, { path: ['dueOn'], message: '截止日期应不早于开始日期' })
      .refine((task) => task.closesOn === null || task.dueOn <= task.closesOn, {
        path: ['closesOn'],
        message: '关闭日期应不早于截止日期',
      }),
  ),
  openFor: jsonEndpoint<{ readonly added: number }>()(
    'cycle.write',
    'POST',
    '/tasks/:id/organisations',
    z.object({ id, ...audience }),
  ),
  extend: jsonEndpoint<void>()(
    'cycle.write',
    'POST',
    '/tasks/:id/extensions',
    z.object({
      id,
      organisationId: z.uuid('不是机构的编号'),
      to: day,
      reason: z.string().trim().min(1, '请写明原因').max(500),
    }),
  ),
  close: jsonEndpoint<void>()('cycle.write', 'POST', '/tasks/:id/close', z.object({ id })),
  reopen: jsonEndpoint<void>()('cycle.write', 'POST', '/tasks/:id/reopen', z.object({ id })),
}
