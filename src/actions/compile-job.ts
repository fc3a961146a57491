// A compilation too long to wait for: made as a job, fetched when it is done.
import { setImmediate } from 'node:timers/promises'
import type { FormSearch } from '../api/forms.ts'
import type { JobView } from '../api/jobs.ts'
import type { Form } from '../kernel/form/form.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import type { FileStore } from '../store/files.ts'
import { list } from '../store/form-list.ts'
import { type CompiledFormat, formToCompile, writeCompilation } from './compile-forms.ts'
import type { Context } from './context.ts'
import { fileName, type WrittenForm } from './download-form.ts'
import type { JobKind } from './job-runner.ts'
import { type JobInput, own, requestJob } from './jobs.ts'

/** Forms in one compilation; they are held in memory while it is written. */
const most = 5000

type Wanted = { readonly title: string; readonly format: CompiledFormat }
type Asked = Wanted & { readonly forms: readonly string[] }
type Choice = { readonly forms?: readonly string[] | undefined; readonly search?: FormSearch | undefined }

/** Of the forms named, else of those the search finds now. Problem: job.refused for none or too many. */
export async function requestCompilation(
  context: Context,
  { forms: named, search, title, format }: Wanted & Choice,
): Promise<JobView> {
  const forms = named ?? (await idsOf(context, search))
  if (forms.length === 0) throw problem('job.refused', { reason: '没有符合条件的绩效表。请调整筛选条件。' })
  const asked: Asked = { forms, title, format }
  return requestJob(context, {
    kind: 'compile',
    title: `汇编${title}（${forms.length}张）`,
    total: forms.length,
    asked,
  })
}

async function idsOf({ db, actor }: Context, search: FormSearch | undefined): Promise<readonly string[]> {
  if (search === undefined) return []
  const { page, ...filter } = search
  const { rows } = await list(db, scopeOf(actor, 'form.read'), filter, { limit: most + 1 })
  if (rows.length > most) throw problem('job.refused', { reason: `符合条件的超过${most}张，请分几次汇编。` })
  return rows.map(({ id }) => id)
}

export const compileJob: JobKind = async ({ context, job, known, item, keep }) => {
  const { forms, ...wanted } = (job.input as JobInput<Asked>).asked // what requestCompilation wrote
  const found: Form[] = []
  for (const [i, id] of forms.entries()) {
    const form = await formToCompile(context, id)
    found.push(form)
    if (known.has(i + 1)) continue
    await item({ number: i + 1, subject: id, title: fileName(form), outcome: 'done', message: null })
  }
  const { name, pieces } = writeCompilation(found, wanted)
  const written: Uint8Array[] = []
  for await (const piece of pieces) {
    written.push(piece)
    await setImmediate() // others are answered meanwhile
  }
  await keep(name, Buffer.concat(written))
}

/** What a job made. Problems: job.notFound, job.noFile. */
export async function getJobFile(context: Context, files: FileStore, { id }: { id: string }): Promise<WrittenForm> {
  const { kind, state, fileName: name, fileSha256 } = await own(context, id)
  const bytes = kind === 'compile' && state === 'done' && fileSha256 !== null ? await files.get(fileSha256) : undefined
  if (bytes === undefined || name === null) throw problem('job.noFile', {})
  return { name, pieces: [bytes] }
}
