// The public pages: everybody sees the same, whoever asks.
import type { PublicDepartment, PublicList, PublicProject, PublicRow, PublicSearch } from '../api/publications.ts'
import { figuresOf, overYears } from '../kernel/project/over-years.ts'
import * as publications from '../store/publications.ts'
import type { Context } from './context.ts'

const pageSize = 20
/** More forms than any department publishes in twenty years. */
const most = 2000

export const publicRow = ({
  id,
  form,
  publishedAt,
  correctedAt,
  retractedAt,
  reason,
}: publications.Published<publications.PublishedHead>): PublicRow => ({
  ...figuresOf({ id, form }),
  department: form.department?.name ?? null,
  region: form.region,
  title: form.title,
  publishedAt: publishedAt.toISOString(),
  correctedAt: correctedAt?.toISOString() ?? null,
  retractedAt: retractedAt?.toISOString() ?? null,
  reason,
})

/** 公开查询: one page of what is published. */
export async function searchPublications({ db }: Context, { page, ...filter }: PublicSearch): Promise<PublicList> {
  const { rows, total } = await publications.heads(db, filter, { offset: (page - 1) * pageSize, limit: pageSize })
  const choices = await publications.publicChoices(db)
  return { rows: rows.map(publicRow), total, page, pageSize, choices }
}

/** A department or unit: its forms over the years. */
export async function getPublicDepartment(
  { db }: Context,
  { region, name }: { readonly region: string; readonly name: string },
): Promise<PublicDepartment> {
  const { rows } = await publications.heads(db, { region, office: name }, { limit: most })
  return { rows: rows.map(publicRow).toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)) }
}

/** A project: its forms of all years side by side. */
export async function getPublicProject(
  { db }: Context,
  { region, unit, name }: { readonly region: string; readonly unit: string; readonly name: string },
): Promise<PublicProject> {
  const found = await publications.whole(db, { region, unit, project: name }, most)
  // What was withdrawn is listed as such, and compared no longer.
  const standing = found.filter(({ retractedAt }) => retractedAt === null)
  return { rows: found.map(publicRow), ...overYears(standing) }
}
