import type { CycleRow, CycleView } from '../api/cycles.ts'
import { problem } from '../kernel/problem.ts'
import * as cycles from '../store/cycles.ts'
import * as tasks from '../store/tasks.ts'
import type { Context } from './context.ts'

const rowOf = ({ path, region, closedAt, ...cycle }: cycles.Cycle): CycleRow => ({
  ...cycle,
  closed: closedAt !== null,
})

/** Where the actor holds a role; null = everywhere. */
const placesOf = ({ actor }: Context): readonly string[] | null =>
  actor.kind === 'system' ? null : actor.grants.map((grant) => grant.path)

/** The cycles run above or below the actor's own organisations. */
export const listCycles = async (context: Context): Promise<readonly CycleRow[]> =>
  (await cycles.list(context.db, placesOf(context))).map(rowOf)

/** One of them. Problem: cycle.notFound, for those elsewhere too. */
export async function nearCycle(context: Context, id: string): Promise<cycles.Cycle> {
  const cycle = await cycles.loadNear(context.db, id, placesOf(context))
  if (cycle === undefined) throw problem('cycle.notFound', {})
  return cycle
}

export async function getCycle(context: Context, { id }: { id: string }): Promise<CycleView> {
  const cycle = await nearCycle(context, id)
  const { db } = context
  const rows = (await tasks.ofCycle(db, id)).map(({ cycleId, fiscalYear, profile, path, region, ...task }) => task)
  return { ...rowOf(cycle), tasks: rows }
}
