import { itemsOf } from '../kernel/evidence/checklist.ts'
import { kindLabel } from '../kernel/form/kind-label.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { fitsTask } from '../kernel/lifecycle/form-of-task.ts'
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
  /** Items of the evidence checklist without which nothing is handed in. */
  readonly evidence?: readonly string[]
}

/** 开放任务: one official form, to be filed by a set of organisations within a window of days. */
export async function openTask(
  context: Context,
  { cycleId, organisations, below, evidence = [], ...given }: NewTask,
): Promise<{ id: string; organisations: number }> {
  const layout = layoutOf(given.layout)
  refuseOtherForm(given.kind, layout)
  refuseUnknownEvidence(given.kind, evidence)
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
      evidence: [...evidence],
      created_at: stamp.now,
    })
    const opened = await tasks.openFor(tx, id, cycle.path, { organisations, below })
    const details = { cycleId, ...given, evidence, organisations: opened }
    await events.record(tx, { region: cycle.region, name: 'task.open', subject: id, details }, stamp)
    return { id, organisations: opened }
  })
}

function refuseOtherForm(kind: NewTask['kind'], { title, kind: formKind }: Layout): void {
  if (fitsTask(kind, formKind)) return
  const message = `“${title}”是${kindLabel[formKind]}的表样，与任务的类型不符，请另选表样`
  throw problem('input.invalid', { message }, [{ path: 'layout', message }])
}

function refuseUnknownEvidence(kind: NewTask['kind'], evidence: readonly string[]): void {
  const items = itemsOf(kind)
  const unknown = evidence.filter((item) => items[item] === undefined)
  if (unknown.length === 0) return
  const known = Object.entries(items).map(([item, { title }]) => `${item}（${title}）`)
  const message = `没有材料类别“${unknown.join('、')}”，可用的类别：${known.join('、')}`
  throw problem('input.invalid', { message }, [{ path: 'evidence', message }])
}
