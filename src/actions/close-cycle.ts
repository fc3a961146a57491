import { problem } from '../kernel/problem.ts'
import * as cycles from '../store/cycles.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'

const setClosed = (context: Context, id: string, close: boolean): Promise<void> =>
  withTx(context.db, async (tx) => {
    const cycle = await cycles.lock(tx, id)
    if (!cycle) throw problem('cycle.notFound', {})
    permit(context.actor, 'cycle.write', { path: cycle.path })
    if ((cycle.closedAt !== null) === close) return
    const stamp = stampOf(context)
    await cycles.setClosed(tx, id, close ? stamp.now : null)
    await events.record(tx, { region: cycle.region, name: close ? 'cycle.close' : 'cycle.reopen', subject: id }, stamp)
  })

/** 关闭年度: none of its tasks accepts anything any more. */
export const closeCycle = (context: Context, { id }: { id: string }): Promise<void> => setClosed(context, id, true)

/** 重新开放年度. */
export const reopenCycle = (context: Context, { id }: { id: string }): Promise<void> => setClosed(context, id, false)
