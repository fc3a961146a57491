import type { WrittenFile } from '../api/check.ts'
import type { OrganisationImport } from '../api/organisations.ts'
import { readList } from '../documents/list/read-list.ts'
import { writeList } from '../documents/list/write-list.ts'
import type { Organisation } from '../kernel/organisation/organisation.ts'
import { type ImportPlan, planImport } from '../kernel/organisation/plan-import.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import { lockOrganisation } from './change-organisation.ts'
import { type Context, dayOf, stampOf } from './context.ts'

const columns = {
  kind: { headings: ['类型', '机构类型', '类别'] },
  code: { headings: ['代码', '单位代码', '机构代码', '预算单位代码', '部门代码'], required: true },
  name: { headings: ['名称', '单位名称', '机构名称', '预算单位名称', '部门名称', '单位全称'], required: true },
  parent: { headings: ['上级代码', '上级单位代码', '主管部门代码', '上级机构代码'] },
} as const

/** An empty list to be filled in, under the headings the import knows. */
export async function organisationTemplate(): Promise<WrittenFile> {
  const headings = Object.values(columns).map((column) => column.headings[0])
  return { name: '机构导入模板.xlsx', base64: Buffer.from(writeList('机构', headings, [])).toString('base64') }
}

/** 导入机构: a list of one organisation a row, below `rootId`; all or nothing. The same list again changes nothing. */
export async function importOrganisations(
  context: Context,
  { rootId, bytes, name, dryRun }: { rootId: string; bytes: Uint8Array; name: string; dryRun: boolean },
): Promise<OrganisationImport> {
  const { rows } = await readList({ bytes, name }, columns)
  return withTx(context.db, async (tx) => {
    const root = await lockOrganisation(context, tx, rootId)
    const existing = await organisations.inSubtree(tx, root.path)
    const plan = planImport(rows, root, existing)
    const applied = !dryRun && plan.faults.length === 0
    if (applied) await apply(context, tx, plan, root, existing, name)
    return {
      applied,
      created: plan.create.length,
      renamed: plan.rename.map(({ from, to }) => ({ from, to })),
      moved: plan.move.map(({ name: moved, parentCode }) => ({ name: moved, parentCode })),
      unchanged: plan.unchanged,
      faults: plan.faults,
    }
  })
}

async function apply(
  context: Context,
  tx: Tx,
  plan: ImportPlan,
  root: Organisation,
  existing: readonly Organisation[],
  file: string,
): Promise<void> {
  const today = dayOf(context)
  const reason = `导入 ${file}`
  const byCode = new Map([...existing, root].map((organisation) => [organisation.code, organisation]))
  const byId = new Map(existing.map((organisation) => [organisation.id, organisation]))
  const made = plan.create.map((creation) => {
    const parent = byCode.get(creation.parentCode) ?? root
    const id = context.newId()
    const { kind, code, name } = creation
    const region = kind === 'region' ? name : parent.region
    const organisation: Organisation = {
      id,
      kind,
      code,
      name,
      parentId: parent.id,
      path: `${parent.path}${id}/`,
      region,
      validFrom: root.validFrom,
      validTo: null,
    }
    byCode.set(code, organisation)
    return organisation
  })
  await organisations.insertAll(tx, made)
  const changes: organisations.Change[] = made.map(({ id, kind, code, name, parentId, validFrom }) => ({
    organisationId: id,
    verb: 'create',
    effectiveOn: validFrom,
    before: null,
    after: { kind, code, name, parentId },
    reason,
  }))
  for (const { id, from, to } of plan.rename) {
    const organisation = byId.get(id)
    if (organisation) await organisations.rename(tx, organisation, to)
    changes.push({
      organisationId: id,
      verb: 'rename',
      effectiveOn: today,
      before: { name: from },
      after: { name: to },
      reason,
    })
  }
  for (const { id, parentCode } of plan.move) {
    // as it stands now: an earlier move of this import may have taken it along
    const [organisation, parent] = [
      await organisations.load(tx, id),
      await organisations.load(tx, byCode.get(parentCode)?.id ?? root.id),
    ]
    if (!organisation || !parent) continue
    await organisations.move(tx, organisation, parent)
    changes.push({
      organisationId: id,
      verb: 'move',
      effectiveOn: today,
      before: { parentId: organisation.parentId },
      after: { parentId: parent.id },
      reason,
    })
  }
  const stamp = stampOf(context)
  await organisations.recordChanges(tx, changes, stamp)
  const details = {
    file,
    created: made.length,
    renamed: plan.rename.length,
    moved: plan.move.length,
    unchanged: plan.unchanged,
  }
  await events.record(tx, { region: root.region, name: 'organisation.import', subject: root.id, details }, stamp)
}
