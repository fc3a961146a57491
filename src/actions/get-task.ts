import type { TaskProgress, TaskView } from '../api/tasks.ts'
import { isKnown } from '../kernel/calendar/calendar.ts'
import { deadline, phaseOn } from '../kernel/cycle/window.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as tasks from '../store/tasks.ts'
import { type Context, dayOf } from './context.ts'

/** A task and how far everybody within the actor's reach is with it. */
export async function getTask(context: Context, { id }: { id: string }): Promise<TaskView> {
  const task = await tasks.load(context.db, id)
  if (!task) throw problem('task.notFound', {})
  const { path, region, ...view } = task
  const today = dayOf(context)
  const rows = await tasks.progress(context.db, scopeOf(context.actor, 'filing.read'), task)
  return {
    ...view,
    deadline: deadline({ ...task, extendedTo: null }),
    organisations: rows.map((row) => progressOf(task, row, today)),
    holidaysKnown: isKnown(task.dueOn),
  }
}

function progressOf(task: tasks.Task, { extendedTo, ...row }: tasks.Progress, today: string): TaskProgress {
  const window = { ...task, extendedTo }
  const notStarted = row.expected - row.draft - row.returned - row.inReview - row.settled
  const outstanding = notStarted + row.draft + row.returned
  return {
    ...row,
    deadline: deadline(window),
    phase: phaseOn(window, today),
    notStarted,
    late: outstanding > 0 && today > deadline(window),
  }
}
