import { problem } from '../kernel/problem.ts'
import type { Fields } from '../kernel/project/plan-import.ts'
import type { ProjectFund } from '../kernel/project/project.ts'
import { parseProjectCode } from '../kernel/project/project-code.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as projects from '../store/projects.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'

type Given = Fields & { readonly funds: readonly ProjectFund[] }

/** 新建项目. */
export function createProject(context: Context, { funds, ...fields }: Given): Promise<{ id: string }> {
  return withTx(context.db, async (tx) => {
    const region = await placeFor(context, tx, fields, null)
    const id = context.newId()
    const stamp = stampOf(context)
    await projects.insertAll(tx, [{ id, fields }], stamp)
    await projects.saveFunds(
      tx,
      funds.map((fund) => ({ ...fund, projectId: id })),
    )
    await events.record(tx, { region, name: 'project.create', subject: id, details: { ...fields, funds } }, stamp)
    return { id }
  })
}

/** 修改项目. Problems: project.changed when somebody else saved in the meantime. */
export function saveProject(
  context: Context,
  { id, revision, funds, ...fields }: Given & { id: string; revision: number },
): Promise<void> {
  return withTx(context.db, async (tx) => {
    const before = await lockProject(context, tx, id)
    if (before.revision !== revision) throw problem('project.changed', { revision: before.revision })
    const region = await placeFor(context, tx, fields, id)
    await projects.update(tx, id, fields)
    await projects.saveFunds(
      tx,
      funds.map((fund) => ({ ...fund, projectId: id })),
    )
    const { name, code, organisationId } = before
    await events.record(
      tx,
      {
        region,
        name: 'project.save',
        subject: id,
        details: { before: { name, code, organisationId }, after: { ...fields, funds } },
      },
      stampOf(context),
    )
  })
}

const setClosed = (context: Context, id: string, close: boolean): Promise<void> =>
  withTx(context.db, async (tx) => {
    const { region } = await lockProject(context, tx, id)
    const stamp = stampOf(context)
    await projects.setClosed(tx, id, close ? stamp.now : null)
    await events.record(tx, { region, name: close ? 'project.close' : 'project.reopen', subject: id }, stamp)
  })

/** 结束项目: no task asks for it any more; what was filed stays. */
export const closeProject = (context: Context, { id }: { id: string }): Promise<void> => setClosed(context, id, true)
export const reopenProject = (context: Context, { id }: { id: string }): Promise<void> => setClosed(context, id, false)

async function lockProject(context: Context, tx: Tx, id: string): Promise<projects.ProjectRow> {
  const project = await projects.lock(tx, id)
  if (!project) throw problem('project.notFound', {})
  permit(context.actor, 'project.write', { path: project.path })
  return project
}

/** The region of the unit the project goes to, once it is allowed and its fields are sound. */
async function placeFor(context: Context, tx: Tx, fields: Fields, id: string | null): Promise<string> {
  const organisation = await organisations.load(tx, fields.organisationId)
  if (!organisation) throw problem('organisation.notFound', {})
  permit(context.actor, 'project.write', { path: organisation.path })
  const code = fields.code === '' ? null : parseProjectCode(fields.code)
  if (code && 'wrong' in code) throw problem('project.unfit', { reason: code.wrong })
  if (fields.startsOn && fields.endsOn && fields.startsOn > fields.endsOn)
    throw problem('project.unfit', { reason: `结束日期${fields.endsOn}早于开始日期${fields.startsOn}。` })
  if (await projects.codeTaken(tx, fields.code, id)) throw problem('project.codeTaken', { code: fields.code })
  return organisation.region
}
