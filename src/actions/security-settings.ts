import type { Security } from '../kernel/policy/security.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'
import { permitEverywhere } from './permit.ts'

export async function getSecurity(context: Context): Promise<Security> {
  await permitEverywhere(context, 'security.read')
  return settings.security(context.db)
}

/** In force with the next request of everybody. */
export async function setSecurity(context: Context, wanted: Security): Promise<Security> {
  await permitEverywhere(context, 'security.write')
  await withTx(context.db, async (tx) => {
    const before = await settings.security(tx)
    const stamp = stampOf(context)
    await settings.save(tx, 'security', wanted, stamp)
    const details = { before, after: wanted }
    await events.record(tx, { name: 'security.change', subject: 'security', details }, stamp)
  })
  return wanted
}
