import type { CommentView } from '../api/comments.ts'
import type { Form } from '../kernel/form/form.ts'
import { placeOfComment } from '../kernel/lifecycle/comment-place.ts'
import { problem } from '../kernel/problem.ts'
import * as comments from '../store/comments.ts'
import type { Database } from '../store/db.ts'
import * as filedForms from '../store/filed-forms.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'

/** The comments of a filing, each at its cell in the newest version. */
export async function listComments(context: Context, { filingId }: { filingId: string }): Promise<CommentView[]> {
  const { filing } = await openFiling(context, filingId)
  const stored = await filedForms.version(context.db, filing.formId, filing.version)
  if (stored === undefined) throw problem('filing.version', { number: filing.version })
  return commentsOf(context.db, filing.id, stored.form)
}

export async function commentsOf(db: Database, filingId: string, form: Form): Promise<CommentView[]> {
  return (await comments.list(db, filingId)).map(
    ({ filingId: _, personId, rowKey, path, at, resolvedAt, ...rest }) => ({
      ...rest,
      ...placeOfComment({ path, rowKey, quote: rest.quote }, form),
      at: at.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
    }),
  )
}
