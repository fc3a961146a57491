import { problem } from '../kernel/problem.ts'
import * as cycles from '../store/cycles.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as tasks from '../store/tasks.ts'
import { type Context, stampOf } from './context.ts'
import { layoutOf } from './layout-of.ts'
import { permit } from './permit.ts'

export type NewTask = tasks.Audience & {
  readonly cycleId: string
  readonly kind: tasks.Task['kind']
  readonly title: string
  readonly layout: string
  readonly opensOn: string
  readonly dueOn: string
  readonly closesOn: string | null
}

/** 开放任务: one official form, to be filed by a set of organisations within a window of days. */
export async function openTask(
  context: Context,
  { cycleId, organisations, below, ...given }: NewTask,
): Promise<{ id: string; organisations: number }> {
  const layout = layoutOf(given.layout)
  return withTx(context.db, async (tx) => {
    const cycle = await cycles.lock(tx, cycleId)
    if (!cycle) throw problem('cycle.notFound', {})
    permit(context.actor, 'cycle.write', { path: cycle.path })
    const stamp = stampOf(context)
    const id = context.newId()
    await tasks.insert(tx, {
      id,
      cycle_id: cycleId,
      kind: given.kind,
      title: given.title,
      form_kind: layout.kind,
      layout: layout.id,
      opens_on: given.opensOn,
      due_on: given.dueOn,
      closes_on: given.closesOn,
      created_at: stamp.now,
    })
    const opened = await tasks.openFor(tx, id, cycle.path, { organisations, below })
    await events.record(
      tx,
      { region: cycle.region, name: 'task.open', subject: id, details: { cycleId, ...given, organisations: opened } },
      stamp,
    )
    return { id, organisations: opened }
  })
}
