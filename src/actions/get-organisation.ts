import type { OrganisationView } from '../api/organisations.ts'
import { problem } from '../kernel/problem.ts'
import * as organisations from '../store/organisations.ts'
import type { Context } from './context.ts'

/** One organisation in its place, with its history. */
export async function getOrganisation({ db }: Context, { id }: { id: string }): Promise<OrganisationView> {
  const organisation = await organisations.load(db, id)
  if (!organisation) throw problem('organisation.notFound', {})
  const [above, children, history] = await Promise.all([
    organisations.ancestors(db, organisation.path),
    organisations.children(db, id),
    organisations.history(db, id),
  ])
  return {
    ...organisation,
    above: above.filter((one) => one.id !== id),
    children,
    history: history.map((change) => ({ ...change, at: change.at.toISOString() })),
  }
}
