// Comments bound to a cell of a filing: they follow their row from version to version.
import { z } from 'zod'
import { endpoint, jsonEndpoint } from './endpoint.ts'

export type CommentView = {
  readonly id: string
  /** The version it was written at, and where its cell is in the newest one; null = the form as a whole, or the row is gone. */
  readonly version: number
  readonly path: string | null
  /** The row it was written at no longer exists. */
  readonly rowGone: boolean
  /** What the cell printed when it was written. */
  readonly quote: string | null
  /** The cell prints something else by now. */
  readonly changedSince: boolean
  readonly text: string
  readonly answerTo: string | null
  readonly at: string
  readonly by: string
  readonly resolvedAt: string | null
  readonly resolvedBy: string | null
}

const id = z.uuid('不是批注的编号')
const filingId = z.uuid('不是填报件的编号')
const text = z.string().trim().min(1, '请写明意见').max(5000)

export const comments = {
  list: endpoint<readonly CommentView[]>()('filing.read', 'GET', '/filings/:filingId/comments', z.object({ filingId })),
  add: jsonEndpoint<{ readonly id: string }>()(
    'filing.read',
    'POST',
    '/filings/:filingId/comments',
    z.object({
      filingId,
      /** Cell or row in the version named; null = the form as a whole. */
      path: z.string().min(1).max(300).nullable().default(null),
      version: z.number().int().min(1),
      text,
      answerTo: id.nullable().default(null),
    }),
  ),
  resolve: jsonEndpoint<void>()('filing.read', 'POST', '/comments/:id/resolve', z.object({ id })),
  reopen: jsonEndpoint<void>()('filing.read', 'POST', '/comments/:id/reopen', z.object({ id })),
}
