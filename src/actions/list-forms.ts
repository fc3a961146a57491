import type { FormList, FormSearch } from '../api/forms.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { choices, list } from '../store/form-list.ts'
import type { Context } from './context.ts'

const pageSize = 20

/** 绩效表: one page of what is stored. */
export async function listForms({ db, actor }: Context, { page, ...filter }: FormSearch): Promise<FormList> {
  const scope = scopeOf(actor, 'form.read')
  const { rows, total } = await list(db, scope, filter, { offset: (page - 1) * pageSize, limit: pageSize })
  return {
    rows: rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() })),
    total,
    page,
    pageSize,
    choices: await choices(db, scope),
  }
}
