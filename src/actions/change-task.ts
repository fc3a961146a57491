import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as tasks from '../store/tasks.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'

/** A task changed by whoever runs its cycle, and the event of it. */
const changing = <T>(
  context: Context,
  id: string,
  name: string,
  details: object,
  change: (tx: Tx, task: tasks.Task) => Promise<T>,
): Promise<T> =>
  withTx(context.db, async (tx) => {
    const task = await tasks.lock(tx, id)
    if (!task) throw problem('task.notFound', {})
    permit(context.actor, 'cycle.write', { path: task.path })
    const done = await change(tx, task)
    await events.record(tx, { region: task.region, name, subject: id, details }, stampOf(context))
    return done
  })

/** Opens the task for more organisations. */
export const openTaskFor = (
  context: Context,
  { id, ...audience }: tasks.Audience & { id: string },
): Promise<{ added: number }> =>
  changing(context, id, 'task.openFor', audience, async (tx, task) => ({
    added: await tasks.openFor(tx, id, task.path, audience),
  }))

/** 延期: a later deadline for one organisation. */
export const extendTask = (
  context: Context,
  { id, organisationId, to, reason }: { id: string; organisationId: string; to: string; reason: string },
): Promise<void> =>
  changing(context, id, 'task.extend', { organisationId, to, reason }, async (tx) => {
    if (await tasks.extend(tx, id, organisationId, to, context.actor.name)) return
    const organisation = await organisations.load(tx, organisationId)
    throw problem('task.notFor', { organisation: organisation?.name ?? '该机构' })
  })

export const closeTask = (context: Context, { id }: { id: string }): Promise<void> =>
  changing(context, id, 'task.close', {}, async (tx) => void (await tasks.setClosed(tx, id, context.now())))

export const reopenTask = (context: Context, { id }: { id: string }): Promise<void> =>
  changing(context, id, 'task.reopen', {}, async (tx) => void (await tasks.setClosed(tx, id, null)))
