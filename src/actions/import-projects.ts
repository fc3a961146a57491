import type { ProjectImport } from '../api/projects.ts'
import { readList } from '../documents/list/read-list.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { type ImportPlan, planImport } from '../kernel/project/plan-import.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as projects from '../store/projects.ts'
import { type Context, stampOf } from './context.ts'

const columns = {
  unit: { headings: ['单位代码', '实施单位代码', '预算单位代码'], required: true },
  code: { headings: ['项目代码', '项目编码'] },
  name: { headings: ['项目名称', '项目'], required: true },
  nature: { headings: ['项目性质', '项目属性'] },
  category: { headings: ['项目类别', '项目类型'] },
  startsOn: { headings: ['开始日期', '开始时间', '项目开始日期'] },
  endsOn: { headings: ['结束日期', '结束时间', '项目结束日期', '完成日期'] },
  year: { headings: ['年度', '预算年度'] },
  fiscalWan: { headings: ['财政拨款（万元）', '财政资金（万元）'] },
  fiscalYuan: { headings: ['财政拨款（元）', '财政资金（元）'] },
  otherWan: { headings: ['其他资金（万元）'] },
  otherYuan: { headings: ['其他资金（元）'] },
} as const

/** 导入项目: a list of one project a row; all or nothing. The same list again changes nothing. */
export async function importProjects(
  context: Context,
  { bytes, name, dryRun }: { bytes: Uint8Array; name: string; dryRun: boolean },
): Promise<ProjectImport> {
  const { rows } = await readList({ bytes, name }, columns)
  const scope = scopeOf(context.actor, 'project.write')
  return withTx(context.db, async (tx) => {
    const units = await organisations.codesWithin(tx, scope)
    const plan = planImport(rows, units, await projects.inSubtree(tx, scope))
    const applied = !dryRun && plan.faults.length === 0
    if (applied) await apply(context, tx, plan, name)
    const updated = plan.update.filter(({ changed }) => changed).length
    return {
      applied,
      created: plan.create.length,
      updated,
      unchanged: plan.update.length - updated,
      faults: plan.faults,
    }
  })
}

async function apply(context: Context, tx: Tx, plan: ImportPlan, file: string): Promise<void> {
  const stamp = stampOf(context)
  const made = plan.create.map((planned) => ({ ...planned, id: context.newId() }))
  await projects.insertAll(tx, made, stamp)
  for (const { id, fields, changed } of plan.update) if (changed) await projects.update(tx, id, fields)
  const funds = [...made, ...plan.update].flatMap(({ id, funds: own }) =>
    own.map((fund) => ({ ...fund, projectId: id })),
  )
  await projects.saveFunds(tx, funds)
  const details = {
    file,
    created: made.map(({ id }) => id),
    updated: plan.update.filter(({ changed }) => changed).map(({ id }) => id),
  }
  await events.record(tx, { name: 'project.import', subject: file, details }, stamp)
}
