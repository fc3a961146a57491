// The year's work of the demonstration: projects from the stored forms, two years of tasks, filings in every state.

import { addDays } from '../../kernel/calendar/calendar.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { TaskKind } from '../../kernel/lifecycle/state.ts'
import type { Actor } from '../../kernel/policy/actor.ts'
import { system } from '../../kernel/policy/actor.ts'
import { scopeOf } from '../../kernel/policy/decide.ts'
import { Problem } from '../../kernel/problem.ts'
import { nameKey } from '../../kernel/project/project.ts'
import { withTx } from '../../store/db.ts'
import * as owners from '../../store/form-owners.ts'
import * as forms from '../../store/forms.ts'
import { type Context, dayOf } from '../context.ts'
import { createFiling } from '../create-filing.ts'
import { getFiling } from '../get-filing.ts'
import { auditName } from '../identify.ts'
import * as moves from '../move-filing.ts'
import { openCycle } from '../open-cycle.ts'
import { openTask } from '../open-task.ts'
import { saveFiling } from '../save-filing.ts'
import { createProject } from '../save-project.ts'
import { resultsOf, targetsOf } from './fill.ts'
import type { Account, DemoPlaces } from './load-places.ts'
import { people } from './people.ts'

/** How far a filing has come: each value is one step further than the one before it. */
const stages = ['draft', 'unit-review', 'department-review', 'finance-review', 'settled', 'published'] as const

type Stage = (typeof stages)[number]

type TaskPlan = {
  readonly kind: TaskKind
  readonly title: string
  readonly layout: string
  /** The kind of stored form it is filled from. */
  readonly from: Form['kind']
  readonly start: 'empty' | 'approved-target'
  /** What is typed into the form as it begins. */
  readonly fill: (printed: Form, begun: Form) => Form
  /** How far each comes, over and over; null = left to be begun. */
  readonly stages: readonly (Stage | null)[]
}

type Plan = {
  readonly by: string
  readonly profile: string
  readonly year: number
  readonly name: string
  readonly for: string
  /** Preparer, unit, department and finance reviewer. */
  readonly persons: readonly [string, string, string, string]
  readonly tasks: readonly TaskPlan[]
}

const asPrinted = (printed: Form): Form => printed

const shanghai = ['tianbao', 'shenhe', 'zhuguan', 'caizheng'] as const
const plans: readonly Plan[] = [
  {
    by: 'D310',
    profile: 'shanghai@2023',
    year: 2023,
    name: '2023年度绩效管理',
    for: 'D311',
    persons: shanghai,
    tasks: [
      // what the self-evaluations print as approved
      {
        kind: 'declaration',
        title: '项目支出绩效目标申报',
        layout: 'shanghai-target-declaration',
        from: 'project-self-evaluation',
        start: 'empty',
        fill: targetsOf,
        stages: ['settled'],
      },
      {
        kind: 'self-evaluation',
        title: '项目支出绩效自评',
        layout: 'shanghai-self-evaluation',
        from: 'project-self-evaluation',
        start: 'approved-target',
        fill: resultsOf,
        stages: [null, 'published', 'unit-review', 'draft'],
      },
    ],
  },
  {
    by: 'D310',
    profile: 'shanghai@2023',
    year: 2024,
    name: '2024年度绩效管理',
    for: 'D311',
    persons: shanghai,
    tasks: [
      {
        kind: 'declaration',
        title: '项目支出绩效目标申报',
        layout: 'shanghai-target-declaration',
        from: 'project-target-declaration',
        start: 'empty',
        fill: asPrinted,
        stages: ['settled', 'department-review', 'draft', null],
      },
    ],
  },
  {
    by: 'D120',
    profile: 'tianjin@2024',
    year: 2024,
    name: '2024年度绩效管理',
    for: '355101',
    persons: ['jintian', 'jinshen', 'jinzhu', 'jincai'],
    tasks: [
      {
        kind: 'declaration',
        title: '项目绩效目标申报',
        layout: 'tianjin-target',
        from: 'project-target',
        start: 'empty',
        fill: asPrinted,
        stages: ['settled', 'finance-review', 'department-review', 'unit-review', 'draft', null],
      },
    ],
  },
]

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
    if (stage && stored) await file(persons, task, { taskId, organisationId, projectId, printed: stored.form, stage })
  }
}

type Filed = {
  readonly taskId: string
  readonly organisationId: string
  readonly projectId: string | null
  readonly printed: Form
  readonly stage: Stage
}

/** Done by the very persons, through the same actions as everybody's; what a form's content does not allow is left undone. */
async function file(
  [preparer, ...reviewers]: readonly Context[],
  task: TaskPlan,
  { printed, stage, ...start }: Filed,
): Promise<void> {
  if (!preparer) return
  const reached = stages.indexOf(stage)
  const last = reviewers.at(-2)
  try {
    const { id } = await createFiling(preparer, { ...start, from: task.start })
    const { version, form } = await getFiling(preparer, { id })
    await saveFiling(preparer, { id, version, form: task.fill(printed, form) })
    if (reached > 0) await moves.submitFiling(preparer, { id })
    for (const reviewer of reviewers.slice(0, Math.max(0, reached - 1))) await moves.approveFiling(reviewer, { id })
    if (stage === 'published' && last) await moves.publishFiling(last, { id })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

function actorOf(at: DemoPlaces, accounts: readonly Account[], login: string): Actor {
  const account = accounts.find((one) => one.login === login)
  const roles = people.find((one) => one.login === login)?.roles ?? []
  if (!account) throw new Error(`no account ${login} in the demonstration`)
  const grants = roles.flatMap(([role, code]) => {
    const place = at.get(code)
    return place ? [{ role, organisation: place.id, path: place.path }] : []
  })
  return { kind: 'person', id: account.id, name: auditName(account), grants, scopes: null }
}
