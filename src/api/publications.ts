// What everybody may see without signing in: published forms, as they were published; what was withdrawn stays, marked.
import { z } from 'zod'
import { FormKind } from '../kernel/form/form.ts'
import type { OverYears, YearFigures } from '../kernel/project/over-years.ts'
import { endpoint } from './endpoint.ts'
import type { FormList } from './forms.ts'

/** Empty text means: not asked. */
const filter = {
  /** Words of project, unit, department or title. */
  text: z.string().trim().max(200).default(''),
  /** The whole name. */
  project: z.string().trim().max(200).default(''),
  /** The whole name. */
  unit: z.string().trim().max(200).default(''),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  region: z.string().trim().max(60).default(''),
  grade: z.string().trim().max(10).default(''),
  kind: FormKind.optional(),
}
export const PublicSearch = z.object({ ...filter, page: z.coerce.number().int().min(1).default(1) })
export type PublicSearch = z.infer<typeof PublicSearch>

/** One published form; amounts in 元. */
export type PublicRow = YearFigures & {
  readonly department: string | null
  readonly region: string | null
  readonly title: string | null
  readonly publishedAt: string
  /** 更正: published again after a change; null = as first published. */
  readonly correctedAt: string | null
  /** 撤回, with the reason given. */
  readonly retractedAt: string | null
  readonly reason: string | null
}

export type PublicList = {
  readonly rows: readonly PublicRow[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly choices: FormList['choices']
}

/** Every published form of a department and its units, newest year first. */
export type PublicDepartment = { readonly rows: readonly PublicRow[] }

/** Published forms of one project, compared. */
export type PublicProject = OverYears & { readonly rows: readonly PublicRow[] }

/** What happened to a form in public, the first publication first. */
export type PublicationStep = {
  readonly what: 'published' | 'corrected' | 'retracted'
  readonly at: string
  readonly version: number
  readonly reason: string | null
}

const name = z.string().trim().min(1, '请写明名称').max(200)
const region = z.string().trim().max(60).default('')

export const dataFormats = ['json', 'csv'] as const

export const publications = {
  search: endpoint<PublicList>()('publication.read', 'GET', '/public/forms', PublicSearch),
  steps: endpoint<readonly PublicationStep[]>()(
    'publication.read',
    'GET',
    '/public/forms/:id/steps',
    z.object({ id: z.uuid('不是绩效表的编号') }),
  ),
  department: endpoint<PublicDepartment>()('publication.read', 'GET', '/public/department', z.object({ region, name })),
  project: endpoint<PublicProject>()(
    'publication.read',
    'GET',
    '/public/project',
    z.object({ region, unit: z.string().trim().max(200).default(''), name }),
  ),
  /** Open data: every form that matches, whole; not JSON where CSV is asked for. */
  data: endpoint<ArrayBuffer>()(
    'publication.read',
    'GET',
    '/public/data',
    z.object({ ...filter, format: z.enum(dataFormats).default('json') }),
  ),
  /** Atom: what was published, corrected and withdrawn last. */
  feed: endpoint<string>()('publication.read', 'GET', '/public/feed', z.object({})),
}
