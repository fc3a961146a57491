import { problem } from '../kernel/problem.ts'
import { profileOf } from '../kernel/profile/choose.ts'
import { profiles } from '../kernel/profile/index.ts'
import * as cycles from '../store/cycles.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'

export type NewCycle = {
  readonly organisationId: string
  readonly fiscalYear: number
  readonly name: string
  readonly profile: string
}

/** 开设年度: a fiscal year's work, run by a finance bureau or department, under one profile. */
export async function openCycle(
  context: Context,
  { organisationId, fiscalYear, name, profile }: NewCycle,
): Promise<{ id: string }> {
  if (!profileOf(profile))
    throw problem('profile.unknown', { id: profile, known: profiles.map(({ id }) => id).join('、') })
  return withTx(context.db, async (tx) => {
    const organisation = await organisations.load(tx, organisationId)
    if (!organisation) throw problem('organisation.notFound', {})
    permit(context.actor, 'cycle.write', { path: organisation.path })
    const stamp = stampOf(context)
    const id = context.newId()
    const made = await cycles.insert(tx, {
      id,
      organisation_id: organisationId,
      fiscal_year: fiscalYear,
      name,
      profile,
      created_at: stamp.now,
    })
    if (!made) throw problem('cycle.exists', { organisation: organisation.name, year: fiscalYear, name })
    await events.record(
      tx,
      {
        region: organisation.region,
        name: 'cycle.open',
        subject: id,
        details: { organisationId, fiscalYear, name, profile },
      },
      stamp,
    )
    return { id }
  })
}
