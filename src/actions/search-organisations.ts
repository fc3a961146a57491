import type { FoundOrganisation, OrganisationRow } from '../api/organisations.ts'
import * as organisations from '../store/organisations.ts'
import type { Context } from './context.ts'

export const searchOrganisations = (
  { db }: Context,
  asked: { text: string; day?: string | undefined; limit: number },
): Promise<readonly FoundOrganisation[]> => organisations.search(db, asked)

/** The topmost organisations: where a tree starts. */
export const listRoots = ({ db }: Context): Promise<readonly OrganisationRow[]> => organisations.children(db, null)
