import type { CycleRow, CycleView } from '../api/cycles.ts'
import { problem } from '../kernel/problem.ts'
import * as cycles from '../store/cycles.ts'
import * as tasks from '../store/tasks.ts'
import type { Context } from './context.ts'

const rowOf = ({ path, region, closedAt, ...cycle }: cycles.Cycle): CycleRow => ({
  ...cycle,
  closed: closedAt !== null,
})

/** The cycles run above or below the actor's own organisations. */
export async function listCycles({ db, actor }: Context): Promise<readonly CycleRow[]> {
  const paths = actor.kind === 'system' ? null : actor.grants.map((grant) => grant.path)
  return (await cycles.list(db, paths)).map(rowOf)
}

export async function getCycle({ db }: Context, { id }: { id: string }): Promise<CycleView> {
  const cycle = await cycles.load(db, id)
  if (!cycle) throw problem('cycle.notFound', {})
  const rows = (await tasks.ofCycle(db, id)).map(({ cycleId, fiscalYear, profile, path, region, ...task }) => task)
  return { ...rowOf(cycle), tasks: rows }
}
