import type { Place } from '../kernel/policy/permission.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import type { Security } from '../kernel/policy/security.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'

/** Of the whole installation, so for those alone who stand above all of it. */
async function permitEverywhere({ db, actor }: Context, permission: Permission): Promise<void> {
  const roots = await organisations.children(db, null)
  const places: readonly Place[] = roots.length > 0 ? roots : [{ path: null }]
  for (const { path } of places) permit(actor, permission, { path })
}

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
