import type { MovedFiling } from '../api/filings.ts'
import { closedBecause } from '../kernel/cycle/window.ts'
import type { Form } from '../kernel/form/form.ts'
import { withKeys } from '../kernel/form/pairing.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { emptyForm, type Head, reportOn, targetFrom, withHead } from '../kernel/lifecycle/new-form.ts'
import { withRegisteredFunds } from '../kernel/lifecycle/registered-funds.ts'
import { setsTargets, states } from '../kernel/lifecycle/state.ts'
import { withUnprinted } from '../kernel/lifecycle/unprinted.ts'
import { decide, scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as steps from '../store/filing-steps.ts'
import * as filings from '../store/filings.ts'
import * as organisations from '../store/organisations.ts'
import * as projects from '../store/projects.ts'
import * as tasks from '../store/tasks.ts'
import { type Context, dayOf, stampOf } from './context.ts'
import { headOf } from './filing-head.ts'
import { layoutOf } from './layout-of.ts'
import { type FormReader, readHere } from './read-forms.ts'
import { refuseFixed } from './save-filing.ts'

type Start = {
  readonly taskId: string
  readonly organisationId: string
  readonly projectId: string | null
  readonly from: 'empty' | 'last-year' | 'filing' | 'approved-target'
  readonly filingId?: string | undefined
}

type Found = { readonly form: Form; readonly basis?: { readonly id: string; readonly version: number } }
type Begun = { readonly tx: Tx; readonly task: tasks.Task; readonly head: Head; readonly layout: Layout }

/** Opens a filing for a task. Problems: task.notFound, filing.exists, filing.refused (the task is closed), filing.unfit. */
export const createFiling = (context: Context, start: Start): Promise<MovedFiling> =>
  begin(context, start, async (begun) => {
    const found = await firstForm(context, start, begun)
    if (start.projectId === null || !setsTargets(begun.task.kind)) return found
    const registered = await projects.fundsOfYear(begun.tx, start.projectId, begun.task.fiscalYear)
    return { ...found, form: withRegisteredFunds(found.form, begun.layout, registered) }
  })

/** The same with its first version read from a file: the one form of the task's kind, or that of the project's name. */
export async function createFilingFromDocument(
  context: Context,
  { bytes, name, ...start }: Omit<Start, 'from' | 'filingId'> & { bytes: Uint8Array; name: string },
  read: FormReader = readHere,
): Promise<MovedFiling> {
  const forms = await read({ bytes, name })
  return begin(context, { ...start, from: 'empty' }, async (begun) => {
    const { tx, task, head, layout } = begun
    const alike = forms.filter(({ kind }) => kind === task.formKind)
    const named = alike.filter(({ project }) => project?.name === head.project?.name)
    const chosen = named.length === 1 ? named[0] : alike.length === 1 ? alike[0] : undefined
    if (chosen === undefined) {
      const found = `${name}中有${alike.length}张同类的表`
      throw problem('filing.unfit', { reason: `${found}，没有一张能确定是“${head.project?.name ?? '本单位'}”的。` })
    }
    const form = withHead({ layout: layout.id, ...chosen }, head)
    const target = setsTargets(task.kind) ? undefined : await approvedTarget(tx, start, task)
    return target === undefined ? { form } : onTarget(context, begun, target, form)
  })
}

/** A report from a file stands on the approved target like one typed here. Problem: filing.fixedCells where it says other targets. */
async function onTarget({ newId }: Context, { tx, head, layout }: Begun, target: Target, form: Form): Promise<Found> {
  const { form: expected, basis } = await reportFrom(tx, target, layout, head)
  const report = withKeys(expected, null, newId)
  const filled = withKeys(withUnprinted(form, report), report, newId)
  refuseFixed(report, filled, { targets: true, only: null })
  return { form: filled, basis }
}

const begin = (context: Context, start: Start, first: (begun: Begun) => Promise<Found>): Promise<MovedFiling> =>
  withTx(context.db, async (tx) => {
    const task = await tasks.load(tx, start.taskId)
    if (task === undefined) throw problem('task.notFound', {})
    if (task.kind === 'adjustment')
      throw problem('filing.unfit', { reason: '目标调整在原填报件上办理：打开已批复的填报件，点“申请调整”。' })
    const subject = await subjectOf(context, tx, task, start)
    const layout = layoutOf(task.layout)
    const head = headOf({ ...subject, fiscalYear: task.fiscalYear, formKind: task.formKind })
    const found = await first({ tx, task, head, layout })
    return insert(context, tx, { start, subject, found })
  })

type Subject = Pick<filings.Filing, 'organisation' | 'above' | 'region' | 'path' | 'project'>

/** For whom it is filed; refused where the actor may not, or the task is not open for it today. */
async function subjectOf(context: Context, tx: Tx, task: tasks.Task, start: Start): Promise<Subject> {
  const organisation = await organisations.load(tx, start.organisationId)
  if (organisation === undefined) throw problem('organisation.notFound', {})
  const decision = decide(context.actor, 'filing.edit', { path: organisation.path })
  if (!decision.allowed) throw problem('permission.denied', { reason: decision.reason })
  const window = await tasks.windowFor(tx, task.id, organisation.id)
  if (window === undefined) throw problem('task.notFor', { organisation: organisation.name })
  const closed = closedBecause(window, dayOf(context))
  if (closed !== null) throw problem('filing.refused', { reason: closed })
  const project = await projectOf(context, tx, task, start)
  const above = (await organisations.ancestors(tx, organisation.path)).filter(({ id }) => id !== organisation.id)
  return { organisation, above, region: organisation.region, path: organisation.path, project }
}

async function projectOf(context: Context, tx: Tx, task: tasks.Task, { projectId, organisationId }: Start) {
  if (task.formKind.startsWith('department-')) {
    if (projectId !== null) throw problem('filing.unfit', { reason: '本任务填报部门（单位）整体的表，不按项目。' })
    return null
  }
  if (projectId === null) throw problem('filing.unfit', { reason: '请选择填报的项目。' })
  const project = await projects.load(tx, scopeOf(context.actor, 'project.read'), projectId)
  if (project === undefined || project.organisationId !== organisationId)
    throw problem('filing.unfit', { reason: '所选项目不属于这个单位。' })
  return project
}

async function firstForm(context: Context, start: Start, { tx, task, head, layout }: Begun): Promise<Found> {
  const { from } = start
  if (!setsTargets(task.kind)) {
    // another form's targets would be reported on instead of those that were approved
    if (from === 'last-year' || from === 'filing')
      throw problem('filing.unfit', { reason: '自评和监控以本年批复的绩效目标为准，不能从其他表开始。' })
    return fromTarget(tx, start, task, layout, head)
  }
  if (from === 'approved-target') return fromTarget(tx, start, task, layout, head)
  if (from === 'filing') {
    const other = start.filingId && (await filings.load(tx, scopeOf(context.actor, 'filing.read'), start.filingId))
    if (!other) throw problem('filing.notFound', {})
    const stored = await filedForms.version(tx, other.formId, other.approvedVersion ?? other.version)
    return { form: stored ? targetFrom(stored.form, layout, head) : emptyForm(layout, head) }
  }
  if (from === 'last-year') {
    const before = start.projectId && (await filedForms.ofLastYear(tx, start.projectId, task.fiscalYear - 1))
    if (!before) throw problem('filing.unfit', { reason: `没有这个项目${task.fiscalYear - 1}年度已批复或定稿的表。` })
    return { form: targetFrom(before.form, layout, head) }
  }
  return { form: emptyForm(layout, head) }
}

/** 自评 and monitoring report on the approved target; without one there is nothing to report on. */
async function fromTarget(tx: Tx, start: Start, task: tasks.Task, layout: Layout, head: Head): Promise<Found> {
  const target = await approvedTarget(tx, start, task)
  if (target === undefined)
    throw problem('filing.unfit', { reason: `没有${task.fiscalYear}年度已批复的绩效目标，不能${task.title}。` })
  return reportFrom(tx, target, layout, head)
}

type Target = { readonly id: string; readonly formId: string; readonly version: number; readonly form: Form }

async function approvedTarget(tx: Tx, start: Omit<Start, 'from'>, task: tasks.Task): Promise<Target | undefined> {
  const target = await filings.approvedTarget(tx, start.organisationId, start.projectId, task.fiscalYear)
  if (!target?.version) return undefined
  const approved = await filedForms.version(tx, target.formId, target.version)
  return approved && { id: target.id, formId: target.formId, version: target.version, form: approved.form }
}

async function reportFrom(tx: Tx, target: Target, layout: Layout, head: Head) {
  const { id, formId, version, form: approved } = target
  const first = await steps.firstApproved(tx, id)
  const initial = first === version ? undefined : await filedForms.version(tx, formId, first ?? 0)
  return { form: reportOn(initial?.form ?? approved, approved, layout, head), basis: { id, version } }
}

type Beginning = { readonly start: Start; readonly subject: Subject; readonly found: Found }

async function insert(context: Context, tx: Tx, { start, subject, found }: Beginning): Promise<MovedFiling> {
  const stamp = stampOf(context)
  const { organisation, project } = subject
  const id = context.newId()
  const owner = { filingId: id, organisationId: organisation.id, projectId: project?.id ?? null }
  const form = withKeys(found.form, null, context.newId)
  const saved = await filedForms.create(tx, owner, form, { stamp, reason: '新建' })
  const made = await filings.insert(
    tx,
    {
      id,
      task_id: start.taskId,
      organisation_id: organisation.id,
      project_id: owner.projectId,
      form_id: saved.id,
      basis_id: found.basis?.id ?? null,
      basis_version: found.basis?.version ?? null,
    },
    context.actor.id,
    stamp.now,
  )
  const what = project?.name ?? '整体绩效'
  if (!made) throw problem('filing.exists', { organisation: organisation.name, what })
  await steps.record(tx, id, { verb: 'create', from: 'draft', to: 'draft', version: 1 }, stamp, context.actor.id)
  const details = { task: start.taskId, organisation: organisation.id, project: owner.projectId, hash: saved.hash }
  await events.record(tx, { region: subject.region, name: 'filing.create', subject: id, details }, stamp)
  return { id, state: 'draft', stateTitle: states.draft, revision: 1 }
}
