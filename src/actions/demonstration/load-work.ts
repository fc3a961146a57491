// The year's work of the demonstration, done as its plans say: projects from the stored forms, tasks, filings in every state.
import { addDays } from '../../kernel/calendar/calendar.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { Actor } from '../../kernel/policy/actor.ts'
import { system } from '../../kernel/policy/actor.ts'
import { scopeOf } from '../../kernel/policy/decide.ts'
import { Problem } from '../../kernel/problem.ts'
import { nameKey } from '../../kernel/project/project.ts'
import { withTx } from '../../store/db.ts'
import * as owners from '../../store/form-owners.ts'
import * as forms from '../../store/forms.ts'
import { addComment } from '../add-comment.ts'
import { assignFiling } from '../assign-filing.ts'
import { type Context, dayOf } from '../context.ts'
import { createFiling } from '../create-filing.ts'
import { getFiling } from '../get-filing.ts'
import { auditName } from '../identify.ts'
import * as moves from '../move-filing.ts'
import { openCycle } from '../open-cycle.ts'
import { openTask } from '../open-task.ts'
import { saveFiling } from '../save-filing.ts'
import { createProject } from '../save-project.ts'
import type { Account, DemoPlaces } from './load-places.ts'
import { people } from './people.ts'
import { type Plan, plans, type Stage, stages, type TaskPlan } from './plans.ts'

/** The same project of a unit under one identity, whatever the year of the form. */
export async function loadProjects(context: Context): Promise<void> {
  const all = (await owners.owned(context.db)).filter(({ project }) => project !== '')
  const projects = Map.groupBy(all, ({ organisationId, project }) => `${organisationId} ${nameKey(project)}`)
  for (const own of projects.values()) {
    const [first] = own
    if (!first) continue
    const { organisationId, project: name } = first
    const heads = own.map(({ head }) => head)
    const said = (key: 'nature' | 'category') => heads.find((head) => head?.[key])?.[key] ?? null
    const fields = {
      code: '',
      nature: said('nature'),
      category: said('category'),
      startsOn: null,
      endsOn: null,
      funds: [],
    }
    const { id } = await createProject(context, { organisationId, name, ...fields })
    await withTx(context.db, (tx) =>
      owners.linkToProject(
        tx,
        id,
        own.map((form) => form.id),
      ),
    )
  }
}

/** Tasks that are open for the weeks to come, and filings that have come as far as their content allows. */
export async function loadWork(context: Context, at: DemoPlaces, accounts: readonly Account[]): Promise<void> {
  const today = dayOf(context)
  for (const plan of plans) {
    const { by, year: fiscalYear, name, profile } = plan
    const { id: cycleId } = await openCycle(context, { organisationId: idOf(at, by), fiscalYear, name, profile })
    for (const task of plan.tasks) {
      const { kind, title, layout } = task
      const days = { opensOn: addDays(today, -30), dueOn: addDays(today, 14), closesOn: null }
      const audience = { organisations: [idOf(at, plan.for)], below: ['unit'] }
      const { id: taskId } = await openTask(context, { cycleId, kind, title, layout, ...days, ...audience })
      await fileAll(context, at, accounts, plan, task, taskId)
    }
  }
}

const idOf = (at: DemoPlaces, code: string): string => {
  const place = at.get(code)
  if (!place) throw new Error(`no place ${code} in the demonstration`)
  return place.id
}

/** One filing a stored form of the plan's offices. */
async function fileAll(
  context: Context,
  at: DemoPlaces,
  accounts: readonly Account[],
  plan: Plan,
  task: TaskPlan,
  taskId: string,
): Promise<void> {
  const root = at.get(plan.for)
  const units = new Set([...at.values()].filter(({ path }) => root && path.startsWith(root.path)).map(({ id }) => id))
  const own = (await owners.owned(context.db)).filter(
    ({ kind, organisationId }) => kind === task.from && units.has(organisationId),
  )
  const persons = plan.persons.map((login) => ({ ...context, actor: actorOf(at, accounts, login) }))
  for (const [i, { id, organisationId, projectId }] of own.entries()) {
    const stage = task.stages[i % task.stages.length]
    const stored = await forms.load(context.db, scopeOf(system, 'form.read'), id)
    if (!stage || !stored) continue
    const filed = await file(persons, task, { taskId, organisationId, projectId, printed: stored.form, stage })
    if (filed === null || stage !== 'finance-review' || !plan.evaluation) continue
    const { by, evaluator } = plan.evaluation
    const manager = { ...context, actor: actorOf(at, accounts, by) }
    await assignFiling(manager, { id: filed, persons: [accountOf(accounts, evaluator).id] })
  }
}

type Filed = {
  readonly taskId: string
  readonly organisationId: string
  readonly projectId: string | null
  readonly printed: Form
  readonly stage: Stage
}

/** Done by the very persons, through the same actions as everybody's; what a form's content does not allow is left undone (null). */
async function file(
  [preparer, ...reviewers]: readonly Context[],
  task: TaskPlan,
  { printed, stage, ...start }: Filed,
): Promise<string | null> {
  if (!preparer) return null
  const reached = stages.indexOf(stage === 'returned' ? 'unit-review' : stage)
  const last = reviewers.at(-2)
  try {
    const { id } = await createFiling(preparer, { ...start, from: task.start })
    const { version, form } = await getFiling(preparer, { id })
    await saveFiling(preparer, { id, version, form: task.fill(printed, form) })
    if (reached > 0) await moves.submitFiling(preparer, { id })
    for (const reviewer of reviewers.slice(0, Math.max(0, reached - 1))) await moves.approveFiling(reviewer, { id })
    if (stage === 'published' && last) await moves.publishFiling(last, { id })
    if (stage === 'returned' && reviewers[0]) await sendBack(reviewers[0], id)
    return id
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
  return null
}

/** With the cell marked that is to be changed, and what is asked for said there. */
async function sendBack(reviewer: Context, id: string): Promise<void> {
  const path = 'indicators[0].target'
  const { version } = await getFiling(reviewer, { id })
  const text = '请说明这个指标值怎样统计、数据从哪里来。'
  await addComment(reviewer, { filingId: id, path, version, text, answerTo: null })
  await moves.sendBackFiling(reviewer, { id, reason: '指标值的统计口径不清，见批注。', paths: [path] })
}

function accountOf(accounts: readonly Account[], login: string): Account {
  const account = accounts.find((one) => one.login === login)
  if (!account) throw new Error(`no account ${login} in the demonstration`)
  return account
}

function actorOf(at: DemoPlaces, accounts: readonly Account[], login: string): Actor {
  const account = accountOf(accounts, login)
  const roles = people.find((one) => one.login === login)?.roles ?? []
  const grants = roles.flatMap(([role, code]) => {
    const place = at.get(code)
    return place ? [{ role, organisation: place.id, path: place.path }] : []
  })
  return { kind: 'person', id: account.id, name: auditName(account), grants, scopes: null }
}
