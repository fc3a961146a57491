// Publishing a form that came from a document, and taking it back. A filing has verbs of its own for this.
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as forms from '../store/forms.ts'
import * as places from '../store/places.ts'
import * as publications from '../store/publications.ts'
import { type Context, dayOf, stampOf } from './context.ts'
import { permit } from './permit.ts'
import { refuseUnfitToPublish } from './refuse-unfit-to-publish.ts'

/**
 * Everybody may read this version from now on, after what was public before. `acknowledged`: what is against it was seen.
 * Problems: form.notFound, permission.denied, form.refused, form.changed, publication.unfit.
 */
export const publishForm = (
  context: Context,
  { id, version, acknowledged }: { readonly id: string; readonly version: number; readonly acknowledged: boolean },
): Promise<void> =>
  withTx(context.db, async (tx) => {
    const { form, region, current } = await openForm(context, tx, id)
    if (current !== version) throw problem('form.changed', { number: current })
    refuseUnfitToPublish(form, dayOf(context), acknowledged)
    const stamp = stampOf(context)
    await filedForms.putInForce(tx, id, version)
    await filedForms.publish(tx, id, version, stamp.now)
    const details = { version, ...(acknowledged ? { acknowledged } : {}) }
    await events.record(tx, { region, name: 'form.publish', subject: id, details }, stamp)
  })

/** It stays where it was published, marked as withdrawn. Problems: as above; form.refused where it is not published. */
export const retractForm = (
  context: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> =>
  withTx(context.db, async (tx) => {
    const { region, current, standing } = await openForm(context, tx, id)
    if (!standing.publishedAt) throw problem('form.refused', { reason: '这张表没有公开，不必撤回。' })
    if (standing.retractedAt) throw problem('form.refused', { reason: '这张表已经撤回。' })
    const stamp = stampOf(context)
    const version = standing.publishedVersion ?? current
    await filedForms.retract(tx, id, stamp.now)
    await events.record(tx, { region, name: 'form.retract', subject: id, details: { version, reason } }, stamp)
  })

/** The form, locked, which this actor may publish. */
async function openForm(context: Context, tx: Tx, id: string) {
  const standing = await publications.lock(tx, id)
  const place = await places.ofForm(tx, id)
  const stored = await forms.load(tx, scopeOf(context.actor, 'form.read'), id)
  if (!standing || !place || !stored) throw problem('form.notFound', { id })
  permit(context.actor, 'filing.publish', { path: place.path })
  if (standing.filingId !== null)
    throw problem('form.refused', { reason: '这是在本系统填报的表，请在填报件的页面公开或撤回。' })
  return { form: stored.form, current: stored.current, region: standing.region, standing }
}
