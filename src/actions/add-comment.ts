import { at, printedAt } from '../kernel/form/path.ts'
import { rowKeyAt } from '../kernel/lifecycle/comment-place.ts'
import { decide } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as comments from '../store/comments.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import { type Context, stampOf } from './context.ts'
import { type OpenFiling, openFiling } from './open-filing.ts'

type NewComment = {
  readonly filingId: string
  readonly path: string | null
  readonly version: number
  readonly text: string
  readonly answerTo: string | null
}

/** Whoever may read the filing as a person of the year's work may comment on it, in any state. */
export const addComment = (context: Context, given: NewComment): Promise<{ id: string }> =>
  withTx(context.db, async (tx) => {
    const { filing } = await openFiling(context, given.filingId, tx)
    const { form } = (await filedForms.version(tx, filing.formId, given.version)) ?? { form: null }
    if (form === null) throw problem('filing.version', { number: given.version })
    if (given.path !== null && at(form, given.path) === undefined)
      throw problem('filing.unfit', { reason: `表中没有“${given.path}”这一处。` })
    await refuseForeignAnswer(tx, given)
    const [id, stamp] = [context.newId(), stampOf(context)]
    await comments.insert(tx, {
      id,
      filing_id: filing.id,
      form_version: given.version,
      path: given.path,
      row_key: rowKeyAt(form, given.path),
      quote: given.path === null ? null : printedAt(form, given.path),
      text: given.text,
      answer_to: given.answerTo,
      at: stamp.now,
      by: stamp.by,
      person_id: context.actor.id,
    })
    const details = { comment: id, path: given.path, version: given.version }
    await events.record(tx, { region: filing.region, name: 'comment.add', subject: filing.id, details }, stamp)
    return { id }
  })

async function refuseForeignAnswer(tx: Tx, { answerTo, filingId }: NewComment): Promise<void> {
  if (answerTo === null) return
  const answered = await comments.load(tx, answerTo)
  if (answered?.filingId !== filingId) throw problem('comment.notFound', {})
}

/** A comment is closed by whoever wrote it or reviews the filing, and opened again by the same. */
export const resolveComment = (context: Context, { id }: { id: string }): Promise<void> =>
  setResolved(context, id, true)
export const reopenComment = (context: Context, { id }: { id: string }): Promise<void> =>
  setResolved(context, id, false)

const setResolved = (context: Context, id: string, resolved: boolean): Promise<void> =>
  withTx(context.db, async (tx) => {
    const comment = await comments.load(tx, id)
    if (comment === undefined) throw problem('comment.notFound', {})
    const open = await openFiling(context, comment.filingId, tx)
    const isOwn = comment.personId !== null && comment.personId === context.actor.id
    if (!isOwn && !reviews(context, open))
      throw problem('permission.denied', { reason: '批注由写批注的人或审核人解决，填报人可以答复。' })
    const stamp = stampOf(context)
    await comments.setResolved(tx, id, resolved ? stamp.now : null, resolved ? stamp.by : null)
    const name = resolved ? 'comment.resolve' : 'comment.reopen'
    const { region } = open.filing
    await events.record(tx, { region, name, subject: comment.filingId, details: { comment: id } }, stamp)
  })

const reviews = ({ actor }: Context, { place }: OpenFiling): boolean =>
  (['filing.unit-review', 'filing.department-review', 'filing.finance-review', 'filing.manage'] as const).some(
    (permission) => decide(actor, permission, place).allowed,
  )
