// 汇编: chosen forms as one publication, looked through before.
import { z } from 'zod'
import type { FormKind } from '../kernel/form/form.ts'
import type { Finding } from '../kernel/review/review-rule.ts'
import { jsonEndpoint } from './endpoint.ts'
import { FormSearch } from './forms.ts'
import type { JobView } from './jobs.ts'

export const compilationFormats = ['docx', 'pdf', 'xlsx'] as const
/** Forms in one compilation. */
export const mostCompiled = 500

export type ScannedForm = {
  readonly id: string
  readonly name: string
  readonly year: number | null
  readonly kind: FormKind
  readonly unit: string | null
  /** Personal data, blanks, internal words: with their cells. */
  readonly findings: readonly Finding[]
  /** Must be put right before it is published. */
  readonly unfit: boolean
}
export type Scan = {
  readonly forms: readonly ScannedForm[]
  /** Characters a PDF would show as empty boxes. */
  readonly undrawn: readonly string[]
}

/** In the order they are to stand in. */
const forms = z.array(z.uuid('不是绩效表的编号')).min(1, '请选择至少一张表').max(mostCompiled, '一次最多汇编 500 张表')

const title = z.string().trim().min(1, '请写封面标题').max(200)

export const compilations = {
  scan: jsonEndpoint<Scan>()('form.compile', 'POST', '/compilations/scan', z.object({ forms })),
  /** The same as a job, for what takes long: thousands of forms, or all a search finds; also as data. */
  request: jsonEndpoint<JobView>()(
    'form.compile',
    'POST',
    '/compilation-jobs',
    z.object({
      forms: z.array(z.uuid('不是绩效表的编号')).min(1, '请选择至少一张表').max(5000).optional(),
      /** Where no forms are named. */
      search: FormSearch.optional(),
      title,
      format: z.enum([...compilationFormats, 'csv', 'json']),
    }),
  ),
  /** Title page, contents, page numbers, bookmarks (xlsx: a sheet a form); not JSON. */
  write: jsonEndpoint<ArrayBuffer>()(
    'form.compile',
    'POST',
    '/compilations',
    z.object({
      forms,
      title,
      format: z.enum(compilationFormats),
    }),
  ),
}
