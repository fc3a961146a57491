import type { OrganisationProject } from '../api/organisations.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as organisations from '../store/organisations.ts'
import * as projects from '../store/projects.ts'
import type { Context } from './context.ts'
import { permit } from './permit.ts'

/** More than any one organisation has. */
const most = 50_000

/** What a split may hand over: names and codes, for whoever may change the organisation. Problems: organisation.notFound. */
export async function listOrganisationProjects(
  { db, actor }: Context,
  { id }: { id: string },
): Promise<readonly OrganisationProject[]> {
  const organisation = await organisations.load(db, id)
  if (!organisation) throw problem('organisation.notFound', {})
  permit(actor, 'organisation.write', { path: organisation.path })
  const here: Scope = {
    everything: false,
    subtrees: [],
    exact: [organisation.path],
    assignedTo: null,
    published: false,
  }
  const rows = await projects.list(db, here, {}, { limit: most })
  return rows.map(({ id: key, code, name }) => ({ id: key, code, name }))
}
