import { z } from 'zod'
import { type Form, FormKind } from '../kernel/form/form.ts'
import type { FormCheck } from '../kernel/review/check.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

/** What the list can be searched by. Empty text means: not asked. */
export const FormSearch = z.object({
  text: z.string().trim().max(200).default(''),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  region: z.string().trim().max(60).default(''),
  unit: z.string().trim().max(200).default(''),
  grade: z.string().trim().max(10).default(''),
  kind: FormKind.optional(),
  page: z.coerce.number().int().min(1).default(1),
})
export type FormSearch = z.infer<typeof FormSearch>

/** One row of the list of stored forms. Amounts and scores as printed. */
export type FormRow = {
  readonly id: string
  readonly kind: FormKind
  readonly title: string | null
  readonly project: string | null
  readonly department: string | null
  readonly unit: string | null
  readonly region: string | null
  readonly year: number | null
  readonly budget: string | null
  readonly amountUnit: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly indicators: number
  readonly version: number
  readonly savedAt: string
}
export type FormList = {
  readonly rows: readonly FormRow[]
  /** Of all that match; at most 10000 are counted. */
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** What the stored forms can be filtered by. */
  readonly choices: {
    readonly years: readonly number[]
    readonly regions: readonly string[]
    readonly grades: readonly string[]
    readonly kinds: readonly FormKind[]
  }
}

/** A form with its findings and scores, and the text it was read from. */
export type CheckedForm = { readonly form: Form; readonly check: FormCheck }
export type StoredForm = CheckedForm & {
  readonly id: string
  readonly version: number
  readonly hash: string
  readonly savedAt: string
  /** 公开后撤回: shown as withdrawn; null = it is not. */
  readonly retractedAt: string | null
  readonly document: { readonly id: string; readonly name: string; readonly position: number } | null
  /** Lines of the source file around the form; numbers are in `form.sources`. */
  readonly lines: readonly SourceLine[]
}
export type SourceLine = { readonly line: number; readonly text: string }

/** The files a stored form is written to. */
export const formFormats = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const
export type FormFormat = (typeof formFormats)[number]

const id = z.uuid('不是绩效表的编号')
/** What the scan found against publication was seen, and it is published nevertheless; the audit says so. */
export const acknowledged = z.boolean().default(false)

export const forms = {
  list: endpoint<FormList>()('form.read', 'GET', '/forms', FormSearch),
  get: endpoint<StoredForm>()('form.read', 'GET', '/forms/:id', z.object({ id })),
  /** The official form as a file; not JSON. */
  download: endpoint<ArrayBuffer>()(
    'form.read',
    'GET',
    '/forms/:id/download',
    z.object({ id, format: z.enum(formFormats) }),
  ),
  /** For a form that came from a document; a filing is published by its own verb. `version`: the one that was looked at. */
  publish: jsonEndpoint<void>()(
    'filing.publish',
    'POST',
    '/forms/:id/publish',
    z.object({ id, version: z.int().min(1), acknowledged }),
  ),
  /** It stays visible, marked as withdrawn, with the reason. */
  retract: jsonEndpoint<void>()(
    'filing.publish',
    'POST',
    '/forms/:id/retract',
    z.object({ id, reason: z.string('请写明理由').trim().min(1, '请写明理由').max(2000) }),
  ),
}
