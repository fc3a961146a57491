// A department's filled forms into the filings of a cycle: each form finds its task by its kind, its unit and project by
// what it prints, and goes through the same write path as everything that is filled in by hand.
import type { JobView } from '../api/jobs.ts'
import { archivedFiles } from '../documents/archive.ts'
import { fileType } from '../documents/file-type.ts'
import { InputProblem } from '../documents/input-problem.ts'
import type { Form } from '../kernel/form/form.ts'
import { withUnprinted } from '../kernel/lifecycle/unprinted.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { Problem, problem } from '../kernel/problem.ts'
import type { FileStore } from '../store/files.ts'
import * as filled from '../store/filled-forms.ts'
import * as tasks from '../store/tasks.ts'
import type { Context } from './context.ts'
import { createFilingFromDocument } from './create-filing.ts'
import type { JobKind } from './job-runner.ts'
import { type JobInput, requestJob } from './jobs.ts'
import { nearCycle } from './list-cycles.ts'
import type { FormReader } from './read-forms.ts'
import { saveFiling } from './save-filing.ts'

export type FiledForm = {
  /** 文件名 · 第2张 */
  readonly title: string
  readonly outcome: 'done' | 'refused'
  /** What was done, or why not. */
  readonly message: string
}

type Given = { readonly name: string; readonly bytes: Uint8Array; readonly dryRun: boolean }

type ImportAsked = { readonly cycleId: string; readonly dryRun: boolean }

/** Keeps the file and asks for the work. Problem: cycle.notFound. */
export async function requestFormImport(
  context: Context,
  files: FileStore,
  { cycleId, name, bytes, dryRun }: { cycleId: string; name: string; bytes: Uint8Array; dryRun: 'true' | 'false' },
): Promise<JobView> {
  await nearCycle(context, cycleId)
  const asked: ImportAsked = { cycleId, dryRun: dryRun === 'true' }
  return requestJob(context, {
    kind: 'import',
    title: `${dryRun === 'true' ? '预演' : ''}导入${name}`,
    total: null,
    asked,
    file: { name, sha256: await files.put(bytes) },
  })
}

export const importJob: JobKind = async ({ context, files, read, job, known, count, item }) => {
  const { cycleId, dryRun } = (job.input as JobInput<ImportAsked>).asked // what requestFormImport wrote
  const name = job.fileName ?? ''
  const bytes = await files.get(job.fileSha256 ?? '')
  if (bytes === undefined) throw problem('job.refused', { reason: `上传的文件“${name}”已丢失，请重新上传。` })
  const given = [...filesOf(bytes, name)]
  await count(given.length)
  for (const [i, one] of given.entries()) {
    if (known.has(i + 1)) continue
    const outcomes = await importFile(context, { ...one, dryRun }, cycleId, read)
    const refused = outcomes.some(({ outcome }) => outcome === 'refused')
    const message = outcomes.map((told) => `${told.title}：${told.message}`).join('\n')
    await item({ number: i + 1, subject: one.name, title: one.name, outcome: refused ? 'refused' : 'done', message })
  }
}

type One = { readonly name: string; readonly bytes: Uint8Array }
function* filesOf(bytes: Uint8Array, name: string): Generator<One> {
  if (fileType(bytes) !== 'zip') return yield { bytes, name }
  try {
    for (const file of archivedFiles(bytes, name)) yield { name: file.name, bytes: file.read() }
  } catch (error) {
    if (error instanceof InputProblem) throw problem('document.unusable', { message: error.message })
    throw error
  }
}

/** All forms of one file; one that cannot be filed never stops the others. */
export async function importFile(
  context: Context,
  { name, bytes, dryRun }: Given,
  cycleId: string,
  read: FormReader,
): Promise<readonly FiledForm[]> {
  const open = await tasks.ofCycle(context.db, cycleId)
  const outcomes: FiledForm[] = []
  try {
    for (const [i, form] of (await read({ name, bytes })).entries()) {
      const title = `第${i + 1}张${form.project?.name ? `“${form.project.name}”` : ''}`
      outcomes.push({ title, ...(await fileForm(context, open, form, { name, dryRun })) })
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    outcomes.push({ title: name, outcome: 'refused', message: error.message })
  }
  return outcomes
}

type Told = Omit<FiledForm, 'title'>
const refused = (message: string): Told => ({ outcome: 'refused', message })

async function fileForm(
  context: Context,
  open: readonly tasks.Task[],
  form: Form,
  { name, dryRun }: { name: string; dryRun: boolean },
): Promise<Told> {
  const alike = open.filter(({ formKind, kind, closed }) => formKind === form.kind && kind !== 'adjustment' && !closed)
  const [task, another] = alike
  if (task === undefined) return refused('本年度没有收这种表的任务。')
  if (another !== undefined)
    return refused(`本年度收这种表的任务不止一个：${alike.map(({ title }) => title).join('、')}。`)
  const place = await placeOf(context, task, form)
  if ('message' in place) return place
  const { organisation, project } = place
  const where = `${organisation.name}${project ? `“${project.name}”` : ''}`
  const there = await filled.filingOf(context.db, task.id, organisation.id, project?.id ?? null)
  if (dryRun) return { outcome: 'done', message: there ? `将更新${where}的填报件` : `将为${where}新建填报件` }
  try {
    if (there) {
      const { id, version, form: known } = there
      const { outcome } = await saveFiling(context, { id, version, form: withUnprinted(form, known) })
      return { outcome: 'done', message: outcome === 'unchanged' ? `${where}：没有变化` : `更新了${where}的填报件` }
    }
    const start = { taskId: task.id, organisationId: organisation.id, projectId: project?.id ?? null }
    await createFilingFromDocument(context, { ...start, name, bytes: new Uint8Array() }, async () => [form])
    return { outcome: 'done', message: `为${where}新建了填报件` }
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return refused(error.message)
    throw error
  }
}

type Place = { readonly organisation: filled.Named; readonly project: filled.Named | null }

/** By code where one is printed and known, else by name; never by likeness. */
async function placeOf({ db, actor }: Context, task: tasks.Task, form: Form): Promise<Place | Told> {
  const whole = form.kind.startsWith('department-')
  const printed = textsOf(form.unit) ?? textsOf(form.department)
  if (printed === null) return refused('表中没有单位名称，不知道是哪个单位的。')
  const organisation = only(await filled.organisationsOf(db, scopeOf(actor, 'filing.edit'), task.id, printed), printed)
  if (organisation === undefined)
    return refused(`在您可以填报的单位中，没有能确定是“${printed.join('／')}”的，或任务没有对它开放。`)
  if (whole) return { organisation, project: null }
  const named = textsOf(form.project)
  if (named === null) return refused('表中没有项目名称。')
  const project = only(await filled.projectsOf(db, organisation.id, named), named)
  if (project === undefined) return refused(`${organisation.name}没有登记项目“${named.join('／')}”，请先登记项目。`)
  return { organisation, project }
}

function textsOf(
  of: { readonly code?: string | null; readonly name?: string | null } | null,
): readonly string[] | null {
  const texts = [of?.code, of?.name].filter((text): text is string => typeof text === 'string' && text !== '')
  return texts.length > 0 ? texts : null
}

/** The only one; of several, the only one with the code that is printed. */
function only(found: readonly filled.Named[], printed: readonly string[]): filled.Named | undefined {
  if (found.length === 1) return found[0]
  const coded = found.filter(({ code }) => code !== '' && printed.includes(code))
  return coded.length === 1 ? coded[0] : undefined
}
