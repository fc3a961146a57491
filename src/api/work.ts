import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** One form that is asked for and not begun. */
export type StartableRow = {
  readonly taskId: string
  readonly taskTitle: string
  readonly taskKind: 'declaration' | 'adjustment' | 'monitoring' | 'self-evaluation'
  readonly fiscalYear: number
  readonly organisationId: string
  readonly organisation: string
  readonly projectId: string | null
  readonly project: string | null
  readonly dueOn: string
  readonly late: boolean
  /** False for a report on a target that is not approved yet: it can only begin from a file. */
  readonly hasTarget: boolean
}

export const work = {
  /** What the person may begin now, earliest deadline first. */
  startable: endpoint<readonly StartableRow[]>()('filing.edit', 'GET', '/startable', z.object({})),
}
