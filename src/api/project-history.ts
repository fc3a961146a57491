// A project over the years: figures, documents and decisions.
import { z } from 'zod'
import type { OverYears } from '../kernel/project/over-years.ts'
import { endpoint } from './endpoint.ts'

export type ProjectHistory = OverYears & {
  /** Files its forms were read from. */
  readonly documents: readonly { readonly id: string; readonly name: string; readonly importedAt: string }[]
  /** Steps of all its filings, the newest first. */
  readonly decisions: readonly ProjectDecision[]
}

export type ProjectDecision = {
  readonly filingId: string
  readonly task: string
  readonly year: number
  readonly verb: string
  readonly title: string
  readonly at: string
  readonly by: string
  readonly reason: string | null
}

export const projectHistory = {
  get: endpoint<ProjectHistory>()(
    'project.read',
    'GET',
    '/projects/:id/history',
    z.object({ id: z.uuid('不是项目的编号') }),
  ),
}
