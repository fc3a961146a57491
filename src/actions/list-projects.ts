import type { ProjectPage, ProjectRow, ProjectView } from '../api/projects.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as projects from '../store/projects.ts'
import type { Context } from './context.ts'

const rowOf = ({ path, region, closedAt, ...row }: projects.ProjectRow): ProjectRow => ({
  ...row,
  closed: closedAt !== null,
})

type Asked = projects.ProjectFilter & { readonly after?: string | undefined; readonly limit: number }

/** 项目: one page of those within the actor's reach. */
export async function listProjects({ db, actor }: Context, { after, limit, ...filter }: Asked): Promise<ProjectPage> {
  const rows = await projects.list(db, scopeOf(actor, 'project.read'), filter, { after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { rows: shown.map(rowOf), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** One project over the years. */
export async function getProject({ db, actor }: Context, { id }: { id: string }): Promise<ProjectView> {
  const project = await projects.load(db, scopeOf(actor, 'project.read'), id)
  if (!project) throw problem('project.notFound', {})
  const [funds, years] = await Promise.all([projects.funds(db, id), projects.years(db, id)])
  return { ...rowOf(project), funds, years }
}
