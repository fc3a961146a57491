import type { ReviewView } from '../api/reviews.ts'
import { permits } from '../kernel/lifecycle/decide.ts'
import { assess, faultsOf, type Marks } from '../kernel/lifecycle/four-aspects.ts'
import { isReview, states } from '../kernel/lifecycle/state.ts'
import { decide } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as steps from '../store/filing-steps.ts'
import * as reviews from '../store/reviews.ts'
import { type Context, stampOf } from './context.ts'
import { reviewView } from './list-reviews.ts'
import { lockFiling, type OpenFiling } from './open-filing.ts'

type Sheet = { readonly filingId: string; readonly marks: Marks; readonly opinion: string | null }

/** 四性审核: the reviewer's own sheet of the present version and step; saved again, it is replaced. */
export const saveReview = (context: Context, { filingId, marks, opinion }: Sheet): Promise<ReviewView> =>
  withTx(context.db, async (tx) => {
    const open = await lockFiling(context, tx, filingId)
    const { filing } = open
    refuseOthers(context, open)
    const faults = faultsOf(marks)
    if (faults.length > 0)
      throw problem(
        'review.faulty',
        { count: faults.length, first: faults[0] ?? '' },
        faults.map((message) => ({ path: 'marks', message })),
      )
    const stamp = stampOf(context)
    const key = { filingId, version: filing.version, step: filing.state, personId: context.actor.id }
    const assessment = assess(marks)
    await reviews.save(tx, key, { marks, opinion, ...assessment }, stamp)
    if (context.actor.id !== null) await steps.evaluated(tx, filingId, context.actor.id, opinion, stamp.now)
    const details = { version: filing.version, step: filing.state, points: assessment.points, grade: assessment.grade }
    await events.record(tx, { region: filing.region, name: 'review.save', subject: filingId, details }, stamp)
    return reviewView({ ...key, by: stamp.by, at: stamp.now, marks, opinion, ...assessment })
  })

/** The reviewer whose turn it is, whoever was asked to countersign, and the evaluators it was given to. */
function refuseOthers({ actor }: Context, { filing, facts, place }: OpenFiling): void {
  if (!isReview(filing.state))
    throw problem('filing.refused', { reason: `“${states[filing.state]}”时没有审核可填，审核表在审核环节填写。` })
  if (actor.id !== null && facts.preparers.includes(actor.id))
    throw problem('permission.denied', { reason: '自己填报的不得自己审核。' })
  const given = actor.id !== null && filing.assigned.includes(actor.id) && decide(actor, 'filing.opine', place).allowed
  const turn = permits('approve', actor, facts, place)
  if (!given && !turn.allowed) throw problem('permission.denied', { reason: turn.reason })
}
