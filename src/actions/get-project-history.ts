import type { ProjectHistory } from '../api/project-history.ts'
import { stepTitle } from '../kernel/lifecycle/verbs.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { overYears } from '../kernel/project/over-years.ts'
import * as history from '../store/project-history.ts'
import * as projects from '../store/projects.ts'
import type { Context } from './context.ts'

/** Steps shown; older ones stand on the pages of their filings. */
const most = 500

/** A project over the years: what its forms in force say, where they came from, and what was decided. Problem: project.notFound. */
export async function getProjectHistory(
  { db, actor }: Context,
  { id }: { readonly id: string },
): Promise<ProjectHistory> {
  const project = await projects.load(db, scopeOf(actor, 'project.read'), id)
  if (!project) throw problem('project.notFound', {})
  const [forms, documents, steps] = await Promise.all([
    history.forms(db, id),
    history.documents(db, id),
    history.steps(db, id, most),
  ])
  return {
    ...overYears(forms),
    documents: documents.map(({ importedAt, ...rest }) => ({ ...rest, importedAt: importedAt.toISOString() })),
    decisions: steps.map(({ at, ...step }) => ({ ...step, title: stepTitle(step.verb), at: at.toISOString() })),
  }
}
