import type { FormList, FormSearch } from '../api/forms.ts'
import { choices, list } from '../store/form-list.ts'
import type { Context } from './context.ts'

const pageSize = 20

/** 绩效表: one page of what is stored. */
export async function listForms({ db }: Context, { page, ...filter }: FormSearch): Promise<FormList> {
  const { rows, total } = await list(db, filter, { offset: (page - 1) * pageSize, limit: pageSize })
  return {
    rows: rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() })),
    total,
    page,
    pageSize,
    choices: await choices(db),
  }
}
