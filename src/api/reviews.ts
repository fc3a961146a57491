// 四性审核表 of a filing.
import { z } from 'zod'
import { grades, type Marks, type Outcome } from '../kernel/lifecycle/four-aspects.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

export type ReviewView = {
  readonly version: number
  readonly step: string
  readonly stepTitle: string
  readonly by: string
  readonly at: string
  readonly marks: Marks
  readonly points: string | null
  readonly grade: string | null
  readonly outcome: Outcome | null
  /** What follows from the grade, in Chinese. */
  readonly says: string | null
  readonly opinion: string | null
}

const filingId = z.uuid('不是填报件的编号')
const mark = z.object({
  points: z
    .string()
    .regex(/^\d+(\.\d+)?$/, '应为分数，如 8 或 8.5')
    .nullable()
    .default(null),
  grade: z.enum(grades).nullable().default(null),
  opinion: z.string().trim().max(2000).nullable().default(null),
})

export const reviews = {
  list: endpoint<readonly ReviewView[]>()('filing.read', 'GET', '/filings/:filingId/reviews', z.object({ filingId })),
  save: jsonEndpoint<ReviewView>()(
    'filing.opine',
    'PUT',
    '/filings/:filingId/review',
    z.object({
      filingId,
      marks: z.record(z.string().max(40), mark),
      opinion: z.string().trim().max(5000).nullable().default(null),
    }),
  ),
}
